import { createStore } from 'zustand/vanilla';
import type { TriageItem } from '../../../components/triage/triage-item';
import type { Case } from '../../case/case';
import { caseView } from '../case-view';
import { planDeadlines } from '../deadline-notices';
import { followCases, knownCases, readAllCases } from '../known-cases';
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

/** Requests of the queue, by id; what has not changed stays the same object. */
let inQueue: ReadonlyMap<string, TriageRow> = new Map();

/** Requests of the queue, and those of the list in view that wait for the merchant. An item that says what it said `before` is the one of before. */
export function itemsOf(list: TabList | null, rows: ReadonlyMap<string, TriageRow>, cases: ReadonlyMap<string, Case>, before: readonly TriageItem[]): TriageItem[] {
  const shown = new Map((list?.rows?.filter(mayAwaitMerchant) ?? []).map((row) => [rowId(list!.platform, row), row]));
  const known = new Map(before.map((item) => [item.id, item]));
  const item = (id: string, platform: TriageItem['platform'], row: TriageItem['row'], state: TriageItem['state'], rest: Pick<TriageItem, 'problem' | 'said'>): TriageItem => {
    const file = cases.get(id);
    const band = examinedBand(file);
    const made: TriageItem = { id, platform, row, state: band !== null && state === null ? 'done' : state, band, score: band === null ? null : (file?.assessment?.score ?? null), onPage: shown.has(id), hasCase: file !== undefined, problem: rest.problem, said: rest.said };
    const old = known.get(id);
    return old && (Object.keys(made) as (keyof TriageItem)[]).every((key) => made[key] === old[key]) ? old : made;
  };
  const fresh = [...shown].filter(([id]) => !rows.has(id));
  return [...[...rows.values()].map((row) => item(row.id, row.platform, row.row, row.state, row)), ...fresh.map(([id, row]) => item(id, list!.platform, row, null, { problem: null, said: null }))];
}

/** The same rows with those of `ids` as they are now; all read anew where `ids` is null. */
async function rowsNow(ids: readonly string[] | null): Promise<ReadonlyMap<string, TriageRow>> {
  if (ids === null) return new Map((await loadRows()).map((row) => [row.id, row]));
  if (ids.length === 0) return inQueue;
  const { store } = (await database()).transaction('triageRows');
  const found = await Promise.all(ids.map((id) => store.get(id)));
  const rows = new Map(inQueue);
  for (const [at, id] of ids.entries()) {
    const row = found[at];
    // Its facts stay the same object, as they are the same: only how far it has got has changed.
    if (row) rows.set(id, { ...row, row: sameFacts(rows.get(id)?.row, row.row) });
    else rows.delete(id);
  }
  return rows;
}

const sameFacts = (before: TriageRow['row'] | undefined, now: TriageRow['row']): TriageRow['row'] => (before && JSON.stringify(before) === JSON.stringify(now) ? before : now);

const draw = (change: Partial<TriageView> = {}): void => {
  const before = triageView.getState();
  const list = change.list === undefined ? before.list : change.list;
  triageView.setState({ ...change, items: itemsOf(list, inQueue, knownCases.getState().cases, before.items) });
};

/** Requests to be read again; null: all. */
let stale: Set<string> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let last: Promise<void> = Promise.resolve();

async function refresh(): Promise<void> {
  const ids = stale === null ? null : [...stale];
  stale = new Set();
  inQueue = await rowsNow(ids);
  draw({ queue: await loadQueue() });
}

/** Refills the view soon; a burst of news is one refill. */
function refreshSoon(ids: readonly string[] | null): void {
  if (ids === null) stale = null;
  else for (const id of ids) stale?.add(id);
  timer ??= setTimeout(() => {
    timer = undefined;
    last = last.then(refresh, refresh);
  }, 250);
}

async function readList(): Promise<void> {
  const { tabId } = caseView.getState();
  const list = tabId === null ? null : ((await tabLists.getValue())[tabId] ?? null);
  // Read of a tab that is no longer followed: its successor's reading is on its way.
  if (tabId === caseView.getState().tabId) draw({ list });
}

/** Deadlines of cases that the queue makes are planned when it has made them, not at each. */
let planning: ReturnType<typeof setTimeout> | undefined;
function planSoon(): void {
  clearTimeout(planning);
  planning = setTimeout(() => void planDeadlines(), 2000);
}

export function startTriageView(): void {
  listen('pages', { triageChanged: ({ ids }) => refreshSoon(ids) });
  tabLists.watch(() => void readList());
  caseView.subscribe((now, before) => {
    if (now.tabId !== before.tabId || now.tab !== before.tab) void readList();
  });
  knownCases.subscribe(({ cases }, before) => {
    if (before.cases.size !== cases.size) planSoon();
    draw();
  });
  void readList();
  last = refresh();
  void followCases();
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
  await changeQueue({ resting: null, openDetails }, { rows: true });
  // No page hears its own news.
  refreshSoon(null);
  await send('background', 'runTriage', {});
}

export async function pauseTriage(): Promise<void> {
  await changeQueue({ resting: 'merchant' });
  refreshSoon([]);
}

export async function resumeTriage(openDetails: boolean): Promise<void> {
  await changeQueue({ resting: null, openDetails });
  refreshSoon([]);
  await send('background', 'runTriage', {});
}

export async function stopTriage(): Promise<void> {
  await cancelTriage();
  refreshSoon(null);
  await readAllCases();
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
  refreshSoon(null);
  await resumeTriage((await loadQueue()).openDetails);
}

/** Takes what is finished off the queue's list; the cases stay. */
export async function clearTriage(): Promise<void> {
  const db = await database();
  for (const row of await loadRows()) if (!unfinished.includes(row.state)) await db.delete('triageRows', row.id);
  await changeQueue({}, { rows: true });
  refreshSoon(null);
}
