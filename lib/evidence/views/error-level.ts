import { ijgTable, recompress, standardLuma } from '../grid/recompress';
import type { Luma } from '../luma';

/**
 * Error level: how much brightness changes when the picture is saved once more, times `gain`. An illustration only:
 * bright places are texture and contrast, not alteration; it has no false-alarm bound and is never scored.
 * @returns a map of the picture's size, 0..255.
 */
export function errorLevel(luma: Luma, { quality = 90, gain = 20 } = {}): Luma {
  const again = recompress(luma, ijgTable(standardLuma, quality));
  return { ...luma, data: luma.data.map((value, i) => Math.min(255, Math.abs(value - again.data[i]!) * gain)) };
}
