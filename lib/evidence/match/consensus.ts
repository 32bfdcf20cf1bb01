import type { Features } from './features';
import { fitHomography, mapX, mapY, plausible, rescaled, shapeOf, type Homography, type PointPairs } from './homography';
import type { Pairing } from './pairing';
import { seeded } from './random';

export interface Consensus {
  /** First picture to second, continuous pixels of both. */
  homography: Homography;
  /** Indices into the pairings. */
  inliers: number[];
  /** log10 of the expected number of such agreements by chance; below 0 is already unexpected. */
  log10NFA: number;
  /** Largest residual taken as agreement, as a share of the square root of the picture's area. */
  tolerance: number;
}

export const consensusSettings = { rounds: 1600, most: 0.02, least: 0.0008, seed: 7 };

const logFactorial = (() => {
  const table: number[] = [0];
  return (n: number) => {
    for (let i = table.length; i <= n; i++) table.push(table[i - 1]! + Math.log10(i));
    return table[n]!;
  };
})();
const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/**
 * log10 NFA of k of n pairs agreeing within a disc of probability alpha, over all choices of k and of the four that fix the map
 * (Moisan and Stival, IJCV 2004; Moulon et al. 2012).
 */
export function log10NFA(n: number, k: number, alpha: number): number {
  if (k <= 4) return Infinity;
  return Math.log10(n - 4) + logChoose(n, k) + logChoose(k, 4) + (k - 4) * Math.log10(Math.min(1, alpha));
}

interface Score {
  nfa: number;
  k: number;
  error: number;
}

/**
 * Homography agreed on by the largest unexpected set of pairs: samples of four drawn from the best pairs first (PROSAC, Chum and Matas 2005),
 * no fixed tolerance (the residual that makes the agreement least expected is chosen), least squares on each new best (LO-RANSAC).
 */
export function findConsensus(first: Features, second: Features, pairings: readonly Pairing[], settings = consensusSettings): Consensus | null {
  const n = pairings.length;
  if (n < 8) return null;
  const s1 = Math.sqrt(first.width * first.height);
  const s2 = Math.sqrt(second.width * second.height);
  const pairs: PointPairs = {
    x: Float64Array.from(pairings, (p) => first.x[p.a]! / s1),
    y: Float64Array.from(pairings, (p) => first.y[p.a]! / s1),
    u: Float64Array.from(pairings, (p) => second.x[p.b]! / s2),
    v: Float64Array.from(pairings, (p) => second.y[p.b]! / s2),
  };
  const w = first.width / s1;
  const h = first.height / s1;
  const errors = new Float64Array(n);
  const sorted = new Float64Array(n);
  const constant = Float64Array.from({ length: n + 1 }, (_, k) => (k > 4 ? Math.log10(n - 4) + logChoose(n, k) + logChoose(k, 4) : Infinity));

  const measure = (map: Homography): Score => {
    const shape = shapeOf(map, w, h);
    if (!plausible(shape)) return { nfa: Infinity, k: 0, error: 0 };
    // A residual in the second picture, seen in the first, is divided by the scale: take the worse of both.
    const back = Math.max(1, 1 / shape.scale);
    let m = 0;
    for (let i = 0; i < n; i++) {
      const e = back * Math.hypot(mapX(map, pairs.x[i]!, pairs.y[i]!) - pairs.u[i]!, mapY(map, pairs.x[i]!, pairs.y[i]!) - pairs.v[i]!);
      errors[i] = e;
      if (e <= settings.most) sorted[m++] = e;
    }
    const view = sorted.subarray(0, m).sort();
    const best: Score = { nfa: Infinity, k: 0, error: 0 };
    for (let k = 5; k <= m; k++) {
      const e = Math.max(view[k - 1]!, settings.least);
      const nfa = constant[k]! + (k - 4) * Math.log10(Math.PI * e * e);
      if (nfa < best.nfa) Object.assign(best, { nfa, k, error: e });
    }
    return best;
  };
  const within = (limit: number) => {
    const out: number[] = [];
    for (let i = 0; i < n; i++) if (errors[i]! <= limit) out.push(i);
    return out;
  };

  const random = seeded(settings.seed);
  let best: Score = { nfa: Infinity, k: 0, error: 0 };
  let map: Homography | null = null;
  const sample = new Int32Array(4);
  for (let round = 0; round < settings.rounds; round++) {
    const pool = Math.min(n, 8 + Math.floor((n * round) / (settings.rounds * 0.6)));
    for (let k = 0; k < 4; k++) {
      let pick = Math.floor(random() * pool);
      while (sample.subarray(0, k).includes(pick)) pick = Math.floor(random() * pool);
      sample[k] = pick;
    }
    if (!wellSpread(pairs, sample)) continue;
    let candidate = fitHomography(pairs, sample);
    if (!candidate) continue;
    let score = measure(candidate);
    if (!(score.nfa < best.nfa)) continue;
    for (let polish = 0; polish < 4; polish++) {
      const refitted = fitHomography(pairs, within(Math.max(score.error, settings.least * 2)));
      if (!refitted) break;
      const better = measure(refitted);
      if (!(better.nfa < score.nfa)) break;
      score = better;
      candidate = refitted;
    }
    best = score;
    map = candidate;
    // Enough rounds once a sample of four inliers has almost surely been drawn.
    const good = (score.k / n) ** 4;
    if (score.nfa < -30 && round > 60 && (1 - good) ** round < 1e-4) break;
  }
  if (!map || best.nfa >= 0) return null;
  measure(map);
  return { homography: rescaled(map, s1, s1, s2, s2), inliers: within(best.error), log10NFA: best.nfa, tolerance: best.error };
}

/** Four points fix a map only if no three lie on a line and none coincide, in both pictures with the same turn. */
function wellSpread(pairs: PointPairs, s: Int32Array): boolean {
  for (let skip = 0; skip < 4; skip++) {
    const [i, j, k] = [0, 1, 2, 3].filter((q) => q !== skip).map((q) => s[q]!) as [number, number, number];
    const a = (pairs.x[j]! - pairs.x[i]!) * (pairs.y[k]! - pairs.y[i]!) - (pairs.y[j]! - pairs.y[i]!) * (pairs.x[k]! - pairs.x[i]!);
    const b = (pairs.u[j]! - pairs.u[i]!) * (pairs.v[k]! - pairs.v[i]!) - (pairs.v[j]! - pairs.v[i]!) * (pairs.u[k]! - pairs.u[i]!);
    if (Math.abs(a) < 4e-4 || Math.abs(b) < 1e-4 || a > 0 !== b > 0) return false;
  }
  return true;
}
