import { powerSpectrum } from './fft';
import type { Luma } from './luma';

/** How far the spectrum stands above its surroundings, by frequency index: Exp(1) for white noise. */
export type Heights = Float64Array;

/** Bins of the running median that stands for the local mean. */
const neighbourhood = 31;

/** Frequencies too low to be told from the picture's own shading, as a share of the sampling rate. */
export const lowestFrequency = 0.06;

/** Larger second differences than this are edges: cut, so that a few do not drown the rest. */
const largestDifference = 12;

/**
 * Sums of absolute second differences along lines that lie side by side, over bands `depth` lines deep: `sums[band][i]`
 * belongs to place `i` along. Interpolation makes them periodic (Gallagher 2005; Mahdian and Saic 2008).
 * @param direction `across`: differences along rows, summed over rows; `down`: along columns, summed over columns.
 */
export function differenceBands(luma: Luma, direction: 'across' | 'down', depth: number): Int32Array[] {
  const { width, height, data } = luma;
  const [length, breadth] = direction === 'across' ? [width, height] : [height, width];
  const bands = Array.from({ length: Math.floor(breadth / depth) }, () => new Int32Array(length));
  const cut = (at: number, step: number) => Math.min(largestDifference, Math.abs(2 * data[at]! - data[at - step]! - data[at + step]!));
  if (direction === 'across') {
    bands.forEach((sums, band) => {
      for (let y = band * depth; y < (band + 1) * depth; y += 1) for (let x = 1, at = y * width + 1; x < width - 1; x += 1, at += 1) sums[x]! += cut(at, 1);
    });
  } else {
    for (let y = 1; y < height - 1; y += 1) {
      bands.forEach((sums, band) => {
        let sum = 0;
        for (let at = y * width + band * depth, end = at + depth; at < end; at += 1) sum += cut(at, width);
        sums[y] = sum;
      });
    }
  }
  return bands;
}

/** Mean absolute second difference at each of `length` places from `from` on, over the given bands; the ends, which lack a neighbour, repeat the next. */
export function interpolationSignal(bands: readonly Int32Array[], from: number, length: number, lines: number): Float64Array {
  const signal = new Float64Array(length);
  for (const sums of bands) for (let i = 1; i < length - 1; i += 1) signal[i]! += sums[from + i]!;
  for (let i = 1; i < length - 1; i += 1) signal[i]! /= lines;
  signal[0] = signal[1]!;
  signal[length - 1] = signal[length - 2]!;
  return signal;
}

/** Heights of the peaks of a signal whose length is a power of two. */
export function peakHeights(signal: Float64Array): Heights {
  const n = signal.length;
  let mean = 0;
  for (const value of signal) mean += value / n;
  // A Hann window keeps a strong low frequency out of the others; it widens a peak to three bins.
  const power = powerSpectrum(signal.map((value, i) => (value - mean) * (1 - Math.cos((2 * Math.PI * (i + 0.5)) / n))));
  const half = (neighbourhood - 1) / 2;
  const heights = new Float64Array(power.length);
  let [first, median] = [-1, 0];
  for (let k = 0; k < power.length; k += 1) {
    const from = Math.max(1, Math.min(k - half, power.length - neighbourhood));
    if (from !== first) {
      const around = power.slice(from, from + neighbourhood).sort();
      [first, median] = [from, around[around.length >> 1]!];
    }
    // The median of Exp(1) is ln 2.
    heights[k] = power[k]! / (median / Math.LN2 || 1);
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
