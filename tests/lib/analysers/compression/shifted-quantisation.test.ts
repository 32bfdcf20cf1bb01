import { describe, expect, it } from 'vitest';
import { shiftedQuantisation } from '../../../../lib/analysers/compression/shifted-quantisation';
import { decode, paste, surface, toJpeg, toPng, tracesOf, within, type Raster } from '../../../fixtures/texture';

const ask = async (bytes: Uint8Array) => {
  const traces = tracesOf(bytes);
  return shiftedQuantisation.examine({ luma: await traces.get('luma'), format: await traces.get('format') }, {});
};
type Answer = Awaited<ReturnType<typeof ask>>;
const fact = (answer: Answer, key: string) => answer.facts.find((one) => one.key === key)?.value;
const saved = async (seed: number, quality: number, width = 800, height = 640): Promise<Raster> => decode(await toJpeg(surface(width, height, seed), quality));
const finding = (answer: Answer) => ({ ...answer, analyser: shiftedQuantisation.id, family: shiftedQuantisation.family });

describe('shifted-quantisation', () => {
  it('tells a picture cropped after a save and saved again, with grid and DC step, and scores nothing', async () => {
    // IJG luminance DC steps: 16 at quality 50, scaled to 8 at 75 and 5 at 85.
    for (const [quality, step, x, y] of [[75, 8, 3, 6], [85, 5, 5, 2]] as const) {
      const cropped: Raster = { width: 600, height: 480, rgb: new Uint8Array(600 * 480 * 3) };
      paste(await saved(quality, quality), { x, y, width: 600, height: 480 }, cropped, 0, 0);
      const answer = await ask(await toJpeg(cropped, 95));
      expect([answer.outcome, answer.strength]).toEqual(['inconclusive', 0]);
      expect(['shifted', 'gridX', 'gridY', 'firstDcStep'].map((key) => fact(answer, key))).toEqual([true, 8 - x, 8 - y, step]);
      expect(shiftedQuantisation.text.zh.summary(finding(answer))).toMatch(/裁剪后再保存/);
    }
  }, 120_000);

  it('outlines a piece of another JPEG after the whole was saved once more: 3 of 3; nothing without it', async () => {
    let found = 0;
    for (let seed = 0; seed < 3; seed += 1) {
      const picture = await saved(seed, 90);
      const whole = await ask(await toJpeg(picture, 95));
      expect([seed, whole.outcome, fact(whole, 'shifted')]).toEqual([seed, 'inconclusive', undefined]);
      paste(await saved(seed + 50, 75), { x: 40 + 3, y: 40 + 5, width: 208, height: 192 }, picture, 320, 240);
      const answer = await ask(await toJpeg(picture, 95));
      const region = answer.regions?.[0];
      if (answer.outcome !== 'suspicious' || !region) continue;
      expect([fact(answer, 'foreignX'), fact(answer, 'foreignY'), fact(answer, 'foreignDcStep')]).toEqual([5, 3, 8]);
      expect(within(region.points, 424 / 800, 336 / 640)).toBe(true);
      expect(within(region.points, 80 / 800, 80 / 640)).toBe(false);
      expect(shiftedQuantisation.text.zh.summary(finding(answer))).toMatch(/取自另一张 JPEG 图片/);
      found += 1;
    }
    expect(found).toBe(3);
  }, 240_000);

  it('takes a collage for what it is: grids of their own everywhere', async () => {
    const collage = surface(960, 720, 4);
    for (let cell = 0; cell < 6; cell += 1) paste(await saved(70 + cell, 75, 400, 420), { x: 16, y: 16, width: 316, height: 356 }, collage, 3 + (cell % 3) * 319, 2 + Math.floor(cell / 3) * 359);
    expect((await ask(await toJpeg(collage, 95))).outcome).toBe('inconclusive');
  }, 240_000);

  it('is not asked of other codecs and small pictures, and stops when told to', async () => {
    const luma = await tracesOf(await toPng(surface(256, 256, 9))).get('luma');
    expect((await shiftedQuantisation.examine({ luma, format: 'webp' }, {})).facts).toEqual([{ key: 'reason', value: 'other-codec' }]);
    expect((await ask(await toPng(surface(100, 256, 9)))).facts).toEqual([{ key: 'reason', value: 'too-small' }]);
    expect(() => shiftedQuantisation.examine({ luma, format: 'png' }, { signal: AbortSignal.abort() })).toThrow();
  });
});
