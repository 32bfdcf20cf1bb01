import { claimNumber } from '../case/claim';
import type { HandTaken } from '../case/image';
import { allowedPlatformOf } from '../platforms/original-address';
import { sniffFormat } from '../evidence/sniff';
import { bringIn, sayNotTaken, type Place } from './bring-in';
import { browser } from './browser';
import { maxImageBytes } from './fetch-image';
import { interfaceLanguage, interfaceText } from './interface-text';
import { openSide } from './open-side';
import { askableOrigin, readInOwnTab, readThroughPage } from './read-elsewhere';
import { askForRegion } from './region/shoot-region';
import { currentCase, tabCases } from './settings';
import { database } from './stores';

const items = { check: 'check-image', add: 'add-image', region: 'region', addRegion: 'add-region' } as const;
const words = () => interfaceText(interfaceLanguage(navigator.languages));

interface Taken {
  bytes: Uint8Array;
  how: HandTaken;
}

/** Last resort for pictures nobody but the page may fetch: what the screen shows, and said to be so. */
async function cropScreen(windowId: number, box: { x: number; y: number; width: number; height: number; scale: number }): Promise<Taken | null> {
  try {
    const shot = await createImageBitmap(await (await fetch(await browser.tabs.captureVisibleTab(windowId, { format: 'png' }))).blob());
    const [width, height] = [Math.round(box.width * box.scale), Math.round(box.height * box.scale)];
    const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
    canvas.getContext('2d')!.drawImage(shot, -Math.round(box.x * box.scale), -Math.round(box.y * box.scale));
    return { bytes: new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()), how: 'screenshot' };
  } catch {
    return null;
  }
}

async function take(address: string, windowId: number, { tabId, frameId }: Place): Promise<Taken | null> {
  if (allowedPlatformOf(address)) {
    const response = await fetch(address, { credentials: 'omit', headers: { Accept: 'image/jpeg,image/png;q=0.9,*/*;q=0.1' } }).catch(() => null);
    const bytes = response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    if (bytes && bytes.length <= maxImageBytes && sniffFormat(bytes)) return { bytes, how: 'address' };
  }
  const read = await readThroughPage(tabId, frameId, address);
  if (read.bytes) return { bytes: read.bytes, how: 'page' };
  const own = await readInOwnTab(address);
  if (own) return { bytes: own, how: 'address' };
  // A frame does not know where on the screen it stands.
  return read.box && frameId === 0 ? cropScreen(windowId, read.box) : null;
}

/** One picture of a page becomes a case, or joins one. @returns the case to examine. */
export async function checkPicture(address: string, windowId: number, place: Place, into: string | null): Promise<string | null> {
  const t = words();
  const taken = await take(address, windowId, place);
  const original = address.slice(0, 2000);
  if (taken && taken.how !== 'screenshot') return bringIn({ name: original, bytes: taken.bytes, byHand: taken.how }, place, into);
  const origin = askableOrigin(address);
  const caseId = taken ? await bringIn({ name: t('screenshotOf', address.slice(0, 200)), bytes: taken.bytes, byHand: 'screenshot' }, place, into, [{ field: 'image', message: t(origin ? 'screenshotAsk' : 'screenshotOnly') }]) : null;
  if (!taken) await sayNotTaken(place, t(origin ? 'notTakenAsk' : 'notTaken'));
  const shown = (await tabCases.getValue())[place.tabId];
  if (origin && shown) await tabCases.setValue({ ...(await tabCases.getValue()), [place.tabId]: { ...shown, ask: { origin, address: original, pageUrl: place.pageUrl } } });
  return caseId;
}

/** The merchant allowed the host: the original is taken after all, into the case that holds its screenshot. */
export async function takeAllowed(tabId: number): Promise<string | null> {
  const shown = (await tabCases.getValue())[tabId];
  if (!shown?.ask) return null;
  const { address, pageUrl } = shown.ask;
  const place = { tabId, frameId: shown.frameId, pageUrl };
  const bytes = await readInOwnTab(address);
  if (bytes) return bringIn({ name: address, bytes, byHand: 'address' }, place, shown.caseId);
  await sayNotTaken(place, words()('notTaken'));
  return null;
}

/** The entries that add to the current case are there only while there is one, and name it. */
async function showAddItems(): Promise<void> {
  const current = await currentCase.getValue();
  const file = current && (await (await database()).get('cases', current.caseId));
  const t = words();
  const name = file ? (claimNumber(file.claim) ?? t('manualCase')).slice(-8) : '';
  for (const [id, key] of [[items.add, 'menuAddImage'], [items.addRegion, 'menuAddRegion']] as const) await browser.contextMenus.update(id, { visible: Boolean(file), ...(file ? { title: t(key, name) } : {}) }).catch(() => undefined);
}

/** Context menu 验图 on any picture and on any page: needs no recipe and no standing permission (activeTab). */
export function startPictureMenu(start: (caseId: string) => Promise<void>): void {
  browser.runtime.onInstalled.addListener(() => {
    const t = words();
    const onPage = ['page', 'frame', 'link', 'video'] as const;
    void browser.contextMenus.removeAll().then(() => {
      browser.contextMenus.create({ id: items.check, contexts: ['image'], title: t('menuCheckImage') });
      browser.contextMenus.create({ id: items.add, contexts: ['image'], title: t('menuAddImage', ''), visible: false });
      browser.contextMenus.create({ id: items.region, contexts: [...onPage], title: t('menuRegion') });
      browser.contextMenus.create({ id: items.addRegion, contexts: [...onPage], title: t('menuAddRegion', ''), visible: false });
      void showAddItems();
    });
  });
  currentCase.watch(() => void showAddItems());
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const item = Object.values(items).find((id) => id === info.menuItemId);
    if (!item || tab?.id === undefined) return;
    const { id: tabId, windowId = -2 } = tab;
    // The panel may only be opened while the click is being handled, before anything is awaited.
    void openSide(tabId, `?tab=${tabId}`).catch(() => undefined);
    void currentCase.getValue().then(async (current) => {
      const into = item === items.add || item === items.addRegion ? (current?.caseId ?? null) : null;
      if (item === items.region || item === items.addRegion) return void (await askForRegion(tabId, into));
      if (!info.srcUrl) return;
      const caseId = await checkPicture(info.srcUrl, windowId, { tabId, frameId: info.frameId ?? 0, pageUrl: info.pageUrl ?? '' }, into);
      if (caseId) await start(caseId);
    });
  });
}
