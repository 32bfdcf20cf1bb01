import { readContainer } from './container';
import { TraceUnavailable } from './trace-unavailable';
import type { Pixels, TraceHost, TraceSource } from './traces';

/** What claims to be larger is no thumbnail and is not decoded. */
const maxPixels = 4_000_000;

/** Decodes the first embedded thumbnail. */
export async function thumbnailTrace(get: TraceSource['get'], host: TraceHost): Promise<Pixels> {
  const [place] = (await get('metadata')).thumbnails;
  if (!place) throw new TraceUnavailable('no-thumbnail');
  const bytes = (await get('bytes')).slice(place.offset, place.offset + place.length);
  const { width, height } = readContainer(bytes);
  if (width * height === 0 || width * height > maxPixels) throw new TraceUnavailable('no-thumbnail');
  return host.decode(bytes, 'jpeg');
}
