import type { Luma } from '../luma';

/** Side of a block; blocks overlap fully. */
export const blockSide = 5;

const cosines = Array.from({ length: 5 }, (_, u) => Float32Array.from({ length: 5 }, (_, i) => Math.sqrt((u === 0 ? 1 : 2) / 5) * Math.cos(((2 * i + 1) * u * Math.PI) / 10)));
/** Low and middle frequencies: 0 < u + v < 5. */
const lows = Array.from({ length: 25 }, (_, i) => [i % 5, Math.floor(i / 5)] as const).filter(([u, v]) => u + v > 0 && u + v < 5);

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

/** @param least @param most samples at or beyond these are clipped. */
export function blockMeasures({ width, height, data }: Luma, signal?: AbortSignal): BlockMeasures {
  const [across, down] = [width - 4, height - 4];
  let [least, most] = [255, 0];
  for (const value of data) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const mean = new Uint16Array(across * down);
  const structure = new Float32Array(across * down);
  const variance = new Float32Array(across * down);
  const rows = Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => new Float32Array(across)));
  const sums = Array.from({ length: 5 }, () => new Float32Array(across));
  const squares = Array.from({ length: 5 }, () => new Float32Array(across));
  const clips = Array.from({ length: 5 }, () => new Uint8Array(across));
  for (let y = 0; y < height; y += 1) {
    if (y % 64 === 0) signal?.throwIfAborted();
    const slot = y % 5;
    const from = y * width;
    for (let x = 0; x < across; x += 1) {
      const a = data[from + x]!, b = data[from + x + 1]!, c = data[from + x + 2]!, d = data[from + x + 3]!, e = data[from + x + 4]!;
      for (let u = 0; u < 5; u += 1) {
        const w = cosines[u]!;
        rows[slot]![u]![x] = w[0]! * a + w[1]! * b + w[2]! * c + w[3]! * d + w[4]! * e;
      }
      sums[slot]![x] = a + b + c + d + e;
      squares[slot]![x] = a * a + b * b + c * c + d * d + e * e;
      clips[slot]![x] = Math.min(a, b, c, d, e) <= least || Math.max(a, b, c, d, e) >= most ? 1 : 0;
    }
    if (y < 4) continue;
    const order = [0, 1, 2, 3, 4].map((i) => (y - 4 + i) % 5);
    const at = (y - 4) * across;
    for (const [u, v] of lows) {
      const w = cosines[v]!;
      const [p, q, r, s, t] = order.map((i) => rows[i]![u]!) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
      const w0 = w[0]!, w1 = w[1]!, w2 = w[2]!, w3 = w[3]!, w4 = w[4]!;
      for (let x = 0; x < across; x += 1) {
        const value = w0 * p[x]! + w1 * q[x]! + w2 * r[x]! + w3 * s[x]! + w4 * t[x]!;
        structure[at + x]! += value * value;
      }
    }
    for (let x = 0; x < across; x += 1) {
      let [sum, square, clip] = [0, 0, 0];
      for (let i = 0; i < 5; i += 1) {
        sum += sums[i]![x]!;
        square += squares[i]![x]!;
        clip += clips[i]![x]!;
      }
      mean[at + x] = clip ? clipped : sum;
      variance[at + x] = Math.max(0, square / 25 - (sum / 25) ** 2);
    }
  }
  return { across, down, mean, structure, variance };
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
  const starts = new Int32Array(6377);
  let usable = 0;
  for (const value of mean) {
    if (value === clipped) continue;
    starts[value + 1]! += 1;
    usable += 1;
  }
  for (let i = 1; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
  const ordered = new Int32Array(usable);
  mean.forEach((value, i) => {
    if (value === clipped) return;
    ordered[starts[value]!] = i;
    starts[value]! += 1;
  });
  const kept: number[] = [];
  const quiet: number[] = [];
  let skipped = 0;
  const bins = Math.max(1, Math.round(usable / binSize));
  for (let bin = 0; bin < bins; bin += 1) {
    const members = ordered.subarray(Math.floor((bin * usable) / bins), Math.floor(((bin + 1) * usable) / bins));
    const flattest = lowest(members, structure, Math.floor(members.length * flatShare));
    const quietest = Math.floor(flattest.length * quietShare);
    const still = flattest.reduce((sum, i) => sum + (variance[i] === 0 ? 1 : 0), 0);
    if (still >= quietest) {
      skipped += 1;
      continue;
    }
    const red = new Set(lowest(Int32Array.from(flattest), variance, quietest));
    for (const i of flattest) {
      kept.push(i);
      quiet.push(red.has(i) ? 1 : 0);
    }
  }
  return { kept: Int32Array.from(kept), quiet: Uint8Array.from(quiet), skipped };
}

/** The `count` members with the lowest value; ties by place in the picture's reading order are cut evenly over it. */
function lowest(members: Int32Array, values: Float32Array, count: number): number[] {
  if (count <= 0) return [];
  const sorted = Float32Array.from(members, (i) => values[i]!).sort();
  const bound = sorted[count - 1]!;
  const below: number[] = [];
  const equal: number[] = [];
  for (const i of members) {
    if (values[i]! < bound) below.push(i);
    else if (values[i]! === bound) equal.push(i);
  }
  const missing = count - below.length;
  for (let i = 0; i < missing; i += 1) below.push(equal[Math.floor((i * equal.length) / missing)]!);
  return below;
}
