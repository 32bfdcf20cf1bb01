import sharp, { type Sharp } from 'sharp';
import type { Picture } from '../lib/evidence/match/compare';

/** Pictures to and from sharp, for the commands that make pictures to measure on. */
export const asSharp = ({ rgb, width, height }: Picture): Sharp => sharp(rgb, { raw: { width, height, channels: 3 } });

export async function decoded(image: Sharp): Promise<Picture> {
  const { data, info } = await image.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: new Uint8Array(data) };
}

export const resaved = async (image: Sharp, quality: number): Promise<Picture> => decoded(sharp(await image.jpeg({ quality }).toBuffer()));
