import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { guardPage } from '@/lib/runtime/page-guard';

export default defineUnlistedScript(() => guardPage(window));
