import type { ClaimImage, ImageFormat, ImageRole } from '../case/image';

const extension: Record<ImageFormat, string> = { jpeg: 'jpg', png: 'png', webp: 'webp', gif: 'gif', heic: 'heic', avif: 'avif', tiff: 'tif', bmp: 'bmp' };
const order: readonly ImageRole[] = ['evidence', 'listing', 'added'];

/** The buyer's pictures first, then the merchant's, each as on the page. */
export function inOrder(images: readonly ClaimImage[]): ClaimImage[] {
  return [...images].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1));
}

/**
 * Path of each received picture inside the bundle, `originals/01-1a2b3c4d.jpg`; only ASCII, safe on every system.
 * A file that is no image we know ends in `.bin`. Pictures without bytes have no path.
 */
export function bundlePaths(images: readonly ClaimImage[]): Map<string, string> {
  const held = inOrder(images).filter((image) => image.sha256 !== null);
  const digits = Math.max(2, String(held.length).length);
  return new Map(held.map((image, index) => [image.id, `originals/${String(index + 1).padStart(digits, '0')}-${image.sha256!.slice(0, 8)}.${image.format ? extension[image.format] : 'bin'}`]));
}
