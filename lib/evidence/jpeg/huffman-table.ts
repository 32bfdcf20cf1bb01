import { JpegError } from './jpeg-error';

/** Bits looked at in one step; longer codes take the slow path. */
export const lookBits = 10;

/** A DHT table made ready for decoding (ITU-T T.81 annex F.2.2.3). */
export interface HuffmanTable {
  /** By the next `lookBits` bits: length << 8 | symbol, or 0 when the code is longer. */
  short: Uint16Array;
  /**
   * By the next `lookBits` bits, when an AC code and its value bits both fit in them:
   * value << 16 | run << 8 | bits used; 0 otherwise (and for EOB, ZRL and EOBn).
   */
  whole: Int32Array;
  /** Largest code of each length, left-aligned to 16 bits and one past it; Infinity-like for the last. */
  limit: Int32Array;
  /** Add to a code of this length to get its index in `symbols`. */
  base: Int32Array;
  symbols: Uint8Array;
}

/** @param counts 16 counts of codes by length 1..16. @throws JpegError `bad-table` when the code space overflows. */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const short = new Uint16Array(1 << lookBits);
  const whole = new Int32Array(1 << lookBits);
  const limit = new Int32Array(18);
  const base = new Int32Array(18);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= 16; length += 1) {
    const count = counts[length - 1]!;
    base[length] = index - code;
    if (code + count > 1 << length) throw new JpegError('bad-table', 'Huffman code lengths overflow');
    for (let i = 0; i < count; i += 1, code += 1, index += 1) {
      if (length <= lookBits) fillShort(short, whole, code, length, symbols[index]!);
    }
    limit[length] = code << (16 - length);
    code <<= 1;
  }
  limit[17] = 0x7fffffff;
  return { short, whole, limit, base, symbols };
}

function fillShort(short: Uint16Array, whole: Int32Array, code: number, length: number, symbol: number): void {
  const free = lookBits - length;
  const size = symbol & 15;
  for (let rest = 0; rest < 1 << free; rest += 1) {
    const entry = (code << free) | rest;
    short[entry] = (length << 8) | symbol;
    if (size === 0 || size > free) continue;
    const bits = rest >> (free - size);
    const value = bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;
    whole[entry] = (value << 16) | ((symbol >> 4) << 8) | (length + size);
  }
}
