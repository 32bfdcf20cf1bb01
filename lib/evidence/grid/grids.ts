import { log10BinomialTail } from '../binomial';
import type { Rectangle } from '../luma';
import { noVote } from './grid-votes';

/** Votes of neighbouring pixels come from the same block: 64 of them count as one. */
const perBlock = 64;
/** Pixels of one region lie within this Chebyshev distance of each other. */
const reach = 9;

/** Every grid with every rectangle: 64 · X² Y² · 64, as in IPOL 2021.390. */
export const log10Tests = (width: number, height: number) => 2 * Math.log10(64 * width * height);

/** log10 NFA of `votes` pixels out of `pixels` agreeing on one of 64 grids. */
export function gridLog10NFA(votes: number, pixels: number, width: number, height: number): number {
  return log10Tests(width, height) + log10BinomialTail(Math.floor(pixels / perBlock), Math.floor(votes / perBlock), 1 / 64);
}

export interface MainGrid {
  /** Corner of its blocks, 0..7 each. */
  x: number;
  y: number;
  votes: number;
  log10NFA: number;
}

/** The grid most pixels speak for; null when chance could have made it (NFA ≥ 1): never JPEG, or resized since. */
export function mainGrid(votes: Uint8Array, width: number, height: number): MainGrid | null {
  const counts = new Int32Array(256);
  for (const vote of votes) counts[vote]! += 1;
  let best = 0;
  for (let grid = 1; grid < 64; grid += 1) if (counts[grid]! > counts[best]!) best = grid;
  const log10NFA = gridLog10NFA(counts[best]!, width * height, width, height);
  return log10NFA < 0 ? { x: best & 7, y: best >> 3, votes: counts[best]!, log10NFA } : null;
}

export interface GridRegion {
  x: number;
  y: number;
  bounds: Rectangle;
  /** Pixels that voted for the grid. */
  votes: number;
  log10NFA: number;
  /** 1 where the region lies, holes closed, in the frame of `bounds`. */
  mask: Uint8Array;
}

/**
 * Regions that speak for a grid other than `except`, or only for the grids of `only`.
 * @returns regions with log10 NFA below `limit`, most certain first.
 */
export function gridRegions(votes: Uint8Array, width: number, height: number, { except, only, limit = 0 }: { except?: number; only?: number; limit?: number }): GridRegion[] {
  const least = Math.ceil((perBlock * log10Tests(width, height)) / Math.log10(64));
  const seen = new Uint8Array(votes.length);
  const regions: GridRegion[] = [];
  const members = new Int32Array(votes.length);
  for (let seed = 0; seed < votes.length; seed += 1) {
    const grid = votes[seed]!;
    if (grid === noVote || seen[seed] || grid === except || (only !== undefined && grid !== only)) continue;
    const found = grow(votes, seen, members, seed, width, height);
    if (found.count < least) continue;
    const { count, bounds } = found;
    const log10NFA = gridLog10NFA(count, bounds.width * bounds.height, width, height);
    if (log10NFA >= limit) continue;
    regions.push({ x: grid & 7, y: grid >> 3, bounds, votes: count, log10NFA, mask: closed(members.subarray(0, count), bounds, width) });
  }
  return regions.sort((a, b) => a.log10NFA - b.log10NFA);
}

function grow(votes: Uint8Array, seen: Uint8Array, members: Int32Array, seed: number, width: number, height: number): { count: number; bounds: Rectangle } {
  const grid = votes[seed]!;
  let [left, right, top, bottom] = [width, 0, height, 0];
  let count = 1;
  members[0] = seed;
  seen[seed] = 1;
  for (let i = 0; i < count; i += 1) {
    const at = members[i]!;
    const y = Math.floor(at / width);
    const x = at - y * width;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
    const [x0, x1] = [Math.max(0, x - reach), Math.min(width - 1, x + reach)];
    for (let v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v += 1) {
      for (let j = v * width + x0, end = v * width + x1; j <= end; j += 1) {
        if (votes[j] !== grid || seen[j]) continue;
        seen[j] = 1;
        members[count] = j;
        count += 1;
      }
    }
  }
  return { count, bounds: { x: left, y: top, width: right - left + 1, height: bottom - top + 1 } };
}

/** Morphological closing with a square of radius `reach`, inside the bounding box. */
function closed(members: Int32Array, { x, y, width, height }: Rectangle, stride: number): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (const at of members) {
    const row = Math.floor(at / stride);
    mask[(row - y) * width + (at - row * stride - x)] = 1;
  }
  const grown = spread(mask, width, height, 1);
  // Eroding is spreading the outside; beyond the box counts as inside, since the box is tight.
  return spread(grown.map((value) => 1 - value), width, height, 1).map((value) => 1 - value);
}

/** Marks everything within Chebyshev distance `reach` of `value`, rows then columns. */
function spread(mask: Uint8Array, width: number, height: number, value: number): Uint8Array {
  const pass = (from: Uint8Array, lines: number, length: number, step: number, next: number) => {
    const out = new Uint8Array(from.length);
    for (let line = 0; line < lines; line += 1) {
      let last = -Infinity;
      for (let i = 0; i < length; i += 1) {
        if (from[line * next + i * step] === value) last = i;
        if (i - last <= reach) out[line * next + i * step] = 1;
      }
      last = Infinity;
      for (let i = length - 1; i >= 0; i -= 1) {
        if (from[line * next + i * step] === value) last = i;
        if (last - i <= reach) out[line * next + i * step] = 1;
      }
    }
    return out;
  };
  return pass(pass(mask, height, width, 1, width), width, height, width, 1);
}
