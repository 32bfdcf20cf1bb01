import { describe, expect, it } from 'vitest';
import { noiseLevel } from '../../../../lib/analysers/pixels/noise-level';
import { normal, paste, random, toJpeg, toPng, tracesOf, within, type Raster } from '../../../fixtures/texture';

const ask = async (bytes: Uint8Array) => noiseLevel.examine({ luma: await tracesOf(bytes).get('luma') }, {});
const fact = (answer: Awaited<ReturnType<typeof ask>>, key: string) => answer.facts.find((one) => one.key === key)?.value;

/**
 * A softly lit wall: slow brightness, and grain as a sensor leaves it (`white`) or smoothed by a 3x3 kernel (`soft`),
 * which keeps the coarse part of the grain and weakens the fine part, as enlarging and generating do.
 */
function wall(width: number, height: number, seed: number, grain: 'white' | 'soft'): Raster {
  const next = random(seed);
  const [a, b, c] = [next(), next(), next()];
  const noise = Float64Array.from({ length: (width + 2) * (height + 2) }, () => 4 * normal(next));
  const kernel = [1, 2, 1, 2, 4, 2, 1, 2, 1];
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y + 1) * (width + 2) + x + 1;
      const soft = kernel.reduce((sum, weight, i) => sum + (weight / 6) * noise[at + (Math.floor(i / 3) - 1) * (width + 2) + (i % 3) - 1]!, 0);
      const value = 120 + 50 * Math.sin(x / 190 + 6 * a) + 40 * Math.cos(y / 160 + 6 * b + c * (x / 400)) + (grain === 'soft' ? soft : noise[at]!);
      rgb.fill(Math.min(250, Math.max(5, Math.round(value))), (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  }
  return { width, height, rgb };
}

describe('noise-level', () => {
  it('finds 8 of 8 pieces of softened grain among sensor grain, and nothing in whole walls', async () => {
    let found = 0;
    for (let seed = 0; seed < 8; seed += 1) {
      const picture = wall(640, 512, seed, 'white');
      expect([seed, (await ask(await toPng(picture))).regions]).toEqual([seed, undefined]);
      paste(wall(640, 512, seed, 'soft'), { x: 200, y: 150, width: 190, height: 170 }, picture, 200, 150);
      const answer = await ask(await toPng(picture));
      const hit = answer.regions?.find((region) => region.kind === 'quieter-noise');
      expect([answer.outcome, answer.strength]).toEqual(['inconclusive', 0]);
      if (!hit) continue;
      expect(within(hit.points, 290 / 640, 230 / 512)).toBe(true);
      expect(within(hit.points, 60 / 640, 60 / 512)).toBe(false);
      found += 1;
    }
    expect(found).toBe(8);
  }, 120_000);
  it('stays silent on whole walls after JPEG', async () => {
    for (let seed = 20; seed < 24; seed += 1) expect((await ask(await toJpeg(wall(640, 512, seed, 'white'), 85))).regions).toBeUndefined();
  }, 60_000);
  it('is not asked of small or clipped pictures', async () => {
    expect(fact(await ask(await toPng(wall(200, 200, 1, 'white'))), 'reason')).toBe('too-small');
    const flat = { width: 300, height: 300, rgb: new Uint8Array(300 * 300 * 3).fill(255) };
    const answer = await ask(await toPng(flat));
    expect([answer.outcome, fact(answer, 'reason')]).toEqual(['not-applicable', 'too-flat']);
  });
});
