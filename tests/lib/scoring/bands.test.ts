import { expect, test } from 'vitest';
import { bandOf, scoreOf } from '../../../lib/scoring/bands';

test.each([
  [-2, 'none', 0],
  [0, 'none', 0],
  [0.29, 'none', 15],
  [0.3, 'limited', 15],
  [1, 'moderate', 35],
  [1.5, 'moderate', 45],
  [2, 'moderately-strong', 55],
  [3, 'strong', 75],
  [3.999, 'strong', 90],
  [4, 'very-strong', 90],
  [5, 'very-strong', 95],
  [9, 'very-strong', 100],
] as const)('log10LR %f reads %s, %i of 100', (log10LR, band, score) => {
  expect(bandOf(log10LR)).toBe(band);
  expect(scoreOf(log10LR)).toBe(score);
});

test('the score never falls as the evidence grows', () => {
  let last = 0;
  for (let log10LR = -1; log10LR < 7; log10LR += 0.01) {
    const score = scoreOf(log10LR);
    expect(score).toBeGreaterThanOrEqual(last);
    last = score;
  }
});
