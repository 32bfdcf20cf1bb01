import { fastDct, fastDctScale } from '../dct';
import type { Luma } from '../luma';

/** No grid: a tie, a flat winner, or the border. */
export const noVote = 255;

const thresholds = Float32Array.from({ length: 64 }, (_, i) => 0.5 * fastDctScale[i >> 3]! * fastDctScale[i & 7]!);

/**
 * For every pixel, which of the 64 placements of an 8x8 grid its neighbourhood speaks for (ZERO, Nikoukhah et al.,
 * IPOL 2021.390): the block holding it with the most AC coefficients rounding to zero.
 * @returns per pixel (x mod 8) + 8 (y mod 8) of that block's corner, or `noVote`.
 */
export function gridVotes({ width, height, data }: Luma, signal?: AbortSignal): Uint8Array {
  const votes = new Uint8Array(width * height).fill(noVote);
  if (width < 16 || height < 16) return votes;
  const most = new Int8Array(width * height).fill(-1);
  // Horizontal transforms of the last eight rows, one plane per frequency; rows in a ring.
  const across = new Float32Array(8 * 8 * width);
  const constantRow = new Uint8Array(8 * width);
  const zeros = new Uint8Array(width);
  for (let row = 0; row < height; row += 1) {
    if (row % 64 === 0) signal?.throwIfAborted();
    const ring = (row & 7) * width;
    const from = row * width;
    let run = 1;
    for (let x = width - 2; x >= 0; x -= 1) {
      run = data[from + x] === data[from + x + 1] ? run + 1 : 1;
      constantRow[ring + x] = run >= 8 ? 1 : 0;
    }
    for (let x = 0; x + 8 <= width; x += 1) fastDct(data, from + x, 1, across, ring + x, 8 * width);
    if (row < 7) continue;
    const y = row - 7;
    zeros.fill(0);
    for (let u = 0; u < 8; u += 1) countZeros(across, u, y & 7, width, zeros);
    for (let x = 0; x + 8 <= width; x += 1) {
      const count = zeros[x]!;
      let flat = 0;
      for (let i = 0; i < 8; i += 1) flat += constantRow[i * width + x]!;
      const grid = flat === 8 || sameRows(data, y * width + x, width) ? noVote : (x & 7) + 8 * (y & 7);
      for (let v = 0; v < 8; v += 1) {
        const at = (y + v) * width + x;
        for (let i = at; i < at + 8; i += 1) {
          const best = most[i]!;
          if (count > best) {
            most[i] = count;
            votes[i] = grid;
          } else if (count === best) votes[i] = noVote;
        }
      }
    }
  }
  clearBorder(votes, width, height);
  return votes;
}

/** Adds, for each place of a row, how many of the eight vertical transforms of frequency `u` round to zero; DC is not counted. */
function countZeros(across: Float32Array, u: number, first: number, width: number, zeros: Uint8Array): void {
  const plane = u * 8 * width;
  const rows = Array.from({ length: 8 }, (_, i) => plane + ((first + i) & 7) * width);
  const r0 = rows[0]!, r1 = rows[1]!, r2 = rows[2]!, r3 = rows[3]!, r4 = rows[4]!, r5 = rows[5]!, r6 = rows[6]!, r7 = rows[7]!;
  const limit = (v: number) => thresholds[v * 8 + u]!;
  const l0 = u === 0 ? -1 : limit(0);
  const l1 = limit(1), l2 = limit(2), l3 = limit(3), l4 = limit(4), l5 = limit(5), l6 = limit(6), l7 = limit(7);
  // The same flow graph as fastDct, written out: this line runs eight times for every pixel.
  for (let x = 0; x + 8 <= width; x += 1) {
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
    let count = 0;
    if (Math.abs(t0 + t1) < l0) count += 1;
    if (Math.abs(t0 - t1) < l4) count += 1;
    if (Math.abs(t3 + z1) < l2) count += 1;
    if (Math.abs(t3 - z1) < l6) count += 1;
    if (Math.abs(z13 + z2) < l5) count += 1;
    if (Math.abs(z13 - z2) < l3) count += 1;
    if (Math.abs(z11 + z4) < l1) count += 1;
    if (Math.abs(z11 - z4) < l7) count += 1;
    zeros[x]! += count;
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

function clearBorder(votes: Uint8Array, width: number, height: number): void {
  votes.fill(noVote, 0, 7 * width);
  votes.fill(noVote, (height - 7) * width);
  for (let y = 0; y < height; y += 1) {
    votes.fill(noVote, y * width, y * width + 7);
    votes.fill(noVote, (y + 1) * width - 7, (y + 1) * width);
  }
}
