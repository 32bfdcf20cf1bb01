import { forwardDct, inverseDct } from '../dct';
import type { Luma } from '../luma';

/** IJG luminance table of ITU-T T.81 table K.1, row by row. */
export const standardLuma = new Uint8Array([
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109,
  103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
]);
/** Table K.2, chrominance. */
export const standardChroma = new Uint8Array([
  17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
]);

/** The Independent JPEG Group's table for a quality of 1..100, as libjpeg's `jpeg_set_quality` with baseline limits. */
export function ijgTable(base: Uint8Array, quality: number): Uint16Array {
  const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
  return Uint16Array.from(base, (step) => Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))));
}

/** What a grey JPEG of this table makes of the picture after decoding; blocks cut at the right and bottom edge are left as they are. */
export function recompress({ width, height, data }: Luma, steps: ArrayLike<number>): Luma {
  const out = data.slice();
  const block = new Float64Array(64);
  const coefficients = new Float64Array(64);
  for (let y = 0; y + 8 <= height; y += 8) {
    for (let x = 0; x + 8 <= width; x += 8) {
      for (let i = 0; i < 64; i += 1) block[i] = data[(y + (i >> 3)) * width + x + (i & 7)]! - 128;
      forwardDct(block, coefficients);
      for (let i = 0; i < 64; i += 1) coefficients[i] = Math.round(coefficients[i]! / steps[i]!) * steps[i]!;
      inverseDct(coefficients, block);
      for (let i = 0; i < 64; i += 1) out[(y + (i >> 3)) * width + x + (i & 7)] = Math.min(255, Math.max(0, Math.round(block[i]! + 128)));
    }
  }
  return { width, height, data: out };
}
