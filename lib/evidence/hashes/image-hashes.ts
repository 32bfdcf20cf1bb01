import { lumaOf, type Luma } from '../luma';
import type { Pixels, TraceSource } from '../traces';
import { differenceHash, turned } from './difference-hash';
import { pdqOf, reduce } from './pdq';

/** What a picture is looked up by. The eight orientations stand in the order of `orientationNames`. */
export interface ImageHashes {
  pdq: Uint32Array[];
  /** 0..100, how much structure there is to hash. */
  quality: number;
  difference: Uint32Array[];
}

export const imageHashes = (pixels: Pixels): ImageHashes => hashesOf(lumaOf(pixels));

function hashesOf(luma: Luma): ImageHashes {
  const small = reduce(luma);
  const { orientations, quality } = pdqOf(small);
  return { pdq: orientations, quality, difference: orientations.map((_, k) => differenceHash(turned(small, k))) };
}

export const hashesTrace = async (get: TraceSource['get']): Promise<ImageHashes> => hashesOf(await get('luma'));
