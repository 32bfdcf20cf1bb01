import type { TraceSource } from './traces';
import type { Container } from './container';
import type { ExifTag } from './exif';
import { MetadataCollector } from './metadata-collector';
import { metadataReaders } from './metadata-carriers';
import type { IimDataset } from './photoshop-resources';
import type { SefBlock } from './samsung-trailer';
import type { XmpProperty } from './xmp';

/** One metadata text with the place it was read from. */
export interface MetadataText {
  /** `xmp` (whole packet), `exif:IFD0:ImageDescription`, `exif:Exif:UserComment`, `png:parameters`, `jpeg:COM`, `jpeg:APP4`, `iim:2:110`, `sef:PEg_Info`, `gif:comment`, `trailer`. */
  carrier: string;
  text: string;
  /** From the start of the file: of the text, or of the compressed data it came from. */
  offset: number;
  /** Kind of the segment that holds it. */
  segment: string;
}

/** Everything words were read from, in file order. */
export interface Metadata {
  texts: MetadataText[];
  exif: ExifTag[];
  xmp: (XmpProperty & { segment: string })[];
  iim: (IimDataset & { segment: string })[];
  /** Ids of Photoshop image resources. */
  photoshop: { id: number; offset: number }[];
  sef: SefBlock[];
  /** JPEG thumbnails of EXIF IFD1. */
  thumbnails: { offset: number; length: number }[];
  /** `text-limit`: some text was left unread because the file asks for more than any honest one. */
  problems: string[];
}

/** Reads all metadata of one file. Never throws for what is in the bytes; work is bounded by a budget of decoded text. */
export function readMetadata(bytes: Uint8Array, container: Container): Metadata {
  const collector = new MetadataCollector(bytes);
  metadataReaders[container.format](collector, container);
  return collector.finish();
}

export async function metadataTrace(get: TraceSource['get']): Promise<Metadata> {
  return readMetadata(await get('bytes'), await get('container'));
}
