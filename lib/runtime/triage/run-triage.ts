import { openCase } from '../open-case';
import { browser } from '../browser';
import { send } from '../protocol';
import { collectCase, runCase } from '../run-case';
import { database, loadCaseFile } from '../stores';
import * as here from './detail-tabs';
import { lastHour, nextTurn } from './pace';
import { changeQueue, changeRow, inOrder, loadQueue, loadRows, Turns, unfinished, type RowProblem, type TriageRow } from './queue';
import { claimOfRow } from './row-claim';

/** The offscreen page has no tabs and asks the background; Firefox's background page is itself the host. */
const tabs = {
  open: async (url: string, from: string) => ((browser as Partial<typeof browser>).tabs ? here.openDetail(url, from) : (await send('background', 'openDetail', { url, from })).tabId),
  state: (tabId: number) => ((browser as Partial<typeof browser>).tabs ? here.detailState(tabId) : send('background', 'detailState', { tabId })),
  close: async (tabId: number) => ((browser as Partial<typeof browser>).tabs ? here.closeDetail(tabId) : send('background', 'closeDetail', { tabId })),
};

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
/** How long a request's own page has to show itself, and how long late pictures are waited for after that. */
const loadMs = 45_000;
const settleMs = 2_500;
const missesAtMost = 3;

let running: Promise<void> | null = null;
let misses = 0;

/** Works through the queue, one request at a time; a second call while it runs changes nothing. */
export function runTriage(): Promise<void> {
  running ??= work()
    .catch((error: unknown) => console.error('triage', error))
    .finally(() => {
      running = null;
    });
  return running;
}

/** After the host was gone: what was under way is taken up again; pages are opened again only when the merchant says so. */
export async function resumeTriage(): Promise<void> {
  const rows = await loadRows();
  const open = rows.filter((row) => unfinished.includes(row.state));
  if (open.length === 0) return;
  for (const row of open) {
    if (row.state === 'opening') await changeRow(row.id, { state: 'detail' });
    if (row.state === 'examining') await changeRow(row.id, { state: row.row.evidence.length > 0 ? 'waiting' : 'detail' });
  }
  const queue = await loadQueue();
  if (queue.openDetails && open.some((row) => row.state === 'detail' || row.state === 'opening')) await changeQueue({ openDetails: false });
  await runTriage();
}

async function work(): Promise<void> {
  // Misses in a row count within one run; told to go on, the queue starts from none.
  misses = 0;
  await collectAll();
  const turns = new Turns();
  for (;;) {
    const queue = await loadQueue();
    if (queue.resting !== null) return;
    const direct = await turns.first('waiting');
    const detail = direct || !queue.openDetails ? undefined : await turns.first('detail');
    if (direct) await examineRow(direct);
    else if (detail) await openRow(detail);
    else return;
  }
}

/** Signed addresses in rows expire: all pictures that rows show are taken before the first is examined, one request after another. */
async function collectAll(): Promise<void> {
  for (const row of inOrder(await loadRows())) {
    if (row.state !== 'waiting') continue;
    if ((await loadQueue()).resting !== null) return;
    await openRowCase(row);
    await collectCase(row.id);
  }
}

async function openRowCase({ id, platform, row, pageUrl }: TriageRow): Promise<void> {
  const before = await (await database()).get('cases', id);
  await openCase(claimOfRow(platform, row, pageUrl, before, new Date().toISOString()));
  if (!before) await changeRow(id, { madeCase: true });
}

async function examineRow(row: TriageRow): Promise<void> {
  await changeRow(row.id, { state: 'examining' });
  await openRowCase(row);
  await runCase(row.id);
  await settle(row.id);
}

/** What the examination came to. */
async function settle(id: string): Promise<void> {
  const file = await loadCaseFile(id);
  if (!file) return;
  const evidence = file.images.filter((image) => image.role === 'evidence');
  if (file.case.status !== 'done') return fail(id, 'interrupted', file.case.error ?? null);
  if (evidence.length === 0) return changeRow(id, { state: 'no-pictures', problem: null });
  if (evidence.every((image) => image.problem !== null)) return fail(id, 'pictures', null);
  return changeRow(id, { state: 'done', problem: null, said: null });
}

const fail = (id: string, problem: RowProblem, said: string | null) => changeRow(id, { state: 'failed', problem, said });

/** Opens a request's own page in a tab in the background, lets the content script read it as if the merchant had opened it, and closes it. */
async function openRow(row: TriageRow): Promise<void> {
  if (row.row.detailUrl === null) return fail(row.id, 'no-link', null);
  if (!(await takeTurn())) return;
  await changeRow(row.id, { state: 'opening' });
  const tabId = await tabs.open(row.row.detailUrl, row.pageUrl);
  if (tabId === null) return fail(row.id, 'no-link', null);
  const outcome = await readDetail(tabId, row.id);
  if (outcome.problem === 'login') {
    // The page asks for the merchant: it stays open, and nothing more is opened.
    await changeRow(row.id, { state: 'detail' });
    return changeQueue({ resting: 'login' });
  }
  if (outcome.problem !== null) {
    await tabs.close(tabId);
    await fail(row.id, outcome.problem, outcome.said);
    misses += 1;
    if (misses >= missesAtMost) {
      misses = 0;
      await changeQueue({ resting: 'misses' });
    }
    return;
  }
  misses = 0;
  await changeRow(row.id, { state: 'examining' });
  await wait(settleMs);
  await collectCase(row.id);
  await tabs.close(tabId);
  await runCase(row.id);
  await settle(row.id);
}

/** Waits until the next page may be opened. @returns false where the queue was stopped meanwhile. */
async function takeTurn(): Promise<boolean> {
  for (;;) {
    const queue = await loadQueue();
    if (queue.resting !== null) return false;
    const now = Date.now();
    const turn = nextTurn(queue.openedAt, now, Math.random());
    if (turn.limited) {
      await changeQueue({ resting: 'hour-limit' });
      return false;
    }
    if (turn.wait === 0) {
      await changeQueue({ openedAt: [...lastHour(queue.openedAt, now), now] });
      return true;
    }
    // The queue is looked at again meanwhile, so that a pause is felt at once.
    for (let left = turn.wait; left > 0; left -= 500) {
      await wait(Math.min(left, 500));
      if ((await loadQueue()).resting !== null) return false;
    }
    const after = await loadQueue();
    await changeQueue({ openedAt: [...lastHour(after.openedAt, Date.now()), Date.now()] });
    return true;
  }
}

async function readDetail(tabId: number, id: string): Promise<{ problem: RowProblem | 'login' | null; said: string | null }> {
  let said: string | null = null;
  let complete = 0;
  for (const end = Date.now() + loadMs; Date.now() < end; await wait(700)) {
    const state = await tabs.state(tabId);
    if (state.gone) return { problem: 'tab-closed', said: null };
    if (state.elsewhere) return { problem: 'login', said: null };
    if (state.caseId === id) return { problem: null, said: null };
    if (state.caseId !== null) return { problem: 'other-request', said: null };
    said = state.said;
    // A page that has loaded and still lacks what is wanted gets a while for late content, then it is said to be unread.
    if (state.complete) complete += 1;
    if (complete > 20 && said !== null) break;
  }
  return { problem: 'unread', said };
}
