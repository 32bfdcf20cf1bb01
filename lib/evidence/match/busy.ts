import type { Overlay } from './overlay';
import type { Plane } from './plane';

/**
 * `radius`: of the square over which detail is averaged, working pixels; `bins`: equal shares of the frame, by detail; `quantile`: what of each
 * bin is taken as noise; `stride`: every how many pixels one is asked; `least`: fewer say nothing of a bin.
 */
export const busySettings = { radius: 6, bins: 24, quantile: 0.8, stride: 7, least: 50 };

/** The same quantile of the size of a Gaussian error, over its median. */
const overMedian = 1.2816 / 0.6745;

/**
 * Saving loses more where there is more to save: coloured lettering loses its colours (4:2:0) and rings, a wall does not. So the noise level is
 * also read from all places of the picture with as much detail, wherever they lie, and is at least that. Detail is what both pictures have, so
 * that something drawn on one of them does not excuse itself.
 * @param sizes residuals of one opponent (weights of red, green and blue), made sizes. @param level their local median, raised in place.
 */
export function allowBusy(weights: readonly [number, number, number], { ours, theirs, usable }: Overlay, sizes: Float32Array, level: Float32Array, width: number, height: number, settings = busySettings): void {
  const detail = sharedDetail(weights, ours, theirs, width, height);
  averaged(detail, width, height, settings.radius);
  const curve = noiseByDetail(detail, sizes, usable, settings);
  if (!curve) return;
  for (let i = 0; i < detail.length; i++) {
    const at = detail[i]! * curve.scale;
    const busy = curve.levels[at < steps ? at | 0 : steps]!;
    if (busy > level[i]!) level[i] = busy;
  }
}

const steps = 1023;

/** The noise level over the detail, in steps of 1 / scale; null where too little of the picture can be asked. */
function noiseByDetail(detail: Float32Array, sizes: Float32Array, usable: Uint8Array, { bins, quantile, stride, least }: typeof busySettings): { levels: Float32Array; scale: number } | null {
  const sorted = new Float32Array(Math.ceil(detail.length / stride));
  let n = 0;
  for (let i = 0; i < detail.length; i += stride) if (usable[i]) sorted[n++] = detail[i]!;
  if (n < bins * least) return null;
  sorted.subarray(0, n).sort();
  const edges = Float32Array.from({ length: bins - 1 }, (_, b) => sorted[Math.floor(((b + 1) * n) / bins)]!);
  const inBin = Array.from({ length: bins }, (): number[] => []);
  for (let i = 0; i < detail.length; i += stride) if (usable[i]) inBin[binOf(edges, detail[i]!)]!.push(i);
  // A plain ground fills several bins with one value: they are then one bin, and the others stay empty.
  const points = inBin.flatMap((places) => (places.length < least ? [] : [{ at: median(places.map((i) => detail[i]!)), level: places.map((i) => sizes[i]!).sort((p, q) => p - q)[Math.floor(quantile * places.length)]! / overMedian }]));
  const last = points.at(-1)!.at;
  const scale = last > 0 ? steps / last : 0;
  const levels = new Float32Array(steps + 1);
  for (let k = 0, next = 0; k <= steps; k++) {
    const value = scale > 0 ? k / scale : 0;
    while (next < points.length - 1 && points[next]!.at < value) next++;
    const upper = points[next]!, lower = points[Math.max(0, next - 1)]!;
    const share = upper.at > lower.at ? Math.min(1, Math.max(0, (value - lower.at) / (upper.at - lower.at))) : 1;
    levels[k] = lower.level + (upper.level - lower.level) * share;
  }
  return { levels, scale };
}

const median = (values: number[]) => values.sort((p, q) => p - q)[values.length >> 1]!;

/** How many edges lie below the value. */
function binOf(edges: Float32Array, value: number): number {
  let low = 0, high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Size of the step to the right and below neighbours of one opponent, the smaller of both pictures'. */
function sharedDetail([wr, wg, wb]: readonly [number, number, number], ours: readonly Plane[], theirs: readonly Plane[], width: number, height: number): Float32Array {
  const out = new Float32Array(width * height).fill(Infinity);
  const value = new Float32Array(width * height);
  for (const [r, g, b] of [ours, theirs].map((planes) => planes.map((one) => one.data)) as [Float32Array, Float32Array, Float32Array][]) {
    for (let i = 0; i < value.length; i++) value[i] = wr * r[i]! + wg * g[i]! + wb * b[i]!;
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++) {
        const dx = x + 1 < width ? value[i + 1]! - value[i]! : 0, dy = y + 1 < height ? value[i + width]! - value[i]! : 0;
        const step = Math.abs(dx) + Math.abs(dy);
        if (step < out[i]!) out[i] = step;
      }
  }
  return out;
}

/** Mean over a square, in place; at the edges over the part that is there. */
function averaged(values: Float32Array, width: number, height: number, radius: number): void {
  const line = new Float64Array(Math.max(width, height) + 1);
  const along = (start: number, step: number, count: number) => {
    for (let k = 0; k < count; k++) line[k + 1] = line[k]! + values[start + k * step]!;
    for (let k = 0; k < count; k++) {
      const from = Math.max(0, k - radius), to = Math.min(count, k + radius + 1);
      values[start + k * step] = (line[to]! - line[from]!) / (to - from);
    }
  };
  for (let y = 0; y < height; y++) along(y * width, 1, width);
  for (let x = 0; x < width; x++) along(x, width, height);
}
