import type { Region } from '../../lib/case/finding';

/** 1 inside, row by row. */
export interface Mask {
  width: number;
  height: number;
  data: Uint8Array;
}

function inside(x: number, y: number, points: Region['points']): boolean {
  let odd = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i, i += 1) {
    const [[ax, ay], [bx, by]] = [points[i]!, points[j]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

export interface Overlap {
  /** Share of the outlined area that is in the mask. */
  precision: number;
  /** Share of the mask that is outlined. */
  recall: number;
  /** What is in both over what is in either. */
  common: number;
}

/** How well outlines cover a mask; sampled on a lattice of at most 400 points a side. */
export function overlapOf(regions: readonly Region[], mask: Mask): Overlap {
  const step = Math.max(1, Math.ceil(Math.max(mask.width, mask.height) / 400));
  let [marked, outlined, both] = [0, 0, 0];
  for (let y = 0; y < mask.height; y += step) {
    for (let x = 0; x < mask.width; x += step) {
      const inMask = mask.data[y * mask.width + x] === 1;
      const inOutline = regions.some(({ points }) => inside((x + 0.5) / mask.width, (y + 0.5) / mask.height, points));
      marked += Number(inMask);
      outlined += Number(inOutline);
      both += Number(inMask && inOutline);
    }
  }
  return { precision: outlined ? both / outlined : 0, recall: marked ? both / marked : 0, common: marked + outlined - both ? both / (marked + outlined - both) : 0 };
}

/** Outline and mask share at least a quarter of what they cover together. */
export const leastCommon = 0.25;
