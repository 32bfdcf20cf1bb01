import { browser } from './browser';
import type { PageInspection } from './inspect-page';

/** Asked for by the merchant only: puts the inspection into one frame and takes its answer; null where the page lets nothing in. */
export async function inspectTab(tabId: number, frameId: number): Promise<PageInspection | null> {
  const [put] = await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/inspect.js' as never] }).catch(() => []);
  return (put?.result as PageInspection | undefined) ?? null;
}
