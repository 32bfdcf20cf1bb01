/**
 * Pairs that share one frame, from a photograph taken as a scene: two exposures with noise of their own, and copies of one exposure.
 * Noise is laid on at the sensor's size, spread over neighbours as demosaicing does, before the delivery chain shrinks and saves.
 */
import sharp from 'sharp';
import type { Picture } from '../lib/evidence/match/compare';
import { seeded } from '../lib/evidence/match/random';
import { warpReference } from '../lib/evidence/match/warp-reference';
import { asSharp, decoded, resaved } from './sharp-picture';

const spread = [[0, 0, 0.6], [1, 0, 0.1], [-1, 0, 0.1], [0, 1, 0.1], [0, -1, 0.1]] as const;

/** Noise that grows with the square root of the light, `sigma` grey levels at middle grey, and a little in each channel. */
function noisy({ width, height, rgb }: Picture, sigma: number, seed: number): Picture {
  const random = seeded(seed);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const noise = Float32Array.from({ length: width * height }, gauss);
  const at = (x: number, y: number) => noise[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))]!;
  const out = new Uint8Array(rgb.length);
  for (let y = 0, k = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const common = spread.reduce((sum, [dx, dy, weight]) => sum + weight * at(x + dx, y + dy), 0);
      for (let c = 0; c < 3; c++, k++) out[k] = Math.min(255, Math.max(0, Math.round(rgb[k]! + common * sigma * 1.6 * Math.sqrt(0.3 + rgb[k]! / 180) + gauss() * sigma * 0.4)));
    }
  return { width, height, rgb: out };
}

/** The scene seen a fraction of a pixel aside. */
const aside = (picture: Picture, dx: number, dy: number) => warpReference(picture, Float64Array.of(1, 0, dx / picture.width, 0, 1, dy / picture.height, 0, 0, 1), picture);

const delivered = async (picture: Picture, quality: number) => resaved(sharp(await asSharp(picture).jpeg({ quality: 93 }).toBuffer()).resize(900, 900, { fit: 'inside' }), quality);

export interface MadeExposure {
  name: string;
  /** Whether both are one exposure. */
  copy: boolean;
  first: Picture;
  second: Picture;
}

/** @param photograph 1,400 pixels or so; its own noise is taken off by a median first. */
export async function madeExposures(photograph: Picture): Promise<MadeExposure[]> {
  const scene = await decoded(asSharp(photograph).median(3));
  const out: MadeExposure[] = [];
  for (const sigma of [1, 2.5, 5]) {
    const second = await delivered(noisy(scene, sigma, 1), 88);
    const other = noisy(aside(scene, 0.3, 0.2), sigma, 2);
    out.push({ name: `two exposures, noise ${sigma}, quality 88`, copy: false, first: await delivered(other, 88), second });
    out.push({ name: `two exposures, noise ${sigma}, quality 70`, copy: false, first: await delivered(other, 70), second: await delivered(noisy(scene, sigma, 1), 70) });
    for (const quality of [90, 80, 50, 30]) out.push({ name: `copy, noise ${sigma}, quality ${quality}`, copy: true, first: await resaved(asSharp(second), quality), second });
  }
  return out;
}
