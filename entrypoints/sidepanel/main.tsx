import '@/components/ui/theme.css';
import './sidepanel.css';
import { startCaseView } from '@/lib/runtime/case-view';
import { startTriageView } from '@/lib/runtime/triage/triage-view';
import { mount } from '@/lib/runtime/mount';
import { Desk } from './desk';
import { startDesk } from './store';

startCaseView();
startDesk();
startTriageView();
mount(<Desk />);
