import type { Luma } from './luma';
import { differenceBands, interpolationSignal, peakHeights, sharedPeak, type Peak } from './periodogram';

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
  const [columns, rows] = [luma.width, luma.height].map((side) => Math.max(0, Math.floor((side - tileSide) / step) + 1)) as [number, number];
  const [across, down] = [differenceBands(luma, 'across', step), differenceBands(luma, 'down', step)];
  // Two bands of half a side make the depth of a tile.
  const heights = (bands: Int32Array[], band: number, place: number) => peakHeights(interpolationSignal(bands.slice(band, band + 2), place * step, tileSide, tileSide));
  const tiles: ResizedTile[] = [];
  for (let row = 0; row < rows; row += 1) {
    signal?.throwIfAborted();
    for (let column = 0; column < columns; column += 1) {
      const peak = sharedPeak(heights(across, row, column), heights(down, column, row), period, columns * rows);
      if (peak && peak.log10NFA < limit) tiles.push({ x: column * step, y: row * step, ...peak });
    }
  }
  return { tiles: tiles.sort((a, b) => a.log10NFA - b.log10NFA), places: columns * rows };
}

const bin = 1 / tileSide;

const fold = (frequency: number) => Math.abs(frequency - Math.round(frequency));

/** One resize shows at the folded multiples of its frequency: whether either of these may be a multiple of the other. Peaks near 1/2 wander by some bins. */
export function sameResize(a: number, b: number): boolean {
  for (let k = 1; k <= 4; k += 1) if (Math.abs(fold(k * a) - b) < (k + 3) * bin || Math.abs(fold(k * b) - a) < (k + 3) * bin) return true;
  return false;
}
