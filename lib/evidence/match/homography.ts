/** Row-major 3x3, h[8] = 1; maps points of one picture to another, continuous pixels. */
export type Homography = Float64Array;

export const identity = (): Homography => Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);

export const mapX = (h: Homography, x: number, y: number): number => (h[0]! * x + h[1]! * y + h[2]!) / (h[6]! * x + h[7]! * y + h[8]!);
export const mapY = (h: Homography, x: number, y: number): number => (h[3]! * x + h[4]! * y + h[5]!) / (h[6]! * x + h[7]! * y + h[8]!);

/** First `b`, then `a`. */
export function compose(a: Homography, b: Homography): Homography {
  const out = new Float64Array(9);
  for (let r = 0; r < 3; r++) for (let c = 0; c < 3; c++) out[r * 3 + c] = a[r * 3]! * b[c]! + a[r * 3 + 1]! * b[3 + c]! + a[r * 3 + 2]! * b[6 + c]!;
  return normalised(out);
}

export function normalised(h: Homography): Homography {
  const w = h[8]! || 1;
  return h.map((v) => v / w);
}

/** @returns null when singular. */
export function inverse(h: Homography): Homography | null {
  const [a, b, c, d, e, f, g, i, j] = h as unknown as [number, number, number, number, number, number, number, number, number];
  const out = Float64Array.of(e * j - f * i, c * i - b * j, b * f - c * e, f * g - d * j, a * j - c * g, c * d - a * f, d * i - e * g, b * g - a * i, a * e - b * d);
  const determinant = a * out[0]! + b * out[3]! + c * out[6]!;
  if (!Number.isFinite(determinant) || Math.abs(determinant) < 1e-14 || out[8] === 0) return null;
  return normalised(out);
}

/** The same mapping when both pictures change size: `from`, `to` are new size over old. */
export const rescaled = (h: Homography, fromX: number, fromY: number, toX: number, toY: number): Homography =>
  normalised(Float64Array.of((h[0]! * toX) / fromX, (h[1]! * toX) / fromY, h[2]! * toX, (h[3]! * toY) / fromX, (h[4]! * toY) / fromY, h[5]! * toY, h[6]! / fromX, h[7]! / fromY, h[8]!));

/** Solves n x n in place by elimination with row exchange; `m` holds n rows of n+1. @returns null when singular. */
export function solve(m: Float64Array, n: number): Float64Array | null {
  const w = n + 1;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(m[r * w + c]!) > Math.abs(m[pivot * w + c]!)) pivot = r;
    if (Math.abs(m[pivot * w + c]!) < 1e-12) return null;
    if (pivot !== c) for (let k = c; k < w; k++) [m[c * w + k], m[pivot * w + k]] = [m[pivot * w + k]!, m[c * w + k]!];
    for (let r = c + 1; r < n; r++) {
      const factor = m[r * w + c]! / m[c * w + c]!;
      if (factor === 0) continue;
      for (let k = c; k < w; k++) m[r * w + k]! -= factor * m[c * w + k]!;
    }
  }
  const out = new Float64Array(n);
  for (let r = n - 1; r >= 0; r--) {
    let value = m[r * w + n]!;
    for (let k = r + 1; k < n; k++) value -= m[r * w + k]! * out[k]!;
    out[r] = value / m[r * w + r]!;
  }
  return out;
}

export interface PointPairs {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  u: ArrayLike<number>;
  v: ArrayLike<number>;
}

/**
 * Least squares homography (x, y) to (u, v) over the listed pairs, weighted; four pairs give the exact one.
 * Points should be of order one (Hartley's conditioning is the caller's: divide by the picture's size).
 */
export function fitHomography(pairs: PointPairs, chosen: ArrayLike<number>, weights?: ArrayLike<number>): Homography | null {
  // Normal equations of the two rows (x y 1 0 0 0 -ux -uy | u) and (0 0 0 x y 1 -vx -vy | v), upper part only.
  const n = new Float64Array(72);
  for (let k = 0; k < chosen.length; k++) {
    const i = chosen[k]!;
    const x = pairs.x[i]!, y = pairs.y[i]!, u = pairs.u[i]!, v = pairs.v[i]!;
    const w = weights ? weights[k]! : 1;
    const wx = w * x, wy = w * y, xx = wx * x, xy = wx * y, yy = wy * y, q = u * u + v * v;
    n[0]! += xx; n[1]! += xy; n[2]! += wx; n[6]! -= u * xx; n[7]! -= u * xy; n[8]! += u * wx;
    n[10]! += yy; n[11]! += wy; n[15]! -= u * xy; n[16]! -= u * yy; n[17]! += u * wy;
    n[20]! += w; n[24]! -= u * wx; n[25]! -= u * wy; n[26]! += w * u;
    n[33]! -= v * xx; n[34]! -= v * xy; n[35]! += v * wx;
    n[42]! -= v * xy; n[43]! -= v * yy; n[44]! += v * wy;
    n[51]! -= v * wx; n[52]! -= v * wy; n[53]! += w * v;
    n[60]! += q * xx; n[61]! += q * xy; n[62]! -= q * wx;
    n[70]! += q * yy; n[71]! -= q * wy;
  }
  // The second row's first three terms repeat the first row's.
  n[30] = n[0]!; n[31] = n[1]!; n[32] = n[2]!; n[40] = n[10]!; n[41] = n[11]!; n[50] = n[20]!;
  for (let r = 1; r < 8; r++) for (let c = 0; c < r; c++) n[r * 9 + c] = n[c * 9 + r]!;
  const h = solve(n, 8);
  return h && Float64Array.of(...h, 1);
}

/** Least squares affine map as a homography, for stretches too small to carry perspective. */
export function fitAffine(pairs: PointPairs, chosen: ArrayLike<number>, weights?: ArrayLike<number>): Homography | null {
  const normal = () => new Float64Array(12);
  const a = normal();
  const b = normal();
  for (let k = 0; k < chosen.length; k++) {
    const i = chosen[k]!;
    const point = [pairs.x[i]!, pairs.y[i]!, 1];
    const weight = weights ? weights[k]! : 1;
    for (let r = 0; r < 3; r++) {
      for (let c = 0; c < 3; c++) {
        a[r * 4 + c]! += weight * point[r]! * point[c]!;
        b[r * 4 + c]! += weight * point[r]! * point[c]!;
      }
      a[r * 4 + 3]! += weight * point[r]! * pairs.u[i]!;
      b[r * 4 + 3]! += weight * point[r]! * pairs.v[i]!;
    }
  }
  const p = solve(a, 3);
  const q = solve(b, 3);
  return p && q && Float64Array.of(...p, ...q, 0, 0, 1);
}

/** What a homography does to the frame of the first picture. */
export interface Shape {
  /** Length ratio at the centre, geometric mean of both axes. */
  scale: number;
  /** Degrees, at the centre. */
  rotation: number;
  /** Ratio of the larger to the smaller axis stretch at the centre, 1 for a similarity. */
  stretch: number;
  /** Largest relative change of scale across the frame: 0 for an affine map. */
  perspective: number;
}

/** @returns null where the map mirrors, folds or sends part of the frame to infinity: no picture of a picture does that. */
export function shapeOf(h: Homography, width: number, height: number): Shape | null {
  const corners: [number, number][] = [[0, 0], [width, 0], [width, height], [0, height], [width / 2, height / 2]];
  const local = corners.map(([x, y]) => {
    const w = h[6]! * x + h[7]! * y + h[8]!;
    if (w < 0.15) return null;
    const u = mapX(h, x, y);
    const v = mapY(h, x, y);
    const a = (h[0]! - h[6]! * u) / w, b = (h[1]! - h[7]! * u) / w, c = (h[3]! - h[6]! * v) / w, d = (h[4]! - h[7]! * v) / w;
    return { a, b, c, d, det: a * d - b * c };
  });
  if (local.some((one) => !one || one.det <= 1e-6)) return null;
  const scales = local.map((one) => Math.sqrt(one!.det));
  const centre = local[4]!;
  const sum = Math.hypot(centre.a + centre.d, centre.c - centre.b);
  const difference = Math.hypot(centre.a - centre.d, centre.b + centre.c);
  return {
    scale: scales[4]!,
    rotation: (Math.atan2(centre.c - centre.b, centre.a + centre.d) * 180) / Math.PI,
    stretch: (sum + difference) / Math.max(1e-9, sum - difference),
    perspective: Math.max(...scales) / Math.min(...scales) - 1,
  };
}

/** Whether a camera or an editor could plausibly have made it. */
export const plausible = (shape: Shape | null): shape is Shape => !!shape && shape.scale > 0.08 && shape.scale < 12 && shape.stretch < 2.6 && shape.perspective < 2.6;
