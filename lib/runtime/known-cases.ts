import { createStore } from 'zustand/vanilla';
import type { Case } from '../case/case';
import { listen } from './protocol';
import { database } from './stores';

/**
 * Every case on this device, as the lists of a page show them: read whole once, then one record for each that changes. A queue of two
 * hundred requests changes a thousand times; what has not changed stays the very same object, so that it is not drawn again either.
 */
export const knownCases = createStore<{ cases: ReadonlyMap<string, Case> }>(() => ({ cases: new Map() }));

const changed = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;
/** One reading after another, so that an older one never overwrites a newer. */
let last: Promise<void> = Promise.resolve();

export function readAllCases(): Promise<void> {
  last = last.then(readAll, readAll);
  return last;
}

async function readAll(): Promise<void> {
  const all = await (await database()).getAll('cases');
  knownCases.setState({ cases: new Map(all.map((one) => [one.id, one])) });
}

async function readChanged(): Promise<void> {
  const ids = [...changed];
  changed.clear();
  const { store } = (await database()).transaction('cases');
  const [found, count] = await Promise.all([Promise.all(ids.map((id) => store.get(id))), store.count()]);
  const cases = new Map(knownCases.getState().cases);
  for (const [at, id] of ids.entries()) {
    if (found[at]) cases.set(id, found[at]);
    else cases.delete(id);
  }
  // Cases that came or went without a word: imported in another window, deleted for their age.
  if (cases.size !== count) return readAll();
  knownCases.setState({ cases });
}

/** Reads these cases again soon; a burst of news is one reading. */
export function casesChanged(ids: readonly string[]): void {
  for (const id of ids) if (id !== '') changed.add(id);
  if (changed.size === 0) return;
  timer ??= setTimeout(() => {
    timer = undefined;
    last = last.then(readChanged, readChanged);
  }, 250);
}

/** Starts following the cases; once per page. */
export function followCases(): Promise<void> {
  listen('pages', {
    caseChanged: ({ caseId }) => casesChanged([caseId]),
    triageChanged: ({ ids }) => (ids === null ? void readAllCases() : casesChanged(ids)),
  });
  return readAllCases();
}
