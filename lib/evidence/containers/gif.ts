import { latin1, u16le, u8 } from '../bytes';
import { Walk } from './walk';

/** Offset after the block terminator of a chain of GIF sub-blocks. */
function endOfSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const size = u8(bytes, at);
    at += size + 1;
    if (size === 0) return at;
  }
  return bytes.length;
}

const colourTable = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
const extensionNames = new Map([[0x01, 'plain-text'], [0xf9, 'graphic-control'], [0xfe, 'comment'], [0xff, 'application']]);

/** GIF89a blocks. Application extensions carry their identifier in `detail` (`XMP DataXMP`, `NETSCAPE2.0`); payload begins after it, sub-block lengths included. */
export function readGif(bytes: Uint8Array): Walk {
  const walk = new Walk(bytes);
  [walk.width, walk.height] = [u16le(bytes, 6), u16le(bytes, 8)];
  let at = 13 + colourTable(u8(bytes, 10));
  while (at < bytes.length) {
    const introducer = u8(bytes, at);
    if (introducer === 0x3b) {
      walk.trailer(at + 1);
      return walk;
    }
    if (introducer === 0x2c) {
      const end = endOfSubBlocks(bytes, at + 10 + colourTable(u8(bytes, at + 9)) + 1);
      if (!walk.add('image', at, end - at, 10)) return walk;
      at = end;
    } else if (introducer === 0x21) {
      const kind = extensionNames.get(u8(bytes, at + 1)) ?? 'extension';
      const application = kind === 'application' && u8(bytes, at + 2) === 11;
      const end = endOfSubBlocks(bytes, at + 2);
      if (!walk.add(kind, at, end - at, application ? 14 : 2, 0, application ? latin1(bytes, at + 3, 11) : undefined)) return walk;
      at = end;
    } else {
      walk.problem('bad-block');
      walk.trailer(at);
      return walk;
    }
  }
  walk.problem('truncated');
  return walk;
}
