import { mapX, mapY, rescaled, type Homography } from './homography';
import type { Picture } from './compare';

/**
 * The merchant's picture laid into the frame of the buyer's, for a slider or a blink view (bilinear).
 * @param mapping fact `mapping` of listing-match, parsed by on-reference.ts: fractions of the (mirrored) buyer's picture to fractions of the merchant's.
 * @param frame size of the view, pixels; the buyer's picture scaled to it lies under the result point by point.
 * @returns RGB bytes of that size; what the merchant's picture does not cover has the colour `beyond`.
 */
export function warpReference(reference: Picture, mapping: Homography, frame: { width: number; height: number }, mirrored = false, beyond: readonly [number, number, number] = [236, 236, 236]): Picture {
  const { width, height } = frame;
  const map = rescaled(mapping, width, height, reference.width, reference.height);
  const rgb = new Uint8Array(width * height * 3);
  const w = reference.width, h = reference.height, source = reference.rgb;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const px = mirrored ? width - x - 0.5 : x + 0.5;
      const u = mapX(map, px, y + 0.5) - 0.5, v = mapY(map, px, y + 0.5) - 0.5;
      const o = (y * width + x) * 3;
      if (!(u > -0.5 && v > -0.5 && u < w - 0.5 && v < h - 0.5)) {
        rgb.set(beyond, o);
        continue;
      }
      const x0 = Math.max(0, Math.floor(u)), y0 = Math.max(0, Math.floor(v));
      const x1 = Math.min(x0 + 1, w - 1), y1 = Math.min(y0 + 1, h - 1);
      const fx = Math.max(0, u - x0), fy = Math.max(0, v - y0);
      for (let c = 0; c < 3; c++) {
        const top = source[(y0 * w + x0) * 3 + c]! * (1 - fx) + source[(y0 * w + x1) * 3 + c]! * fx;
        const bottom = source[(y1 * w + x0) * 3 + c]! * (1 - fx) + source[(y1 * w + x1) * 3 + c]! * fx;
        rgb[o + c] = Math.round(top * (1 - fy) + bottom * fy);
      }
    }
  }
  return { width, height, rgb };
}
