import type { Luma } from '../luma';
import { noSum, windowSums } from './window-sums';

/** DC steps of qualities 50 to 87, which a later, better save leaves readable. */
const steps = Array.from({ length: 13 }, (_, i) => i + 4);
/** Fewer blocks than this are not asked. */
const leastBlocks = 400;
/** Grids other than the present one, with every step. */
export const gridSteps = 63 * steps.length;

/** A height that chance hardly reaches: the present grid carries this step itself. */
const clear = 10;

/** A grid out of step with the present one, and a step its DC coefficients may stand on. */
export interface GridStep {
  /** Corner of its blocks, 0..7 each; never (0, 0), which is the present grid. */
  x: number;
  y: number;
  step: number;
  /** Mean cosine of the coefficients' phase: 1 on the multiples of the step, 0 anywhere. */
  coherence: number;
  /** Squared length of the phase vector over its blocks, over what other grids have: Exp(1) without such a save. */
  height: number;
}

/** An earlier save of the whole picture on a grid out of step with the present one. */
export interface ShiftedGrid extends GridStep {
  log10NFA: number;
}

export interface ShiftedGrids {
  sums: Uint16Array;
  /** The most pronounced first, for a closer look at parts. */
  candidates: GridStep[];
  /** Of the whole picture; null where nothing stands out (NFA ≥ 1/100). */
  whole: ShiftedGrid | null;
}

/** Cosines (turn 0) or sines (turn 1/4) of the phase of a window sum by its remainder; sums are eight times the coefficient, whose zero is 8 · 1024. */
export const phases = (step: number, turn: 0 | 0.25 = 0): Float64Array => Float64Array.from({ length: 8 * step }, (_, i) => Math.cos(2 * Math.PI * ((i - 8192) / (8 * step) - turn)));

/** Counts of each sum, one histogram a grid. */
function histograms(sums: Uint16Array, { width, height }: Luma): Int32Array[] {
  const counts = Array.from({ length: 64 }, () => new Int32Array(16321));
  for (let y = 0; y + 8 <= height; y += 1) {
    for (let x = 0, at = y * width; x + 8 <= width; x += 1, at += 1) {
      const sum = sums[at]!;
      if (sum !== noSum) counts[(x & 7) + 8 * (y & 7)]![sum]! += 1;
    }
  }
  return counts;
}

/** A histogram laid over itself every `period` places. */
function folded(counts: Int32Array, period: number): Int32Array {
  const out = new Int32Array(period);
  for (let from = 0; from < counts.length; from += period) {
    const end = Math.min(period, counts.length - from);
    for (let i = 0; i < end; i += 1) out[i]! += counts[from + i]!;
  }
  return out;
}

/** Sums of cosines and sines of the phases of one histogram, by step. Steps that divide another are folded from its fold. */
function vectors(counts: Int32Array, bases: readonly Float64Array[][]): [number, number][] {
  const folds = new Map<number, Int32Array>();
  for (const step of [...steps].reverse()) folds.set(step, folded(folds.get(2 * step) ?? counts, 8 * step));
  return steps.map((step, k) => {
    const fold = folds.get(step)!;
    const [cos, sin] = bases[k] as [Float64Array, Float64Array];
    let [re, im] = [0, 0];
    for (let i = 0; i < fold.length; i += 1) {
      re += fold[i]! * cos[i]!;
      im += fold[i]! * sin[i]!;
    }
    return [re, im];
  });
}

/** In parts that vary one way only, a window moved the other way, or by a pixel, still holds what a save on the present grid left. */
const leansOnPresent = (grid: number) => {
  const [x, y] = [grid & 7, grid >> 3];
  return x === 0 || y === 0 || (Math.min(x, 8 - x) <= 1 && Math.min(y, 8 - y) <= 1);
};

/**
 * Non-aligned double quantisation (after Bianchi and Piva, IEEE TIFS 7(3), 2012: the integer periodicity of DC
 * coefficients on the right grid). For each grid and step the phases of n coefficients add up to a vector whose squared
 * length over n is Exp(1) where no such save was; what real pictures have beyond that is measured on the other grids of
 * the same step and divided out. NFA = grids × steps × exp(-height).
 */
export function shiftedGrids(luma: Luma, sums = windowSums(luma)): ShiftedGrids {
  const counts = histograms(sums, luma);
  const blocks = counts.map((of) => of.reduce((total, one) => total + one, 0));
  const all: GridStep[] = [];
  if (Math.min(...blocks) >= leastBlocks) {
    const bases = steps.map((step) => [phases(step), phases(step, 0.25)]);
    const byGrid = counts.map((of) => vectors(of, bases));
    for (const [k, step] of steps.entries()) {
      const heights = byGrid.map((of, grid) => (of[k]![0] ** 2 + of[k]![1] ** 2) / blocks[grid]!);
      // The median of Exp(1) is ln 2.
      const spread = Math.max(1, heights.slice(1).sort((a, b) => a - b)[31]! / Math.LN2);
      const present = heights[0]! / spread > clear;
      for (let grid = 1; grid < 64; grid += 1) {
        // Along the axis: on multiples of the step, not between them.
        const along = byGrid[grid]![k]![0];
        if (along <= 0 || (present && leansOnPresent(grid))) continue;
        all.push({ x: grid & 7, y: grid >> 3, step, coherence: along / blocks[grid]!, height: heights[grid]! / spread });
      }
    }
  }
  const candidates = all.sort((a, b) => b.height - a.height).slice(0, 24);
  const best = candidates[0];
  const log10NFA = best ? Math.log10(gridSteps) - best.height / Math.LN10 : 0;
  return { sums, candidates, whole: best && log10NFA < -2 ? { ...best, log10NFA } : null };
}
