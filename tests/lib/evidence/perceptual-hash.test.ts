import { existsSync, readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { hammingDistance, perceptualHash } from '../../../lib/evidence/perceptual-hash';
import type { Pixels } from '../../../lib/evidence/traces';

const data = new URL('../../../../shared/data/', import.meta.url);

async function decode(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: new Uint8Array(data) };
}

/** A picture with structure at every scale, so that its hash is not decided by rounding. */
function scene(seed: number, width = 320, height = 240): Pixels {
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++) {
        let value = 128;
        for (let k = 1; k < 6; k++) value += (70 / k) * Math.sin((x * k * (seed % 5 + 1)) / 61 + (y * k * (seed % 7 + 2)) / 83 + seed * k + c);
        rgb[(y * width + x) * 3 + c] = Math.min(255, Math.max(0, value));
      }
  return { width, height, rgb };
}
const encode = ({ width, height, rgb }: Pixels) => sharp(rgb, { raw: { width, height, channels: 3 } });

describe('perceptual hash', () => {
  it('counts differing bits', () => {
    expect(hammingDistance('ffff000000000000', 'fffe000000000001')).toBe(2);
    expect(hammingDistance('0000000000000000', 'ffffffffffffffff')).toBe(64);
  });

  it('tells a re-saved, shrunk copy from another picture', async () => {
    const original = scene(3);
    const hash = perceptualHash(original);
    const resaved = await decode(sharp(await encode(original).resize(160).jpeg({ quality: 40 }).toBuffer()));
    expect(hammingDistance(hash, perceptualHash(resaved))).toBeLessThanOrEqual(6);
    for (const other of [4, 11, 25]) expect(hammingDistance(hash, perceptualHash(scene(other)))).toBeGreaterThanOrEqual(14);
  });

  it('gives the value written into the labels of signed pictures', async () => {
    for (const name of ['aigc-signed-png-yuanbao-1.png', 'aigc-signed-png-yuanbao-2.png']) {
      const file = new URL(`labelled/${name}`, data);
      if (!existsSync(file)) return console.log(`skipped: ${name} is not beside the project`);
      const bytes = readFileSync(file);
      const written = /phash[^0-9a-f]{1,40}Value[^0-9a-f]{1,12}([0-9a-f]{16})/.exec(bytes.subarray(0, 8192).toString('latin1'))?.[1];
      expect(written).toMatch(/^[0-9a-f]{16}$/);
      expect(perceptualHash(await decode(sharp(bytes)))).toBe(written);
    }
  });
});
