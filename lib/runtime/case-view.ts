import { createStore } from 'zustand/vanilla';
import type { CaseFile } from '../case/case';
import { countCharacters } from '../appeal/fit';
import type { Draft } from '../appeal/draft';
import { draftForCase, firstChoice, type LetterChoice } from './draft-for-case';
import { browser } from './browser';
import { listen, send } from './protocol';
import { currentCase, settings, tabCases, type TabCase } from './settings';
import { database, loadCaseFile } from './stores';

interface ExportState {
  stage: string;
  fraction: number;
  error: string | null;
  done: boolean;
  /** What the saved bundle lacks, in words. */
  warning?: string | null;
}

/** What popup and panel show: a copy of the stored case, refilled on every `caseChanged`; it holds no truth itself. */
export interface CaseView {
  tabId: number | null;
  tab: TabCase | null;
  loaded: boolean;
  caseId: string | null;
  file: CaseFile | null;
  /** The merchant picked this case: news of other cases does not take it away, another page in the tab does. */
  picked: boolean;
  choice: LetterChoice;
  draft: Draft | null;
  refusal: string | null;
  /** The merchant's own words; null while the generated letter stands as it is. */
  typed: string | null;
  exporting: ExportState | null;
  note: string | null;
}

export const caseView = createStore<CaseView>(() => ({
  tabId: null,
  tab: null,
  loaded: false,
  caseId: null,
  file: null,
  picked: false,
  choice: firstChoice,
  draft: null,
  refusal: null,
  typed: null,
  exporting: null,
  note: null,
}));

export const letterText = (view: CaseView): string => view.typed ?? view.draft?.text ?? '';
export const letterCharacters = (view: CaseView): number => countCharacters(letterText(view));

async function writeLetter(): Promise<void> {
  const { file, choice } = caseView.getState();
  if (!file || file.case.status !== 'done') return caseView.setState({ draft: null, refusal: null });
  const { draft, refusal } = draftForCase(file, choice, await settings.getValue());
  caseView.setState({ draft, refusal });
}

export async function showCase(caseId: string | null, picked = false): Promise<void> {
  const file = caseId ? await loadCaseFile(caseId) : null;
  const before = caseView.getState();
  const saved = caseId && before.caseId !== caseId ? await (await database()).get('drafts', caseId) : null;
  if (file && before.caseId !== caseId) void currentCase.setValue({ caseId: file.case.id });
  caseView.setState({ caseId, file, loaded: true, picked: file !== null && (picked || (before.picked && before.caseId === caseId)), ...(before.caseId !== caseId ? { typed: saved?.text ?? null, exporting: null, note: null, choice: firstChoice } : {}) });
  await writeLetter();
}

export async function choose(choice: Partial<LetterChoice>): Promise<void> {
  caseView.setState({ choice: { ...caseView.getState().choice, ...choice }, typed: null });
  await writeLetter();
}

export async function typeLetter(text: string | null): Promise<void> {
  caseView.setState({ typed: text });
  const { caseId, choice } = caseView.getState();
  if (!caseId) return;
  const db = await database();
  if (text === null) await db.delete('drafts', caseId);
  else await db.put('drafts', { caseId, text, recipient: choice.recipient, length: choice.length, savedAt: new Date().toISOString() });
}

/** @param fresh whether a case that is shown already is read again. */
async function followTab(fresh = true): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const named = asked.get('case');
  const tabId = Number(asked.get('tab')) || (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id || null;
  const tab = tabId === null ? null : ((await tabCases.getValue())[tabId] ?? null);
  const before = caseView.getState();
  if (tabId !== before.tabId || JSON.stringify(tab) !== JSON.stringify(before.tab)) caseView.setState({ tabId, tab });
  const wanted = named ?? tab?.caseId ?? null;
  if (fresh || !before.loaded || wanted !== before.caseId) await showCase(wanted);
}

/** Starts following the current tab (`?tab=` names another one, `?case=` a case of its own). */
export function startCaseView(): void {
  listen('pages', {
    caseChanged: async ({ caseId }) => {
      if (caseId === caseView.getState().caseId) await showCase(caseId);
      else {
        const { picked, tab, tabId } = caseView.getState();
        const now = tabId === null ? null : ((await tabCases.getValue())[tabId] ?? null);
        // What the case shown has to say comes under its own id.
        if (!picked || now?.caseId !== tab?.caseId) await followTab(false);
      }
    },
    exportProgressed: ({ caseId, ...state }) => {
      if (caseId === caseView.getState().caseId) caseView.setState({ exporting: state });
    },
  });
  browser.tabs.onActivated.addListener(() => void followTab());
  void followTab();
  void send('background', 'wakeHost', {}).catch(() => undefined);
}

export async function exportBundle(unmask: boolean): Promise<void> {
  const view = caseView.getState();
  if (!view.caseId) return;
  caseView.setState({ exporting: { stage: '', fraction: 0, error: null, done: false } });
  await send('background', 'exportBundle', { caseId: view.caseId, text: letterText(view), choice: view.choice, unmask });
}

export async function fillPage(): Promise<{ filled: boolean }> {
  const view = caseView.getState();
  return view.tabId === null ? { filled: false } : send('background', 'fillDraft', { tabId: view.tabId, text: letterText(view) });
}

/** The tab a wish is about: the one this page follows, else the one in front. */
export async function tabInView(): Promise<number | null> {
  return caseView.getState().tabId ?? (Number(new URLSearchParams(location.search).get('tab')) || (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id || null);
}

export async function readAgain(): Promise<void> {
  const { tabId } = caseView.getState();
  if (tabId !== null) await send('background', 'readAgain', { tabId });
}
