import { describe, expect, it } from 'vitest';
import { blur, boxMean } from '../../../lib/evidence/filters';
import { random } from '../../fixtures/texture';

const next = random(5);
const plane = { width: 17, height: 11, data: Float32Array.from({ length: 17 * 11 }, () => next() * 100) };

describe('filters', () => {
  it('boxMean averages the window, cut at the edges', () => {
    const out = boxMean(plane, 3);
    for (const [x, y] of [[0, 0], [16, 10], [8, 5], [2, 9], [15, 1]] as const) {
      let [sum, count] = [0, 0];
      for (let v = Math.max(0, y - 3); v <= Math.min(10, y + 3); v += 1) for (let u = Math.max(0, x - 3); u <= Math.min(16, x + 3); u += 1) [sum, count] = [sum + plane.data[v * 17 + u]!, count + 1];
      expect(out.data[y * 17 + x]).toBeCloseTo(sum / count, 3);
    }
  });
  it('boxMean takes windows wider than the picture', () => {
    const out = boxMean(plane, 40);
    const mean = plane.data.reduce((sum, value) => sum + value, 0) / plane.data.length;
    expect(out.data[0]).toBeCloseTo(mean, 3);
    expect(out.data[100]).toBeCloseTo(mean, 3);
  });
  it('blur spreads a point by the binomial kernel', () => {
    const data = new Float32Array(49);
    data[24] = 256;
    const out = blur({ width: 7, height: 7, data }).data;
    expect([out[24], out[25], out[26], out[27], out[24 + 8]]).toEqual([36, 24, 6, 0, 16]);
    expect(out.reduce((sum, value) => sum + value, 0)).toBeCloseTo(256, 5);
  });
});
