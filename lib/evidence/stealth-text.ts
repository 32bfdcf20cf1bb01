import { Gunzip } from 'fflate';
import { concat } from './bytes';
import type { Samples } from './png-samples';

/**
 * Text hidden in least significant bits, as NovelAI and the `stealth-pnginfo` extension of Stable Diffusion web UIs write it:
 * pixels column by column, most significant bit first: a 120-bit signature, the length of the payload in bits (u32), the payload.
 */
export interface StealthText {
  signature: string;
  channel: 'alpha' | 'rgb';
  compressed: boolean;
  /** Declared size in bytes. */
  length: number;
  /** null when the payload is cut off or does not unpack: the signature alone is 120 bits and no accident. */
  text: string | null;
}

const variants = [
  { signature: 'stealth_pnginfo', channel: 'alpha', compressed: false },
  { signature: 'stealth_pngcomp', channel: 'alpha', compressed: true },
  { signature: 'stealth_rgbinfo', channel: 'rgb', compressed: false },
  { signature: 'stealth_rgbcomp', channel: 'rgb', compressed: true },
] as const;
const signatureBytes = 15;
const maxText = 4 << 20;

/** `count` bytes from the bit stream of one channel, beginning at byte `from`; shorter where the picture ends. */
function hidden({ width, height, channels, samples }: Samples, channel: 'alpha' | 'rgb', from: number, count: number): Uint8Array {
  const perPixel = channel === 'alpha' ? 1 : 3;
  const available = Math.floor((width * height * perPixel) / 8);
  const bytes = new Uint8Array(Math.max(0, Math.min(count, available - from)));
  for (let i = 0; i < bytes.length * 8; i++) {
    const bit = from * 8 + i;
    const pixel = Math.floor(bit / perPixel);
    const place = (pixel % height) * width + Math.floor(pixel / height);
    bytes[i >> 3]! |= (samples[place * channels + (channel === 'alpha' ? 3 : bit % 3)]! & 1) << (7 - (i & 7));
  }
  return bytes;
}

function unzip(data: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Gunzip((chunk) => {
    if (length + chunk.length > maxText) throw new Error('more text than any prompt');
    parts.push(chunk.slice());
    length += chunk.length;
  });
  try {
    for (let at = 0; at < data.length; at += 4096) stream.push(data.subarray(at, at + 4096), at + 4096 >= data.length);
  } catch {
    return null;
  }
  return concat(parts);
}

export function readStealthText(picture: Samples): StealthText | null {
  for (const channel of ['alpha', 'rgb'] as const) {
    if (channel === 'alpha' && picture.channels < 4) continue;
    const head = hidden(picture, channel, 0, signatureBytes + 4);
    const signature = String.fromCharCode(...head.subarray(0, signatureBytes));
    const variant = variants.find((one) => one.channel === channel && one.signature === signature);
    if (!variant || head.length < signatureBytes + 4) continue;
    const length = Math.floor(new DataView(head.buffer).getUint32(signatureBytes) / 8);
    const payload = hidden(picture, channel, signatureBytes + 4, Math.min(length, maxText));
    const data = payload.length < length ? null : variant.compressed ? unzip(payload) : payload;
    return { ...variant, length, text: data && data.length > 0 ? new TextDecoder().decode(data) : null };
  }
  return null;
}
