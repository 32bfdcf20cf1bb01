/** SM3 hash, GB/T 32905-2016 (text and vectors also in GM/T 0004-2012). Written from the standard. */

const initial = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];

const rotate = (x: number, n: number) => (x << (n & 31)) | (x >>> ((32 - n) & 31));
const p0 = (x: number) => x ^ rotate(x, 9) ^ rotate(x, 17);
const p1 = (x: number) => x ^ rotate(x, 15) ^ rotate(x, 23);

/** §5.2: the bit 1, zeros, and the length in bits as 64-bit big-endian, to a multiple of 64 bytes. */
function pad(message: Uint8Array): DataView {
  const total = Math.ceil((message.length + 9) / 64) * 64;
  const padded = new Uint8Array(total);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(total - 8, BigInt(message.length) * 8n);
  return view;
}

/** §5.3: one block into the state. */
function compress(state: Int32Array, block: DataView, at: number, w: Int32Array): void {
  for (let j = 0; j < 16; j++) w[j] = block.getInt32(at + 4 * j);
  for (let j = 16; j < 68; j++) w[j] = p1(w[j - 16]! ^ w[j - 9]! ^ rotate(w[j - 3]!, 15)) ^ rotate(w[j - 13]!, 7) ^ w[j - 6]!;
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let j = 0; j < 64; j++) {
    const early = j < 16;
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + rotate(early ? 0x79cc4519 : 0x7a879d8a, j)) | 0, 7);
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + (ss1 ^ a12) + (w[j]! ^ w[j + 4]!)) | 0;
    const tt2 = (gg + h + ss1 + w[j]!) | 0;
    [d, c, b, a] = [c, rotate(b, 9), a, tt1];
    [h, g, f, e] = [g, rotate(f, 19), e, p0(tt2)];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i]! ^= word));
}

/** @returns the 32-byte SM3 digest. */
export function sm3(message: Uint8Array): Uint8Array {
  const block = pad(message);
  const state = Int32Array.from(initial);
  const schedule = new Int32Array(68);
  for (let at = 0; at < block.byteLength; at += 64) compress(state, block, at, schedule);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => digest.setInt32(4 * i, word));
  return new Uint8Array(digest.buffer);
}
