import { boxMean } from '../filters';
import type { Overlay } from './overlay';
import type { Plane } from './plane';

/**
 * `radius`: of the square over which detail is averaged, working pixels; `bins`: equal shares of the frame, by detail; `quantile`: what of each
 * bin is taken as noise; `samples`: how many pixels are asked, or so; `least`: fewer say
 * nothing of a bin.
 */
export const busySettings = { radius: 6, bins: 24, quantile: 0.8, samples: 20_000, least: 50 };

/** The same quantile of the size of a Gaussian error, over its median. */
const overMedian = 1.2816 / 0.6745;

/**
 * Saving loses more where there is more to save: coloured lettering loses its colours (4:2:0) and rings, a wall does not. So the noise level is
 * also read from all places of the picture with as much detail, wherever they lie, and is at least that. Detail is what both pictures have, so
 * that something drawn on one of them does not excuse itself.
 * @param sizes residuals of one opponent (weights of red, green and blue), made sizes. @param level their local median, raised in place.
 */
export function allowBusy(weights: readonly [number, number, number], { ours, theirs, usable }: Overlay, sizes: Float32Array, level: Float32Array, width: number, height: number, settings = busySettings): void {
  const detail = boxMean({ width, height, data: sharedDetail(weights, ours, theirs, width, height) }, settings.radius).data;
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
function noiseByDetail(detail: Float32Array, sizes: Float32Array, usable: Uint8Array, { bins, quantile, samples, least }: typeof busySettings): { levels: Float32Array; scale: number } | null {
  const stride = Math.max(1, Math.floor(detail.length / samples));
  const sorted = new Float32Array(Math.ceil(detail.length / stride));
  let n = 0;
  for (let i = 0; i < detail.length; i += stride) if (usable[i]) sorted[n++] = detail[i]!;
  if (n < bins * least) return null;
  sorted.subarray(0, n).sort();
  const edges = Float32Array.from({ length: bins - 1 }, (_, b) => sorted[Math.floor(((b + 1) * n) / bins)]!);
  const bin = new Uint8Array(n), counts = new Int32Array(bins + 1);
  for (let i = 0, k = 0; i < detail.length; i += stride) if (usable[i]) counts[(bin[k++] = binOf(edges, detail[i]!)) + 1]!++;
  for (let b = 0; b < bins; b++) counts[b + 1]! += counts[b]!;
  const details = new Float32Array(n), errors = new Float32Array(n), next = counts.slice();
  for (let i = 0, k = 0; i < detail.length; i += stride) {
    if (!usable[i]) continue;
    const at = next[bin[k++]!]!++;
    details[at] = detail[i]!;
    errors[at] = sizes[i]!;
  }
  // A plain ground fills several bins with one value: they are then one bin, and the others stay empty.
  const points = Array.from({ length: bins }, (_, b) => [counts[b]!, counts[b + 1]!] as const)
    .filter(([from, to]) => to - from >= least)
    .map(([from, to]) => ({ at: details.subarray(from, to).sort()[(to - from) >> 1]!, level: errors.subarray(from, to).sort()[Math.floor(quantile * (to - from))]! / overMedian }));
  const last = points.at(-1)!.at;
  const scale = last > 0 ? steps / last : 0;
  const levels = new Float32Array(steps + 1);
  for (let k = 0, upTo = 0; k <= steps; k++) {
    const value = scale > 0 ? k / scale : 0;
    while (upTo < points.length - 1 && points[upTo]!.at < value) upTo++;
    const upper = points[upTo]!, lower = points[Math.max(0, upTo - 1)]!;
    const share = upper.at > lower.at ? Math.min(1, Math.max(0, (value - lower.at) / (upper.at - lower.at))) : 1;
    levels[k] = lower.level + (upper.level - lower.level) * share;
  }
  return { levels, scale };
}

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
