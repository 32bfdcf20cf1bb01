import { payload, type Container } from './container';

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
  let above: Uint8Array = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1) + 1;
    const filter = data[from - 1]!;
    const row = data.subarray(y * stride, y * stride + stride);
    row.set(data.subarray(from, from + stride));
    if (filter === 1) for (let i = step; i < stride; i++) row[i]! += row[i - step]!;
    else if (filter === 2) for (let i = 0; i < stride; i++) row[i]! += above[i]!;
    else if (filter === 3) for (let i = 0; i < stride; i++) row[i]! += ((i >= step ? row[i - step]! : 0) + above[i]!) >> 1;
    else if (filter === 4) for (let i = 0; i < stride; i++) row[i]! += i >= step ? paeth(row[i - step]!, above[i]!, above[i - step]!) : above[i]!;
    else if (filter !== 0) return false;
    above = row;
  }
  return true;
}

/** At most `size` bytes of a zlib stream, by the engine's own decompressor; null when it is broken or gives less. */
async function inflated(packed: Uint8Array[], size: number): Promise<Uint8Array | null> {
  const whole = new Uint8Array(size);
  const stream = new Blob(packed as BlobPart[]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  let length = 0;
  try {
    while (length < size) {
      const { done, value } = await reader.read();
      if (done) return null;
      whole.set(value.subarray(0, size - length), length);
      length += value.length;
    }
    return whole;
  } catch {
    return null;
  } finally {
    // What follows the picture's own bytes is never unpacked.
    void reader.cancel().catch(() => undefined);
  }
}

/** 8-bit truecolour PNG without interlace, with or without alpha; null for every other kind and for broken data. */
export async function readPngSamples(bytes: Uint8Array, { format, width, height, segments }: Container): Promise<Samples | null> {
  const header = segments.find(({ kind }) => kind === 'IHDR');
  if (format !== 'png' || !header || width * height === 0 || width * height > maxPixels) return null;
  const [depth, colour, , , interlace] = payload(bytes, header).subarray(8);
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlace !== 0) return null;
  const channels = colour === 6 ? 4 : 3;
  const stride = width * channels;
  const packed = segments.filter(({ kind }) => kind === 'IDAT').map((segment) => payload(bytes, segment));
  // Deflate cannot pack tighter than 1032 to 1: a few bytes that claim a large picture are not worth the memory.
  const possible = packed.reduce((sum, part) => sum + part.length, 0) * 1032;
  const size = (stride + 1) * height;
  if (possible < size) return null;
  const data = await inflated(packed, size);
  if (!data || !unfilter(data, stride, height, channels)) return null;
  return { width, height, channels, samples: data.subarray(0, stride * height) };
}
