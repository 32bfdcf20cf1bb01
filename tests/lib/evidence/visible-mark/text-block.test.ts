/** Two lines of bars on an even ground: what stands one and a half em above the words is a line of the same block, what stands farther is not. */
import { expect, test } from 'vitest';
import type { Luma } from '../../../../lib/evidence/luma';
import { isInBlock, standsInBlock } from '../../../../lib/evidence/visible-mark/text-block';
import type { TextMark } from '../../../../lib/evidence/visible-mark/text-marks';

const [width, height] = [300, 160];

/** Bars in the rows of two lines, the lower one's middle at 120, `apart` samples between the middles. */
function lines(apart: number): Luma {
  const data = new Uint8Array(width * height).fill(120);
  for (const middle of [120, 120 - apart]) {
    for (let y = middle - 5; y < middle + 5; y += 1) for (let x = 60; x < 240; x += 1) if (x % 4 < 2) data[y * width + x] = 250;
  }
  return { width, height, data };
}

/** A reading of the lower line, as tall as an em. */
const reading = (em: number, left = 70): TextMark => ({
  words: 'AI生成', brand: null, confidence: 0.9, score: 5, tiles: 3, weakest: -0.1, polarity: 'light', box: { x: left, y: 120 - em / 2, width: 12 * em, height: em }, above: null, em, measuredEm: em,
});

test('a line one and a half em above belongs to the same block, one two and a half em above does not', () => {
  expect(standsInBlock(lines(18), reading(12))).toBe(true);
  expect(standsInBlock(lines(32), reading(12))).toBe(false);
});

test('a reading that sees a block is not believed alone', () => {
  const [rough, closer, third] = [reading(12), reading(7.5), reading(7, 72)];
  const picture = lines(18);
  expect([rough, closer, third].map((one) => standsInBlock(picture, one))).toEqual([true, false, false]);
  expect(isInBlock(picture, rough, [rough, closer, third])).toBe(false);
  expect(isInBlock(picture, rough, [rough, reading(11.5, 66), third])).toBe(true);
  // One that sees none is.
  expect(isInBlock(picture, third, [third, rough, reading(11.5, 66)])).toBe(false);
});

test('the same reading found twice is asked once, and readings elsewhere are not', () => {
  const [rough, closer, elsewhere] = [reading(12), reading(7.5), { ...reading(7, 10), box: { x: 10, y: 10, width: 40, height: 7 } }];
  expect(isInBlock(lines(18), rough, [rough, rough, closer, elsewhere])).toBe(false);
  expect(isInBlock(lines(18), rough, [rough, rough, elsewhere])).toBe(true);
});
