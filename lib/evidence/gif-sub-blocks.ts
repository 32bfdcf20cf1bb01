import { u8 } from './bytes';

/** Joins the data of a chain of GIF sub-blocks (GIF89a §15) in [from, to). */
export function gifSubBlocks(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const joined = new Uint8Array(Math.max(0, to - from));
  let length = 0;
  for (let at = from; at < to; ) {
    const size = u8(bytes, at);
    if (size === 0) break;
    const piece = bytes.subarray(at + 1, Math.min(to, at + 1 + size));
    joined.set(piece, length);
    length += piece.length;
    at += size + 1;
  }
  return joined.subarray(0, length);
}
