import type { ClaimImage } from '../case/image';
import type { Preview } from '../report/pdf/pictures';

/**
 * A picture as the report prints it: on white, re-encoded so that no metadata rides along. Upright, unless outlines are drawn
 * over it: those are in the frame as coded.
 */
export async function printPreview(bytes: Uint8Array, maxSide: number, image: ClaimImage, asCoded: boolean): Promise<Preview | null> {
  try {
    const bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: image.format ? `image/${image.format}` : '' }), { imageOrientation: asCoded ? 'none' : 'from-image' } as ImageBitmapOptions);
    const scale = Math.min(1, maxSide / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
    return { bytes: new Uint8Array(await blob.arrayBuffer()), width, height };
  } catch {
    return null;
  }
}
