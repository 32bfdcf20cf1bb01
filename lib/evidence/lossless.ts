import { readPngSamples, type Samples } from './png-samples';
import { TraceUnavailable } from './trace-unavailable';
import type { TraceHost, TraceSource } from './traces';

/**
 * Samples of losslessly stored pictures, alpha included: PNG by our own reader, WebP where the host gives RGBA.
 * Lossy pictures have no least significant bits worth reading.
 */
export async function losslessTrace(get: TraceSource['get'], host: TraceHost): Promise<Samples> {
  const container = await get('container');
  const bytes = await get('bytes');
  if (container.problems.includes('too-many-pixels')) throw new TraceUnavailable('too-many-pixels');
  const lossless = container.format === 'webp' && container.segments.some(({ kind }) => kind === 'VP8L' || kind === 'ALPH');
  const samples = lossless && host.decodeRgba ? await host.decodeRgba(bytes, 'webp') : await readPngSamples(bytes, container);
  if (!samples) throw new TraceUnavailable('not-lossless');
  return samples;
}
