const utf8Strict = new TextDecoder('utf-8', { fatal: true });
const decoders = new Map<string, TextDecoder>();

function decoder(label: string): TextDecoder {
  let found = decoders.get(label);
  if (!found) decoders.set(label, (found = new TextDecoder(label)));
  return found;
}

const dropEnd = (text: string): string => text.replace(/\0[\s\S]*$/, '');

/** Text of unknown encoding: UTF-8 where it is valid, else GB 18030 (Chinese tools write it into ASCII fields), else ISO 8859-1. Ends at the first NUL. */
export function decodeText(bytes: Uint8Array): string {
  const stop = bytes.indexOf(0);
  const own = stop === -1 ? bytes : bytes.subarray(0, stop);
  try {
    return utf8Strict.decode(own);
  } catch {
    // Not UTF-8.
  }
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(own);
  } catch {
    return decoder('windows-1252').decode(own);
  }
}

/** UTF-8 with replacement characters; NULs kept. */
export const decodeUtf8 = (bytes: Uint8Array): string => decoder('utf-8').decode(bytes);

/** UTF-16 in either byte order: BOM first, then which half holds the zeros, then the order of the structure around it. */
export function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return dropEnd(decoder('utf-16le').decode(bytes.subarray(2)));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return dropEnd(decoder('utf-16be').decode(bytes.subarray(2)));
  const sample = Math.min(bytes.length & ~1, 512);
  let [even, odd] = [0, 0];
  for (let i = 0; i < sample; i += 2) {
    if (bytes[i] === 0 && bytes[i + 1] !== 0) even++;
    if (bytes[i + 1] === 0 && bytes[i] !== 0) odd++;
  }
  const little = even === odd ? littleEndian : odd > even;
  return dropEnd(decoder(little ? 'utf-16le' : 'utf-16be').decode(bytes));
}

/** EXIF 2.32 UserComment: eight bytes name the character code. Real files leave the prefix out or lie about it. */
export function decodeUserComment(bytes: Uint8Array, littleEndian: boolean): string {
  const code = String.fromCharCode(...bytes.subarray(0, 8));
  const rest = bytes.subarray(8);
  if (code.startsWith('UNICODE')) return decodeUtf16(rest, littleEndian);
  if (code.startsWith('JIS')) return dropEnd(decoder(rest.includes(0x1b) ? 'iso-2022-jp' : 'shift_jis').decode(rest));
  if (code.startsWith('ASCII') || code === '\0\0\0\0\0\0\0\0') {
    // Some writers put UTF-16 behind an ASCII prefix.
    if (rest.length > 3 && (rest[0] === 0) !== (rest[1] === 0)) return decodeUtf16(rest, littleEndian);
    return decodeText(rest);
  }
  return decodeText(bytes);
}

/** Whether bytes look like text: no controls but line ends among the first 512. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 4) return false;
  let controls = 0;
  for (const byte of sample) if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 0) controls++;
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  return controls === 0 && zeros * 8 <= sample.length;
}
