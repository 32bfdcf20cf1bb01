import { fitAffine, fitHomography, mapX, mapY, plausible, rescaled, shapeOf, type Homography } from './homography';
import { blur, resize, type Plane } from './plane';
import { lookUpTiles, type Tile } from './tiles';
import { flowAt, warp, type Flow } from './warp';

/** Both pictures at one resolution, the second one laid into the first one's frame. */
export interface Registration {
  /** Working size over full size of the first picture. */
  scale: number;
  width: number;
  height: number;
  /** First to second picture, continuous full pixels of both. */
  homography: Homography;
  /** The same in working pixels. */
  working: Homography;
  /** First picture at working size, lightly smoothed. */
  first: Plane;
  /** Second picture at working size (its own frame), and laid into the first one's. */
  second: Plane;
  warped: Plane;
  inside: Uint8Array;
  /** Displacements are what is left after homography and flow. */
  tiles: Tile[];
  flow: Flow;
}

export const registrationSettings = { longest: 800, smooth: 0.7, size: 24, good: 0.75, energy: 3 };
/** Who moves the mapping must speak; at the end also faint tiles are asked (coincidence.ts: `alien`, `informative`). */
const quietInPasses = [registrationSettings.energy, Infinity] as const;
const quietAtLast = [1.2, 6] as const;

/** Passes that move the homography: tile spacing and search reach, on the picture shrunk by `shrink`. */
const passes = [
  { shrink: 2, step: 20, reach: 9 },
  { shrink: 1, step: 40, reach: 6 },
  { shrink: 1, step: 32, reach: 3 },
];
/** Then the smooth rest over it, and what each tile says after both. */
const flowPass = { shrink: 2, step: 12, reach: 4 };
const lastPass = { step: 16, reach: 2 };

/** A tile that can say something: enough texture in the first picture and a clear peak. */
const speaks = (tile: Tile) => tile.energyA > registrationSettings.energy && tile.correlation > registrationSettings.good;

/** Iteratively reweighted (Tukey) fit of the homography to the tiles' displacements. @returns null where they do not carry one. */
function refit(tiles: readonly Tile[], map: Homography, width: number, height: number): Homography | null {
  const norm = Math.max(width, height);
  const targets = tiles.map((tile) => [mapX(map, tile.x + tile.dx, tile.y + tile.dy), mapY(map, tile.x + tile.dx, tile.y + tile.dy)] as const);
  const pairs = { x: tiles.map((t) => t.x / norm), y: tiles.map((t) => t.y / norm), u: targets.map((t) => t[0] / norm), v: targets.map((t) => t[1] / norm) };
  const all = tiles.map((_, i) => i);
  const base = tiles.map((t) => t.correlation ** 4 * (0.2 + t.corner));
  let weights = base;
  const small = tiles.length < 24;
  let fitted: Homography | null = null;
  for (let round = 0; round < 6; round++) {
    fitted = small ? fitAffine(pairs, all, weights) : fitHomography(pairs, all, weights);
    if (!fitted) return null;
    const residuals = all.map((i) => norm * Math.hypot(mapX(fitted!, pairs.x[i]!, pairs.y[i]!) - pairs.u[i]!, mapY(fitted!, pairs.x[i]!, pairs.y[i]!) - pairs.v[i]!));
    const middle = [...residuals].sort((a, b) => a - b)[residuals.length >> 1]!;
    const limit = 4.685 * Math.max(0.15, 1.4826 * middle);
    weights = residuals.map((r, i) => (r < limit ? base[i]! * (1 - (r / limit) ** 2) ** 2 : 0));
  }
  return fitted && rescaled(fitted, norm, norm, norm, norm);
}

/** Smooth displacement left over the homography (lens, or an editor's wobble): Gaussian average of what trustworthy tiles say. */
function smoothFlow(tiles: readonly Tile[], width: number, height: number): Flow {
  const step = 32;
  const columns = Math.ceil(width / step);
  const rows = Math.ceil(height / step);
  const flow: Flow = { step, columns, rows, dx: new Float32Array(columns * rows), dy: new Float32Array(columns * rows) };
  const good = tiles.filter(speaks);
  for (let gy = 0; gy < rows; gy++) {
    for (let gx = 0; gx < columns; gx++) {
      // A faint pull to zero keeps empty stretches still.
      let sum = 0.5, sx = 0, sy = 0;
      for (const tile of good) {
        const d2 = (tile.x - (gx + 0.5) * step) ** 2 + (tile.y - (gy + 0.5) * step) ** 2;
        if (d2 > 14400) continue;
        const w = Math.exp(-d2 / 3200) * tile.correlation ** 4 * (0.1 + tile.corner);
        sum += w;
        sx += w * tile.dx;
        sy += w * tile.dy;
      }
      flow.dx[gy * columns + gx] = sx / sum;
      flow.dy[gy * columns + gx] = sy / sum;
    }
  }
  return flow;
}

/** The flow from a search at half size, brought back to working pixels. */
function looseFlow(a: Plane, b: Plane, [pa, pb]: readonly [Plane, Plane], working: Homography, size: number): Flow {
  const ax = a.width / pa.width, ay = a.height / pa.height;
  const { planes, inside } = warp([pb], rescaled(working, 1 / ax, 1 / ay, pb.width / b.width, pb.height / b.height), pa.width, pa.height);
  const tiles = lookUpTiles(pa, planes[0]!, inside, { size: (3 * size) >> 2, ...flowPass, quiet: quietInPasses });
  return smoothFlow(tiles.map((t) => ({ ...t, x: t.x * ax, y: t.y * ay, dx: t.dx * ax, dy: t.dy * ay })), a.width, a.height);
}

/**
 * Refines a rough homography to sub-pixel by block matching with falling reach, at the coarser of the two resolutions so that
 * neither picture shows detail which the other cannot have.
 * @returns null where the map carries too little overlap to compare.
 */
export function register(first: Plane, second: Plane, rough: Homography, settings = registrationSettings): Registration | null {
  const shape = shapeOf(rough, first.width, first.height);
  if (!plausible(shape)) return null;
  const scale = Math.min(1, settings.longest / Math.max(first.width, first.height), shape.scale * Math.max(1, 240 / (shape.scale * Math.max(first.width, first.height))));
  const width = Math.max(32, Math.round(first.width * scale));
  const height = Math.max(32, Math.round(first.height * scale));
  const secondScale = Math.min(1, scale / shape.scale);
  const small = resize(second, Math.max(16, Math.round(second.width * secondScale)), Math.max(16, Math.round(second.height * secondScale)));
  const a = blur(resize(first, width, height), settings.smooth);
  const b = blur(small, settings.smooth);
  const fx = width / first.width, fy = height / first.height, sx = small.width / second.width, sy = small.height / second.height;
  let working = rescaled(rough, fx, fy, sx, sy);
  const halves = [half(a), half(b)] as const;
  for (const { shrink, step, reach } of passes) {
    const [pa, pb] = shrink === 1 ? [a, b] : halves;
    const ax = pa.width / width, ay = pa.height / height, bx = pb.width / b.width, by = pb.height / b.height;
    const here = rescaled(working, ax, ay, bx, by);
    const { planes, inside } = warp([pb], here, pa.width, pa.height);
    const good = lookUpTiles(pa, planes[0]!, inside, { size: settings.size, step, reach, quiet: quietInPasses }).filter(speaks);
    if (good.length < 6) continue;
    const next = refit(good, here, pa.width, pa.height);
    if (next && plausible(shapeOf(next, pa.width, pa.height))) working = rescaled(next, 1 / ax, 1 / ay, 1 / bx, 1 / by);
  }
  const straight = warp([b], working, width, height);
  let tiles = lookUpTiles(a, straight.planes[0]!, straight.inside, { size: settings.size, ...lastPass, quiet: quietAtLast });
  if (tiles.length < 8) return null;
  let flow: Flow, final: ReturnType<typeof warp>;
  const textured = tiles.filter((t) => t.energyA > settings.energy);
  if (textured.filter(speaks).length > 0.5 * textured.length) {
    // The homography explains the picture: only its fine rest is smoothed, and taken off what the tiles say.
    flow = smoothFlow(tiles, width, height);
    const shift = new Float64Array(2);
    for (const tile of tiles) {
      flowAt(flow, tile.x, tile.y, shift);
      tile.dx -= shift[0]!;
      tile.dy -= shift[1]!;
    }
    final = warp([b], working, width, height, flow);
  } else {
    flow = looseFlow(a, b, halves, working, settings.size);
    final = warp([b], working, width, height, flow);
    tiles = lookUpTiles(a, final.planes[0]!, final.inside, { size: settings.size, ...lastPass, quiet: quietAtLast });
  }
  return { scale: fx, width, height, homography: rescaled(working, 1 / fx, 1 / fy, 1 / sx, 1 / sy), working, first: a, second: b, warped: final.planes[0]!, inside: final.inside, tiles, flow };
}

const half = (source: Plane) => resize(source, Math.max(16, source.width >> 1), Math.max(16, source.height >> 1));
