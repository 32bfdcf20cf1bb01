import type { ImageFormat, ImageProblem } from '../case/image';
import type { TraceSource } from './traces';
import { readBmff } from './containers/bmff';
import { readBmp } from './containers/bmp';
import { readGif } from './containers/gif';
import { readJpeg } from './containers/jpeg';
import { readPng } from './containers/png';
import { readTiff } from './containers/tiff';
import type { Walk } from './containers/walk';
import { readWebp } from './containers/webp';
import { sniffFormat, UnreadableImage } from './sniff';

/** A stretch of the file with a meaning of its own: JPEG marker segment, PNG/RIFF chunk, BMFF box or item, TIFF tag. */
export interface Segment {
  /** Standard name: `APP1`, `COM`, `scan`, `tEXt`, `XMP `, `uuid`, `item:Exif`, `application` (GIF), `0x02BC`, `trailer`. */
  kind: string;
  /** Of the whole segment, header included, in bytes from the start of the file. */
  offset: number;
  length: number;
  /** Of its payload. */
  dataOffset: number;
  dataLength: number;
  /** What tells segments of one kind apart: GIF application id, BMFF content type or uuid, TIFF directory. */
  detail?: string;
}

/** One walk over the file, shared by all analysers. Hostile sizes are clamped to the file. */
export interface Container {
  format: ImageFormat;
  /** As coded, before EXIF orientation; 0 where the header does not say. */
  width: number;
  height: number;
  segments: Segment[];
  /** What is wrong with the structure, as codes (`truncated`, `bad-length`, `too-many-pixels`, …); empty for a sound file. */
  problems: string[];
}

/** Larger pictures are not decoded: 100 million pixels are 300 MB of RGB. Their metadata are still read. */
export const pixelCap = 100_000_000;

const readers: Record<ImageFormat, (bytes: Uint8Array) => Walk> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
  gif: readGif,
  heic: readBmff,
  avif: readBmff,
  tiff: readTiff,
  bmp: readBmp,
};

/**
 * Reads structure and header only; never decodes pixels. Linear in the length of the file.
 * @throws UnreadableImage `empty` for no bytes, `not-an-image` for bytes that are no picture format.
 */
export function readContainer(bytes: Uint8Array): Container {
  if (bytes.length === 0) throw new UnreadableImage('empty');
  const format = sniffFormat(bytes);
  if (!format) throw new UnreadableImage('not-an-image');
  const { width, height, segments, problems } = readers[format](bytes);
  if (width * height > pixelCap) problems.push('too-many-pixels');
  return { format, width, height, segments, problems };
}

/** The one problem worth a sentence to the merchant, or null. Metadata findings stand in either case. */
export function problemOf(container: Container): ImageProblem | null {
  if (container.problems.includes('too-many-pixels')) return 'too-many-pixels';
  return container.problems.includes('truncated') ? 'truncated' : null;
}

/** Payload of a segment, as a view into the file. */
export const payload = (bytes: Uint8Array, segment: Segment): Uint8Array => bytes.subarray(segment.dataOffset, segment.dataOffset + segment.dataLength);

export async function containerTrace(get: TraceSource['get']): Promise<Container> {
  return readContainer(await get('bytes'));
}
