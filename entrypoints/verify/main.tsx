import '@/components/ui/theme.css';
import { mount } from '@/lib/runtime/mount';
import { VerifyPage } from './verify-page';

mount(<VerifyPage />);
