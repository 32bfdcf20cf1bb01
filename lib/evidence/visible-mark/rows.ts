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

/** Whether another tile is likelier than `tile` where that stands: part of a character can look like `AI`. */
export function isRivalled(read: Reader, row: number, column: number, tile: string): boolean {
  const own = tileIndex(tile);
  const held = read(row, column)?.[own] ?? lowest;
  for (let at = column - upon; at <= column + upon; at += 1) {
    const logs = read(row, at);
    // The first tile is the background.
    if (logs) for (let k = 1; k < logs.length; k += 1) if (k !== own && logs[k]! > held) return true;
  }
  return false;
}
