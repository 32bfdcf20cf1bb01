import type { Plane } from './plane';

export interface Corners {
  x: Int32Array;
  y: Int32Array;
  score: Float32Array;
  count: number;
}

/** Bresenham circle of radius 3, clockwise from the top. */
const circle: readonly (readonly [number, number])[] = [
  [0, -3], [1, -3], [2, -2], [3, -1], [3, 0], [3, 1], [2, 2], [1, 3], [0, 3], [-1, 3], [-2, 2], [-3, 1], [-3, 0], [-3, -1], [-2, -2], [-1, -3],
];

/** For each set of circle pixels (one bit each) whether nine contiguous ones are in it. */
const nineContiguous = Uint8Array.from({ length: 65536 }, (_, set) => {
  let run = 0, longest = 0;
  for (let k = 0; k < 24; k++) longest = Math.max(longest, (run = set & (1 << (k & 15)) ? run + 1 : 0));
  return longest >= 9 ? 1 : 0;
});

/**
 * FAST-9 (Rosten and Drummond, ECCV 2006): a pixel with nine contiguous circle pixels all brighter or all darker by `threshold`.
 * The score is the largest threshold at which it would still be one; local maxima (3x3) are kept.
 * @param border pixels left out along the edges, for the descriptor's patch.
 */
export function fastCorners(source: Plane, threshold: number, border: number): Corners {
  const { width, height, data } = source;
  const offsets = Int32Array.from(circle, ([x, y]) => y * width + x);
  const [north, east, south, west] = [offsets[0]!, offsets[4]!, offsets[8]!, offsets[12]!];
  const scores = new Float32Array(width * height);
  const ring = new Float32Array(24);
  const found: number[] = [];
  for (let y = border; y < height - border; y++) {
    for (let at = y * width + border, end = (y + 1) * width - border; at < end; at++) {
      const centre = data[at]!;
      const high = centre + threshold;
      const low = centre - threshold;
      // Nine contiguous of sixteen always hold one of two opposite points, and two neighbouring ones of the four.
      const n = data[at + north]!, s = data[at + south]!;
      if (n <= high && s <= high && n >= low && s >= low) continue;
      const e = data[at + east]!, w = data[at + west]!;
      const bright = (n > high || s > high) && (e > high || w > high);
      const dark = (n < low || s < low) && (e < low || w < low);
      if (!bright && !dark) continue;
      let above = 0, below = 0;
      for (let k = 0; k < 16; k++) {
        const value = data[at + offsets[k]!]!;
        if (value > high) above |= 1 << k;
        else if (value < low) below |= 1 << k;
      }
      const up = nineContiguous[above]!;
      if (!up && !nineContiguous[below]!) continue;
      for (let k = 0; k < 16; k++) {
        const d = data[at + offsets[k]!]! - centre;
        ring[k] = up ? d : -d;
      }
      for (let k = 0; k < 8; k++) ring[16 + k] = ring[k]!;
      scores[at] = contrast(ring);
      found.push(at);
    }
  }
  const kept = found.filter((at) => {
    const s = scores[at]!;
    for (const d of [-width - 1, -width, -width + 1, -1]) if (scores[at + d]! >= s) return false;
    for (const d of [1, width - 1, width, width + 1]) if (scores[at + d]! > s) return false;
    return true;
  });
  return {
    x: Int32Array.from(kept, (at) => at % width),
    y: Int32Array.from(kept, (at) => Math.floor(at / width)),
    score: Float32Array.from(kept, (at) => scores[at]!),
    count: kept.length,
  };
}

/** Largest minimum over nine contiguous places of the ring (its first eight repeated at the end). */
function contrast(ring: Float32Array): number {
  let best = 0;
  for (let k = 0; k < 16; k++) {
    let least = ring[k]!;
    for (let j = k + 1; j < k + 9 && least > best; j++) if (ring[j]! < least) least = ring[j]!;
    if (least > best) best = least;
  }
  return best;
}
