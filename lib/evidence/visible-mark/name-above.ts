import { before, type Extension } from './known-marks';
import { confidenceOf, worth, type Reading } from './reading';
import { tileIndex } from './recogniser';
import { follow, type Reader } from './rows';

/** A service's name on the line above the words, as 元宝 is also written. */
export interface NameAbove {
  name: Extension;
  row: number;
  columns: readonly number[];
  score: number;
}

/** Lines stand 1.1 to 1.75 em apart, in cells of an eighth of an em. */
const lines = { from: 9, to: 14 };
/** The words below must be read this well before a second line is looked for, and the name itself in the mean. */
const leastBelow = 0.5;
const leastMean = Math.log(0.6);

const names = before.filter(({ brand, tiles }) => brand !== null && tiles.length >= 2 && tiles.every((tile) => /^\p{Script=Han}$/u.test(tile)));

/** The likeliest name that begins somewhere above the words, or null. */
export function nameAbove(reading: Reading, read: Reader): NameAbove | null {
  if (confidenceOf(reading) < leastBelow) return null;
  let kept: NameAbove | null = null;
  for (let row = reading.row - lines.from; row >= reading.row - lines.to; row -= 1) {
    for (let column = reading.columns[0]! - 6; column <= reading.columns.at(-1)!; column += 1) {
      const logs = read(row, column);
      if (!logs) continue;
      for (const name of names) {
        const first = logs[tileIndex(name.tiles[0]!)]!;
        if (first < leastMean) continue;
        const { columns, total } = follow(read, row, column, name.tiles, 1);
        const sum = first + total;
        const score = sum + worth * name.tiles.length;
        if (sum >= leastMean * name.tiles.length && score > (kept?.score ?? 0)) kept = { name, row, columns: [column, ...columns], score };
      }
    }
  }
  return kept;
}
