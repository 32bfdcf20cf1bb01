import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import type { Preview } from '../lib/report/pdf/pictures';

const require = createRequire(import.meta.url);

/** The whole of Noto Sans SC Regular (OFL-1.1), from its package. */
export async function reportFont(): Promise<Uint8Array> {
  return new Uint8Array(await readFile(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')));
}

/** A picture as the report prints it: upright, sRGB, on white, no metadata. null where sharp cannot decode it. */
export async function printPreview(bytes: Uint8Array, maxSide: number): Promise<Preview | null> {
  try {
    const { data, info } = await sharp(bytes, { failOn: 'none', limitInputPixels: 200_000_000 })
      .rotate()
      .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 85, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true });
    return { bytes: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    return null;
  }
}
