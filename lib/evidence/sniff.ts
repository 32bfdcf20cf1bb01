export { UnreadableImage } from './unreadable-image';
import type { ImageFormat } from '../case/image';
import { latin1, startsWith, u16be, u16le, u32be, u8 } from './bytes';

const heifBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1', 'mif2']);
const avifBrands = new Set(['avif', 'avis']);

/** ISO/IEC 14496-12 `ftyp`: the major brand or any compatible one names the picture format. */
function bmffFormat(bytes: Uint8Array): ImageFormat | null {
  const size = Math.min(u32be(bytes, 0), 256, bytes.length);
  const brands = [latin1(bytes, 8, 4)];
  for (let at = 16; at + 4 <= size; at += 4) brands.push(latin1(bytes, at, 4));
  if (brands.some((brand) => avifBrands.has(brand))) return 'avif';
  return brands.some((brand) => heifBrands.has(brand)) ? 'heic' : null;
}

/** The format the magic bytes name, whatever the file name or the server said; null: not a picture format we read. */
export function sniffFormat(bytes: Uint8Array): ImageFormat | null {
  if (u8(bytes, 0) === 0xff && u8(bytes, 1) === 0xd8 && u8(bytes, 2) === 0xff) return 'jpeg';
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'png';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'webp';
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return 'gif';
  if (startsWith(bytes, 'ftyp', 4)) return bmffFormat(bytes);
  if ((startsWith(bytes, 'II') && u16le(bytes, 2) === 42) || (startsWith(bytes, 'MM') && u16be(bytes, 2) === 42)) return 'tiff';
  // "BM" alone opens many texts; the reserved words and a plausible header size settle it.
  if (startsWith(bytes, 'BM') && u32be(bytes, 6) === 0 && bytes.length >= 26 && [12, 40, 52, 56, 64, 108, 124].includes(u16le(bytes, 14))) return 'bmp';
  return null;
}
