/** Integers and ASCII out of untrusted bytes. Reading past the end gives zero bits: lengths are checked by the caller where they matter. */
export const u8 = (b: Uint8Array, at: number): number => b[at] ?? 0;
export const u16be = (b: Uint8Array, at: number): number => (u8(b, at) << 8) | u8(b, at + 1);
export const u16le = (b: Uint8Array, at: number): number => u8(b, at) | (u8(b, at + 1) << 8);
export const u24le = (b: Uint8Array, at: number): number => u16le(b, at) | (u8(b, at + 2) << 16);
export const u32be = (b: Uint8Array, at: number): number => ((u16be(b, at) << 16) | u16be(b, at + 2)) >>> 0;
export const u32le = (b: Uint8Array, at: number): number => (u16le(b, at) | (u16le(b, at + 2) << 16)) >>> 0;
/** Exact up to 2^53; larger values only need to be "too large". */
export const u64be = (b: Uint8Array, at: number): number => u32be(b, at) * 2 ** 32 + u32be(b, at + 4);

/** Bytes as ISO 8859-1 characters; clamped to the file. */
export function latin1(b: Uint8Array, at: number, length: number): string {
  const end = Math.min(b.length, at + length);
  let text = '';
  for (let from = Math.max(0, at); from < end; from += 8192) text += String.fromCharCode(...b.subarray(from, Math.min(end, from + 8192)));
  return text;
}

export function startsWith(b: Uint8Array, ascii: string, at = 0): boolean {
  if (at + ascii.length > b.length) return false;
  for (let i = 0; i < ascii.length; i++) if (b[at + i] !== ascii.charCodeAt(i)) return false;
  return true;
}

/** First place of an ASCII needle in [from, to), or -1. Linear: candidates come from the engine's own byte search. */
export function indexOfAscii(b: Uint8Array, needle: string, from = 0, to = b.length): number {
  const first = needle.charCodeAt(0);
  const last = Math.min(to, b.length) - needle.length;
  for (let at = b.indexOf(first, from); at !== -1 && at <= last; at = b.indexOf(first, at + 1)) if (startsWith(b, needle, at)) return at;
  return -1;
}

export const hex = (b: Uint8Array): string => Array.from(b, (byte) => byte.toString(16).padStart(2, '0')).join('');

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
