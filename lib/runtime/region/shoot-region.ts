import { interfaceLanguage, interfaceText } from '../interface-text';
import { bringIn, sayNotTaken } from '../bring-in';
import { browser } from '../browser';
import { regionInto } from '../settings';
import { onShot, validPick } from './rectangle';

const words = () => interfaceText(interfaceLanguage(navigator.languages));

/** Lets the merchant draw a rectangle on a tab. @returns false where this tab may not be touched. */
export async function askForRegion(tabId: number, into: string | null): Promise<boolean> {
  await regionInto.setValue({ tabId, caseId: into });
  const put = await browser.scripting.executeScript({ target: { tabId }, files: ['/region.js' as never] }).catch(() => null);
  return put !== null;
}

/** The part of the screen a tab shows, as PNG in device pixels. The browser allows it only for the tab the merchant just acted on. */
async function shoot(windowId: number, pick: NonNullable<ReturnType<typeof validPick>>): Promise<Uint8Array> {
  const shot = await createImageBitmap(await (await fetch(await browser.tabs.captureVisibleTab(windowId, { format: 'png' }))).blob());
  const cut = onShot(pick.rectangle, pick.view, shot);
  const canvas = new OffscreenCanvas(cut.width, cut.height);
  canvas.getContext('2d')!.drawImage(shot, -cut.x, -cut.y);
  shot.close();
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

/** A rectangle was drawn: it becomes a picture of the case asked for, marked as a screenshot. @returns the case to examine. */
export async function takeRegion(tabId: number, raw: unknown): Promise<string | null> {
  const pick = validPick(raw);
  const tab = await browser.tabs.get(tabId);
  if (!pick || !tab.active || tab.windowId === undefined) return null;
  const asked = await regionInto.getValue();
  const place = { tabId, frameId: 0, pageUrl: tab.url ?? '' };
  try {
    const bytes = await shoot(tab.windowId, pick);
    return await bringIn({ name: words()('screenshotOf', (tab.url ?? '').slice(0, 200)), bytes, byHand: 'screenshot' }, place, asked?.tabId === tabId ? asked.caseId : null);
  } catch {
    await sayNotTaken(place, words()('regionNotAllowed'));
    return null;
  }
}
