import { patchRadius, projectionCount, type Keypoints } from './keypoints';

/** Copies nearer than this to their source cannot be told from ordinary likeness of neighbours. */
export const minDistance = 16;
/** A pair counts when the squared difference of its patches is below this share of their contrast. */
const likeness = 0.08;
/** A copy keeps its brightness; JPEG moves the mean of a patch by no more than this. */
const brightnessTolerance = 2;

/** Pairs of like patches lying the same way apart. */
export interface OffsetVotes {
  dx: number;
  dy: number;
  /** Keypoint indices, source and copy. */
  pairs: [number, number][];
}

/** Squared difference of two patches, given up as soon as it passes `bound`. */
function patchDifference(data: Float32Array, width: number, a: number, b: number, bound: number): number {
  let sum = 0;
  for (let row = -patchRadius; row <= patchRadius; row += 1) {
    const from = a + row * width;
    const to = b + row * width;
    for (let i = -patchRadius; i <= patchRadius; i += 1) {
      const d = data[from + i]! - data[to + i]!;
      sum += d * d;
    }
    if (sum > bound) return Infinity;
  }
  return sum;
}

/**
 * Matches every keypoint with the most alike others of the same picture and gathers the pairs by offset (±1 px).
 * @returns offsets with at least `least` pairs, most pairs first.
 */
export function offsetVotes(points: Keypoints, least = 3, signal?: AbortSignal): OffsetVotes[] {
  const { projections } = points;
  const { width, data } = points.smooth;
  const byOffset = new Map<number, [number, number][]>();
  const key = (dx: number, dy: number) => (dy + 32768) * 65536 + dx + 32768;
  for (let i = 0; i < points.count; i += 1) {
    if (i % 512 === 0) signal?.throwIfAborted();
    const [x, y, mean, energy] = [points.x[i]!, points.y[i]!, points.mean[i]!, points.energy[i]!];
    const at = y * width + x;
    // The three best, since a patch may have been copied more than once.
    const best: { j: number; difference: number }[] = [];
    const search = (j: number) => {
      if (points.energy[j]! > 1.25 * energy || energy > 1.25 * points.energy[j]!) return;
      const [dx, dy] = [points.x[j]! - x, points.y[j]! - y];
      if (dx * dx + dy * dy < minDistance * minDistance) return;
      const bound = Math.min(likeness * (energy + points.energy[j]!), best.length === 3 ? best[2]!.difference : Infinity);
      // Bessel: the terms alone already differ by no more than the patches do.
      let terms = 121 * (mean - points.mean[j]!) ** 2;
      for (let t = 0; t < projectionCount && terms <= bound; t += 1) terms += (projections[i * projectionCount + t]! - projections[j * projectionCount + t]!) ** 2;
      if (terms > bound) return;
      const difference = patchDifference(data, width, at, points.y[j]! * width + points.x[j]!, bound);
      if (difference === Infinity) return;
      best.push({ j, difference });
      best.sort((a, b) => a.difference - b.difference);
      if (best.length > 3) best.pop();
    };
    for (let j = i - 1; j >= 0 && mean - points.mean[j]! <= brightnessTolerance; j -= 1) search(j);
    for (let j = i + 1; j < points.count && points.mean[j]! - mean <= brightnessTolerance; j += 1) search(j);
    for (const { j } of best) {
      let pair: [number, number] = [i, j];
      let [dx, dy] = [points.x[j]! - x, points.y[j]! - y];
      if (dy < 0 || (dy === 0 && dx < 0)) [pair, dx, dy] = [[j, i], -dx, -dy];
      const list = byOffset.get(key(dx, dy));
      if (!list) byOffset.set(key(dx, dy), [pair]);
      else if (!list.some(([a, b]) => a === pair[0] && b === pair[1])) list.push(pair);
    }
  }
  const votes: OffsetVotes[] = [];
  for (const [code] of byOffset) {
    const dy = Math.floor(code / 65536) - 32768;
    const dx = (code % 65536) - 32768;
    const pairs: [number, number][] = [];
    for (let v = -1; v <= 1; v += 1) for (let u = -1; u <= 1; u += 1) pairs.push(...(byOffset.get(key(dx + u, dy + v)) ?? []));
    if (pairs.length >= least) votes.push({ dx, dy, pairs });
  }
  votes.sort((a, b) => b.pairs.length - a.pairs.length);
  const apart: OffsetVotes[] = [];
  for (const vote of votes) if (!apart.some(({ dx, dy }) => Math.abs(dx - vote.dx) <= 2 && Math.abs(dy - vote.dy) <= 2)) apart.push(vote);
  return apart;
}
