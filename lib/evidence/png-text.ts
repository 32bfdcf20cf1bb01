import type { Budget } from './budget';
import { latin1 } from './bytes';
import type { Segment } from './container';
import { inflate } from './inflate';
import { decodeText } from './text-encoding';

/** tEXt, zTXt or iTXt (PNG 3rd edition §11.3.3). `data` is the text's bytes, inflated; `offset` where it starts in the file (compressed or not). */
export interface PngText {
  keyword: string;
  text: string;
  data: Uint8Array;
  offset: number;
  compressed: boolean;
}

const zeroAt = (bytes: Uint8Array, from: number, to: number): number => {
  const at = bytes.indexOf(0, from);
  return at === -1 || at >= to ? -1 : at;
};

/** Real writers put UTF-8 into tEXt and Latin-1 into iTXt, so the bytes decide. Null when there is no keyword. */
export function readPngText(bytes: Uint8Array, segment: Segment, budget: Budget): PngText | null {
  const end = segment.dataOffset + segment.dataLength;
  const zero = zeroAt(bytes, segment.dataOffset, Math.min(end, segment.dataOffset + 256));
  if (zero === -1) return null;
  const keyword = latin1(bytes, segment.dataOffset, zero - segment.dataOffset);
  let offset = zero + 1;
  let compressed = segment.kind === 'zTXt';
  if (segment.kind === 'zTXt') offset += 1;
  if (segment.kind === 'iTXt') {
    compressed = bytes[offset] === 1;
    const language = zeroAt(bytes, offset + 2, end);
    const translated = language === -1 ? -1 : zeroAt(bytes, language + 1, end);
    if (translated === -1) return null;
    offset = translated + 1;
  }
  const raw = bytes.subarray(Math.min(offset, end), end);
  const data = compressed ? inflate(raw, budget) : raw.subarray(0, budget.take(raw.length));
  return { keyword, text: decodeText(data), data, offset, compressed };
}

/**
 * ImageMagick's `Raw profile type exif|iptc|xmp|8bim|APP1`: name, length, then the bytes in hexadecimal.
 * @returns the profile, or null when the text is not one.
 */
export function rawProfile(text: string): Uint8Array | null {
  const match = /^\s*\S+\s+(\d{1,9})\s+/.exec(text.slice(0, 256));
  if (!match) return null;
  const wanted = Number(match[1]);
  const profile = new Uint8Array(Math.min(wanted, text.length >> 1));
  let length = 0;
  let high = -1;
  for (let at = match[0].length; at < text.length && length < profile.length; at++) {
    const digit = Number.parseInt(text[at]!, 16);
    if (Number.isNaN(digit)) continue;
    if (high === -1) high = digit;
    else {
      profile[length++] = high * 16 + digit;
      high = -1;
    }
  }
  return profile.subarray(0, length);
}
