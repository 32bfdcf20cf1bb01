import '@/components/ui/theme.css';
import './popup.css';
import { startCaseView } from '@/lib/runtime/case-view';
import { startTriageView } from '@/lib/runtime/triage/triage-view';
import { mount } from '@/lib/runtime/mount';
import { Popup } from './popup';

startCaseView();
startTriageView();
mount(<Popup />);
