import type { Luma } from '../luma';
import { errorLevel } from './error-level';
import { grain } from './grain';
import { jpegGhosts } from './jpeg-ghost';

/** Enhancements for the eye. None has a false-alarm bound, so none is ever scored. */
export const viewIds = ['error-level', 'jpeg-ghost', 'grain'] as const;
export type ViewId = (typeof viewIds)[number];

/** One grey picture of a view; `quality` where the view is a series over JPEG qualities. */
export interface ViewFrame {
  quality: number | null;
  /** 0 dark .. 255 bright, of the picture's proportions; coarser where the view is by block. */
  picture: Luma;
}

/** @param grid corner of the picture's JPEG grid, 0..7 each, where it is known. */
export function viewFrames(id: ViewId, luma: Luma, grid = { x: 0, y: 0 }): ViewFrame[] {
  if (id === 'error-level') return [{ quality: null, picture: errorLevel(luma) }];
  if (id === 'grain') return [{ quality: null, picture: grain(luma) }];
  const { qualities, width, height, maps } = jpegGhosts(luma, grid);
  return qualities.map((quality, i) => ({ quality, picture: { width, height, data: Uint8Array.from(maps[i]!, (value) => Math.round(255 * value)) } }));
}
