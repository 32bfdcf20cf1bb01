import type { ImageFormat } from '../case/image';
import type { TraceSource } from './traces';

/** A stretch of the file with a meaning of its own: JPEG marker segment, PNG/RIFF chunk, BMFF box or item, TIFF tag. */
export interface Segment {
  /** Standard name: `APP1`, `COM`, `tEXt`, `XMP `, `uuid`, `0x02BC`, `trailer`. */
  kind: string;
  /** Of the whole segment, header included, in bytes from the start of the file. */
  offset: number;
  length: number;
  /** Of its payload. */
  dataOffset: number;
  dataLength: number;
}

/** One walk over the file, shared by all analysers. Hostile sizes are clamped to the file. */
export interface Container {
  format: ImageFormat;
  /** As coded, before EXIF orientation. */
  width: number;
  height: number;
  segments: Segment[];
  /** What is wrong with the structure, as codes (`truncated`, `bad-length`, …); empty for a sound file. */
  problems: string[];
}

export async function containerTrace(get: TraceSource['get']): Promise<Container> {
  void (await get('bytes'));
  throw new Error('container reader not there yet');
}
