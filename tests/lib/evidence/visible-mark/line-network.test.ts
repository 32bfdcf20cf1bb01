/** The network reads a line as the training did: tests/fixtures/marks/line-parity.json is written by training/marks/export_lines.py. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lineHeight, lineLogits } from '../../../../lib/evidence/visible-mark/line-network';
import { frozenStrip } from '../../../fixtures/marks/frozen-strip';

const frozen = JSON.parse(readFileSync(new URL('../../../fixtures/marks/line-parity.json', import.meta.url), 'utf8')) as { width: number; span: [number, number, number, number]; columns: number[]; logits: number[][] };
const [left, right, top, bottom] = frozen.span;
const span = { left, right, top, bottom };

test('a line is read as in the training', () => {
  const logits = lineLogits(frozenStrip(lineHeight, frozen.width), frozen.width, span);
  expect(logits.length).toBe(frozen.width / 2);
  expect(frozen.columns.length).toBeGreaterThan(3);
  frozen.columns.forEach((column, i) => {
    expect(logits[column]!.length).toBe(frozen.logits[i]!.length);
    frozen.logits[i]!.forEach((wanted, k) => expect(logits[column]![k]).toBeCloseTo(wanted, 2));
  });
});

test('dark letters on a light ground read as light ones on a dark ground', () => {
  const grey = frozenStrip(lineHeight, frozen.width);
  const turned = lineLogits(grey.map((value) => 255 - value), frozen.width, span, true);
  lineLogits(grey, frozen.width, span).forEach((wanted, column) => wanted.forEach((value, k) => expect(turned[column]![k]).toBeCloseTo(value, 3)));
});

test('what lies outside the span is not looked at', () => {
  const grey = frozenStrip(lineHeight, frozen.width);
  const other = grey.slice();
  for (let y = 0; y < lineHeight; y += 1) for (let x = right; x < frozen.width; x += 1) other[y * frozen.width + x] = 0;
  expect(lineLogits(other, frozen.width, span)).toEqual(lineLogits(grey, frozen.width, span));
});
