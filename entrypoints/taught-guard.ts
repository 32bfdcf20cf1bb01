import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { guardPage } from '@/lib/runtime/page-guard';

/** On hosts the merchant taught: which of their addresses are to be read is known to the background only. */
export default defineUnlistedScript(() => guardPage(window, { everyAddress: true }));
