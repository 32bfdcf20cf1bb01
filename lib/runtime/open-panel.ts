import { browser, chromium, sideBar } from './browser';
import { caseView } from './case-view';
import { panelTarget, type PanelTab } from './settings';

/** Opens the side panel on a case; in a tab of its own where the browser has no side panel. */
export async function openPanelFor(caseId?: string, imageId?: string, tab?: PanelTab): Promise<void> {
  const { tabId } = caseView.getState();
  // Both must be called in the click itself.
  const opened = (tabId === null ? undefined : chromium.sidePanel?.open?.({ tabId })) ?? sideBar?.open() ?? null;
  await panelTarget.setValue({ caseId: caseId ?? null, imageId: imageId ?? null, tab: tab ?? null, at: Date.now() });
  const inPanel = await (opened?.then(() => true, () => false) ?? Promise.resolve(false));
  if (!inPanel) await browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html${caseId ? `?case=${encodeURIComponent(caseId)}` : ''}` as never) });
}
