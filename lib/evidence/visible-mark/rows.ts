import type { Cells } from './features';
import { readTile, tileIndex, type Polarity } from './recogniser';

/** How far apart the centres of two neighbouring tiles may be, in cells of an eighth of an em: characters, and where a space may stand between. */
const near = { from: 6, to: 10 };
/** `AIR 生成` has 14. */
const apart = { from: 6, to: 12 };
const within = { from: 5, to: 10 };

/** Log probability below which a tile counts no less. */
export const lowest = -5;
/** Mean log probability below which tiles are not there. */
const hopeless = -3;

const isHan = (tile: string) => /^\p{Script=Han}$/u.test(tile);
const sameWord = (a: string, b: string) => a.includes('/') && a.split('/')[0] === b.split('/')[0];
const gapBetween = (a: string, b: string) => (isHan(a) && isHan(b) ? near : sameWord(a, b) ? within : apart);

/** Log probabilities of all tiles at a cell; null outside. */
export type Reader = (row: number, column: number) => Float32Array | null;

/** Asks the recogniser each place at most once. */
export function rowReader(cells: Cells, polarity: Polarity): Reader {
  const memo = new Map<number, Float32Array>();
  return (row, column) => {
    if (row < 0 || column < 0 || row >= cells.rows || column >= cells.columns) return null;
    const key = row * cells.columns + column;
    let value = memo.get(key);
    if (!value) memo.set(key, (value = readTile(cells, row, column, polarity)));
    return value;
  };
}

/** Places of tiles one after the other and how likely each is there. */
export interface Row {
  columns: readonly number[];
  logs: readonly number[];
  total: number;
}

export const nowhere: Row = { columns: [], logs: [], total: -Infinity };

/**
 * The best places of `tiles` one after the other, to the right (`step` 1) or to the left (-1) of the first one, which stands at
 * `column` and is not counted.
 */
export function follow(read: Reader, row: number, column: number, tiles: readonly string[], step: 1 | -1): Row {
  let states = new Map<number, Row>([[column, { total: 0, columns: [], logs: [] }]]);
  for (let k = 1; k < tiles.length; k += 1) {
    const gap = gapBetween(tiles[k - 1]!, tiles[k]!);
    const wanted = tileIndex(tiles[k]!);
    const next = new Map<number, Row>();
    for (const [at, state] of states) {
      for (let d = gap.from; d <= gap.to; d += 1) {
        const to = at + step * d;
        const log = Math.max(lowest, read(row, to)?.[wanted] ?? lowest);
        const total = state.total + log;
        if (total > (next.get(to)?.total ?? -Infinity)) next.set(to, { total, columns: [...state.columns, to], logs: [...state.logs, log] });
      }
    }
    // The few best places are enough: a wrong one costs log units.
    states = new Map([...next].sort(([, a], [, b]) => b.total - a.total).slice(0, 4));
    if ([...states.values()][0]!.total < hopeless * k - 1) return nowhere;
  }
  return [...states.values()].reduce((a, b) => (b.total > a.total ? b : a));
}

/** How far around a tile another one would lie upon it, in cells. */
const upon = 4;

/**
 * Whether another tile is likelier than the one of `tiles` that stands at `column`: part of a character can look like `AI`.
 * Its neighbours in the words, which reach into the window where letters are small, are no rivals.
 */
export function isRivalled(read: Reader, row: number, column: number, tiles: readonly string[], at: number): boolean {
  const own = tileIndex(tiles[at]!);
  const known = [at - 1, at + 1].filter((k) => k in tiles).map((k) => tileIndex(tiles[k]!));
  const held = read(row, column)?.[own] ?? lowest;
  for (let beside = column - upon; beside <= column + upon; beside += 1) {
    const logs = read(row, beside);
    // The first tile is the background.
    if (logs) for (let k = 1; k < logs.length; k += 1) if (k !== own && logs[k]! > held && !known.includes(k)) return true;
  }
  return false;
}

/** The middle of the places around a column from which a tile is read, as it is from a cell or two beside its own. */
function middleOf(read: Reader, row: number, column: number, tile: string): number {
  const own = tileIndex(tile);
  let [sum, weight] = [0, 0];
  for (let at = column - upon; at <= column + upon; at += 1) {
    const share = Math.exp(read(row, at)?.[own] ?? -Infinity);
    sum += share * at;
    weight += share;
  }
  return weight > 0 ? sum / weight : column;
}

/** The step from `AI` to 生 or 合 against that from there to 成: with a space between 1.2 to 1.4, with the R of `AIR 生成` 1.7 to 1.8. */
const widest = 1.5;

/** Whether something unread stands between `AI` and the generation element. */
export function isParted(read: Reader, row: number, tiles: readonly string[], columns: readonly number[]): boolean {
  const at = tiles.indexOf('AI');
  if (at < 0 || tiles[at + 2] !== '成') return false;
  const [ai, made, last] = [at, at + 1, at + 2].map((k) => middleOf(read, row, columns[k]!, tiles[k]!)) as [number, number, number];
  return made - ai > widest * (last - made);
}
