import { browser, chromium, sideBar } from './browser';

/**
 * Opens the panel beside a tab, or in a tab of its own where the browser has no side panel or will not open it now.
 * To be called in the click itself, before anything is awaited.
 * @param query of the panel's address in a tab of its own.
 * @param onPage the click was on a page of a site: Firefox lets none open its side bar.
 */
export async function openSide(tabId: number | null, query: string, onPage = false): Promise<void> {
  const opened = (tabId === null ? undefined : chromium.sidePanel?.open?.({ tabId })) ?? (onPage ? undefined : sideBar?.open());
  const isOpen = await (opened?.then(() => true, () => false) ?? false);
  if (!isOpen) await browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html${query}` as never) });
}
