import { latin1, u32be } from '../bytes';
import { Walk } from './walk';

/** PNG 3rd edition (W3C 2025) §5: every chunk to IEND, also those after IDAT; the rest is a `trailer`. CRCs are not checked. */
export function readPng(bytes: Uint8Array): Walk {
  const walk = new Walk(bytes);
  let at = 8;
  while (at + 8 <= bytes.length) {
    const length = u32be(bytes, at);
    const kind = latin1(bytes, at + 4, 4);
    if (!/^[A-Za-z]{4}$/.test(kind)) {
      walk.problem('bad-chunk');
      walk.trailer(at);
      return walk;
    }
    if (length > 0x7fff_ffff) walk.problem('bad-length');
    if (!walk.add(kind, at, length + 12, 8, 4)) return walk;
    if (kind === 'IHDR' && walk.width === 0) [walk.width, walk.height] = [u32be(bytes, at + 8), u32be(bytes, at + 12)];
    at += length + 12;
    if (kind === 'IEND' && at <= bytes.length) {
      walk.trailer(at);
      return walk;
    }
  }
  walk.problem('truncated');
  return walk;
}
