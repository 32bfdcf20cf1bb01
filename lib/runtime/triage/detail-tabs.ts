import { recipes } from '../../platforms';
import { kindByAddress, recipeFor } from '../../platforms/page-kind';
import { browser } from '../browser';
import { tabCases } from '../settings';

export interface DetailState {
  gone: boolean;
  /** The tab shows something else than the page that was opened: a login or a check that is the merchant's to do. */
  elsewhere: boolean;
  complete: boolean;
  caseId: string | null;
  said: string | null;
}

const isDetail = (url: string): boolean => {
  const recipe = recipeFor(recipes, url);
  const kind = recipe === null ? 'none' : kindByAddress(recipe, url);
  return kind === 'refund-detail' || kind === 'by-text';
};

/** Opens a request's own page behind the others; only addresses of a recipe's request pages, on the platform of the list. */
export async function openDetail(url: string, from: string): Promise<number | null> {
  if (!isDetail(url) || recipeFor(recipes, url) !== recipeFor(recipes, from)) return null;
  return (await browser.tabs.create({ url, active: false })).id ?? null;
}

export async function detailState(tabId: number): Promise<DetailState> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab === null) return { gone: true, elsewhere: false, complete: false, caseId: null, said: null };
  const complete = tab.status === 'complete';
  const shown = (await tabCases.getValue())[tabId];
  const url = tab.url ?? '';
  return { gone: false, elsewhere: complete && url !== '' && !url.startsWith('about:') && !isDetail(url), complete, caseId: shown?.caseId ?? null, said: shown?.mismatches[0]?.message ?? null };
}

/** Closes the tab, unless the merchant has gone to it meanwhile: then it is the merchant's. */
export async function closeDetail(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab !== null && !tab.active) await browser.tabs.remove(tabId).catch(() => undefined);
}
