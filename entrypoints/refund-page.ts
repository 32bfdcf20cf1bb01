import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPage } from '@/lib/runtime/page';

/** Put in by platform-access.ts where the guard on a page asks for it. */
export default defineUnlistedScript(() => startPage());
