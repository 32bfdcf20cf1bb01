const at16 = (bytes: Uint8Array, offset: number) => (bytes[offset]! << 8) | bytes[offset + 1]!;
const at32 = (bytes: Uint8Array, offset: number) => at16(bytes, offset) * 65536 + at16(bytes, offset + 2);
const largest = 20_000;

/** 8-bit grey or colour JPEG (ISO/IEC 10918-1): baseline or progressive Huffman, complete to its end marker. */
function jpeg(bytes: Uint8Array): boolean {
  if (at16(bytes, 0) !== 0xffd8) return false;
  let end = bytes.length;
  while (end > 2 && bytes[end - 1] === 0) end -= 1;
  if (at16(bytes, end - 2) !== 0xffd9) return false;
  for (let offset = 2; offset + 10 < bytes.length; ) {
    if (bytes[offset] !== 0xff) return false;
    const marker = bytes[offset + 1]!;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const [bits, height, width, parts] = [bytes[offset + 4]!, at16(bytes, offset + 5), at16(bytes, offset + 7), bytes[offset + 9]!];
      return marker <= 0xc2 && bits === 8 && (parts === 1 || parts === 3) && width > 0 && height > 0 && width <= largest && height <= largest;
    }
    offset += 2 + at16(bytes, offset + 2);
  }
  return false;
}

/** Non-interlaced PNG of at most 8 bits, without the transparency that would need decoding here (ISO/IEC 15948). */
function png(bytes: Uint8Array): boolean {
  if (at32(bytes, 0) !== 0x89504e47 || at32(bytes, 12) !== 0x49484452 || bytes.length < 45) return false;
  const [width, height, bits, type, interlace] = [at32(bytes, 16), at32(bytes, 20), bytes[24]!, bytes[25]!, bytes[28]!];
  if (width === 0 || height === 0 || width > largest || height > largest || bits > 8 || interlace !== 0 || ![0, 2, 3].includes(type)) return false;
  for (let offset = 8; offset + 12 <= bytes.length; offset += 12 + at32(bytes, offset)) {
    if (at32(bytes, offset + 4) === 0x74524e53) return false;
    if (at32(bytes, offset + 4) === 0x49454e44) return true;
  }
  return false;
}

/** Whether PDF can hold these bytes as they are. CMYK, 12- and 16-bit, arithmetic, cut-off and alpha pictures need a preview made by decoding. */
export const embeddable = (bytes: Uint8Array): boolean => jpeg(bytes) || png(bytes);
