import { expect, test } from 'vitest';
import { readable } from '../../../../lib/evidence/visible-mark/readable';
import { tileIndex, tileNames } from '../../../../lib/evidence/visible-mark/recogniser';
import type { Reader } from '../../../../lib/evidence/visible-mark/rows';

/** Which tile is read at a column, and its probability. */
const reader = (tiles: Record<number, [string, number]>): Reader => (_row, column) => {
  const logs = new Float32Array(tileNames.length).fill(-9);
  const [tile, probability] = tiles[column] ?? ['background', 1];
  logs[tileIndex(tile)] = Math.log(probability);
  return logs;
};
const likely = (...columns: number[]) => columns.map((column) => ({ row: 4, column, polarity: 'light' as const, score: 1 }));

test('places are cells at which a tile of a known mark is read, the surest first, each once', () => {
  const read = reader({ 10: ['AI', 0.6], 12: ['AI', 0.9], 30: ['生', 0.95], 40: ['成', 0.2], 50: ['由', 0.9] });
  const look = { likely: likely(10, 12, 30, 40, 50, 60), readers: { light: read, dark: reader({}) } };
  const found = readable([look], 80).map(({ seed }) => [seed.tile, seed.column]);
  // 由 stands only before marks, 成 is unsure, and 60 is background.
  expect(found).toEqual([['生', 30], ['AI', 12]]);
  expect(readable([look], 1)).toHaveLength(1);
});
