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

/** Mean magnitude of the luma's cross-difference: near 0 on flat or blurred places, where there is nothing to read. */
export function texture(rgb: Uint8Array, size: number): number {
  const luma = new Float32Array(size * size);
  for (let i = 0; i < luma.length; i++) luma[i] = 0.299 * rgb[i * 3]! + 0.587 * rgb[i * 3 + 1]! + 0.114 * rgb[i * 3 + 2]!;
  let sum = 0;
  for (let y = 1; y < size; y++) {
    for (let x = 1; x < size; x++) {
      const at = y * size + x;
      sum += Math.abs(luma[at]! - luma[at - 1]! - luma[at - size]! + luma[at - size - 1]!);
    }
  }
  return sum / (size - 1) ** 2;
}

export interface PlacedCrop {
  x: number;
  y: number;
  rgb: Uint8Array;
}

/** The more textured half of the grid's crops, the most textured first. Empty when the picture is smaller than a crop. */
export function texturedCrops(picture: Pixels, size: number, most: number): PlacedCrop[] {
  const all = cropGrid(picture.width, picture.height, size, most).map(({ x, y }) => {
    const rgb = crop(picture, x, y, size);
    return { x, y, rgb, texture: texture(rgb, size) };
  });
  return all.sort((a, b) => b.texture - a.texture).slice(0, Math.ceil(all.length / 2));
}
