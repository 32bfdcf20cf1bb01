import type { Pixels, TraceSource } from './traces';

/**
 * Brightness of every pixel at the picture's own resolution. Never resized: compression grids, noise and copied
 * pixels do not survive resampling. Analysers that cannot afford a large picture look at `window`s of it, and say so.
 */
export interface Luma {
  width: number;
  height: number;
  /** round(0.299 R + 0.587 G + 0.114 B), row by row. */
  data: Uint8Array;
}

/** A rectangle in pixels. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function lumaOf({ width, height, rgb }: Pixels): Luma {
  const data = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < data.length; i += 1, j += 3) {
    // Integer weights of 2^-16; they sum to 65536, so white stays 255.
    data[i] = (19595 * rgb[j]! + 38470 * rgb[j + 1]! + 7471 * rgb[j + 2]! + 32768) >> 16;
  }
  return { width, height, data };
}

export const lumaTrace = async (get: TraceSource['get']): Promise<Luma> => lumaOf(await get('pixels'));

/** The central part with sides of at most `side` pixels; its corner lies on multiples of 8, so that grid phases keep their names. */
export function centralWindow({ width, height }: { width: number; height: number }, side: number): Rectangle {
  const place = (length: number) => (length <= side ? 0 : Math.floor((length - side) / 16) * 8);
  return { x: place(width), y: place(height), width: Math.min(width, side), height: Math.min(height, side) };
}

export function cropLuma(luma: Luma, { x, y, width, height }: Rectangle): Luma {
  if (x === 0 && y === 0 && width === luma.width && height === luma.height) return luma;
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = (y + row) * luma.width + x;
    data.set(luma.data.subarray(from, from + width), row * width);
  }
  return { width, height, data };
}
