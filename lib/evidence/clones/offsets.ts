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

/** The three most alike partners of each point, since a patch may have been copied more than once. */
const bestKept = 3;

/** Best partners of all points, `bestKept` places each, the most alike first. */
interface Partners {
  index: Int32Array;
  difference: Float64Array;
}

function admit({ index, difference }: Partners, i: number, j: number, value: number): void {
  let at = i * bestKept + bestKept - 1;
  if (value >= difference[at]!) return;
  for (; at > i * bestKept && difference[at - 1]! > value; at -= 1) {
    difference[at] = difference[at - 1]!;
    index[at] = index[at - 1]!;
  }
  difference[at] = value;
  index[at] = j;
}

/** Compares every pair of points whose brightness and contrast are alike, each pair once. */
function partners(points: Keypoints, signal?: AbortSignal): Partners {
  const { count, x, y, mean, energy, projections, cells } = points;
  const { width, data } = points.smooth;
  const found: Partners = { index: new Int32Array(count * bestKept).fill(-1), difference: new Float64Array(count * bestKept).fill(Infinity) };
  const compare = (i: number, j: number) => {
    const [ei, ej] = [energy[i]!, energy[j]!];
    if (ej > 1.25 * ei || ei > 1.25 * ej) return;
    const shift = mean[i]! - mean[j]!;
    if (Math.abs(shift) > brightnessTolerance) return;
    const [dx, dy] = [x[j]! - x[i]!, y[j]! - y[i]!];
    if (dx * dx + dy * dy < minDistance * minDistance) return;
    const bound = Math.min(likeness * (ei + ej), Math.max(found.difference[i * bestKept + bestKept - 1]!, found.difference[j * bestKept + bestKept - 1]!));
    // Bessel: the terms alone already differ by no more than the patches do.
    let sum = 121 * shift * shift;
    for (let a = i * projectionCount, b = j * projectionCount, end = a + projectionCount; a < end && sum <= bound; a += 1, b += 1) {
      const d = projections[a]! - projections[b]!;
      sum += d * d;
    }
    if (sum > bound) return;
    const difference = patchDifference(data, width, y[i]! * width + x[i]!, y[j]! * width + x[j]!, bound);
    if (difference === Infinity) return;
    admit(found, i, j, difference);
    admit(found, j, i, difference);
  };
  const { starts, columns, rows } = cells;
  for (let cell = 0; cell < columns * rows; cell += 1) {
    const [from, to] = [starts[cell]!, starts[cell + 1]!];
    if (from === to) continue;
    signal?.throwIfAborted();
    const column = cell % columns;
    // The cell itself and the one after it, then the three above them in brightness: the other neighbours look here themselves.
    const sameEnd = column + 1 < columns ? starts[cell + 2]! : to;
    const next = cell + columns;
    const [nextFrom, nextTo] = next >= columns * rows ? [0, 0] : [starts[next - (column > 0 ? 1 : 0)]!, starts[next + (column + 1 < columns ? 2 : 1)]!];
    for (let i = from; i < to; i += 1) {
      for (let j = i + 1; j < sameEnd; j += 1) compare(i, j);
      for (let j = nextFrom; j < nextTo; j += 1) compare(i, j);
    }
  }
  return found;
}

/**
 * Matches every keypoint with the most alike others of the same picture and gathers the pairs by offset (±1 px).
 * @returns offsets with at least `least` pairs, most pairs first.
 */
export function offsetVotes(points: Keypoints, least = 3, signal?: AbortSignal): OffsetVotes[] {
  const { index } = partners(points, signal);
  const byOffset = new Map<number, [number, number][]>();
  const key = (dx: number, dy: number) => (dy + 32768) * 65536 + dx + 32768;
  // Pairs a offset, on the lattice of all offsets with a frame of one, so that most are dismissed without a look-up.
  const { width, height } = points.smooth;
  const across = 2 * width + 3;
  const counts = new Uint16Array(across * (height + 3));
  const place = (dx: number, dy: number) => (dy + 1) * across + dx + width + 1;
  for (let i = 0; i < points.count; i += 1) {
    for (let k = i * bestKept; k < (i + 1) * bestKept; k += 1) {
      const j = index[k]!;
      if (j < 0) break;
      let pair: [number, number] = [i, j];
      let [dx, dy] = [points.x[j]! - points.x[i]!, points.y[j]! - points.y[i]!];
      if (dy < 0 || (dy === 0 && dx < 0)) [pair, dx, dy] = [[j, i], -dx, -dy];
      const list = byOffset.get(key(dx, dy));
      if (!list) byOffset.set(key(dx, dy), [pair]);
      else if (!list.some(([a, b]) => a === pair[0] && b === pair[1])) list.push(pair);
      else continue;
      counts[place(dx, dy)]! += 1;
    }
  }
  const votes: OffsetVotes[] = [];
  for (const [code] of byOffset) {
    const dy = Math.floor(code / 65536) - 32768;
    const dx = (code % 65536) - 32768;
    let around = 0;
    for (let v = -1; v <= 1; v += 1) for (let u = -1; u <= 1; u += 1) around += counts[place(dx + u, dy + v)]!;
    if (around < least) continue;
    const pairs: [number, number][] = [];
    for (let v = -1; v <= 1; v += 1) for (let u = -1; u <= 1; u += 1) pairs.push(...(byOffset.get(key(dx + u, dy + v)) ?? []));
    votes.push({ dx, dy, pairs });
  }
  votes.sort((a, b) => b.pairs.length - a.pairs.length);
  const apart: OffsetVotes[] = [];
  for (const vote of votes) if (!apart.some(({ dx, dy }) => Math.abs(dx - vote.dx) <= 2 && Math.abs(dy - vote.dy) <= 2)) apart.push(vote);
  return apart;
}
