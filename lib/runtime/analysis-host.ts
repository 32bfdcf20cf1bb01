import { browser, chromium, hasHost } from './browser';

let creating: Promise<void> | null = null;

/** The browser has no place for the worker: nothing can be examined in it. */
export class NoHost extends Error {
  override name = 'NoHost';
}

/**
 * The analysis worker lives in an offscreen document in Chromium, because a service worker may neither start
 * workers nor stay awake. Where that interface is missing (Firefox) the background page hosts it itself.
 */
export async function ensureHost(startHere: () => Promise<void>): Promise<void> {
  if (!hasHost()) throw new NoHost('neither an offscreen document nor a background page');
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
