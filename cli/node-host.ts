import sharp from 'sharp';
import { TraceUnavailable, type TraceHost } from '../lib/evidence/traces';

/** Decodes with sharp as the browser's canvas does: no rotation, no colour conversion, alpha dropped. */
export const nodeHost: TraceHost = {
  async decode(bytes, format) {
    try {
      const { data, info } = await sharp(bytes, { failOn: 'none', limitInputPixels: 60_000_000, pages: 1 }).removeAlpha().toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
      if (info.channels !== 3) throw new Error(`${info.channels} channels`);
      return { width: info.width, height: info.height, rgb: new Uint8Array(data.buffer, data.byteOffset, data.length) };
    } catch (error) {
      throw new TraceUnavailable(`无法解码这张 ${format.toUpperCase()} 图片的像素（${error instanceof Error ? error.message : String(error)}）；文件信息仍已检查`);
    }
  },
  async decodeRgba(bytes, format) {
    try {
      const { data, info } = await sharp(bytes, { failOn: 'none', limitInputPixels: 60_000_000, pages: 1 }).ensureAlpha().toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
      return { width: info.width, height: info.height, channels: 4, samples: new Uint8Array(data.buffer, data.byteOffset, data.length) };
    } catch {
      throw new TraceUnavailable(`无法解码这张 ${format.toUpperCase()} 图片的透明度；文件信息仍已检查`);
    }
  },
};
