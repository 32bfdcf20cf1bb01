import { TraceUnavailable, type Pixels, type TraceHost } from '../../evidence/traces';

/** Decodes as stored: no colour conversion, no premultiplication, no EXIF rotation. */
export const canvasHost: TraceHost = {
  async decode(bytes, format): Promise<Pixels> {
    let bitmap: ImageBitmap;
    try {
      const options = { colorSpaceConversion: 'none', premultiplyAlpha: 'none', imageOrientation: 'none' } as unknown as ImageBitmapOptions;
      bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: `image/${format}` }), options);
    } catch {
      throw new TraceUnavailable(`此浏览器无法解码这张 ${format.toUpperCase()} 图片的像素；文件信息仍已检查`);
    }
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new TraceUnavailable('图片过大，无法取得像素；文件信息仍已检查');
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    const rgba = context.getImageData(0, 0, width, height).data;
    const rgb = new Uint8Array(width * height * 3);
    for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
      rgb[to] = rgba[from]!;
      rgb[to + 1] = rgba[from + 1]!;
      rgb[to + 2] = rgba[from + 2]!;
    }
    return { width, height, rgb };
  },
};
