/** The recogniser computes what the training computed: tests/fixtures/marks/parity.json is written by training/marks/export.py. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cellsOf, coarseCells } from '../../../../lib/evidence/visible-mark/features';
import { after, before, cores, tilesOf } from '../../../../lib/evidence/visible-mark/known-marks';
import { anchorNames, anchorsAt, logitsAt, tileIndex, tileNames } from '../../../../lib/evidence/visible-mark/recogniser';
import { frozenStrip } from '../../../fixtures/marks/frozen-strip';

const frozen = JSON.parse(readFileSync(new URL('../../../fixtures/marks/parity.json', import.meta.url), 'utf8')) as { places: [number, number][]; logits: number[][]; anchors: number[][] };

test('tiles and filters agree with the training', () => {
  const cells = cellsOf(frozenStrip(), 96, 40);
  const coarse = coarseCells(cells);
  expect(frozen.places.length).toBeGreaterThan(3);
  frozen.places.forEach(([row, column], i) => {
    const logits = logitsAt(cells, row, column, 'light');
    expect(logits.length).toBe(tileNames.length);
    frozen.logits[i]!.forEach((wanted, k) => expect(logits[k]).toBeCloseTo(wanted, 2));
    const scores = anchorsAt(coarse, row / 2, column / 2);
    expect(scores.length).toBeGreaterThanOrEqual(2 * anchorNames.length);
    frozen.anchors[i]!.forEach((wanted, k) => expect(scores[k]).toBeCloseTo(wanted, 2));
  });
});

test('dark text on a light ground reads as light text on a dark one', () => {
  const grey = frozenStrip();
  const cells = cellsOf(grey, 96, 40);
  const turned = cellsOf(grey.map((value) => 255 - value), 96, 40);
  const [light, dark] = [logitsAt(cells, 10, 20, 'light'), logitsAt(turned, 10, 20, 'dark')];
  light.forEach((value, k) => expect(dark[k]).toBeCloseTo(value, 3));
});

test('the recogniser knows every tile of every known mark', () => {
  for (const { tiles } of [...cores, ...before, ...after]) for (const tile of tiles) expect(tileIndex(tile), tile).toBeGreaterThan(0);
  expect(tilesOf('LibLibAI')).toEqual(['LibLib/0', 'LibLib/1', 'LibLib/2', 'AI']);
  expect(() => tileIndex('龘')).toThrow('龘');
});
