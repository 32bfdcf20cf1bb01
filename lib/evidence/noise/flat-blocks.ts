import type { Luma } from '../luma';

/** Side of a block; blocks overlap fully. */
export const blockSide = 5;

/**
 * Rows of the orthonormal 5-point DCT-II as even and odd parts: term 2k of a b c d e is `even[k]` · (a+e, b+d, c), term
 * 2k+1 is `odd[k]` · (a-e, b-d).
 */
const cosine = (u: number, i: number) => Math.sqrt((u === 0 ? 1 : 2) / 5) * Math.cos(((2 * i + 1) * u * Math.PI) / 10);
const [e00, e20, e21, e22, e40, e41, e42] = [cosine(0, 0), cosine(2, 0), cosine(2, 1), cosine(2, 2), cosine(4, 0), cosine(4, 1), cosine(4, 2)];
const [o10, o11, o30, o31] = [cosine(1, 0), cosine(1, 1), cosine(3, 0), cosine(3, 1)];

/** Of every block of the picture, by its corner: what tells flat ones from textured ones. Blocks with clipped samples have `mean` 65535. */
export interface BlockMeasures {
  /** Blocks across and down. */
  across: number;
  down: number;
  /** Sum of the 25 samples. */
  mean: Uint16Array;
  /** Energy in low and middle DCT frequencies. */
  structure: Float32Array;
  /** Variance of the samples. */
  variance: Float32Array;
}
export const clipped = 65535;

export function blockMeasures({ width, height, data }: Luma, signal?: AbortSignal): BlockMeasures {
  const [across, down] = [width - 4, height - 4];
  // Samples at or beyond these are clipped.
  let [least, most] = [255, 0];
  for (const value of data) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const mean = new Uint16Array(across * down);
  const structure = new Float32Array(across * down);
  const variance = new Float32Array(across * down);
  // Of the last five rows, in a ring: horizontal transforms (one plane a frequency), sums, sums of squares, clipping.
  const terms = new Float32Array(5 * 5 * across);
  const sums = new Int32Array(5 * across);
  const squares = new Int32Array(5 * across);
  const clips = new Uint8Array(5 * across);
  for (let y = 0; y < height; y += 1) {
    if (y % 64 === 0) signal?.throwIfAborted();
    const slot = (y % 5) * across;
    for (let x = 0, i = y * width; x < across; x += 1, i += 1) {
      const a = data[i]!, b = data[i + 1]!, c = data[i + 2]!, d = data[i + 3]!, e = data[i + 4]!;
      const s0 = a + e, s1 = b + d, d0 = a - e, d1 = b - d;
      const at = slot + x;
      terms[at] = e00 * (s0 + s1 + c);
      terms[at + 5 * across] = o10 * d0 + o11 * d1;
      terms[at + 10 * across] = e20 * s0 + e21 * s1 + e22 * c;
      terms[at + 15 * across] = o30 * d0 + o31 * d1;
      terms[at + 20 * across] = e40 * s0 + e41 * s1 + e42 * c;
      sums[at] = s0 + s1 + c;
      squares[at] = a * a + b * b + c * c + d * d + e * e;
      clips[at] = +(a <= least) | +(b <= least) | +(c <= least) | +(d <= least) | +(e <= least) | +(a >= most) | +(b >= most) | +(c >= most) | +(d >= most) | +(e >= most);
    }
    if (y < 4) continue;
    const at = (y - 4) * across;
    addStructure(terms, (y - 4) % 5, across, structure, at);
    for (let x = 0; x < across; x += 1) {
      let [sum, square, clip] = [0, 0, 0];
      for (let i = x; i < 5 * across; i += across) {
        sum += sums[i]!;
        square += squares[i]!;
        clip |= clips[i]!;
      }
      mean[at + x] = clip ? clipped : sum;
      variance[at + x] = Math.max(0, square / 25 - (sum / 25) ** 2);
    }
  }
  return { across, down, mean, structure, variance };
}

/** Energy of the terms 0 < u + v < 5 of one row of blocks. @param first slot of the blocks' first row. */
function addStructure(terms: Float32Array, first: number, across: number, structure: Float32Array, at: number): void {
  for (let u = 0; u < 5; u += 1) {
    const row = (i: number) => (5 * u + ((first + i) % 5)) * across;
    const r0 = row(0), r1 = row(1), r2 = row(2), r3 = row(3), r4 = row(4);
    for (let x = 0; x < across; x += 1) {
      const a = terms[r0 + x]!, b = terms[r1 + x]!, c = terms[r2 + x]!, d = terms[r3 + x]!, e = terms[r4 + x]!;
      const s0 = a + e, s1 = b + d;
      let energy = 0;
      if (u > 0) {
        const v0 = e00 * (s0 + s1 + c);
        energy = v0 * v0;
      }
      if (u < 4) {
        const d0 = a - e, d1 = b - d;
        const v1 = o10 * d0 + o11 * d1;
        energy += v1 * v1;
        if (u < 3) {
          const v2 = e20 * s0 + e21 * s1 + e22 * c;
          energy += v2 * v2;
        }
        if (u < 2) {
          const v3 = o30 * d0 + o31 * d1;
          energy += v3 * v3;
        }
        if (u < 1) {
          const v4 = e40 * s0 + e41 * s1 + e42 * c;
          energy += v4 * v4;
        }
      }
      structure[at + x]! += energy;
    }
  }
}

export interface FlatBlocks {
  /** Indices of the flattest blocks of each brightness, in `BlockMeasures`. */
  kept: Int32Array;
  /** 1 for the quietest share of the kept blocks of the same brightness. */
  quiet: Uint8Array;
  /** Brightness bins that were clipped or synthetic and left out. */
  skipped: number;
}

const binSize = 20000;
const flatShare = 0.05;
/** Share of the kept blocks that is called quiet. */
export const quietShare = 0.3;

/** Sorts blocks by brightness into bins of about 20,000 and keeps the flattest of each (Gardella, Musé, Morel, Colom, IWBF 2021). */
export function flatBlocks({ mean, structure, variance }: BlockMeasures): FlatBlocks {
  const { ordered, values } = byBrightness(mean, structure);
  const usable = ordered.length;
  const kept: number[] = [];
  const quiet: number[] = [];
  let skipped = 0;
  const bins = Math.max(1, Math.round(usable / binSize));
  for (let bin = 0; bin < bins; bin += 1) {
    const [from, to] = [Math.floor((bin * usable) / bins), Math.floor(((bin + 1) * usable) / bins)];
    const flattest = lowest(ordered.subarray(from, to), values.subarray(from, to), Math.floor((to - from) * flatShare));
    const quietest = Math.floor(flattest.length * quietShare);
    const still = flattest.reduce((sum, i) => sum + (variance[i] === 0 ? 1 : 0), 0);
    if (still >= quietest) {
      skipped += 1;
      continue;
    }
    const red = new Set(lowest(flattest, Float32Array.from(flattest, (i) => variance[i]!), quietest));
    for (const i of flattest) {
      kept.push(i);
      quiet.push(red.has(i) ? 1 : 0);
    }
  }
  return { kept: Int32Array.from(kept), quiet: Uint8Array.from(quiet), skipped };
}

/** Blocks without clipped samples from dark to bright, equal ones in reading order, and the structure of each. */
function byBrightness(mean: Uint16Array, structure: Float32Array): { ordered: Int32Array; values: Float32Array } {
  const starts = new Int32Array(65537);
  for (let i = 0; i < mean.length; i += 1) starts[mean[i]! + 1]! += 1;
  const usable = mean.length - starts[clipped + 1]!;
  for (let i = 1; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
  const ordered = new Int32Array(usable);
  const values = new Float32Array(usable);
  for (let i = 0; i < mean.length; i += 1) {
    const value = mean[i]!;
    if (value === clipped) continue;
    const to = starts[value]!;
    ordered[to] = i;
    values[to] = structure[i]!;
    starts[value] = to + 1;
  }
  return { ordered, values };
}

/** The `count` members with the lowest value of their own; ties by place in the picture's reading order are cut evenly over it. */
function lowest(members: ArrayLike<number>, own: Float32Array, count: number): number[] {
  if (count <= 0) return [];
  const bound = nth(own.slice(), count - 1);
  const below: number[] = [];
  const equal: number[] = [];
  for (let i = 0; i < own.length; i += 1) {
    if (own[i]! < bound) below.push(members[i]!);
    else if (own[i]! === bound) equal.push(members[i]!);
  }
  const missing = count - below.length;
  for (let i = 0; i < missing; i += 1) below.push(equal[Math.floor((i * equal.length) / missing)]!);
  return below;
}

/** The value that sorting would put at place `k` (Hoare's quickselect). Reorders `values`. */
function nth(values: Float32Array, k: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i]! < pivot) i += 1;
      while (values[j]! > pivot) j -= 1;
      if (i > j) break;
      const value = values[i]!;
      values[i] = values[j]!;
      values[j] = value;
      i += 1;
      j -= 1;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k]!;
}
