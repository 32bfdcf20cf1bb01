import type { Rectangle } from '../luma';

export type Corner = 'top-left' | 'top-centre' | 'top-right' | 'bottom-left' | 'bottom-centre' | 'bottom-right';

/** Marks keep at most this share of the shorter side from the edges they stand at (measured: up to 3.6 %, and a pill's rim). */
export const farthest = 0.065;
/** How far from the middle a centred mark may stand, as a share of the width. */
const offCentre = 0.03;

/**
 * Where a mark stands, or null where none of the measured services puts one.
 * @param unread picture samples that may stand unread on the same line: a name before the words, a version number after them.
 */
export function cornerOf({ x, y, width, height }: Rectangle, picture: { width: number; height: number }, unread = { before: 0, after: 0 }): Corner | null {
  const most = farthest * Math.min(picture.width, picture.height);
  const right = picture.width - x - width;
  const bottom = picture.height - y - height;
  if (Math.min(x, right) < -0.3 * height) return null;
  const row = bottom <= most ? 'bottom' : y <= most ? 'top' : null;
  if (row === null) return null;
  const centred = Math.abs(x + width / 2 - picture.width / 2) <= offCentre * picture.width;
  if (right <= most + unread.after && right <= x) return `${row}-right`;
  if (x <= most + unread.before && x <= right) return `${row}-left`;
  return centred ? `${row}-centre` : null;
}
