import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageMatches } from '@/lib/platforms/hosts';
import { startPage } from '@/lib/runtime/page';

export default defineContentScript({
  matches: pageMatches,
  // Put in by platform-access.ts where the guard on a page asks for it.
  registration: 'runtime',
  main: (ctx) => startPage(ctx.signal),
});
