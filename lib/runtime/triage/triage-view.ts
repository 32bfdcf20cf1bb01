import { createStore } from 'zustand/vanilla';
import type { TriageItem } from '../../../components/triage/triage-item';
import type { Case } from '../../case/case';
import { caseView } from '../case-view';
import { planDeadlines } from '../deadline-notices';
import { listen, send } from '../protocol';
import { tabLists, type TabList } from '../settings';
import { database } from '../stores';
import { cancelTriage } from './cancel-triage';
import { changeQueue, freshQueue, loadQueue, loadRows, unfinished, type TriageQueue, type TriageRow } from './queue';
import { isWhole, mayAwaitMerchant } from './row-claim';
import { rowId } from './row-id';

interface TriageView {
  /** The list the followed tab shows; null where it shows none. */
  list: TabList | null;
  items: TriageItem[];
  queue: TriageQueue;
}
export const triageView = createStore<TriageView>(() => ({ list: null, items: [], queue: freshQueue }));

const examinedBand = (file: Case | undefined) => (file?.status === 'done' && file.assessment && file.assessment.examined > 0 ? file.assessment.band : null);

/** Requests of the queue, and those of the list in view that wait for the merchant. */
function itemsOf(list: TabList | null, rows: readonly TriageRow[], cases: ReadonlyMap<string, Case>): TriageItem[] {
  const queued = new Map(rows.map((row) => [row.id, row]));
  const shown = list?.rows?.filter(mayAwaitMerchant) ?? [];
  const ids = new Set(shown.map((row) => rowId(list!.platform, row)));
  const fresh = shown.filter((row) => !queued.has(rowId(list!.platform, row)));
  const item = (id: string, platform: TriageItem['platform'], row: TriageItem['row'], state: TriageItem['state'], rest: Pick<TriageItem, 'problem' | 'said'>): TriageItem => {
    const band = examinedBand(cases.get(id));
    return { id, platform, row, state: band !== null && state === null ? 'done' : state, band, score: band === null ? null : (cases.get(id)?.assessment?.score ?? null), onPage: ids.has(id), hasCase: cases.has(id), ...rest };
  };
  return [...rows.map((row) => item(row.id, row.platform, row.row, row.state, row)), ...fresh.map((row) => item(rowId(list!.platform, row), list!.platform, row, null, { problem: null, said: null }))];
}

/** How many cases there were at the last look: the queue makes new ones, whose deadlines are then planned. */
let known = -1;
let timer: ReturnType<typeof setTimeout> | undefined;
async function refresh(): Promise<void> {
  const { tabId } = caseView.getState();
  const list = tabId === null ? null : ((await tabLists.getValue())[tabId] ?? null);
  const [rows, queue, all] = await Promise.all([loadRows(), loadQueue(), database().then((db) => db.getAll('cases'))]);
  if (known !== -1 && all.length !== known) void planDeadlines();
  known = all.length;
  triageView.setState({ list, queue, items: itemsOf(list, rows, new Map(all.map((one) => [one.id, one]))) });
}

/** Refills the view soon; a burst of news is one refill. */
function refreshSoon(): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    void refresh();
  }, 250);
}

export function startTriageView(): void {
  listen('pages', { triageChanged: refreshSoon });
  tabLists.watch(refreshSoon);
  caseView.subscribe((now, before) => {
    if (now.tabId !== before.tabId || now.file !== before.file || now.tab !== before.tab) refreshSoon();
  });
  void refresh();
}

/** Puts the pending requests of the list in view into the queue and starts it. What is examined already is not done again. */
export async function startTriage(openDetails: boolean): Promise<void> {
  const { list } = triageView.getState();
  if (!list?.rows) return;
  const db = await database();
  const at = new Date().toISOString();
  for (const row of list.rows.filter(mayAwaitMerchant)) {
    const id = rowId(list.platform, row);
    const [queued, file, images] = await Promise.all([db.get('triageRows', id), db.get('cases', id), db.getAllFromIndex('images', 'caseId', id)]);
    if (queued && unfinished.includes(queued.state)) continue;
    const evidence = images.filter((image) => image.role === 'evidence' && image.problem === null).length;
    const done = examinedBand(file) !== null && evidence >= Math.max(1, row.evidence.length);
    const state = done ? 'done' : isWhole(row) ? 'waiting' : 'detail';
    await db.put('triageRows', { id, platform: list.platform, pageUrl: list.url, row, state, problem: null, said: null, madeCase: queued?.madeCase ?? false, addedAt: at, updatedAt: at });
  }
  await changeQueue({ resting: null, openDetails });
  await send('background', 'runTriage', {});
}

export const pauseTriage = () => changeQueue({ resting: 'merchant' });

export async function resumeTriage(openDetails: boolean): Promise<void> {
  await changeQueue({ resting: null, openDetails });
  await send('background', 'runTriage', {});
}

export async function stopTriage(): Promise<void> {
  await cancelTriage();
}

/** Tries again what failed, with the addresses the list in view has now. */
export async function retryTriage(): Promise<void> {
  const db = await database();
  const { list } = triageView.getState();
  for (const queued of await loadRows()) {
    if (queued.state !== 'failed') continue;
    const row = list?.rows?.find((one) => rowId(list.platform, one) === queued.id) ?? queued.row;
    for (const image of await db.getAllFromIndex('images', 'caseId', queued.id)) if (image.problem !== null && image.sha256 === null) await db.put('images', { ...image, problem: null });
    await db.put('triageRows', { ...queued, row, state: isWhole(row) ? 'waiting' : 'detail', problem: null, said: null });
  }
  await resumeTriage((await loadQueue()).openDetails);
}

/** Takes what is finished off the queue's list; the cases stay. */
export async function clearTriage(): Promise<void> {
  const db = await database();
  for (const row of await loadRows()) if (!unfinished.includes(row.state)) await db.delete('triageRows', row.id);
  await changeQueue({});
}

