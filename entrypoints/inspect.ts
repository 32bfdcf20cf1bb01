import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { inspectHere } from '@/lib/runtime/inspect-page';

/** Put into a page when the merchant asks how its recipe fares; its result is the answer. */
export default defineUnlistedScript(() => inspectHere(document, location.href));
