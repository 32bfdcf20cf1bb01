import { describe, expect, it } from 'vitest';
import { doubleQuantisation } from '../../../../lib/analysers/compression/double-quantisation';
import { binWeight } from '../../../../lib/evidence/double/first-quantisation';
import { TraceUnavailable } from '../../../../lib/evidence/traces';
import { decode, paste, surface, toJpeg, toPng, tracesOf, within } from '../../../fixtures/texture';

const ask = async (bytes: Uint8Array) => {
  const traces = tracesOf(bytes);
  return doubleQuantisation.examine({ jpegCoefficients: await traces.get('jpegCoefficients'), luma: await traces.get('luma') }, {});
};
const fact = (answer: Awaited<ReturnType<typeof ask>>, key: string) => answer.facts.find((one) => one.key === key)?.value;

describe('double-quantisation', () => {
  it.each([[60, 85], [70, 90], [75, 92], [85, 95]])('reads the first quality of a picture saved at %i, then %i', async (first, last) => {
    const answer = await ask(await toJpeg(await decode(await toJpeg(surface(448, 384, 3), first)), last));
    expect([fact(answer, 'twice'), answer.outcome, answer.regions]).toEqual([true, 'inconclusive', undefined]);
    expect(Math.abs(Number(fact(answer, 'firstQuality')) - first)).toBeLessThanOrEqual(2);
  });
  it('outlines 5 of 5 pieces that were saved only once', async () => {
    for (let seed = 0; seed < 5; seed += 1) {
      const picture = await decode(await toJpeg(surface(448, 384, seed), 70));
      paste(surface(448, 384, seed + 60), { x: 100, y: 90, width: 160, height: 150 }, picture, 200, 130);
      const answer = await ask(await toJpeg(picture, 90));
      expect(answer.strength).toBe(0);
      expect(answer.regions!.some(({ points }) => within(points, 280 / 448, 200 / 384))).toBe(true);
      expect(answer.regions!.some(({ points }) => within(points, 60 / 448, 60 / 384))).toBe(false);
    }
  });
  it('finds nothing in pictures saved once, or cropped off the grid between two saves', async () => {
    expect(fact(await ask(await toJpeg(surface(448, 384, 5), 85)), 'twice')).toBe(false);
    const once = await decode(await toJpeg(surface(448, 384, 5), 70));
    const cropped = { width: 400, height: 336, rgb: new Uint8Array(400 * 336 * 3) };
    paste(once, { x: 3, y: 5, width: 400, height: 336 }, cropped, 0, 0);
    expect(fact(await ask(await toJpeg(cropped, 90)), 'twice')).toBe(false);
  });
  it('is not asked of other formats or of broken files', async () => {
    await expect(ask(await toPng(surface(200, 200, 1)))).rejects.toThrow(TraceUnavailable);
    const whole = tracesOf(await toJpeg(surface(200, 200, 1), 80));
    const answer = await doubleQuantisation.examine({ jpegCoefficients: { ...(await whole.get('jpegCoefficients')), truncated: true }, luma: await whole.get('luma') }, {});
    expect(answer.outcome).toBe('not-applicable');
  });
  it('weighs bins as the definition counts them', () => {
    // First step 5, last step 2: multiples of 5 are 0, ±5, ±10 …, which round to bins 0, ±2 or ±3, ±5 …
    for (const [first, last] of [[5, 2], [7, 3], [4, 6]] as const) {
      for (const value of [0, 1, 2, 3, 4]) {
        let count = 0;
        for (let u = -4000; u <= 4000; u += 1) {
          const requantised = (Math.round(u / 100 / first) * first) / last;
          if (requantised >= value - 0.5 && requantised <= value + 0.5) count += 1;
        }
        // A share of fine steps, against what a flat spread gives the bin; ties at bin edges count on both sides.
        const share = count / 100 / last;
        expect(Math.abs(share - binWeight(value, first, last))).toBeLessThan(0.05);
      }
    }
  });
});
