import { spreadMark } from './components';
import type { Registration } from './registration';
import type { Tile } from './tiles';

/** How much of the first picture follows the one smooth mapping, and where. */
export interface Coincidence {
  /** Tiles with texture in either picture. */
  informative: Tile[];
  hits: Tile[];
  /** hits / informative. */
  share: number;
  /** The same among tiles near the edge of the first picture's frame, where the background lies: also how many of the four sides have texture, and agree. */
  rim: { informative: number; share: number; sides: number; agreeing: number };
  /** Share of the frame (first picture) that the second covers. */
  coverage: number;
  /** Median distance a hit still lies from the mapping with its smooth rest, and median size of the rest; working pixels. */
  residual: number;
  wobble: number;
  /** Share of the frame where neighbouring tiles agree nearly without exception, and of its tiles that do so. */
  solid: number;
  /** Share of the covered tiles where the first picture has texture that the second has not. */
  alien: number;
  /** Textured share of the part that the second picture does not cover, 0 for plain borders. */
  outside: number;
}

export const coincidenceSettings = { energy: 6, correlation: 0.8, distance: 1.2, rim: 0.14, alienEnergy: 1.2 };

export const isHit = (tile: Tile, settings = coincidenceSettings) => tile.correlation > settings.correlation && Math.hypot(tile.dx, tile.dy) < settings.distance;

const median = (values: number[]) => (values.length === 0 ? 0 : values.sort((a, b) => a - b)[values.length >> 1]!);

export function coincidenceOf(registration: Registration, settings = coincidenceSettings): Coincidence {
  const { width, height, tiles, inside, flow, first } = registration;
  const informative = tiles.filter((t) => Math.max(t.energyA, t.energyB) > settings.energy);
  const hits = informative.filter((t) => isHit(t, settings));
  const margin = settings.rim * Math.min(width, height);
  const onRim = (t: Tile) => Math.min(t.x, t.y, width - t.x, height - t.y) < margin;
  const rim = informative.filter(onRim);
  let covered = 0;
  for (const value of inside) covered += value;
  const wobbles: number[] = [];
  for (let i = 0; i < flow.dx.length; i++) wobbles.push(Math.hypot(flow.dx[i]!, flow.dy[i]!));
  return {
    informative,
    hits,
    share: hits.length / Math.max(1, informative.length),
    rim: { informative: rim.length, share: rim.filter((t) => isHit(t, settings)).length / Math.max(1, rim.length), ...sidesOf(rim, margin, width, height, settings) },
    coverage: covered / inside.length,
    residual: median(hits.map((t) => Math.hypot(t.dx, t.dy))),
    wobble: median(wobbles),
    solid: solidShare(informative, settings) * 256 / (width * height),
    alien: tiles.filter((t) => t.energyA > settings.alienEnergy && t.energyA > 3 * t.energyB && t.correlation < 0.5).length / Math.max(1, tiles.length),
    outside: inside.length - covered < 0.01 * inside.length ? 0 : outsideTexture(first.data, inside, width, height),
  };
}

function sidesOf(rim: readonly Tile[], margin: number, width: number, height: number, settings: typeof coincidenceSettings): { sides: number; agreeing: number } {
  const sides = [(t: Tile) => t.x < margin, (t: Tile) => t.y < margin, (t: Tile) => width - t.x < margin, (t: Tile) => height - t.y < margin].map((on) => rim.filter(on)).filter((side) => side.length >= 6);
  return { sides: sides.length, agreeing: sides.filter((side) => side.filter((t) => isHit(t, settings)).length > 0.35 * side.length).length };
}

/** Number of informative tiles whose neighbours (within 40 pixels) agree to more than seven in ten. */
function solidShare(informative: readonly Tile[], settings: typeof coincidenceSettings): number {
  const cell = 16;
  const key = (x: number, y: number) => Math.floor(y / cell) * 4096 + Math.floor(x / cell);
  const grid = new Map(informative.map((t) => [key(t.x, t.y), isHit(t, settings)]));
  let solid = 0;
  for (const tile of informative) {
    let all = 0, good = 0;
    for (let dy = -2; dy <= 2; dy++) {
      for (let dx = -2; dx <= 2; dx++) {
        const value = grid.get(key(tile.x + dx * cell, tile.y + dy * cell));
        if (value === undefined) continue;
        all++;
        if (value) good++;
      }
    }
    if (all >= 4 && good > 0.7 * all) solid++;
  }
  return solid;
}

/** Textured share of what lies outside the overlap, a few pixels away from it. */
function outsideTexture(data: Float32Array, inside: Uint8Array, width: number, height: number): number {
  const near = spreadMark(inside, width, height, 5);
  let textured = 0, n = 0;
  for (let y = 0; y + 1 < height; y++) {
    for (let x = 0; x + 1 < width; x++) {
      const at = y * width + x;
      if (near[at]) continue;
      if ((data[at + 1]! - data[at]!) ** 2 + (data[at + width]! - data[at]!) ** 2 > 3) textured++;
      n++;
    }
  }
  return n < 0.01 * width * height ? 0 : textured / n;
}
