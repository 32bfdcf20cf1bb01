import type { Homography } from './homography';
import { plane, type Plane } from './plane';

/** Small displacement on top of a homography, in pixels of the first picture: a coarse grid, read bilinearly. */
export interface Flow {
  step: number;
  columns: number;
  rows: number;
  dx: Float32Array;
  dy: Float32Array;
}

export interface Warped {
  plane: Plane;
  /** 1 where the second picture covers the pixel. */
  inside: Uint8Array;
}

/** Reads the flow at (x, y) into `out`. */
export function flowAt(flow: Flow, x: number, y: number, out: Float64Array): void {
  const gx = Math.min(Math.max(x / flow.step - 0.5, 0), flow.columns - 1);
  const gy = Math.min(Math.max(y / flow.step - 0.5, 0), flow.rows - 1);
  const x0 = Math.floor(gx), y0 = Math.floor(gy);
  const x1 = Math.min(x0 + 1, flow.columns - 1), y1 = Math.min(y0 + 1, flow.rows - 1);
  const fx = gx - x0, fy = gy - y0;
  const a = y0 * flow.columns, b = y1 * flow.columns;
  const p = (1 - fx) * (1 - fy), q = fx * (1 - fy), r = (1 - fx) * fy, s = fx * fy;
  out[0] = p * flow.dx[a + x0]! + q * flow.dx[a + x1]! + r * flow.dx[b + x0]! + s * flow.dx[b + x1]!;
  out[1] = p * flow.dy[a + x0]! + q * flow.dy[a + x1]! + r * flow.dy[b + x0]! + s * flow.dy[b + x1]!;
}

/** Every how many pixels of a row the flow is read; between them it is interpolated. */
const flowStride = 8;

/** The sources as seen in the first picture's frame (bicubic), each read at homography(x + flow). All sources share one size. */
export function warp(sources: readonly Plane[], map: Homography, width: number, height: number, flow: Flow | null = null): { planes: Plane[]; inside: Uint8Array } {
  const planes = sources.map(() => plane(width, height));
  const inside = new Uint8Array(width * height);
  const { width: w, height: h } = sources[0]!;
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8] = map as unknown as [number, number, number, number, number, number, number, number, number];
  const shift = new Float64Array(2);
  const from = sources.map((one) => one.data), to = planes.map((one) => one.data);
  let nextX = 0, nextY = 0, stepX = 0, stepY = 0, dx = 0, dy = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (flow && x % flowStride === 0) {
        if (x === 0) flowAt(flow, 0.5, y + 0.5, shift);
        dx = x === 0 ? shift[0]! : nextX;
        dy = x === 0 ? shift[1]! : nextY;
        flowAt(flow, x + 0.5 + flowStride, y + 0.5, shift);
        nextX = shift[0]!;
        nextY = shift[1]!;
        stepX = (nextX - dx) / flowStride;
        stepY = (nextY - dy) / flowStride;
      }
      const px = x + 0.5 + dx, py = y + 0.5 + dy;
      dx += stepX;
      dy += stepY;
      const scale = 1 / (m6 * px + m7 * py + m8);
      const u = (m0 * px + m1 * py + m2) * scale - 0.5, v = (m3 * px + m4 * py + m5) * scale - 0.5;
      if (!(u >= -0.5 && v >= -0.5 && u <= w - 0.5 && v <= h - 0.5)) continue;
      const x0 = Math.floor(u) | 0, y0 = Math.floor(v) | 0;
      // Catmull-Rom weights of the four columns and the four rows around, all in local variables: this is the innermost loop of the comparison.
      const t = u - x0, t2 = t * t, t3 = t2 * t;
      const a = -0.5 * t3 + t2 - 0.5 * t, b = 1.5 * t3 - 2.5 * t2 + 1, c = -1.5 * t3 + 2 * t2 + 0.5 * t, d = 0.5 * t3 - 0.5 * t2;
      const q = v - y0, q2 = q * q, q3 = q2 * q;
      const e = -0.5 * q3 + q2 - 0.5 * q, f = 1.5 * q3 - 2.5 * q2 + 1, g = -1.5 * q3 + 2 * q2 + 0.5 * q, i = 0.5 * q3 - 0.5 * q2;
      const at = y * width + x;
      inside[at] = 1;
      const left = clamp(x0 - 1, w), x1 = clamp(x0, w), x2 = clamp(x0 + 1, w), right = clamp(x0 + 2, w);
      const top = clamp(y0 - 1, h) * w, y1 = clamp(y0, h) * w, y2 = clamp(y0 + 1, h) * w, bottom = clamp(y0 + 2, h) * w;
      for (let s = 0; s < from.length; s++) {
        const data = from[s]!;
        to[s]![at] =
          e * (a * data[top + left]! + b * data[top + x1]! + c * data[top + x2]! + d * data[top + right]!) +
          f * (a * data[y1 + left]! + b * data[y1 + x1]! + c * data[y1 + x2]! + d * data[y1 + right]!) +
          g * (a * data[y2 + left]! + b * data[y2 + x1]! + c * data[y2 + x2]! + d * data[y2 + right]!) +
          i * (a * data[bottom + left]! + b * data[bottom + x1]! + c * data[bottom + x2]! + d * data[bottom + right]!);
      }
    }
  }
  return { planes, inside };
}

const clamp = (i: number, n: number) => (i < 0 ? 0 : i >= n ? n - 1 : i);
