/** Columns are cells of an eighth of an em. */
import { expect, test } from 'vitest';
import { tilesOf } from '../../../../lib/evidence/visible-mark/known-marks';
import { tileIndex, tileNames } from '../../../../lib/evidence/visible-mark/recogniser';
import { isParted, isRivalled, type Reader } from '../../../../lib/evidence/visible-mark/rows';

/** Each tile is read as surely from a cell beside its middle; the rest is background. */
const reader = (placed: readonly (readonly [string, number, number])[]): Reader => (_row, column) => {
  const logs = new Float32Array(tileNames.length).fill(-9);
  for (const [tile, middle, log] of placed) if (Math.abs(column - middle) <= 1) logs[tileIndex(tile)] = log;
  return logs;
};

test.each([
  ['services write it', [10, 18, 26], [10, 18, 26], false],
  ['a space stands between', [10, 20, 28], [10, 20, 28], false],
  ['the R of AIR stands between', [10, 23, 30], [10, 23, 30], true],
  // The likeliest cells lie a cell inwards and outwards of the middles.
  ['the R of AIR stands between, roughly read', [10, 23, 30], [11, 22, 31], true],
])('AI生成: %s', (_name, middles, columns, wanted) => {
  const tiles = tilesOf('AI生成');
  expect(isParted(reader(tiles.map((tile, k) => [tile, middles[k]!, -0.1] as const)), 0, tiles, columns)).toBe(wanted);
});

test('a character that looks like AI is a rival, the next one of the same words is not', () => {
  const tiles = tilesOf('AI生成');
  const beside = (tile: string) => reader([['AI', 10, -0.5], [tile, 14, -0.1]]);
  expect(isRivalled(beside('生'), 0, 10, tiles, 0)).toBe(false);
  expect(isRivalled(beside('图'), 0, 10, tiles, 0)).toBe(true);
});
