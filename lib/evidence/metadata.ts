import type { TraceSource } from './traces';

/** One metadata text with the place it was read from. */
export interface MetadataText {
  /** `xmp`, `exif:UserComment`, `png:parameters`, `jpeg:COM`, … */
  carrier: string;
  text: string;
  offset: number;
}

export interface Metadata {
  texts: MetadataText[];
}

export async function metadataTrace(get: TraceSource['get']): Promise<Metadata> {
  void (await get('container'));
  return { texts: [] };
}
