import { tabCases, type TabCase } from './settings';

let last: Promise<unknown> = Promise.resolve();

/** Notes what a tab shows, or forgets it. Frames of several tabs report at once: one change after another, so that none is lost. */
export function rememberTab(tabId: number, shown: TabCase | null): Promise<void> {
  const change = last.then(async () => {
    const all = { ...(await tabCases.getValue()) };
    if (shown) all[tabId] = shown;
    else delete all[tabId];
    await tabCases.setValue(all);
  });
  last = change.catch(() => undefined);
  return change;
}
