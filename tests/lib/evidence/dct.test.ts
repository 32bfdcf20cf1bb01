import { describe, expect, it } from 'vitest';
import { fastDct, fastDctScale, forwardDct, inverseDct } from '../../../lib/evidence/dct';
import { random } from '../../fixtures/texture';

const next = random(3);
const block = Float32Array.from({ length: 64 }, () => Math.round(next() * 255));
const weight = (k: number) => (k === 0 ? Math.sqrt(1 / 8) : Math.sqrt(2 / 8));

describe('DCT', () => {
  it('is the orthonormal DCT-II of the definition', () => {
    const out = new Float64Array(64);
    forwardDct(block, out);
    for (const [u, v] of [[0, 0], [1, 0], [0, 3], [5, 6], [7, 7]] as const) {
      let sum = 0;
      for (let y = 0; y < 8; y += 1) for (let x = 0; x < 8; x += 1) sum += block[y * 8 + x]! * Math.cos(((2 * x + 1) * u * Math.PI) / 16) * Math.cos(((2 * y + 1) * v * Math.PI) / 16);
      expect(out[v * 8 + u]).toBeCloseTo(sum * weight(u) * weight(v), 9);
    }
    const back = new Float64Array(64);
    inverseDct(out, back);
    back.forEach((value, i) => expect(value).toBeCloseTo(block[i]!, 9));
  });
  it('has a fast form with known scales', () => {
    const out = new Float32Array(8);
    fastDct(block, 3, 8, out, 0, 1);
    for (let k = 0; k < 8; k += 1) {
      let sum = 0;
      for (let i = 0; i < 8; i += 1) sum += block[3 + 8 * i]! * Math.cos(((2 * i + 1) * k * Math.PI) / 16);
      expect(out[k]! / fastDctScale[k]!).toBeCloseTo(sum * weight(k), 3);
    }
  });
});
