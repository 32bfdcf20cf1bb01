import { TraceUnavailable } from './trace-unavailable';
import type { Pixels, TraceHost, TraceSource } from './traces';

/** Decodes the first embedded thumbnail. Larger ones than 4096 pixels a side are no thumbnails. */
export async function thumbnailTrace(get: TraceSource['get'], host: TraceHost): Promise<Pixels> {
  const [place] = (await get('metadata')).thumbnails;
  if (!place) throw new TraceUnavailable('no-thumbnail');
  const bytes = await get('bytes');
  return host.decode(bytes.slice(place.offset, place.offset + place.length), 'jpeg');
}
