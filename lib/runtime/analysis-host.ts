import { browser, chromium } from './browser';

let creating: Promise<void> | null = null;

/**
 * The analysis worker lives in an offscreen document in Chromium, because a service worker may neither start
 * workers nor stay awake. Where that interface is missing (Firefox) the background page hosts it itself.
 */
export async function ensureHost(startHere: () => Promise<void>): Promise<void> {
  if (!chromium.offscreen) return startHere();
  const open = await chromium.runtime.getContexts?.({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (open && open.length > 0) return;
  creating ??= chromium.offscreen
    .createDocument({ url: browser.runtime.getURL('/offscreen.html' as never), reasons: ['WORKERS', 'BLOBS'], justification: '在本机检验买家图片并生成证据包 (examines pictures and builds the bundle on this device)' })
    .finally(() => {
      creating = null;
    });
  return creating;
}
