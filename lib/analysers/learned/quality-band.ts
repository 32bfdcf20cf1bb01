import { readQuantisation } from '../../evidence/quantisation';
import type { ImageFormat } from '../../case/image';

/** How much fine trace the last save can have left; the classifier is calibrated per band. */
export const qualityBands = ['jpeg-fine', 'jpeg-middle', 'jpeg-coarse', 'other'] as const;
export type QualityBand = (typeof qualityBands)[number];

/** Luminance table of ITU-T T.81 Annex K.1, the one nearly all encoders scale. */
const annexK = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
  18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const annexSum = annexK.reduce((sum, step) => sum + step, 0);

/** Quality 1..100 on the IJG scale, from the mean of the luminance steps; the steps' order does not matter. */
export function estimatedQuality(steps: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < steps.length; i++) sum += steps[i]!;
  const percent = (100 * sum) / annexSum;
  return Math.max(1, Math.min(100, percent <= 100 ? (200 - percent) / 2 : 5000 / percent));
}

/** Files that are no JPEG, or whose tables cannot be read, share the band `other`. */
export function qualityBand(bytes: Uint8Array, format: ImageFormat): QualityBand {
  if (format !== 'jpeg') return 'other';
  try {
    const { tables, components } = readQuantisation(bytes);
    const luminance = tables.find((table) => table.destination === components[0]?.table) ?? tables[0];
    if (!luminance) return 'other';
    const quality = estimatedQuality(luminance.steps);
    return quality >= 83 ? 'jpeg-fine' : quality >= 73 ? 'jpeg-middle' : 'jpeg-coarse';
  } catch {
    return 'other';
  }
}
