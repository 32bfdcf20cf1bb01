import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageMatches } from '@/lib/platforms/hosts';
import { startPage } from '@/lib/runtime/page';

export default defineContentScript({
  matches: pageMatches,
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main: (ctx) => startPage(ctx.signal),
});
