import { fastDct, fastDctScale } from '../dct';
import type { Luma } from '../luma';

/** No grid: a tie, a flat winner, or the border. */
export const noVote = 255;

const thresholds = Float64Array.from({ length: 64 }, (_, i) => Math.fround(0.5 * fastDctScale[i >> 3]! * fastDctScale[i & 7]!));

/**
 * Of two disjoint sets of blocks, the one with the larger count wins; equal counts are a tie, which only a larger count
 * can break. Keys: count of zeros × 256 + grid (255: no vote).
 */
const larger = (a: number, b: number): number => ((a ^ b) < 256 ? a | noVote : a > b ? a : b);

/** Winners over `2 · reach` neighbours from winners over `reach`: `out[i] = larger(keys[i], keys[i + reach])`. */
function widen(keys: Uint16Array, reach: number, out: Uint16Array): void {
  for (let x = 0; x + reach < keys.length; x += 1) out[x] = larger(keys[x]!, keys[x + reach]!);
}

/** Row by row, the larger of two rows of keys. */
function merge(above: Uint16Array, below: Uint16Array, out: Uint16Array): void {
  for (let x = 0; x < out.length; x += 1) out[x] = larger(above[x]!, below[x]!);
}

/**
 * For every pixel, which of the 64 placements of an 8x8 grid its neighbourhood speaks for (ZERO, Nikoukhah et al.,
 * IPOL 2021.390): the block holding it with the most AC coefficients rounding to zero.
 * @returns per pixel (x mod 8) + 8 (y mod 8) of that block's corner, or `noVote`.
 */
export function gridVotes(luma: Luma, signal?: AbortSignal): Uint8Array {
  const { width, height, data } = luma;
  const votes = new Uint8Array(width * height).fill(noVote);
  if (width < 16 || height < 16) return votes;
  // Horizontal transforms of the last eight rows, one plane per frequency; rows in a ring.
  const across = new Float32Array(8 * 8 * width);
  // How many rows up to the last one had eight equal samples from here on.
  const flatRows = new Uint16Array(width);
  const least = cornerGridZeros(luma);
  const bounds = new Uint8Array(width);
  const zeros = new Uint8Array(width);
  const places = new Uint16Array(width);
  const keys = new Uint16Array(width);
  const pairs = new Uint16Array(width);
  // Winners over 8 blocks of a row, then over 2, 4 and 8 such rows, each kept as long as the next step needs it.
  const rows = ring(2, width);
  const twos = ring(4, width);
  const fours = ring(8, width);
  const eights = new Uint16Array(width);
  for (let row = 0; row < height; row += 1) {
    if (row % 64 === 0) signal?.throwIfAborted();
    const slot = (row & 7) * width;
    const from = row * width;
    let run = 1;
    for (let x = width - 2; x >= 0; x -= 1) {
      run = data[from + x] === data[from + x + 1] ? run + 1 : 1;
      flatRows[x] = run >= 8 ? flatRows[x]! + 1 : 0;
    }
    for (let x = 0; x + 8 <= width; x += 1) fastDct(data, from + x, 1, across, slot + x, 8 * width);
    if (row < 7) continue;
    const y = row - 7;
    leastNearby(least, y, width, height, bounds);
    countZeros(across, y & 7, width, bounds, places, zeros);
    for (let x = 0; x + 8 <= width; x += 1) {
      const count = zeros[x]!;
      // Constant along rows or columns: then at least 56 coefficients are zero.
      const flat = count >= 56 && (flatRows[x]! >= 8 || sameRows(data, y * width + x, width));
      keys[x] = (count << 8) | (flat ? noVote : (x & 7) + 8 * (y & 7));
    }
    widen(keys, 1, pairs);
    widen(pairs, 2, keys);
    widen(keys, 4, rows[y & 1]!);
    if (y >= 1) merge(rows[(y - 1) & 1]!, rows[y & 1]!, twos[(y - 1) & 3]!);
    if (y >= 3) merge(twos[(y - 3) & 3]!, twos[(y - 1) & 3]!, fours[(y - 3) & 7]!);
    if (y < 7) continue;
    merge(fours[(y - 7) & 7]!, fours[(y - 3) & 7]!, eights);
    // The blocks of rows y-7 .. y meet in pixel row y, those of columns x .. x+7 in pixel column x+7; a border of 7 px keeps no vote.
    for (let x = 0, at = y * width + 7; at < (y + 1) * width - 7; x += 1, at += 1) votes[at] = eights[x]! & 255;
  }
  return votes;
}

const ring = (length: number, width: number) => Array.from({ length }, () => new Uint16Array(width));

/** Zeros of each block of the grid that starts in the corner, row by row of blocks. */
function cornerGridZeros({ width, height, data }: Luma): Uint8Array {
  const [columns, lines] = [width >> 3, height >> 3];
  const out = new Uint8Array(columns * lines);
  const across = new Float32Array(64);
  const both = new Float32Array(64);
  for (let i = 0; i < out.length; i += 1) {
    const at = 8 * (Math.floor(i / columns) * width + (i % columns));
    for (let v = 0; v < 8; v += 1) fastDct(data, at + v * width, 1, across, 8 * v, 1);
    for (let u = 0; u < 8; u += 1) fastDct(across, u, 8, both, 8 * u, 1);
    for (let k = 1; k < 64; k += 1) if (Math.abs(both[k]!) < thresholds[(k & 7) * 8 + (k >> 3)]!) out[i]! += 1;
  }
  return out;
}

/**
 * For each block of row `y`, the fewest zeros among the blocks of the corner grid that it touches: a block with fewer can
 * win no pixel. In a JPEG that settles most blocks after a few frequencies. 0 where the corner grid does not reach.
 */
function leastNearby(zeros: Uint8Array, y: number, width: number, height: number, out: Uint8Array): void {
  const [columns, lines] = [width >> 3, height >> 3];
  const [top, bottom] = [y >> 3, (y + 7) >> 3];
  const of = (column: number) => (column >= columns || bottom >= lines ? 0 : Math.min(zeros[top * columns + column]!, zeros[bottom * columns + column]!));
  let next = of(0);
  for (let column = 0; 8 * column < width; column += 1) {
    const own = next;
    next = of(column + 1);
    out[8 * column] = own;
    out.fill(Math.min(own, next), 8 * column + 1, 8 * column + 8);
  }
}

/** Columns of frequencies counted before the blocks that can no longer win are set aside. */
const stages = [[0, 1], [2, 3], [4, 5, 6, 7]] as const;

/**
 * For each block of a row, how many of its AC coefficients round to zero.
 * @param first slot of the block's first row. @param bounds blocks that cannot reach this many count as 0.
 * @param places scratch, one number a block.
 */
function countZeros(across: Float32Array, first: number, width: number, bounds: Uint8Array, places: Uint16Array, zeros: Uint8Array): void {
  zeros.fill(0);
  let count = width - 7;
  for (let x = 0; x < count; x += 1) places[x] = x;
  let left = 63;
  for (const stage of stages) {
    for (const u of stage) countColumn(across, u, first, width, places, count, zeros);
    left -= stage[0] === 0 ? 15 : 8 * stage.length;
    if (left === 0) return;
    let kept = 0;
    for (let i = 0; i < count; i += 1) {
      const x = places[i]!;
      if (zeros[x]! + left >= bounds[x]!) {
        places[kept] = x;
        kept += 1;
      } else zeros[x] = 0;
    }
    count = kept;
  }
}

/** Adds, for the blocks at the first `count` of `places`, how many of the eight vertical transforms of frequency `u` round to zero; DC is not counted. */
function countColumn(across: Float32Array, u: number, first: number, width: number, places: Uint16Array, count: number, zeros: Uint8Array): void {
  const plane = u * 8 * width;
  const row = (i: number) => plane + ((first + i) & 7) * width;
  const r0 = row(0), r1 = row(1), r2 = row(2), r3 = row(3), r4 = row(4), r5 = row(5), r6 = row(6), r7 = row(7);
  const limit = (v: number) => thresholds[v * 8 + u]!;
  const l0 = u === 0 ? -1 : limit(0);
  const l1 = limit(1), l2 = limit(2), l3 = limit(3), l4 = limit(4), l5 = limit(5), l6 = limit(6), l7 = limit(7);
  // The same flow graph as fastDct, written out: this line runs up to eight times for every pixel.
  for (let i = 0; i < count; i += 1) {
    const x = places[i]!;
    const a = across[r0 + x]!, b = across[r1 + x]!, c = across[r2 + x]!, d = across[r3 + x]!;
    const e = across[r4 + x]!, f = across[r5 + x]!, g = across[r6 + x]!, h = across[r7 + x]!;
    const s0 = a + h, s1 = b + g, s2 = c + f, s3 = d + e;
    const d3 = d - e, d2 = c - f, d1 = b - g, d0 = a - h;
    const t0 = s0 + s3, t3 = s0 - s3, t1 = s1 + s2, t2 = s1 - s2;
    const z1 = (t2 + t3) * 0.7071067811865476;
    const p0 = d3 + d2, p2 = d1 + d0;
    const z5 = (p0 - p2) * 0.3826834323650898;
    const z2 = 0.5411961001461969 * p0 + z5;
    const z4 = 1.3065629648763766 * p2 + z5;
    const z3 = (d2 + d1) * 0.7071067811865476;
    const z11 = d0 + z3, z13 = d0 - z3;
    // Comparisons added as numbers, since branches on them would be guessed wrong every other time.
    zeros[x]! += +(Math.abs(t0 + t1) < l0) + +(Math.abs(t0 - t1) < l4) + +(Math.abs(t3 + z1) < l2) + +(Math.abs(t3 - z1) < l6) + +(Math.abs(z13 + z2) < l5) + +(Math.abs(z13 - z2) < l3) + +(Math.abs(z11 + z4) < l1) + +(Math.abs(z11 - z4) < l7);
  }
}

/** All eight rows of the block are the same: nothing changes downwards. */
function sameRows(data: Uint8Array, at: number, width: number): boolean {
  for (let i = 0; i < 8; i += 1) {
    const value = data[at + i];
    for (let y = 1; y < 8; y += 1) if (data[at + y * width + i] !== value) return false;
  }
  return true;
}
