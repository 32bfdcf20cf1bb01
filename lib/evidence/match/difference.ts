import { componentsOf, outlineOf, spreadMark } from './components';
import { mapX, mapY } from './homography';
import type { Overlay } from './overlay';
import { allowBusy } from './busy';
import { slowField } from './photometry';
import type { Plane } from './plane';
import type { Registration } from './registration';
import { flowAt } from './warp';

/** An area where the pictures differ beyond what re-saving explains. */
export interface DifferenceArea {
  /** Fractions of the first picture, clockwise. */
  outline: [number, number][];
  /** The same outline on the second picture, in fractions of it. */
  onSecond: [number, number][];
  /** Share of the first picture's frame. */
  share: number;
  /** log10 of the number of such areas expected by chance in this picture. */
  log10NFA: number;
}

export interface Difference {
  areas: DifferenceArea[];
  /** Sum of the areas' shares. */
  share: number;
  /** Normalised difference at working size, 1 is the local noise level. */
  map: Float32Array;
  width: number;
  height: number;
}

export const differenceSettings = { threshold: 4.5, visible: 8, edge: 0.35, cell: 48, log10NFA: -5, grainArea: 12, rim: 0.04 };

/** Luma and two colour differences of one pixel difference, as weights of red, green and blue; eyes and JPEG both weigh luma more. */
const opponents = [[0.299, 0.587, 0.114], [-0.5, 0, 0.5], [-0.25, 0.5, -0.25]] as const;

/**
 * What differs after registration and tone matching: per pixel the difference over the local noise level (32..48 px around, plus an allowance
 * for misplacement along edges), thresholded, and each connected area weighed a contrario (detection.md 3, steps 5 and 6).
 */
export function differenceOf(registration: Registration, overlay: Overlay, settings = differenceSettings): Difference {
  const { width, height } = registration;
  const { ours, theirs: toned, usable } = overlay;
  const n = width * height;
  const edges = edgeStrength(ours, toned, width, height);
  const map = new Float32Array(n);
  const visible = new Float32Array(n);
  const sizes = new Float32Array(n), field = new Float32Array(n);
  for (const weights of opponents) {
    residualOf(weights, ours, toned, sizes);
    slowField(sizes, usable, width, height, settings.cell, field);
    for (let i = 0; i < n; i++) sizes[i] = Math.abs(sizes[i]! - field[i]!);
    slowField(sizes, usable, width, height, settings.cell, field);
    // Where a large part was re-drawn the local level is the change itself: bounded by what is usual elsewhere.
    const most = 3 * quantile(field, usable, 0.35) + 1;
    for (let i = 0; i < n; i++) if (field[i]! > most) field[i] = most;
    allowBusy(weights, overlay, sizes, field, width, height);
    gather(sizes, field, settings.edge, edges, usable, map, visible);
  }
  for (let i = 0; i < n; i++) map[i] = Math.sqrt(map[i]!);
  const mark = new Uint8Array(n);
  for (let i = 0; i < n; i++) mark[i] = map[i]! > settings.threshold && visible[i]! > settings.visible ? 1 : 0;
  return { ...areasOf(mark, usable, registration, settings), map, width, height };
}

/** One opponent's difference per pixel. */
function residualOf([wr, wg, wb]: readonly [number, number, number], ours: readonly Plane[], toned: readonly Plane[], out: Float32Array): void {
  const [r, g, b] = ours.map((one) => one.data) as [Float32Array, Float32Array, Float32Array];
  const [tr, tg, tb] = toned.map((one) => one.data) as [Float32Array, Float32Array, Float32Array];
  for (let i = 0; i < out.length; i++) out[i] = wr * (r[i]! - tr[i]!) + wg * (g[i]! - tg[i]!) + wb * (b[i]! - tb[i]!);
}

/** Adds one opponent's squared difference over the noise to `map`, and keeps the largest plain one in `visible`. */
function gather(sizes: Float32Array, spread: Float32Array, edge: number, edges: Float32Array, usable: Uint8Array, map: Float32Array, visible: Float32Array): void {
  for (let i = 0; i < sizes.length; i++) {
    if (!usable[i]) continue;
    const size = sizes[i]!;
    const d = size / (1.4826 * spread[i]! + 1.2 + edge * edges[i]!);
    map[i]! += d * d;
    if (size > visible[i]!) visible[i] = size;
  }
}

function quantile(values: Float32Array, usable: Uint8Array, q: number): number {
  const some: number[] = [];
  for (let i = 0; i < values.length; i += 37) if (usable[i]) some.push(values[i]!);
  return some.sort((a, b) => a - b)[Math.floor(q * some.length)] ?? 0;
}

/** Luma step per pixel that both pictures have: what a little misplacement could change. */
function edgeStrength(a: Plane[], b: Plane[], width: number, height: number): Float32Array {
  const out = new Float32Array(width * height).fill(Infinity);
  const luma = new Float32Array(width * height);
  for (const [r, g, bl] of [a, b] as [Plane, Plane, Plane][]) {
    const [red, green, blue] = [r.data, g.data, bl.data];
    for (let i = 0; i < luma.length; i++) luma[i] = 0.299 * red[i]! + 0.587 * green[i]! + 0.114 * blue[i]!;
    for (let y = 1; y + 1 < height; y++)
      for (let x = 1; x + 1 < width; x++) {
        const at = y * width + x;
        const dx = luma[at + 1]! - luma[at - 1]!, dy = luma[at + width]! - luma[at - width]!;
        const e = 0.5 * Math.sqrt(dx * dx + dy * dy);
        // Only what both pictures share is an edge that could be misplaced; a drawn edge stands in one of them.
        if (e < out[at]!) out[at] = e;
      }
  }
  return out;
}

function areasOf(mark: Uint8Array, usable: Uint8Array, registration: Registration, settings: typeof differenceSettings): { areas: DifferenceArea[]; share: number } {
  const { width, height, working, flow, second } = registration;
  const n = width * height;
  // Nearby specks belong together: close gaps of a few pixels before counting.
  const radius = 2;
  const closed = spreadMark(spreadMark(mark, width, height, radius), width, height, radius, 0);
  for (let i = 0; i < n; i++) if (!usable[i]) closed[i] = 0;
  const { labels, components } = componentsOf(closed, width, height);
  const marked = new Int32Array(components.length + 1), within = new Int32Array(components.length + 1);
  // Beyond the outermost features the mapping is a guess of a few pixels: a line along the edge of the frame shows that, not a change.
  const inner = spreadMark(usable, width, height, Math.round(settings.rim * Math.min(width, height)), 0);
  let total = 0, usableCount = 0;
  for (let i = 0; i < n; i++) {
    if (usable[i]) usableCount++;
    if (mark[i] && labels[i]) {
      marked[labels[i]!]!++;
      within[labels[i]!]! += inner[i]!;
    }
    total += mark[i]!;
  }
  // How often a pixel is marked by chance: from all but the large areas, which are what we look for.
  const large = components.filter((c) => marked[c.label]! > 0.0005 * n).reduce((sum, c) => sum + marked[c.label]!, 0);
  const chance = Math.min(0.2, Math.max(0.002, (total - large) / Math.max(1, usableCount)));
  const tests = Math.log10(Math.max(10, usableCount / settings.grainArea)) * 2;
  const shift = new Float64Array(2);
  const areas = components
    .map((component) => ({ component, log10NFA: tests + (marked[component.label]! / settings.grainArea) * Math.log10(chance) }))
    .filter(({ component, log10NFA }) => log10NFA < settings.log10NFA && component.area >= 40 && within[component.label]! >= Math.max(settings.grainArea, 0.2 * marked[component.label]!))
    .map(({ component, log10NFA }): DifferenceArea => {
      const points = outlineOf(labels, width, height, component);
      return {
        log10NFA,
        share: component.area / n,
        outline: points.map(([x, y]) => [x / width, y / height]),
        onSecond: points.map(([x, y]) => {
          flowAt(flow, x, y, shift);
          const u = mapX(working, x + shift[0]!, y + shift[1]!) / second.width, v = mapY(working, x + shift[0]!, y + shift[1]!) / second.height;
          return [Math.min(1, Math.max(0, u)), Math.min(1, Math.max(0, v))];
        }),
      };
    })
    .sort((a, b) => b.share - a.share);
  return { areas, share: areas.reduce((sum, area) => sum + area.share, 0) };
}
