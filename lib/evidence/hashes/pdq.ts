import { lumaOf, type Luma } from '../luma';
import { lowFrequencies } from './low-frequencies';

/** Side of the reduced picture and of the block of frequencies (PDQ, Facebook 2019). */
const reduced = 64;
const kept = 16;

/** 256-bit PDQ hashes of the eight ways a picture may be turned or mirrored; the first is as it stands. */
export interface Pdq {
  /** Eight hashes of eight 32-bit words; bit i*16+j of the frequency block, least significant first. */
  orientations: Uint32Array[];
  /** 0..100; PDQ's advice is to distrust hashes under 50. */
  quality: number;
}

/** Running mean of `length` samples, window centred and cut at the ends; `stride` apart from `from` on. */
function box(source: Float32Array, target: Float32Array, from: number, length: number, stride: number, window: number): void {
  const left = window >> 1;
  const right = window - left - 1;
  let sum = 0;
  let count = Math.min(right, length);
  for (let i = 0; i < count; i++) sum += source[from + i * stride]!;
  let i = 0;
  const step = (add: boolean, drop: boolean) => {
    if (add) {
      sum += source[from + (i + right) * stride]!;
      count++;
    }
    if (drop) {
      sum -= source[from + (i - left - 1) * stride]!;
      count--;
    }
    target[from + i * stride] = sum / count;
  };
  for (; i < Math.min(length, left + 1); i++) step(i + right < length, false);
  // Inside, the window keeps its size.
  for (let at = from + i * stride; i + right < length; i++, at += stride) {
    sum += source[at + right * stride]! - source[at - (left + 1) * stride]!;
    target[at] = sum / count;
  }
  for (; i < length; i++) step(false, true);
}

/**
 * 64x64 luma after two passes of a box filter each way (a tent), read at cell centres. Along and across commute, so
 * only the columns that will be read are filtered downwards.
 */
export function reduce({ width, height, data }: Luma): Float32Array {
  const across = Math.ceil(width / (2 * reduced)), down = Math.ceil(height / (2 * reduced));
  const columns = Int32Array.from({ length: reduced }, (_, x) => Math.floor(((x + 0.5) * width) / reduced));
  const narrow = new Float32Array(reduced * height);
  const once = new Float32Array(width), twice = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    once.set(data.subarray(y * width, (y + 1) * width));
    box(once, twice, 0, width, 1, across);
    box(twice, once, 0, width, 1, across);
    for (let x = 0; x < reduced; x++) narrow[y * reduced + x] = once[columns[x]!]!;
  }
  const other = new Float32Array(narrow.length);
  for (let x = 0; x < reduced; x++) {
    box(narrow, other, x, height, reduced, down);
    box(other, narrow, x, height, reduced, down);
  }
  const out = new Float32Array(reduced * reduced);
  for (let y = 0; y < reduced; y++) out.set(narrow.subarray(Math.floor(((y + 0.5) * height) / reduced) * reduced).subarray(0, reduced), y * reduced);
  return out;
}

const cosines = Float32Array.from({ length: kept * reduced }, (_, k) => Math.sqrt(2 / reduced) * Math.cos((Math.PI / (2 * reduced)) * (Math.floor(k / reduced) + 1) * (2 * (k % reduced) + 1)));

function bitsOf(block: Float32Array): Uint32Array {
  const sorted = block.slice().sort();
  // The lower middle, as the reference's Torben median of 256 values.
  const median = sorted[127]!;
  const out = new Uint32Array(8);
  block.forEach((value, k) => {
    if (value > median) out[k >> 5]! |= 1 << (k & 31);
  });
  return out;
}

function qualityOf(image: Float32Array): number {
  let sum = 0;
  const step = (a: number, b: number) => Math.abs(Math.trunc(((a - b) * 100) / 255));
  for (let y = 0; y < reduced; y++)
    for (let x = 0; x < reduced; x++) {
      const at = y * reduced + x;
      if (y + 1 < reduced) sum += step(image[at]!, image[at + reduced]!);
      if (x + 1 < reduced) sum += step(image[at]!, image[at + 1]!);
    }
  return Math.min(100, Math.trunc(sum / 90));
}

/** Turning and mirroring only exchange and negate frequencies: transposed, then odd columns and rows negated. */
export const orientationNames = ['as-is', 'mirrored', 'flipped', 'half-turn', 'transposed', 'quarter-left', 'quarter-right', 'anti-transposed'] as const;

export function pdqOf(image: Float32Array): Pdq {
  const block = lowFrequencies(cosines, kept, image, reduced);
  const turned = (transpose: boolean, negateColumns: boolean, negateRows: boolean) =>
    bitsOf(block.map((_, k) => {
      const i = k >> 4, j = k & 15;
      const value = transpose ? block[j * kept + i]! : block[k]!;
      return (negateColumns && j % 2 === 0 ? -1 : 1) * (negateRows && i % 2 === 0 ? -1 : 1) * value;
    }));
  const orientations = [false, true].flatMap((t) => [turned(t, false, false), turned(t, true, false), turned(t, false, true), turned(t, true, true)]);
  return { orientations, quality: qualityOf(image) };
}

export const pdq = (pixels: { width: number; height: number; rgb: Uint8Array }): Pdq => pdqOf(reduce(lumaOf(pixels)));
