import { describe, expect, it } from 'vitest';
import { quantisationOrigin } from '../../../../lib/analysers/compression/quantisation-origin';
import { readQuantisation } from '../../../../lib/evidence/quantisation';
import { ijgQuality } from '../../../../lib/evidence/quantisation-tables';
import { surface, toJpeg } from '../../../fixtures/texture';

/** The headers of a grey JPEG with the given luminance table (zig-zag order): enough to read tables from. */
function headers(zigzag: number[]): Uint8Array {
  return new Uint8Array([0xff, 0xd8, 0xff, 0xdb, 0, 67, 0, ...zigzag, 0xff, 0xc0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0, 0xff, 0xd9]);
}
const ask = (bytes: Uint8Array) => quantisationOrigin.examine({ quantisation: readQuantisation(bytes) }, {}) as { outcome: string; strength: number; facts: { key: string; value: unknown }[] };
const fact = (answer: ReturnType<typeof ask>, key: string) => answer.facts.find((one) => one.key === key)?.value;

describe('quantisation-origin', () => {
  it.each([60, 75, 90, 95])('reads IJG quality %i, and scores nothing', async (quality) => {
    const answer = ask(await toJpeg(surface(64, 64, 1), quality));
    expect([fact(answer, 'origin'), fact(answer, 'quality'), fact(answer, 'qualityExact')]).toEqual(['ijg', quality, true]);
    expect([answer.outcome, answer.strength]).toEqual(['inconclusive', 0]);
  });
  it('knows Photoshop 8 by its table', () => {
    const steps = [6, 4, 4, 4, 5, 4, 6, 5, 5, 6, 9, 6, 5, 6, 9, 11, 8, 6, 6, 8, 11, 12, 10, 10, 11, 10, 10, 12, 16, 12, 12, 12, 12, 12, 12, 16];
    expect(fact(ask(headers([...steps, ...Array(28).fill(12)])), 'origin')).toBe('photoshop-8');
    expect(fact(ask(headers([...steps, ...Array(27).fill(12), 13])), 'origin')).toBe('custom');
  });
  it('gives the nearest quality of a table of its own', () => {
    expect(ijgQuality(new Uint8Array(64).fill(3)).exact).toBe(false);
    expect(ijgQuality(new Uint8Array(64).fill(3)).quality).toBeGreaterThan(90);
  });
  it('speaks of saving, not of guilt', async () => {
    const answer = ask(await toJpeg(surface(64, 64, 1), 75));
    const finding = { ...answer, analyser: 'quantisation-origin', family: 'compression' } as Parameters<typeof quantisationOrigin.text.zh.summary>[0];
    expect(quantisationOrigin.text.zh.summary(finding)).toContain('质量 75');
    expect(quantisationOrigin.text.en.summary(finding)).toContain('not scored');
  });
});
