import { blur, planeOf, type Plane } from '../filters';
import type { Luma } from '../luma';

/** Half the side of the square compared around a keypoint. */
export const patchRadius = 5;

/** DCT terms (u, v) kept of each patch. */
const terms: readonly [number, number][] = [[1, 0], [0, 1], [2, 0], [0, 2], [1, 1], [2, 1], [1, 2], [3, 0]];
export const projectionCount = terms.length;
const side = 2 * patchRadius + 1;
const cosines = Array.from({ length: 4 }, (_, u) => Float64Array.from({ length: side }, (_, i) => Math.sqrt((u === 0 ? 1 : 2) / side) * Math.cos(((2 * i + 1) * u * Math.PI) / (2 * side))));

/** Points of alike brightness and contrast share a cell: a copy lies in the cell of its source or in one beside it. */
export const brightnessCell = 2;
const contrastCell = Math.log(1.25);
const contrastCells = 64;
const brightnessCells = Math.ceil(256 / brightnessCell);

/** Places worth comparing: extrema of a difference of Gaussians, the same on a copy as on its source. Ordered by cell. */
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
  /** First point of each cell, brightness × `columns` + contrast; one more entry ends the last. */
  cells: { starts: Int32Array; columns: number; rows: number };
  /** The blurred picture the patches are read from. */
  smooth: Plane;
}

interface Found {
  at: number;
  strength: number;
  mean: number;
  variance: number;
  cell: number;
}

const area = side * side;

/**
 * @param limit most keypoints kept; the strongest win, so that very textured pictures stay affordable.
 * Patches with a standard deviation under 3 grey levels say nothing and are left out.
 */
export function keypoints(luma: Luma, limit = 16000): Keypoints {
  const { width, height } = luma;
  const smooth = blur(planeOf(luma));
  const contrast = blur(blur(blur(smooth))).data;
  for (let i = 0; i < contrast.length; i += 1) contrast[i] = smooth.data[i]! - contrast[i]!;
  const found: Found[] = [];
  for (let y = patchRadius; y < height - patchRadius; y += 1) {
    for (let x = patchRadius, at = y * width + patchRadius; x < width - patchRadius; x += 1, at += 1) {
      const strength = Math.abs(contrast[at]!);
      if (strength < 1 || !isExtremum(contrast, at, width)) continue;
      const { mean, variance } = patchMoments(smooth, at);
      if (variance < 9) continue;
      const column = Math.min(contrastCells - 1, Math.floor(Math.log(variance / 9) / contrastCell));
      found.push({ at, strength, mean, variance, cell: Math.min(brightnessCells - 1, Math.floor(mean / brightnessCell)) * contrastCells + column });
    }
  }
  if (found.length > limit) {
    found.sort((a, b) => b.strength - a.strength);
    found.length = limit;
  }
  found.sort((a, b) => a.cell - b.cell || a.at - b.at);
  const count = found.length;
  const starts = new Int32Array(brightnessCells * contrastCells + 1);
  for (const { cell } of found) starts[cell + 1]! += 1;
  for (let i = 1; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
  const points: Keypoints = {
    count,
    x: new Uint16Array(count),
    y: new Uint16Array(count),
    mean: new Float32Array(count),
    energy: new Float32Array(count),
    projections: new Float32Array(count * projectionCount),
    cells: { starts, columns: contrastCells, rows: brightnessCells },
    smooth,
  };
  found.forEach(({ at, mean, variance }, i) => {
    points.x[i] = at % width;
    points.y[i] = Math.floor(at / width);
    points.mean[i] = mean;
    points.energy[i] = area * variance;
    project(smooth, at, points.projections, i * projectionCount);
  });
  return points;
}

function patchMoments({ width, data }: Plane, at: number): { mean: number; variance: number } {
  let [sum, squares] = [0, 0];
  for (let row = -patchRadius; row <= patchRadius; row += 1) {
    for (let i = at + row * width - patchRadius, end = i + side; i < end; i += 1) {
      const value = data[i]!;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / area;
  return { mean, variance: squares / area - mean * mean };
}

const rowSums = new Float64Array(4);

function project({ width, data }: Plane, at: number, out: Float32Array, to: number): void {
  for (let row = 0; row < side; row += 1) {
    const from = at + (row - patchRadius) * width - patchRadius;
    for (let u = 0; u < 4; u += 1) {
      const cosine = cosines[u]!;
      let sum = 0;
      for (let i = 0; i < side; i += 1) sum += cosine[i]! * data[from + i]!;
      rowSums[u] = sum;
    }
    for (let t = 0; t < projectionCount; t += 1) out[to + t]! += rowSums[terms[t]![0]]! * cosines[terms[t]![1]]![row]!;
  }
}

function isExtremum(data: Float32Array, at: number, width: number): boolean {
  const value = data[at]!;
  // One neighbour tells which kind of extremum is still possible.
  const sign = data[at + 1]! < value ? 1 : -1;
  const own = sign * value;
  for (let dy = -2; dy <= 2; dy += 1) {
    const from = at + dy * width;
    for (let i = from - 2; i <= from + 2; i += 1) if (i !== at && sign * data[i]! >= own) return false;
  }
  return true;
}
