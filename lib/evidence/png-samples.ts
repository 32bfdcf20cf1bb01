import { Budget } from './budget';
import { concat, u8 } from './bytes';
import { payload, type Container } from './container';
import { inflate } from './inflate';

/** Samples exactly as stored, interleaved; what canvas gives back has been through premultiplication. */
export interface Samples {
  width: number;
  height: number;
  channels: 3 | 4;
  samples: Uint8Array;
}

/** 64 MB of RGBA; generated pictures have 1–4 million pixels. */
const maxPixels = 16_000_000;

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** Undoes the filters of PNG 3rd edition §9 in place, moving each row over its filter byte. @returns false for a filter that does not exist. */
function unfilter(data: Uint8Array, stride: number, height: number, step: number): boolean {
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1) + 1;
    const to = y * stride;
    const filter = data[from - 1]!;
    if (filter > 4) return false;
    for (let i = 0; i < stride; i++) {
      const left = i >= step ? data[to + i - step]! : 0;
      const up = y > 0 ? data[to + i - stride]! : 0;
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = up;
      else if (filter === 3) guess = (left + up) >> 1;
      else if (filter === 4) guess = paeth(left, up, i >= step && y > 0 ? data[to + i - stride - step]! : 0);
      data[to + i] = data[from + i]! + guess;
    }
  }
  return true;
}

/** 8-bit truecolour PNG without interlace, with or without alpha; null for every other kind and for broken data. */
export function readPngSamples(bytes: Uint8Array, { format, width, height, segments }: Container): Samples | null {
  const header = segments.find(({ kind }) => kind === 'IHDR');
  if (format !== 'png' || !header || width * height === 0 || width * height > maxPixels) return null;
  const [depth, colour, , , interlace] = payload(bytes, header).subarray(8);
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlace !== 0) return null;
  const channels = colour === 6 ? 4 : 3;
  const stride = width * channels;
  const size = (stride + 1) * height;
  const packed = concat(segments.filter(({ kind }) => kind === 'IDAT').map((segment) => payload(bytes, segment)));
  const data = inflate(packed, new Budget(size), size);
  if (data.length < size || u8(data, 0) > 4 || !unfilter(data, stride, height, channels)) return null;
  return { width, height, channels, samples: data.subarray(0, stride * height) };
}
