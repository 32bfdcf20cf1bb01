import { latin1, u16le, u24le, u32le, u8 } from '../bytes';
import { Walk } from './walk';

/** Width and height from whichever of VP8X, VP8L, VP8 comes first (WebP container specification; RFC 9649). */
function size(walk: Walk, kind: string, data: number): void {
  if (walk.width > 0) return;
  const { bytes } = walk;
  if (kind === 'VP8X') [walk.width, walk.height] = [u24le(bytes, data + 4) + 1, u24le(bytes, data + 7) + 1];
  else if (kind === 'VP8L' && u8(bytes, data) === 0x2f) {
    const packed = u32le(bytes, data + 1);
    [walk.width, walk.height] = [(packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1];
  } else if (kind === 'VP8 ') [walk.width, walk.height] = [u16le(bytes, data + 6) & 0x3fff, u16le(bytes, data + 8) & 0x3fff];
}

/** RIFF chunks of a WebP file; anything after the RIFF size is a `trailer`. */
export function readWebp(bytes: Uint8Array): Walk {
  const walk = new Walk(bytes);
  const declared = u32le(bytes, 4) + 8;
  const end = Math.min(bytes.length, declared);
  if (declared > bytes.length) walk.problem('truncated');
  let at = 12;
  while (at + 8 <= end) {
    const kind = latin1(bytes, at, 4);
    const length = u32le(bytes, at + 4);
    if (at + 8 + length > bytes.length) walk.problem('truncated');
    if (!walk.add(kind, at, length + 8, 8)) return walk;
    size(walk, kind, at + 8);
    at += 8 + length + (length & 1);
  }
  // Some vendors append chunks without mending the RIFF size: the walk goes on as long as they look like chunks.
  while (at + 8 <= bytes.length && /^[A-Za-z0-9 _]{4}$/.test(latin1(bytes, at, 4)) && at + 8 + u32le(bytes, at + 4) <= bytes.length) {
    walk.problem('bad-length');
    const length = u32le(bytes, at + 4);
    if (!walk.add(latin1(bytes, at, 4), at, length + 8, 8)) return walk;
    at += 8 + length + (length & 1);
  }
  walk.trailer(at);
  return walk;
}
