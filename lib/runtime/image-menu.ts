import { allowedPlatformOf } from '../platforms/original-address';
import { sniffFormat } from '../evidence/sniff';
import { browser, chromium } from './browser';
import { maxImageBytes } from './fetch-image';
import { openManualCase } from './manual-case';
import { tell } from './protocol';
import { rememberTab } from './tab-cases';

const menuId = 'check-image';

interface Taken {
  bytes: Uint8Array;
  how: 'address' | 'page' | 'screenshot';
}

const fromBase64 = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

/** Runs inside the page: the page may read its own pictures, and knows where on the screen they are. */
async function readInPage(address: string, limit: number): Promise<{ base64: string | null; box: { x: number; y: number; width: number; height: number; scale: number } | null }> {
  const found = [...document.images].find((image) => image.currentSrc === address || image.src === address);
  const rect = found?.getBoundingClientRect();
  const box = rect ? { x: rect.x, y: rect.y, width: rect.width, height: rect.height, scale: devicePixelRatio } : null;
  try {
    const blob = await (await fetch(address)).blob();
    if (blob.size === 0 || blob.size > limit) return { base64: null, box };
    const url = await new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });
    return { base64: url.slice(url.indexOf(',') + 1), box };
  } catch {
    return { base64: null, box };
  }
}

/** Last resort for pictures nobody but the page may fetch: what the screen shows, and said to be so. */
async function cropScreen(windowId: number, box: { x: number; y: number; width: number; height: number; scale: number }): Promise<Uint8Array> {
  const shot = await createImageBitmap(await (await fetch(await browser.tabs.captureVisibleTab(windowId, { format: 'png' }))).blob());
  const [width, height] = [Math.round(box.width * box.scale), Math.round(box.height * box.scale)];
  const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
  canvas.getContext('2d')!.drawImage(shot, -Math.round(box.x * box.scale), -Math.round(box.y * box.scale));
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

async function take(address: string, tab: { id: number; windowId: number }, frameId: number): Promise<Taken | null> {
  if (allowedPlatformOf(address)) {
    const response = await fetch(address, { credentials: 'omit', headers: { Accept: 'image/jpeg,image/png;q=0.9,*/*;q=0.1' } }).catch(() => null);
    const bytes = response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    if (bytes && bytes.length <= maxImageBytes && sniffFormat(bytes)) return { bytes, how: 'address' };
  }
  const [injected] = await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, func: readInPage, args: [address, maxImageBytes] }).catch(() => []);
  const read = injected?.result as Awaited<ReturnType<typeof readInPage>> | undefined;
  if (read?.base64) {
    const bytes = fromBase64(read.base64);
    if (sniffFormat(bytes)) return { bytes, how: 'page' };
  }
  return read?.box ? { bytes: await cropScreen(tab.windowId, read.box), how: 'screenshot' } : null;
}

/** Context menu 验图 on any picture of any page: needs no recipe and no standing permission (activeTab). */
export function startImageMenu(start: (caseId: string) => Promise<void>, digest: (bytes: Uint8Array) => Promise<string>): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => browser.contextMenus.create({ id: menuId, contexts: ['image'], title: browser.i18n.getMessage('menuCheckImage' as never) || '验图：检查这张图片' }));
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== menuId || !info.srcUrl || tab?.id === undefined) return;
    const where = { id: tab.id, windowId: tab.windowId ?? -2 };
    // The panel may only be opened while the click is being handled, before anything is awaited.
    void chromium.sidePanel?.open({ tabId: tab.id });
    void take(info.srcUrl, where, info.frameId ?? 0).then(async (taken) => {
      const base = { frameId: info.frameId ?? 0, platform: null, page: 'image' };
      if (!taken) {
        await rememberTab(where.id, { ...base, caseId: null, mismatches: [{ field: 'image', message: '这张图片取不到：网页不允许读取，屏幕上也看不到它。可把图片另存后拖入侧栏检查。' }] });
        return tell('pages', 'caseChanged', { caseId: '' });
      }
      const name = taken.how === 'screenshot' ? `截屏 ${info.srcUrl!.slice(0, 200)}` : info.srcUrl!.slice(0, 2000);
      const opened = await openManualCase([{ name, bytes: taken.bytes, sha256: await digest(taken.bytes), byHand: taken.how }], info.pageUrl ?? '');
      await rememberTab(where.id, { ...base, caseId: opened.id, mismatches: [] });
      tell('pages', 'caseChanged', { caseId: opened.id });
      await start(opened.id);
    });
  });
}
