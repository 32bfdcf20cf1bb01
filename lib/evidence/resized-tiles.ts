import type { Luma } from './luma';
import { interpolationSignal, peakHeights, sharedPeak, type Peak } from './periodogram';

export const tileSide = 256;
const step = tileSide / 2;

export interface ResizedTile extends Peak {
  x: number;
  y: number;
}

/**
 * Tiles that carry the periodic trace of a resize, the same in both directions.
 * @param period of the codec's blocks, whose frequencies are left out.
 */
export function resizedTiles(luma: Luma, period: number, limit: number, signal?: AbortSignal): { tiles: ResizedTile[]; places: number } {
  const corners: [number, number][] = [];
  for (let y = 0; y + tileSide <= luma.height; y += step) for (let x = 0; x + tileSide <= luma.width; x += step) corners.push([x, y]);
  const tiles: ResizedTile[] = [];
  for (const [x, y] of corners) {
    signal?.throwIfAborted();
    const place = { x, y, width: tileSide, height: tileSide };
    const [across, down] = [peakHeights(interpolationSignal(luma, place, 'across')), peakHeights(interpolationSignal(luma, place, 'down'))];
    const peak = sharedPeak(across, down, period, corners.length);
    if (peak && peak.log10NFA < limit) tiles.push({ x, y, ...peak });
  }
  return { tiles: tiles.sort((a, b) => a.log10NFA - b.log10NFA), places: corners.length };
}

const bin = 1 / tileSide;

const fold = (frequency: number) => Math.abs(frequency - Math.round(frequency));

/** One resize shows at the folded multiples of its frequency: whether either of these may be a multiple of the other. Peaks near 1/2 wander by some bins. */
export function sameResize(a: number, b: number): boolean {
  for (let k = 1; k <= 4; k += 1) if (Math.abs(fold(k * a) - b) < (k + 3) * bin || Math.abs(fold(k * b) - a) < (k + 3) * bin) return true;
  return false;
}
