import { describe, expect, it } from 'vitest';
import { copyMove } from '../../../../lib/analysers/pixels/copy-move';
import { normal, paste, random, surface, toJpeg, tracesOf, within, type Raster } from '../../../fixtures/texture';

const ask = async (bytes: Uint8Array) => copyMove.examine({ luma: await tracesOf(bytes).get('luma') }, {});
const fact = (answer: Awaited<ReturnType<typeof ask>>, key: string) => answer.facts.find((one) => one.key === key)?.value;

/** Tiles of the same pattern, each photographed with its own noise and a slightly other brightness, `period` px apart. */
function tiles(period: number, seed: number): Raster {
  const [width, height] = [480, 400];
  const pattern = surface(80, 80, seed, 0);
  const next = random(seed + 1);
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [i, j] = [Math.floor(x / period), Math.floor(y / period)];
      const [u, v] = [(x - i * period) * (79 / period), (y - j * period) * (79 / period)];
      const [a, b] = [Math.floor(u), Math.floor(v)];
      const at = (row: number, column: number) => pattern.rgb[(Math.min(79, row) * 80 + Math.min(79, column)) * 3]!;
      const [s, t] = [u - a, v - b];
      const value = (at(b, a) * (1 - s) + at(b, a + 1) * s) * (1 - t) + (at(b + 1, a) * (1 - s) + at(b + 1, a + 1) * s) * t;
      rgb.fill(Math.min(255, Math.max(0, Math.round(value + 2 * normal(next)))), (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  }
  return { width, height, rgb };
}

describe('copy-move', () => {
  it('finds 10 of 10 pasted pieces of 64 px after JPEG 85, with both outlines', async () => {
    let found = 0;
    for (let seed = 0; seed < 10; seed += 1) {
      const picture = surface(480, 400, seed + 200);
      paste(picture, { x: 60, y: 70, width: 64, height: 64 }, picture, 290, 221);
      const answer = await ask(await toJpeg(picture, 85));
      if (answer.outcome !== 'suspicious') continue;
      found += 1;
      expect([fact(answer, 'offsetX'), fact(answer, 'offsetY')]).toEqual([230, 151]);
      expect(answer.regions!.some(({ points }) => within(points, 92 / 480, 102 / 400))).toBe(true);
      expect(answer.regions!.some(({ points }) => within(points, 322 / 480, 253 / 400))).toBe(true);
      expect(answer.regions!.some(({ points }) => within(points, 200 / 480, 330 / 400))).toBe(false);
    }
    expect(found).toBe(10);
  }, 120_000);
  it('lets surfaces and repeated tiles pass', async () => {
    for (let seed = 0; seed < 3; seed += 1) expect((await ask(await toJpeg(surface(480, 400, seed + 300), 85))).outcome).toBe('inconclusive');
    for (const period of [61.3, 80, 93.7]) expect([period, (await ask(await toJpeg(tiles(period, 40), 85))).outcome]).toEqual([period, 'inconclusive']);
  }, 120_000);
  it('is not asked of tiny pictures, and stops when told to', async () => {
    const answer = await ask(await toJpeg(surface(100, 100, 1), 85));
    expect([answer.outcome, fact(answer, 'reason')]).toEqual(['not-applicable', 'too-small']);
    const luma = await tracesOf(await toJpeg(surface(256, 256, 1), 85)).get('luma');
    expect(() => copyMove.examine({ luma }, { signal: AbortSignal.abort() })).toThrow();
  });
  it('words what was found without accusing', async () => {
    const picture = surface(480, 400, 201);
    paste(picture, { x: 60, y: 70, width: 64, height: 64 }, picture, 290, 221);
    const finding = { ...(await ask(await toJpeg(picture, 85))), analyser: copyMove.id, family: copyMove.family };
    expect(copyMove.text.zh.summary(finding)).toMatch(/相距（230，151）像素.*相符/);
    expect(copyMove.text.en.summary(finding)).toContain('(230, 151) pixels away');
  });
});
