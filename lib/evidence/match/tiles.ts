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
}

/**
 * Looks each tile of `a` up in `b` within `reach` pixels. Only tiles whose search window lies inside the mask.
 * Sub-pixel by a parabola through the correlation peak.
 */
export function lookUpTiles(a: Plane, b: Plane, inside: Uint8Array, settings: TileSettings): Tile[] {
  const { width, height } = a;
  const { size, step, reach } = settings;
  const half = size >> 1;
  const side = 2 * reach + 1;
  const scores = new Float32Array(side * side);
  const patch = new Float32Array(size * size);
  const window = size + 2 * reach;
  const region = new Float32Array(window * window);
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
      const n = size * size;
      const mean = sum / n;
      const variance = squares / n - mean * mean;
      const trace = gxx + gyy;
      const root = Math.sqrt((gxx - gyy) ** 2 + 4 * gxy * gxy);
      const tile: Tile = { x: left + half, y: top + half, energyA: trace / n, energyB: gb / n, corner: trace > 0 ? (trace - root) / (trace + root) : 0, correlation: 0, dx: 0, dy: 0 };
      tiles.push(tile);
      if (variance < 0.5) continue;
      for (let y = 0; y < window; y++) {
        const sy = Math.min(Math.max(top - reach + y, 0), height - 1) * width;
        for (let x = 0; x < window; x++) region[y * window + x] = b.data[sy + Math.min(Math.max(left - reach + x, 0), width - 1)]!;
      }
      for (let i = 0; i < n; i++) patch[i]! -= mean;
      let best = -1, at = 0;
      for (let oy = 0; oy < side; oy++) {
        for (let ox = 0; ox < side; ox++) {
          let s = 0, ss = 0, cross = 0;
          for (let y = 0; y < size; y++) {
            let r = (oy + y) * window + ox;
            let p = y * size;
            for (let x = 0; x < size; x++, r++, p++) {
              const value = region[r]!;
              s += value;
              ss += value * value;
              cross += value * patch[p]!;
            }
          }
          const spread = ss - (s * s) / n;
          const score = spread < 0.5 * n ? 0 : cross / Math.sqrt(spread * variance * n);
          scores[oy * side + ox] = score;
          if (score > best) {
            best = score;
            at = oy * side + ox;
          }
        }
      }
      const py = Math.floor(at / side), px = at % side;
      tile.correlation = best;
      tile.dx = px - reach + (px > 0 && px < side - 1 ? peak(scores[at - 1]!, best, scores[at + 1]!) : 0);
      tile.dy = py - reach + (py > 0 && py < side - 1 ? peak(scores[at - side]!, best, scores[at + side]!) : 0);
    }
  }
  return tiles;
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
