import type { ClaimRow } from '../../case/claim';
import type { PlatformId } from '../../case/platform';
import { tell } from '../protocol';
import { database } from '../stores';

/**
 * How far one request of a list has got. `waiting`: its pictures are in the row, its turn will come. `detail`: its pictures are on its own
 * page, which is opened only if the merchant said so.
 */
export const rowStates = ['waiting', 'detail', 'opening', 'examining', 'done', 'no-pictures', 'failed'] as const;
export type RowState = (typeof rowStates)[number];

/** Why a request could not be examined; each has a sentence in the interface (triageProblem_…). */
export type RowProblem = 'no-link' | 'tab-closed' | 'unread' | 'other-request' | 'pictures' | 'interrupted';

export interface TriageRow {
  /** Id of its case. */
  id: string;
  platform: PlatformId;
  pageUrl: string;
  row: ClaimRow;
  state: RowState;
  problem: RowProblem | null;
  /** Sentence of the page's own reading, where there is one. */
  said: string | null;
  /** Whether the queue made the case: then cancelling takes it away again. */
  madeCase: boolean;
  addedAt: string;
  updatedAt: string;
}

/** Why the queue rests: the merchant said so; a page asked to log in; pages could not be read; enough pages were opened for an hour. */
export type Rest = 'merchant' | 'login' | 'misses' | 'hour-limit';

export interface TriageQueue {
  id: 'queue';
  resting: Rest | null;
  /** Whether the merchant allowed opening requests' own pages, one at a time, in the background. */
  openDetails: boolean;
  /** Times (ms) at which such pages were opened in the last hour. */
  openedAt: number[];
}

export const freshQueue: TriageQueue = { id: 'queue', resting: null, openDetails: false, openedAt: [] };
export const unfinished: readonly RowState[] = ['waiting', 'detail', 'opening', 'examining'];

export async function loadQueue(): Promise<TriageQueue> {
  return (await (await database()).get('triageQueue', 'queue')) ?? freshQueue;
}

/** @param rows whether requests were put in or taken out as well. */
export async function changeQueue(change: Partial<TriageQueue>, { rows = false } = {}): Promise<void> {
  const transaction = (await database()).transaction('triageQueue', 'readwrite');
  await transaction.store.put({ ...((await transaction.store.get('queue')) ?? freshQueue), ...change });
  await transaction.done;
  tell('pages', 'triageChanged', { ids: rows ? null : [] });
}

export async function loadRows(): Promise<TriageRow[]> {
  return (await database()).getAll('triageRows');
}

/** Notes how far a request has got; one that was cancelled meanwhile stays away. */
export async function changeRow(id: string, change: Partial<TriageRow>): Promise<void> {
  const transaction = (await database()).transaction('triageRows', 'readwrite');
  const row = await transaction.store.get(id);
  if (row) await transaction.store.put({ ...row, ...change, updatedAt: new Date().toISOString() });
  await transaction.done;
  tell('pages', 'triageChanged', { ids: [id] });
  tell('background', 'caseChanged', { caseId: id });
}

/** Ids of the cases that the queue is to examine. */
export async function queuedIds(): Promise<Set<string>> {
  return new Set((await loadRows()).filter((row) => unfinished.includes(row.state)).map((row) => row.id));
}

/** Most urgent first; a request without a deadline stands after those with one. */
export function inOrder(rows: readonly TriageRow[]): TriageRow[] {
  return rows.map((row) => ({ row, place: placeOf(row) })).sort((one, other) => compare(one.place, other.place)).map(({ row }) => row);
}

interface Place {
  id: string;
  /** ms since the epoch. */
  due: number;
  addedAt: string;
}
const placeOf = ({ id, row, addedAt }: TriageRow): Place => ({ id, due: row.respondBy === null ? Infinity : Date.parse(row.respondBy), addedAt });
const compare = (one: Place, other: Place): number => (one.due === other.due ? one.addedAt.localeCompare(other.addedAt) || one.id.localeCompare(other.id) : one.due - other.due);

/** Finds the request whose turn it is. Each is read once for its place, however often a long queue is asked. */
export class Turns {
  private readonly places = new Map<string, Place>();

  async first(state: RowState): Promise<TriageRow | undefined> {
    const { store } = (await database()).transaction('triageRows');
    const ids = await store.index('state').getAllKeys(state);
    for (const id of ids) {
      const row = this.places.has(id) ? undefined : await store.get(id);
      if (row) this.places.set(id, placeOf(row));
    }
    const [first] = ids.flatMap((id) => this.places.get(id) ?? []).sort(compare);
    return first && store.get(first.id);
  }
}
