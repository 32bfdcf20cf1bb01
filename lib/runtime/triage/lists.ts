import type { ClaimRow } from '../../case/claim';
import { validRow } from '../claim-validation';
import { rowMark } from '../mark-text';
import { askTab, type RowMark } from '../protocol';
import { tabLists, type TabList } from '../settings';
import { database } from '../stores';
import { rowId } from './row-id';
import type { PlatformId } from '../../case/platform';

const rowsAtMost = 500;
let last: Promise<unknown> = Promise.resolve();
/** As stored, read once per life of the background: a list holds hundreds of requests, and every step of a queue asks which lists show it. */
let lists: Promise<Record<string, TabList>> | null = null;
const allLists = () => (lists ??= tabLists.getValue());

/** Notes the list a tab shows, or forgets it; one change after another. */
export function rememberList(tabId: number, list: TabList | null): Promise<void> {
  const change = last.then(async () => {
    const all = { ...(await allLists()) };
    if (list === null && all[tabId] === undefined) return;
    if (list) all[tabId] = list;
    else delete all[tabId];
    lists = Promise.resolve(all);
    await tabLists.setValue(all);
  });
  last = change.catch(() => (lists = null));
  return change;
}

/** What a list page sent, checked field by field. */
export function listOf(platform: PlatformId, rows: unknown, total: unknown, url: string, frameId: number): TabList {
  const valid = Array.isArray(rows) ? rows.slice(0, rowsAtMost).map(validRow).filter((row): row is ClaimRow => row !== null) : null;
  return { platform, url: url.slice(0, 2048), frameId, rows: valid, total: typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 ? total : null, readAt: new Date().toISOString() };
}

/** What is known of a request: for the chip beside its row. */
export async function markOf(id: string): Promise<RowMark | null> {
  const db = await database();
  const [queued, file] = await Promise.all([db.get('triageRows', id), db.get('cases', id)]);
  if (!queued && !file) return null;
  return rowMark(id, queued, file);
}

export async function marksOf(list: TabList): Promise<RowMark[]> {
  const marks = await Promise.all((list.rows ?? []).map((row) => markOf(rowId(list.platform, row))));
  return marks.filter((mark) => mark !== null);
}

/** Tells every list that shows this request how far it has got. */
export async function showOnLists(caseId: string): Promise<void> {
  const showing = Object.entries(await allLists()).filter(([, list]) => (list.rows ?? []).some((row) => rowId(list.platform, row) === caseId));
  if (showing.length === 0) return;
  const mark = await markOf(caseId);
  if (mark) for (const [tabId, list] of showing) askTab(Number(tabId), 'rowChanged', mark, list.frameId).catch(() => undefined);
}

/** Tells every list all that is known of its requests: many may have joined the queue at once. */
export async function showAllLists(): Promise<void> {
  for (const [tabId, list] of Object.entries(await allLists()))
    for (const mark of await marksOf(list)) askTab(Number(tabId), 'rowChanged', mark, list.frameId).catch(() => undefined);
}
