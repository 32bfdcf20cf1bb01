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

/**
 * FAST-9 (Rosten and Drummond, ECCV 2006): a pixel with nine contiguous circle pixels all brighter or all darker by `threshold`.
 * The score is the largest threshold at which it would still be one; local maxima (3x3) are kept.
 * @param border pixels left out along the edges, for the descriptor's patch.
 */
export function fastCorners(source: Plane, threshold: number, border: number): Corners {
  const { width, height, data } = source;
  const offsets = Int32Array.from(circle, ([x, y]) => y * width + x);
  const scores = new Float32Array(width * height);
  const ring = new Float32Array(25);
  const found: number[] = [];
  for (let y = border; y < height - border; y++) {
    for (let x = border; x < width - border; x++) {
      const at = y * width + x;
      const centre = data[at]!;
      const high = centre + threshold;
      const low = centre - threshold;
      // Nine contiguous of sixteen always hold two opposite-ish compass points.
      const n = data[at + offsets[0]!]!, e = data[at + offsets[4]!]!, s = data[at + offsets[8]!]!, w = data[at + offsets[12]!]!;
      const bright = (n > high ? 1 : 0) + (e > high ? 1 : 0) + (s > high ? 1 : 0) + (w > high ? 1 : 0);
      const dark = (n < low ? 1 : 0) + (e < low ? 1 : 0) + (s < low ? 1 : 0) + (w < low ? 1 : 0);
      if (bright < 2 && dark < 2) continue;
      for (let k = 0; k < 16; k++) ring[k] = data[at + offsets[k]!]! - centre;
      for (let k = 0; k < 9; k++) ring[16 + k] = ring[k]!;
      let best = 0;
      for (let k = 0; k < 16; k++) {
        let least = Infinity;
        let most = -Infinity;
        for (let j = k; j < k + 9; j++) {
          const d = ring[j]!;
          if (d < least) least = d;
          if (d > most) most = d;
          if (least <= best && -most <= best) break;
        }
        if (least > best) best = least;
        if (-most > best) best = -most;
      }
      if (best <= threshold) continue;
      scores[at] = best;
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
