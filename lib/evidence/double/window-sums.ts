import type { Luma } from '../luma';

/** Windows with less range say nothing: flat places stand on multiples of any step. */
const leastRange = 6;

/** No sum: clipped or flat. */
export const noSum = 65535;

/** Sum of the 64 samples of every 8x8 window by its corner (eight times the DC coefficient), or `noSum`. */
export function windowSums({ width, height, data }: Luma): Uint16Array {
  const out = new Uint16Array(width * height).fill(noSum);
  const columns = new Int32Array(width);
  const [low, high] = windowExtremes(data, width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) columns[x]! += data[at]! - (y >= 8 ? data[at - 8 * width]! : 0);
    if (y < 7) continue;
    let sum = 0;
    for (let x = 0; x < width; x += 1) {
      sum += columns[x]! - (x >= 8 ? columns[x - 8]! : 0);
      if (x < 7) continue;
      const at = (y - 7) * width + x - 7;
      if (high[at]! - low[at]! >= leastRange && low[at]! > 0 && high[at]! < 255) out[at] = sum;
    }
  }
  return out;
}

/** Least and largest sample of each 8x8 window by its corner, by doubling: windows of 2, 4, 8 along, then down. */
function windowExtremes(data: Uint8Array, width: number, height: number): [Uint8Array, Uint8Array] {
  const [low, high] = [data.slice(), data.slice()];
  const widen = (reach: number, until: number) => {
    for (let at = 0; at < until; at += 1) {
      low[at] = Math.min(low[at]!, low[at + reach]!);
      high[at] = Math.max(high[at]!, high[at + reach]!);
    }
  };
  for (const reach of [1, 2, 4]) widen(reach, low.length - reach);
  for (const reach of [1, 2, 4]) widen(reach * width, width * (height - reach));
  return [low, high];
}
