import { fastDct, fastDctScale } from '../dct';
import type { ComponentCoefficients } from '../jpeg/coefficients';
import { naturalOrder } from '../jpeg/zigzag';
import type { Luma } from '../luma';

/** Zig-zag places looked at: the lowest AC frequencies, where coefficients are large enough to carry periods. */
export const frequencies = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** Quantised values beyond this count as this. */
export const range = 60;
/** Share of the coefficients taken to be doubly quantised where any are. */
export const alpha = 0.95;

export interface FirstQuantisation {
  /** Zig-zag place. */
  frequency: number;
  /** Step of the save before the last. */
  first: number;
  /** Step of the last save. */
  last: number;
  /** Gain in ln likelihood per non-zero coefficient over single quantisation. */
  gain: number;
}

/**
 * How many first-step bins fall into the last-step bin `value`, times first / last: 1 on average, the periodic trace of
 * double quantisation (Bianchi and Piva, IEEE TIFS 7(3), 2012, eq. 6).
 */
export function binWeight(value: number, first: number, last: number): number {
  const ratio = last / first;
  const bins = Math.floor(ratio * (value + 0.5)) - Math.ceil(ratio * (value - 0.5)) + 1;
  return (first * bins) / last;
}

const place = (value: number) => Math.max(-range, Math.min(range, value)) + range;

/** Histogram of the coefficients of one frequency, quantised by the last step, as a picture saved once would have them: read off the grid, 4 px aside. */
function singleHistograms({ width, height, data }: Luma, steps: ArrayLike<number>): Map<number, Float64Array> {
  const histograms = new Map(frequencies.map((k) => [k, new Float64Array(2 * range + 1).fill(0.5)]));
  const across = new Float32Array(64);
  const both = new Float32Array(64);
  const wanted = frequencies.map((k) => {
    const [u, v] = [naturalOrder[k]! & 7, naturalOrder[k]! >> 3];
    return { at: 8 * u + v, scale: 1 / (fastDctScale[u]! * fastDctScale[v]! * steps[naturalOrder[k]!]!), counts: histograms.get(k)! };
  });
  // Every block of small pictures, an even sample of large ones.
  const stride = Math.max(1, Math.floor((width * height) / 64 / 20000));
  let counter = 0;
  for (let y = 4; y + 8 <= height; y += 8) {
    for (let x = 4; x + 8 <= width; x += 8) {
      if (counter++ % stride) continue;
      for (let v = 0; v < 8; v += 1) fastDct(data, (y + v) * width + x, 1, across, 8 * v, 1);
      // The lowest frequencies lie in the first five columns.
      for (let u = 0; u < 5; u += 1) fastDct(across, u, 8, both, 8 * u, 1);
      for (const { at, scale, counts } of wanted) counts[place(Math.round(both[at]! * scale))]! += 1;
    }
  }
  return histograms;
}

/**
 * Frequencies whose coefficients were quantised by another step before the last save on the same grid, by maximum likelihood.
 * @returns those whose gain over single quantisation is clear; empty for a picture saved once, resized or shifted since.
 */
export function firstQuantisations(component: ComponentCoefficients, luma: Luma, leastGain = 0.03): FirstQuantisation[] {
  const singles = singleHistograms(luma, component.steps);
  const found: FirstQuantisation[] = [];
  for (const k of frequencies) {
    const at = naturalOrder[k]!;
    const last = component.steps[at]!;
    const counts = new Float64Array(2 * range + 1);
    for (let row = 0; row < component.blocksHigh; row += 1) {
      for (let i = 0, from = row * component.stride * 64 + at; i < component.blocksWide; i += 1, from += 64) counts[place(component.coefficients[from]!)]! += 1;
    }
    const single = singles.get(k)!;
    const nonzero = counts.reduce((sum, count, i) => sum + (i === range ? 0 : count), 0);
    if (nonzero < 500) continue;
    let best = { first: 0, gain: 0 };
    for (let first = 2; first <= 40; first += 1) {
      if (first === last) continue;
      // Both models are normalised over the values seen, so that neither wins by its total alone.
      let [total, gain, mass] = [0, 0, 0];
      const factors = Float64Array.from(counts, (_, i) => alpha * binWeight(i - range, first, last) + 1 - alpha);
      for (let i = 1; i < 2 * range; i += 1) {
        total += single[i]! * factors[i]!;
        mass += single[i]!;
      }
      for (let i = 1; i < 2 * range; i += 1) gain += counts[i]! * Math.log((factors[i]! * mass) / total);
      if (gain / nonzero > best.gain) best = { first, gain: gain / nonzero };
    }
    if (best.gain > leastGain) found.push({ frequency: k, last, ...best });
  }
  return found;
}
