import { TraceUnavailable, type TraceSource } from '../traces';
import { decodeCoefficients, type JpegCoefficients } from './coefficients';
import { JpegError } from './jpeg-error';

/** Quantised DCT coefficients of a JPEG. @throws TraceUnavailable for other formats and codings we do not read. */
export async function coefficientsTrace(get: TraceSource['get']): Promise<JpegCoefficients> {
  const format = await get('format');
  if (format !== 'jpeg') throw new TraceUnavailable(`图片是 ${format.toUpperCase()} 格式,不是 JPEG,没有可供检验的 JPEG 压缩数据。`);
  try {
    return decodeCoefficients(await get('bytes'));
  } catch (error) {
    if (error instanceof JpegError) throw new TraceUnavailable(`无法读取 JPEG 压缩数据(${error.code})。`);
    throw error;
  }
}
