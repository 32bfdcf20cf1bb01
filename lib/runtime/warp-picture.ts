import { warpReference } from '../evidence/match/warp-reference';
import type { Homography } from '../evidence/match/homography';
import { sniffFormat } from '../evidence/sniff';
import { canvasHost } from './analysis/decode';

const longest = 1000;

/** The merchant's picture laid onto the buyer's frame as a PNG, for slider and blink view. `mapping` as in warpReference. */
export async function warpPicture(own: Uint8Array, mapping: Homography, mirrored: boolean, frame: { width: number; height: number }): Promise<Blob> {
  const source = await canvasHost.decode(own, sniffFormat(own) ?? 'jpeg');
  const scale = Math.min(1, longest / Math.max(frame.width, frame.height));
  const { width, height, rgb } = warpReference(source, mapping, { width: Math.max(1, Math.round(frame.width * scale)), height: Math.max(1, Math.round(frame.height * scale)) }, mirrored);
  const target = new ImageData(width, height);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    target.data.set(rgb.subarray(from, from + 3), to);
    target.data[to + 3] = 255;
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.putImageData(target, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}
