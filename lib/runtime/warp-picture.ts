import { mapX, mapY, type Homography } from '../evidence/match/homography';

const longest = 1000;

async function samplesOf(bytes: Uint8Array): Promise<ImageData> {
  const bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]), { imageOrientation: 'none' } as unknown as ImageBitmapOptions);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/**
 * The merchant's picture laid onto the buyer's frame, for slider and blink view. `mapping` takes fractions of the buyer's
 * frame to fractions of the merchant's; what lies outside stays transparent.
 */
export async function warpPicture(own: Uint8Array, mapping: Homography, mirrored: boolean, frame: { width: number; height: number }): Promise<Blob> {
  const source = await samplesOf(own);
  const scale = Math.min(1, longest / Math.max(frame.width, frame.height));
  const [width, height] = [Math.max(1, Math.round(frame.width * scale)), Math.max(1, Math.round(frame.height * scale))];
  const target = new ImageData(width, height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const u = mirrored ? 1 - (x + 0.5) / width : (x + 0.5) / width;
      const v = (y + 0.5) / height;
      const [fx, fy] = [mapX(mapping, u, v) * source.width - 0.5, mapY(mapping, u, v) * source.height - 0.5];
      const [x0, y0] = [Math.floor(fx), Math.floor(fy)];
      if (x0 < 0 || y0 < 0 || x0 + 1 >= source.width || y0 + 1 >= source.height) continue;
      const [ax, ay] = [fx - x0, fy - y0];
      const at = (y0 * source.width + x0) * 4;
      const below = at + source.width * 4;
      const to = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel++) {
        const top = source.data[at + channel]! * (1 - ax) + source.data[at + 4 + channel]! * ax;
        const bottom = source.data[below + channel]! * (1 - ax) + source.data[below + 4 + channel]! * ax;
        target.data[to + channel] = top * (1 - ay) + bottom * ay;
      }
      target.data[to + 3] = 255;
    }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.putImageData(target, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}
