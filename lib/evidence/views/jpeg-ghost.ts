import { boxMean } from '../filters';
import { ijgTable, recompress, standardLuma } from '../grid/recompress';
import { cropLuma, type Luma } from '../luma';

export interface Ghosts {
  qualities: number[];
  width: number;
  height: number;
  /** One map a quality: mean squared difference over 16x16, each pixel's curve over the qualities scaled to 0..1. */
  maps: Float32Array[];
}

/**
 * JPEG ghosts (Farid, IEEE TIFS 4(1), 2009): a part once saved at a lower quality on this grid is dark at that quality
 * and not elsewhere. An illustration only, never scored: smooth parts are dark at every quality.
 * @param grid corner of the picture's JPEG grid, 0..7 each.
 */
export function jpegGhosts(luma: Luma, grid: { x: number; y: number } = { x: 0, y: 0 }, qualities = [40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95]): Ghosts {
  const part = cropLuma(luma, { x: grid.x, y: grid.y, width: luma.width - grid.x, height: luma.height - grid.y });
  const maps = qualities.map((quality) => {
    const again = recompress(part, ijgTable(standardLuma, quality));
    const squared = Float32Array.from(part.data, (value, i) => (value - again.data[i]!) ** 2);
    return boxMean({ width: part.width, height: part.height, data: squared }, 8).data;
  });
  for (let i = 0; i < part.data.length; i += 1) {
    let [low, high] = [Infinity, -Infinity];
    for (const map of maps) {
      low = Math.min(low, map[i]!);
      high = Math.max(high, map[i]!);
    }
    for (const map of maps) map[i] = high > low ? (map[i]! - low) / (high - low) : 0;
  }
  return { qualities, width: part.width, height: part.height, maps };
}
