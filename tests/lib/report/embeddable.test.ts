import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { embeddable } from '../../../lib/report/pdf/embeddable';

const base = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#a63' } });
const bytes = async (image: Sharp) => new Uint8Array(await image.toBuffer());

describe('embeddable', () => {
  it('takes grey and colour JPEG, baseline and progressive, and plain PNG', async () => {
    expect(embeddable(await bytes(base().jpeg()))).toBe(true);
    expect(embeddable(await bytes(base().jpeg({ progressive: true })))).toBe(true);
    expect(embeddable(await bytes(base().grayscale().jpeg()))).toBe(true);
    expect(embeddable(await bytes(base().png()))).toBe(true);
  });
  it('refuses what PDF would show wrongly or not at all', async () => {
    expect(embeddable(await bytes(base().toColourspace('cmyk').jpeg()))).toBe(false);
    expect(embeddable(await bytes(base().toColourspace('rgb16').png()))).toBe(false);
    expect(embeddable(await bytes(base().ensureAlpha(0.5).png()))).toBe(false);
    expect(embeddable(await bytes(base().webp()))).toBe(false);
    const whole = await bytes(base().jpeg());
    expect(embeddable(whole.subarray(0, whole.length - 20))).toBe(false);
    expect(embeddable(new Uint8Array(0))).toBe(false);
    expect(embeddable(Uint8Array.of(0xff, 0xd8, 0xff, 0xff, 0xff, 0xff, 0xff, 0xd9))).toBe(false);
  });
});
