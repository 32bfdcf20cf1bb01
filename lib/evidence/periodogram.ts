import { powerSpectrum } from './fft';
import type { Luma, Rectangle } from './luma';

/** How far the spectrum stands above its surroundings, by frequency index: Exp(1) for white noise. */
export type Heights = Float64Array;

/** Bins of the running median that stands for the local mean. */
const neighbourhood = 31;

/** Frequencies too low to be told from the picture's own shading, as a share of the sampling rate. */
export const lowestFrequency = 0.06;

/**
 * Mean absolute second difference of every column (or row) of a rectangle: interpolation makes it periodic
 * (Gallagher 2005; Mahdian and Saic 2008). Large differences are cut, so that a few edges do not drown the rest.
 */
export function interpolationSignal({ width, data }: Luma, { x, y, width: w, height: h }: Rectangle, direction: 'across' | 'down'): Float64Array {
  const [length, depth] = direction === 'across' ? [w, h] : [h, w];
  const [along, aside] = direction === 'across' ? [1, width] : [width, 1];
  const origin = y * width + x;
  const signal = new Float64Array(length);
  for (let i = 1; i < length - 1; i += 1) {
    let sum = 0;
    for (let j = 0; j < depth; j += 1) {
      const at = origin + i * along + j * aside;
      sum += Math.min(12, Math.abs(2 * data[at]! - data[at - along]! - data[at + along]!));
    }
    signal[i] = sum / depth;
  }
  signal[0] = signal[1]!;
  signal[length - 1] = signal[length - 2]!;
  return signal;
}

/** Heights of the peaks of a signal whose length is a power of two. */
export function peakHeights(signal: Float64Array): Heights {
  const n = signal.length;
  const mean = signal.reduce((sum, value) => sum + value, 0) / n;
  // A Hann window keeps a strong low frequency out of the others; it widens a peak to three bins.
  const power = powerSpectrum(signal.map((value, i) => (value - mean) * (1 - Math.cos((2 * Math.PI * (i + 0.5)) / n))));
  const half = (neighbourhood - 1) / 2;
  const heights = new Float64Array(power.length);
  for (let k = 0; k < power.length; k += 1) {
    const from = Math.max(1, Math.min(k - half, power.length - neighbourhood));
    const around = power.slice(from, from + neighbourhood).sort();
    // The median of Exp(1) is ln 2.
    heights[k] = power[k]! / (around[around.length >> 1]! / Math.LN2 || 1);
  }
  return heights;
}

/** Multiples of 1/period belong to the codec's blocks (8 for JPEG, 16 for WebP), and so does what lies right beside them. */
export function isGridFrequency(k: number, n: number, period: number): boolean {
  const place = (k * period) / n;
  return Math.abs(place - Math.round(place)) * (n / period) < 2.5;
}

export interface Peak {
  /** Cycles a pixel, 0 .. 0.5. */
  frequency: number;
  height: number;
  log10NFA: number;
}

/** The highest peak off the JPEG grid: NFA = frequencies × directions × exp(-height). */
export function strongestPeak(heights: Heights, period: number, directions = 2): Peak {
  const n = (heights.length - 1) * 2;
  let [best, tried] = [0, 0];
  for (let k = Math.ceil(lowestFrequency * n); k < heights.length; k += 1) {
    if (isGridFrequency(k, n, period)) continue;
    tried += 1;
    if (best === 0 || heights[k]! > heights[best]!) best = k;
  }
  return { frequency: best / n, height: heights[best]!, log10NFA: Math.log10(tried * directions) - heights[best]! / Math.LN10 };
}

/**
 * The strongest frequency that both directions share, as resizing makes it and weaves or blinds seldom do: for white
 * noise the sum of both heights is Gamma(2), so NFA = frequencies × places × (1 + t) exp(-t). Both must take part.
 */
export function sharedPeak(across: Heights, down: Heights, period: number, places: number, least = 5): Peak | null {
  const n = (across.length - 1) * 2;
  let [best, tried] = [0, 0];
  const sum = (k: number) => across[k]! + down[k]!;
  for (let k = Math.ceil(lowestFrequency * n); k < across.length; k += 1) {
    if (isGridFrequency(k, n, period)) continue;
    tried += 1;
    if (Math.min(across[k]!, down[k]!) >= least && (best === 0 || sum(k) > sum(best))) best = k;
  }
  if (best === 0) return null;
  return { frequency: best / n, height: sum(best), log10NFA: Math.log10(tried * places) + Math.log10(1 + sum(best)) - sum(best) / Math.LN10 };
}
