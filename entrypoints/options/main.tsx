import '@/components/ui/theme.css';
import { mount } from '@/lib/runtime/mount';
import { Options } from './options';

mount(<Options />);
