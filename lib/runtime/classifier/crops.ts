import type { Pixels } from '../../evidence/traces';

/**
 * Top-left corners of at most `most` square crops of side `size`, evenly spread over the picture (training/views.py lays
 * the same grid). Empty when the picture is smaller than a crop.
 */
export function cropGrid(width: number, height: number, size: number, most: number): { x: number; y: number }[] {
  if (width < size || height < size) return [];
  let columns = Math.ceil(width / size);
  let rows = Math.ceil(height / size);
  while (columns * rows > most) {
    if (columns * height > rows * width) columns--;
    else rows--;
  }
  const spread = (count: number, side: number): number[] =>
    count === 1 ? [Math.floor((side - size) / 2)] : Array.from({ length: count }, (_, i) => Math.floor(((side - size) * i) / (count - 1)));
  return spread(rows, height).flatMap((y) => spread(columns, width).map((x) => ({ x, y })));
}

/** Copies one square crop, interleaved RGB. */
export function crop({ width, rgb }: Pixels, x: number, y: number, size: number): Uint8Array {
  const out = new Uint8Array(size * size * 3);
  for (let row = 0; row < size; row++) {
    const from = ((y + row) * width + x) * 3;
    out.set(rgb.subarray(from, from + size * 3), row * size * 3);
  }
  return out;
}
