import type { ImageFormat } from '../../case/image';
import { TraceUnavailable, type TraceHost } from '../../evidence/traces';

/** RGBA samples as stored: no colour conversion, no premultiplication, no EXIF rotation. */
async function samples(bytes: Uint8Array, format: ImageFormat): Promise<ImageData> {
  let bitmap: ImageBitmap;
  try {
    const options = { colorSpaceConversion: 'none', premultiplyAlpha: 'none', imageOrientation: 'none' } as unknown as ImageBitmapOptions;
    bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: `image/${format}` }), options);
  } catch {
    throw new TraceUnavailable(`此浏览器无法解码这张 ${format.toUpperCase()} 图片的像素；文件信息仍已检查`);
  }
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new TraceUnavailable('图片过大，无法取得像素；文件信息仍已检查');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}

/** The browser's own decoder, through a canvas. */
export const canvasHost: TraceHost = {
  async decode(bytes, format) {
    const { width, height, data } = await samples(bytes, format);
    const rgb = new Uint8Array(width * height * 3);
    for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
      rgb[to] = data[from]!;
      rgb[to + 1] = data[from + 1]!;
      rgb[to + 2] = data[from + 2]!;
    }
    return { width, height, rgb };
  },
  async decodeRgba(bytes, format) {
    const { width, height, data } = await samples(bytes, format);
    return { width, height, channels: 4, samples: new Uint8Array(data.buffer) };
  },
};
