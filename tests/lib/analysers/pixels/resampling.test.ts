import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { resampling } from '../../../../lib/analysers/pixels/resampling';
import { normal, paste, random, toJpeg, toPng, tracesOf, within, type Raster } from '../../../fixtures/texture';

const ask = async (bytes: Uint8Array) => {
  const traces = tracesOf(bytes);
  return resampling.examine({ luma: await traces.get('luma'), format: await traces.get('format') }, {});
};
const fact = (answer: Awaited<ReturnType<typeof ask>>, key: string) => answer.facts.find((one) => one.key === key)?.value;

/** A grainy surface, resized by a factor. */
async function resized(factor: number, width: number, height: number, seed: number): Promise<Raster> {
  const next = random(seed);
  const [w, h] = [Math.round(width / factor), Math.round(height / factor)];
  const rgb = new Uint8Array(w * h * 3);
  for (let y = 0; y < h; y += 1) for (let x = 0; x < w; x += 1) rgb.fill(Math.min(250, Math.max(5, Math.round(125 + 40 * Math.sin(x / 60) * Math.cos(y / 45) + 12 * normal(next)))), (y * w + x) * 3, (y * w + x) * 3 + 3);
  const out = await sharp(rgb, { raw: { width: w, height: h, channels: 3 } }).resize(width, height, { kernel: 'cubic', fit: 'fill' }).raw().toBuffer();
  return { width, height, rgb: new Uint8Array(out) };
}

describe('resampling', () => {
  it('finds a piece resized by another factor, as stored and after JPEG 95', async () => {
    for (const seed of [1, 2, 3]) {
      const picture = await resized(1.3, 768, 640, seed);
      paste(await resized(1.22, 768, 640, seed + 10), { x: 384, y: 256, width: 300, height: 300 }, picture, 384, 256);
      for (const bytes of [await toPng(picture), await toJpeg(picture, 95)]) {
        const answer = await ask(bytes);
        expect([seed, answer.outcome]).toEqual([seed, 'suspicious']);
        expect(answer.regions!.some(({ points }) => within(points, 534 / 768, 406 / 640))).toBe(true);
        expect(answer.regions!.some(({ points }) => within(points, 100 / 768, 100 / 640))).toBe(false);
      }
    }
  });
  it('takes a picture resized as a whole for ordinary', async () => {
    const answer = await ask(await toPng(await resized(1.3, 768, 640, 5)));
    expect([answer.outcome, answer.strength]).toEqual(['inconclusive', 0]);
    expect(Number(fact(answer, 'frequency'))).toBeCloseTo(1 - 1 / 1.3, 2);
    expect(fact(answer, 'otherFrequency')).toBeUndefined();
  });
  it('finds nothing in grain that was never resized, and is not asked of small pictures', async () => {
    const plain = await ask(await toPng(await resized(1, 640, 512, 6)));
    expect([plain.outcome, fact(plain, 'frequency')]).toEqual(['inconclusive', undefined]);
    expect((await ask(await toPng(await resized(1, 200, 200, 6)))).outcome).toBe('not-applicable');
  });
});
