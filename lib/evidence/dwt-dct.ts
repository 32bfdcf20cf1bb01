import type { Pixels } from './traces';

/**
 * Decoder of the `dwtDct` watermark of the invisible-watermark library, which Stable Diffusion, SDXL and FLUX reference
 * code write into every picture: chroma U, one Haar level, the largest of 15 coefficients of each 4×4 block modulo 36.
 * In integers throughout, so that it gives the library's own bits.
 */

/** Payloads by which a generator can be told; a 32-bit one (SD 2.x `SDV2`) is too short to be used. */
export const dwtDctPayloads = [
  { id: 'stable-diffusion-1', bits: [...'StableDiffusionV1'].map((char) => char.charCodeAt(0).toString(2).padStart(8, '0')).join('') },
  { id: 'sdxl', bits: '101100111110110010010000011110111011000110011110' },
  { id: 'flux', bits: '001010101111111010000111100111001111010100101110' },
] as const;
export type DwtDctPayload = (typeof dwtDctPayloads)[number]['id'];

export interface DwtDctMatch {
  payload: DwtDctPayload;
  matching: number;
  length: number;
  /** All bits read alike: flat or saturated colour, not a payload. */
  uniform: boolean;
}

/** Fewer pixels carry no mark: the library refuses to write one. */
export const dwtDctMinimum = 256 * 256;

/** OpenCV's BGR→YUV in 14-bit fixed point, channel U only. */
function chroma(r: number, g: number, b: number): number {
  const y = (4899 * r + 9617 * g + 1868 * b + 8192) >> 14;
  const u = ((b - y) * 8061 + (128 << 14) + 8192) >> 14;
  return u < 0 ? 0 : u > 255 ? 255 : u;
}

/** One vote per 4×4 block of the low-pass band, row by row. */
export function dwtDctVotes({ width, height, rgb }: Pixels): Uint8Array {
  const across = Math.floor(Math.floor(width / 4) * 4 / 8);
  const down = Math.floor(Math.floor(height / 4) * 4 / 8);
  const pair = (at: number) => chroma(rgb[at]!, rgb[at + 1]!, rgb[at + 2]!) + chroma(rgb[at + 3]!, rgb[at + 4]!, rgb[at + 5]!);
  const votes = new Uint8Array(across * down);
  for (let k = 0; k < votes.length; k++) {
    const left = (k % across) * 8;
    const top = Math.floor(k / across) * 8;
    let largest = 0;
    // Element 0 carries the mean and is left alone. Twice the low-pass value is the sum of its four samples.
    for (let i = 1; i < 16; i++) {
      const at = ((top + (i >> 2) * 2) * width + left + (i & 3) * 2) * 3;
      const sum = pair(at) + pair(at + 3 * width);
      if (sum > largest) largest = sum;
    }
    votes[k] = largest % 72 > 36 ? 1 : 0;
  }
  return votes;
}

/** How well each known payload is matched; empty for pictures too small to carry one. */
export function matchDwtDct(pixels: Pixels): DwtDctMatch[] {
  if (pixels.width * pixels.height < dwtDctMinimum) return [];
  const votes = dwtDctVotes(pixels);
  return dwtDctPayloads.map(({ id, bits }) => {
    const length = bits.length;
    const ones = new Uint32Array(length);
    const all = new Uint32Array(length);
    votes.forEach((vote, k) => {
      ones[k % length]! += vote;
      all[k % length]!++;
    });
    const read = Array.from(ones, (count, i) => (all[i]! > 0 && count / all[i]! > 0.5 ? '1' : '0'));
    return { payload: id, length, matching: read.filter((bit, i) => bit === bits[i]).length, uniform: new Set(read).size === 1 };
  });
}
