import { describe, expect, it } from 'vitest';
import { jpegGrid } from '../../../../lib/analysers/compression/jpeg-grid';
import { decode, paste, surface, toJpeg, toPng, tracesOf, within, type Raster } from '../../../fixtures/texture';

const ask = async (bytes: Uint8Array) => {
  const traces = tracesOf(bytes);
  return jpegGrid.examine({ luma: await traces.get('luma'), format: await traces.get('format') }, {});
};
const fact = (answer: Awaited<ReturnType<typeof ask>>, key: string) => answer.facts.find((one) => one.key === key)?.value;
const saved = async (seed: number, quality: number, width = 384, height = 320): Promise<Raster> => decode(await toJpeg(surface(width, height, seed), quality));

describe('jpeg-grid', () => {
  it('finds pasted regions with a foreign grid: 10 of 10 at quality 80, none without', async () => {
    let found = 0;
    for (let seed = 0; seed < 10; seed += 1) {
      const picture = await saved(seed, 80);
      const whole = await ask(await toPng(picture));
      expect([seed, whole.outcome, fact(whole, 'shifted')]).toEqual([seed, 'inconclusive', false]);
      // From a place that is 3 and 5 px off the 8 px grid relative to where it goes.
      paste(await saved(seed + 50, 80), { x: 40 + 3, y: 40 + 5, width: 120, height: 112 }, picture, 136, 104);
      const answer = await ask(await toPng(picture));
      const region = answer.regions?.[0];
      if (answer.outcome !== 'suspicious' || fact(answer, 'kind') !== 'foreign-grid' || !region) continue;
      expect([fact(answer, 'foreignX'), fact(answer, 'foreignY')]).toEqual([5, 3]);
      expect(within(region.points, 196 / 384, 160 / 320)).toBe(true);
      expect(within(region.points, 40 / 384, 40 / 320)).toBe(false);
      found += 1;
    }
    expect(found).toBe(10);
  }, 120_000);
  it('notes a crop and scores nothing', async () => {
    const picture = await saved(3, 85);
    const cropped: Raster = { width: 300, height: 260, rgb: new Uint8Array(300 * 260 * 3) };
    paste(picture, { x: 3, y: 6, width: 300, height: 260 }, cropped, 0, 0);
    const answer = await ask(await toPng(cropped));
    expect([answer.outcome, answer.strength, fact(answer, 'gridX'), fact(answer, 'gridY'), fact(answer, 'shifted')]).toEqual(['inconclusive', 0, 5, 2, true]);
  });
  it('is not asked of pictures without a grid', async () => {
    const answer = await ask(await toPng(surface(256, 256, 9)));
    expect([answer.outcome, fact(answer, 'reason')]).toEqual(['not-applicable', 'no-main-grid']);
    expect((await ask(await toPng(surface(40, 40, 9)))).outcome).toBe('not-applicable');
    const luma = await tracesOf(await toPng(await saved(3, 85))).get('luma');
    expect((await jpegGrid.examine({ luma, format: 'webp' }, {})).facts).toEqual([{ key: 'reason', value: 'other-codec' }]);
  });
  it('says so in plain words', async () => {
    const answer = await ask(await toPng(surface(256, 256, 9)));
    const finding = { ...answer, analyser: jpegGrid.id, family: jpegGrid.family };
    expect(jpegGrid.text.zh.summary(finding)).toContain('此项不适用');
    expect(jpegGrid.text.en.summary(finding)).toContain('Not applicable');
  });
  it('stops when told to', async () => {
    const luma = await tracesOf(await toPng(surface(256, 256, 9))).get('luma');
    expect(() => jpegGrid.examine({ luma, format: 'png' }, { signal: AbortSignal.abort() })).toThrow();
  });
});
