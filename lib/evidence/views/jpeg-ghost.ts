import { fastDct, fastDctScale } from '../dct';
import { ijgTable, standardLuma } from '../grid/recompress';
import type { Luma } from '../luma';

export interface Ghosts {
  qualities: number[];
  /** Size of the maps: one value every 8 pixels, over the 16x16 around it. */
  width: number;
  height: number;
  /** One map a quality: each place's mean squared difference, its curve over the qualities scaled to 0..1. */
  maps: Float32Array[];
}

export const ghostQualities = [40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95];

/**
 * JPEG ghosts (Farid, IEEE TIFS 4(1), 2009): a part once saved at a lower quality on this grid is dark at that quality
 * and not elsewhere. Differences are taken in the transform, which keeps sums of squares, so that no quality needs a
 * picture of its own. An illustration only, never scored: smooth parts are dark at every quality.
 * @param grid corner of the picture's JPEG grid, 0..7 each.
 */
export function jpegGhosts({ width, height, data }: Luma, grid: { x: number; y: number } = { x: 0, y: 0 }, qualities = ghostQualities): Ghosts {
  const [columns, rows] = [(width - grid.x) >> 3, (height - grid.y) >> 3];
  const tables = qualities.map((quality) => Float32Array.from(ijgTable(standardLuma, quality)));
  const errors = qualities.map(() => new Float32Array(columns * rows));
  const across = new Float32Array(64);
  const both = new Float32Array(64);
  for (let at = 0; at < columns * rows; at += 1) {
    const corner = (8 * Math.floor(at / columns) + grid.y) * width + 8 * (at % columns) + grid.x;
    for (let v = 0; v < 8; v += 1) fastDct(data, corner + v * width, 1, across, 8 * v, 1);
    for (let u = 0; u < 8; u += 1) fastDct(across, u, 8, both, u, 8);
    for (let k = 0; k < 64; k += 1) both[k] = both[k]! / (fastDctScale[k >> 3]! * fastDctScale[k & 7]!);
    // Samples are coded around 128.
    both[0] = both[0]! - 1024;
    tables.forEach((table, i) => {
      let sum = 0;
      for (let k = 0; k < 64; k += 1) {
        const d = both[k]! - Math.round(both[k]! / table[k]!) * table[k]!;
        sum += d * d;
      }
      errors[i]![at] = sum / 64;
    });
  }
  return { qualities, width: columns - 1, height: rows - 1, maps: scaled(errors, columns, rows) };
}

/** Means over two by two blocks, then each place's curve to 0..1. */
function scaled(errors: Float32Array[], columns: number, rows: number): Float32Array[] {
  const [width, height] = [Math.max(0, columns - 1), Math.max(0, rows - 1)];
  const maps = errors.map(() => new Float32Array(width * height));
  for (let at = 0; at < width * height; at += 1) {
    const i = Math.floor(at / width) * columns + (at % width);
    let [low, high] = [Infinity, -Infinity];
    errors.forEach((of, k) => {
      const value = (of[i]! + of[i + 1]! + of[i + columns]! + of[i + columns + 1]!) / 4;
      maps[k]![at] = value;
      low = Math.min(low, value);
      high = Math.max(high, value);
    });
    for (const map of maps) map[at] = high > low ? (map[at]! - low) / (high - low) : 0;
  }
  return maps;
}
