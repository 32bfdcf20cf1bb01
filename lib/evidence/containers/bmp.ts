import { u16le, u32le } from '../bytes';
import { Walk } from './walk';

/** BITMAPFILEHEADER + BITMAPCOREHEADER or BITMAPINFOHEADER (and its longer successors). No metadata carrier is known. */
export function readBmp(bytes: Uint8Array): Walk {
  const walk = new Walk(bytes);
  const headerSize = u32le(bytes, 14);
  if (headerSize === 12) [walk.width, walk.height] = [u16le(bytes, 18), u16le(bytes, 20)];
  // A negative height means rows from top to bottom.
  else [walk.width, walk.height] = [Math.abs(u32le(bytes, 18) | 0), Math.abs(u32le(bytes, 22) | 0)];
  walk.add('file-header', 0, 14, 0);
  walk.add('info-header', 14, headerSize, 4);
  const pixels = u32le(bytes, 10);
  const declared = u32le(bytes, 2);
  const end = declared > pixels ? Math.min(declared, bytes.length) : bytes.length;
  if (pixels < bytes.length) walk.add('pixels', pixels, end - pixels, 0);
  if (declared > bytes.length || pixels >= bytes.length) walk.problem('truncated');
  walk.trailer(Math.max(end, pixels));
  return walk;
}
