import { ijgTable, standardChroma, standardLuma } from './grid/recompress';
import { naturalOrder } from './jpeg/zigzag';
import type { Quantisation } from './quantisation';

const difference = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < 64; i += 1) sum += Math.abs(a[i]! - b[i]!);
  return sum;
};

/**
 * Quality 1..100 of the Independent JPEG Group's scale whose tables come nearest (sum of absolute differences), and
 * whether they are those tables exactly. Without chrominance only the first table is compared.
 */
export function ijgQuality(luma: ArrayLike<number>, chroma?: ArrayLike<number>): { quality: number; exact: boolean } {
  let best = { quality: 1, distance: Infinity };
  for (let quality = 1; quality <= 100; quality += 1) {
    const distance = difference(luma, ijgTable(standardLuma, quality)) + (chroma ? difference(chroma, ijgTable(standardChroma, quality)) : 0);
    if (distance < best.distance) best = { quality, distance };
  }
  return { quality: best.quality, exact: best.distance === 0 };
}

/**
 * Luminance tables of Adobe Photoshop's `Save as` (13 levels in all, none of them an IJG table), zig-zag order. Read
 * from files whose tables have the MD5 that ExifTool's JPEGDigest lists: level 12 5379e013…, 10 a6841b35…, 8 44f583ed….
 */
const photoshop: { name: string; steps: readonly number[] }[] = [
  { name: 'photoshop-12', steps: [...Array<number>(43).fill(1), ...Array<number>(11).fill(2), ...Array<number>(10).fill(3)] },
  {
    name: 'photoshop-10',
    steps: [
      2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 2, 2, 3, 4, 3, 2, 2, 3, 4, 5, 4, 4, 4, 4, 4, 5, 6, 5, 5, 5, 5, 5, 5, 6, 6, 7, 7, 8, 7, 7, 6, 9, 9, 10, 10, 9, 9,
      ...Array<number>(15).fill(12),
    ],
  },
  {
    name: 'photoshop-8',
    steps: [6, 4, 4, 4, 5, 4, 6, 5, 5, 6, 9, 6, 5, 6, 9, 11, 8, 6, 6, 8, 11, 12, 10, 10, 11, 10, 10, 12, 16, 12, 12, 12, 12, 12, 12, 16, ...Array<number>(28).fill(12)],
  },
];

/** @returns the name of a known program's tables, or null. */
export function namedTables({ tables, components }: Quantisation): string | null {
  const luma = tables.find((table) => table.destination === components[0]!.table);
  if (!luma) return null;
  const named = photoshop.find(({ steps }) => steps.every((step, k) => step === luma.steps[naturalOrder[k]!]));
  return named?.name ?? (mozjpeg(luma.steps) ? 'mozjpeg' : null);
}

function mozjpeg(steps: ArrayLike<number>): boolean {
  // mozjpeg's default base table (N. Robidoux, table 3): first row 16 16 16 18 25 37 56 85.
  const row = [16, 16, 16, 18, 25, 37, 56, 85];
  for (let quality = 40; quality <= 96; quality += 1) {
    const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
    if (row.every((step, i) => steps[i] === Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100))))) return true;
  }
  return false;
}
