import type { Luma } from '../luma';

const blockSide = 16;
const step = 8;

/**
 * How strong the finest grain is, by place: the median of the diagonal Haar coefficients over 16x16 pixels, every 8
 * pixels, over 0.6745 (Mahdian and Saic, Image and Vision Computing 27, 2009). An illustration only: texture is bright,
 * and so are edges; compression flattens all of it.
 * @returns grey map, white at the strongest hundredth of places.
 */
export function grain({ width, height, data }: Luma): Luma {
  const columns = Math.max(1, Math.floor((width - blockSide) / step) + 1);
  const rows = Math.max(1, Math.floor((height - blockSide) / step) + 1);
  const sigma = new Float32Array(columns * rows);
  const magnitudes = new Float32Array((blockSide / 2) ** 2);
  for (let at = 0; at < sigma.length; at += 1) {
    const [left, top] = [(at % columns) * step, Math.floor(at / columns) * step];
    let count = 0;
    for (let y = top; y + 1 < Math.min(height, top + blockSide); y += 2) {
      for (let x = left, i = y * width + left; x + 1 < Math.min(width, left + blockSide); x += 2, i += 2) {
        magnitudes[count] = Math.abs(data[i]! - data[i + 1]! - data[i + width]! + data[i + width + 1]!) / 2;
        count += 1;
      }
    }
    const sorted = magnitudes.subarray(0, count).sort();
    sigma[at] = (sorted[count >> 1] ?? 0) / 0.6745;
  }
  const white = sigma.slice().sort()[Math.floor(0.99 * (sigma.length - 1))]! || 1;
  return { width: columns, height: rows, data: Uint8Array.from(sigma, (value) => Math.min(255, Math.round((255 * value) / white))) };
}
