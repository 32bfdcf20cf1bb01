import { lumaOf, type Luma } from './luma';
import type { Pixels } from './traces';

/**
 * 64-bit DCT hash of a picture, bit for bit that of Python `imagehash.phash` (Zauner 2010 in Buchner's variant): luma of
 * ITU-R BT.601 as integers, Lanczos to 32×32, DCT-II, the 8×8 lowest frequencies against their median.
 * Chinese content labels carry this value as a soft binding (guide TC260-PG-202511A).
 */

const side = 32;
const kept = 8;

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
const lanczos3 = (x: number) => (Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0);

/** Filter taps for each output sample, widened by the scale when shrinking so that nothing aliases. */
function taps(from: number, to: number): { start: number; weights: Float64Array }[] {
  const scale = from / to;
  const stretch = Math.max(1, scale);
  return Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * scale;
    const start = Math.max(0, Math.floor(centre - 3 * stretch + 0.5));
    const end = Math.min(from, Math.floor(centre + 3 * stretch + 0.5));
    const weights = Float64Array.from({ length: end - start }, (_, k) => lanczos3((start + k - centre + 0.5) / stretch));
    const sum = weights.reduce((total, one) => total + one, 0);
    return { start, weights: weights.map((one) => one / sum) };
  });
}

const clip8 = (value: number) => Math.min(255, Math.max(0, Math.round(value)));

/** Rows first, then columns, each pass rounded to 8 bits as PIL does. */
function shrink({ width, height, data }: Luma): Float64Array {
  const across = taps(width, side);
  const narrow = new Float64Array(side * height);
  for (let x = 0; x < side; x++) {
    const { start, weights } = across[x]!;
    for (let y = 0; y < height; y++) {
      let sum = 0;
      for (let k = 0, at = y * width + start; k < weights.length; k++, at++) sum += weights[k]! * data[at]!;
      narrow[y * side + x] = clip8(sum);
    }
  }
  const small = new Float64Array(side * side);
  taps(height, side).forEach(({ start, weights }, y) => {
    for (let x = 0; x < side; x++) {
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k]! * narrow[(start + k) * side + x]!;
      small[y * side + x] = clip8(sum);
    }
  });
  return small;
}

const cosines = Float64Array.from({ length: kept * side }, (_, i) => 2 * Math.cos((Math.PI * Math.floor(i / side) * (2 * (i % side) + 1)) / (2 * side)));

/** The 8×8 lowest coefficients of the unnormalised two-dimensional DCT-II, row-major. */
function lowFrequencies(small: Float64Array): Float64Array {
  const columns = new Float64Array(kept * side);
  for (let u = 0; u < kept; u++)
    for (let x = 0; x < side; x++) for (let y = 0; y < side; y++) columns[u * side + x]! += cosines[u * side + y]! * small[y * side + x]!;
  const low = new Float64Array(kept * kept);
  for (let u = 0; u < kept; u++)
    for (let v = 0; v < kept; v++) for (let x = 0; x < side; x++) low[u * kept + v]! += cosines[v * side + x]! * columns[u * side + x]!;
  return low;
}

/** PIL's `L` is our luma. @returns 16 lower-case hex digits, most significant bit first, row-major. */
export function perceptualHash(pixels: Pixels): string {
  const low = lowFrequencies(shrink(lumaOf(pixels)));
  const sorted = Float64Array.from(low).sort();
  const median = (sorted[31]! + sorted[32]!) / 2;
  let hash = 0n;
  for (const coefficient of low) hash = (hash << 1n) | (coefficient > median ? 1n : 0n);
  return hash.toString(16).padStart(16, '0');
}

/** Number of differing bits of two hashes in hex of the same length. */
export function hammingDistance(one: string, two: string): number {
  let difference = BigInt(`0x${one}`) ^ BigInt(`0x${two}`);
  let bits = 0;
  for (; difference; difference &= difference - 1n) bits++;
  return bits;
}
