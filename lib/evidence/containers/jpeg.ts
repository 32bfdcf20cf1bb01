import { u16be, u8 } from '../bytes';
import { Walk } from './walk';

const names = new Map([[0xc4, 'DHT'], [0xc8, 'JPG'], [0xcc, 'DAC'], [0xd8, 'SOI'], [0xd9, 'EOI'], [0xda, 'SOS'], [0xdb, 'DQT'], [0xdc, 'DNL'], [0xdd, 'DRI'], [0xfe, 'COM']]);

/** Names after ITU-T T.81 Table B.1. */
function nameOf(marker: number): string {
  const known = names.get(marker);
  if (known) return known;
  if (marker >= 0xc0 && marker <= 0xcf) return `SOF${marker - 0xc0}`;
  if (marker >= 0xe0 && marker <= 0xef) return `APP${marker - 0xe0}`;
  return `0xFF${marker.toString(16).toUpperCase().padStart(2, '0')}`;
}

const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);

/** End of entropy-coded data: the next FF that is neither stuffing nor a restart marker. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return bytes.length;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** ITU-T T.81 Annex B. Entropy-coded data become segments of kind `scan`; what follows EOI is one `trailer`. */
export function readJpeg(bytes: Uint8Array): Walk {
  const walk = new Walk(bytes);
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) {
      walk.problem('stray-bytes');
      const next = bytes.indexOf(0xff, at);
      if (next === -1) break;
      at = next;
      continue;
    }
    const marker = u8(bytes, at + 1);
    if (at + 1 >= bytes.length) break;
    if (marker === 0xff || marker === 0) {
      at += 1;
      continue;
    }
    const kind = nameOf(marker);
    if (standsAlone(marker)) {
      if (!walk.add(kind, at, 2, 2)) return walk;
      at += 2;
      if (marker !== 0xd9) continue;
      walk.trailer(at);
      return walk;
    }
    const length = u16be(bytes, at + 2);
    if (length < 2) walk.problem('bad-length');
    const whole = Math.max(4, length + 2);
    if (!walk.add(kind, at, whole, 4)) return walk;
    if (kind.startsWith('SOF') && walk.width === 0 && length >= 8) [walk.height, walk.width] = [u16be(bytes, at + 5), u16be(bytes, at + 7)];
    if (kind === 'DNL' && walk.height === 0) walk.height = u16be(bytes, at + 4);
    at += whole;
    if (marker === 0xda) {
      const end = scanEnd(bytes, at);
      if (!walk.add('scan', at, end - at, 0)) return walk;
      at = end;
    }
  }
  walk.problem('truncated');
  return walk;
}
