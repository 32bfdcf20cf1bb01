import { TraceUnavailable } from '../trace-unavailable';
import type { TraceSource } from '../traces';
import { decodeCoefficients, type JpegCoefficients } from './coefficients';
import { JpegError } from './jpeg-error';

/** Quantised DCT coefficients of a JPEG. @throws TraceUnavailable for other formats and codings we do not read. */
export async function coefficientsTrace(get: TraceSource['get']): Promise<JpegCoefficients> {
  const format = await get('format');
  if (format !== 'jpeg') throw new TraceUnavailable('not-jpeg');
  try {
    return decodeCoefficients(await get('bytes'));
  } catch (error) {
    if (error instanceof JpegError) throw new TraceUnavailable(`unreadable-jpeg: ${error.code}`);
    throw error;
  }
}
