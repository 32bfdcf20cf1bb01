import type { Plane } from './plane';

/** One square of the first picture looked up in the warped second one. */
export interface Tile {
  /** Centre, working pixels. */
  x: number;
  y: number;
  /** Mean squared gradient in either picture, and the smaller eigenvalue share of the structure tensor (0 an edge, 1 a corner). */
  energyA: number;
  energyB: number;
  corner: number;
  /** Best zero-mean normalised correlation in the search, and where; displacement in pixels. */
  correlation: number;
  dx: number;
  dy: number;
}

export interface TileSettings {
  size: number;
  step: number;
  reach: number;
  /** Tiles with no more energy than this in the first and in the second picture are not looked up: nobody asks where they lie. */
  quiet: readonly [number, number];
}

/** Products of the patch with the source at neighbouring offsets of a row, four at a time; `at` is the first one's corner. */
function crossCorrelate(source: Float32Array, at: number, width: number, patch: Float32Array, size: number, out: Float64Array, offsets: number): void {
  for (let o = 0; o < offsets; o += 4) {
    let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    for (let y = 0, k = 0; y < size; y++) {
      let r = at + o + y * width;
      let v0 = source[r]!, v1 = source[r + 1]!, v2 = source[r + 2]!;
      for (const end = k + size; k < end; k++, r++) {
        const v3 = source[r + 3]!, w = patch[k]!;
        s0 += v0 * w;
        s1 += v1 * w;
        s2 += v2 * w;
        s3 += v3 * w;
        v0 = v1;
        v1 = v2;
        v2 = v3;
      }
    }
    out[o] = s0;
    out[o + 1] = s1;
    out[o + 2] = s2;
    out[o + 3] = s3;
  }
}

/**
 * Looks each tile of `a` up in `b` within `reach` pixels. Only tiles that lie inside the mask.
 * Sub-pixel by a parabola through the correlation peak.
 */
export function lookUpTiles(a: Plane, b: Plane, inside: Uint8Array, settings: TileSettings): Tile[] {
  const { width, height } = a;
  const { size, step, reach, quiet } = settings;
  const half = size >> 1;
  const side = 2 * reach + 1;
  const scores = new Float32Array(side * side);
  const row = new Float64Array(4 * Math.ceil(side / 4));
  const patch = new Float32Array(size * size);
  // Four offsets at a time read a little past the last one.
  const padded = new Float32Array(b.data.length + 8);
  padded.set(b.data);
  const sums = integrals(b);
  const n = size * size;
  const tiles: Tile[] = [];
  for (let top = 0; top + size <= height; top += step) {
    for (let left = 0; left + size <= width; left += step) {
      if (!covered(inside, width, left, top, size)) continue;
      let sum = 0, squares = 0;
      let gxx = 0, gyy = 0, gxy = 0, gb = 0;
      for (let y = 0; y < size; y++) {
        for (let x = 0; x < size; x++) {
          const at = (top + y) * width + left + x;
          const value = a.data[at]!;
          patch[y * size + x] = value;
          sum += value;
          squares += value * value;
          if (x + 1 < size && y + 1 < size) {
            const gx = a.data[at + 1]! - value, gy = a.data[at + width]! - value;
            gxx += gx * gx;
            gyy += gy * gy;
            gxy += gx * gy;
            const hx = b.data[at + 1]! - b.data[at]!, hy = b.data[at + width]! - b.data[at]!;
            gb += hx * hx + hy * hy;
          }
        }
      }
      const mean = sum / n;
      const variance = squares / n - mean * mean;
      const trace = gxx + gyy;
      const root = Math.sqrt((gxx - gyy) ** 2 + 4 * gxy * gxy);
      const tile: Tile = { x: left + half, y: top + half, energyA: trace / n, energyB: gb / n, corner: trace > 0 ? (trace - root) / (trace + root) : 0, correlation: 0, dx: 0, dy: 0 };
      tiles.push(tile);
      if (variance < 0.5 || (tile.energyA <= quiet[0] && tile.energyB <= quiet[1])) continue;
      for (let i = 0; i < n; i++) patch[i]! -= mean;
      const norm = variance * n;
      let best = -1, at = -1;
      scores.fill(-1);
      const from = Math.max(-reach, -left), to = Math.min(reach, width - size - left);
      for (let oy = -reach; oy <= reach; oy++) {
        const t = top + oy;
        if (t < 0 || t + size > height) continue;
        crossCorrelate(padded, t * width + left + from, width, patch, size, row, to - from + 1);
        for (let ox = from; ox <= to; ox++) {
          const l = left + ox;
          const spread = spreadOf(sums, l, t, size);
          if (spread < 0.5 * n) continue;
          const score = row[ox - from]! / Math.sqrt(spread * norm);
          const cell = (oy + reach) * side + ox + reach;
          scores[cell] = score;
          if (score > best) {
            best = score;
            at = cell;
          }
        }
      }
      if (at < 0) continue;
      const py = Math.floor(at / side), px = at % side;
      tile.correlation = best;
      tile.dx = px - reach + (px > 0 && px < side - 1 ? peak(scores[at - 1]!, best, scores[at + 1]!) : 0);
      tile.dy = py - reach + (py > 0 && py < side - 1 ? peak(scores[at - side]!, best, scores[at + side]!) : 0);
    }
  }
  return tiles;
}

/** Summed-area tables of values and squares, one row and column larger than the plane. */
function integrals({ width, height, data }: Plane): { s: Float64Array; ss: Float64Array; row: number } {
  const row = width + 1;
  const s = new Float64Array(row * (height + 1));
  const ss = new Float64Array(row * (height + 1));
  for (let y = 0; y < height; y++) {
    let a = 0, b = 0;
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x]!;
      a += value;
      b += value * value;
      s[(y + 1) * row + x + 1] = s[y * row + x + 1]! + a;
      ss[(y + 1) * row + x + 1] = ss[y * row + x + 1]! + b;
    }
  }
  return { s, ss, row };
}

/** Sum of squared deviations from the mean over a square. */
function spreadOf({ s, ss, row }: ReturnType<typeof integrals>, left: number, top: number, size: number): number {
  const a = top * row + left, b = a + size, c = a + size * row, d = c + size;
  const sum = s[d]! - s[b]! - s[c]! + s[a]!;
  return ss[d]! - ss[b]! - ss[c]! + ss[a]! - (sum * sum) / (size * size);
}

function peak(before: number, top: number, after: number): number {
  const bend = before - 2 * top + after;
  return bend < -1e-9 ? Math.min(0.5, Math.max(-0.5, (0.5 * (before - after)) / bend)) : 0;
}

/** Corners and centre suffice: the covered part is convex. */
function covered(inside: Uint8Array, width: number, left: number, top: number, size: number): boolean {
  const right = left + size - 1, bottom = top + size - 1;
  return !!(inside[top * width + left]! & inside[top * width + right]! & inside[bottom * width + left]! & inside[bottom * width + right]!);
}
