import { blur, boxMean, type Plane } from '../filters';
import type { Luma } from '../luma';

/** Half the side of the square compared around a keypoint. */
export const patchRadius = 5;

/** DCT terms (u, v) kept of each patch. */
const terms: readonly [number, number][] = [[1, 0], [0, 1], [2, 0], [0, 2], [1, 1], [2, 1], [1, 2], [3, 0]];
export const projectionCount = terms.length;
const side = 2 * patchRadius + 1;
const cosines = Array.from({ length: 4 }, (_, u) => Float64Array.from({ length: side }, (_, i) => Math.sqrt((u === 0 ? 1 : 2) / side) * Math.cos(((2 * i + 1) * u * Math.PI) / (2 * side))));

/** Places worth comparing: extrema of a difference of Gaussians, the same on a copy as on its source. */
export interface Keypoints {
  count: number;
  x: Uint16Array;
  y: Uint16Array;
  /** Mean of the patch, 0..255. */
  mean: Float32Array;
  /** Sum of squared deviations from that mean. */
  energy: Float32Array;
  /** `projectionCount` numbers a point: lowest orthonormal DCT terms of the patch, a lower bound for comparing. */
  projections: Float32Array;
  /** The blurred picture the patches are read from. */
  smooth: Plane;
}

/**
 * @param limit most keypoints kept; the strongest win, so that very textured pictures stay affordable.
 * Patches with a standard deviation under 3 grey levels say nothing and are left out.
 */
export function keypoints(luma: Luma, limit = 16000): Keypoints {
  const { width, height } = luma;
  const smooth = blur(luma);
  const wide = blur(blur(blur(smooth)));
  const contrast = new Float32Array(width * height);
  for (let i = 0; i < contrast.length; i += 1) contrast[i] = smooth.data[i]! - wide.data[i]!;
  const mean = boxMean(smooth, patchRadius);
  const squares = new Float32Array(contrast.length);
  for (let i = 0; i < squares.length; i += 1) squares[i] = smooth.data[i]! ** 2;
  const meanSquare = boxMean({ width, height, data: squares }, patchRadius);
  const area = (2 * patchRadius + 1) ** 2;
  const found: { at: number; strength: number }[] = [];
  for (let y = patchRadius; y < height - patchRadius; y += 1) {
    for (let x = patchRadius; x < width - patchRadius; x += 1) {
      const at = y * width + x;
      const strength = Math.abs(contrast[at]!);
      if (strength < 1 || meanSquare.data[at]! - mean.data[at]! ** 2 < 9) continue;
      if (isExtremum(contrast, at, width)) found.push({ at, strength });
    }
  }
  if (found.length > limit) {
    found.sort((a, b) => b.strength - a.strength);
    found.length = limit;
  }
  const count = found.length;
  const points: Keypoints = { count, x: new Uint16Array(count), y: new Uint16Array(count), mean: new Float32Array(count), energy: new Float32Array(count), projections: new Float32Array(count * projectionCount), smooth };
  found.sort((a, b) => mean.data[a.at]! - mean.data[b.at]!);
  found.forEach(({ at }, i) => {
    points.x[i] = at % width;
    points.y[i] = Math.floor(at / width);
    points.mean[i] = mean.data[at]!;
    points.energy[i] = area * (meanSquare.data[at]! - mean.data[at]! ** 2);
    project(smooth, at, points.projections, i * projectionCount);
  });
  return points;
}

function project({ width, data }: Plane, at: number, out: Float32Array, to: number): void {
  for (let row = 0; row < side; row += 1) {
    const from = at + (row - patchRadius) * width - patchRadius;
    for (let u = 0; u < 4; u += 1) {
      let sum = 0;
      for (let i = 0; i < side; i += 1) sum += cosines[u]![i]! * data[from + i]!;
      for (let t = 0; t < projectionCount; t += 1) if (terms[t]![0] === u) out[to + t]! += sum * cosines[terms[t]![1]]![row]!;
    }
  }
}

function isExtremum(data: Float32Array, at: number, width: number): boolean {
  const value = data[at]!;
  let above = true;
  let below = true;
  for (let dy = -2; dy <= 2; dy += 1) {
    for (let dx = -2; dx <= 2; dx += 1) {
      if (dx === 0 && dy === 0) continue;
      const other = data[at + dy * width + dx]!;
      if (other >= value) above = false;
      if (other <= value) below = false;
    }
    if (!above && !below) return false;
  }
  return above || below;
}
