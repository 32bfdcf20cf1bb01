import { log10BinomialTail } from '../binomial';
import type { ComponentCoefficients } from '../jpeg/coefficients';
import { naturalOrder } from '../jpeg/zigzag';
import type { Rectangle } from '../luma';
import { alpha, binWeight, type FirstQuantisation } from './first-quantisation';

export interface SingleRegion {
  /** In pixels. */
  bounds: Rectangle;
  informative: number;
  single: number;
  log10NFA: number;
}

/**
 * A pasted piece speaks for "once" nearly throughout; textured and clipped parts of genuine re-saved photographs, where
 * rounding blurs the periods, do so in part.
 */
const leastShare = 0.75;

/** No coefficient of 8-bit samples is larger. */
const largest = 2048;

/** Blocks along one side of a tile; tiles lie half a side apart. */
const side = 8;

/** For each block, ln likelihood of "quantised once" against "quantised twice"; 0 where its coefficients tell nothing. */
export function blockLikelihoods(component: ComponentCoefficients, firsts: FirstQuantisation[]): Float32Array {
  const { blocksWide, blocksHigh, stride, coefficients } = component;
  const out = new Float32Array(blocksWide * blocksHigh);
  for (const { frequency, first, last } of firsts) {
    const at = naturalOrder[frequency]!;
    const table = new Float32Array(2 * largest + 1);
    for (let value = -largest; value <= largest; value += 1) if (value !== 0) table[value + largest] = -Math.log(alpha * binWeight(value, first, last) + 1 - alpha);
    for (let y = 0; y < blocksHigh; y += 1) {
      for (let x = 0; x < blocksWide; x += 1) {
        const value = coefficients[(y * stride + x) * 64 + at]!;
        out[y * blocksWide + x]! += table[Math.max(-largest, Math.min(largest, value)) + largest]!;
      }
    }
  }
  return out;
}

/**
 * Tiles where blocks quantised once gather in a picture quantised twice: under the null a block that tells anything
 * speaks for "once" as often as blocks of this picture do on the whole. NFA = tiles × binomial tail.
 */
export function singleRegions({ blocksWide, blocksHigh }: ComponentCoefficients, likelihoods: Float32Array, limit: number): { regions: SingleRegion[]; share: number } {
  const telling = (value: number) => Math.abs(value) > 0.5;
  let [all, once] = [0, 0];
  for (const value of likelihoods) {
    if (!telling(value)) continue;
    all += 1;
    if (value > 0) once += 1;
  }
  const share = all ? once / all : 1;
  const chance = Math.min(0.95, Math.max(0.02, share));
  const regions: SingleRegion[] = [];
  const tests = Math.log10(Math.max(1, Math.ceil(blocksWide / (side / 2)) * Math.ceil(blocksHigh / (side / 2))));
  for (let y = 0; y + side <= blocksHigh; y += side / 2) {
    for (let x = 0; x + side <= blocksWide; x += side / 2) {
      let [informative, single] = [0, 0];
      for (let v = y; v < y + side; v += 1) {
        for (let u = x; u < x + side; u += 1) {
          const value = likelihoods[v * blocksWide + u]!;
          if (!telling(value)) continue;
          informative += 1;
          if (value > 0) single += 1;
        }
      }
      const log10NFA = tests + log10BinomialTail(informative, single, chance);
      if (log10NFA < limit && single >= leastShare * informative) regions.push({ bounds: { x: 8 * x, y: 8 * y, width: 8 * side, height: 8 * side }, informative, single, log10NFA });
    }
  }
  return { regions: regions.sort((a, b) => a.log10NFA - b.log10NFA), share };
}
