import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { powerSpectrum } from '../../../lib/evidence/fft';
import { lumaOf } from '../../../lib/evidence/luma';
import { differenceBands, interpolationSignal, isGridFrequency, peakHeights, sharedPeak, strongestPeak } from '../../../lib/evidence/periodogram';
import { sameResize } from '../../../lib/evidence/resized-tiles';
import { normal, random } from '../../fixtures/texture';

describe('power spectrum', () => {
  it('is the squared DFT of the definition', () => {
    const next = random(1);
    const signal = Array.from({ length: 32 }, () => next());
    const power = powerSpectrum(signal);
    for (const k of [0, 1, 7, 16]) {
      const re = signal.reduce((sum, value, i) => sum + value * Math.cos((2 * Math.PI * i * k) / 32), 0);
      const im = signal.reduce((sum, value, i) => sum + value * Math.sin((2 * Math.PI * i * k) / 32), 0);
      expect(power[k]).toBeCloseTo(re * re + im * im, 9);
    }
    expect(() => powerSpectrum([1, 2, 3])).toThrow(RangeError);
  });
});

/** White noise enlarged by sharp. */
async function enlarged(factor: number, kernel: 'linear' | 'cubic' | 'lanczos3', seed: number) {
  const next = random(seed);
  const side = Math.ceil(300 / factor) + 8;
  const rgb = new Uint8Array(side * side * 3);
  for (let i = 0; i < side * side; i += 1) rgb.fill(Math.min(250, Math.max(5, Math.round(128 + 30 * normal(next)))), 3 * i, 3 * i + 3);
  const size = Math.round(side * factor);
  const out = await sharp(rgb, { raw: { width: side, height: side, channels: 3 } }).resize(size, size, { kernel, fit: 'fill' }).raw().toBuffer();
  return { luma: lumaOf({ width: size, height: size, rgb: new Uint8Array(out) }), factor: size / side };
}
const heights = (luma: ReturnType<typeof lumaOf>) => (['across', 'down'] as const).map((direction) => peakHeights(interpolationSignal(differenceBands(luma, direction, 256).slice(0, 1), 4, 256, 256)));

describe('peaks of resizing', () => {
  it.each([
    [1.2, 'cubic'],
    [1.45, 'linear'],
    [1.5, 'cubic'],
    [1.6, 'cubic'],
    [1.7, 'lanczos3'],
    [1.8, 'linear'],
  ] as const)('enlarging %f times (%s) peaks at 1/factor, folded', async (wanted, kernel) => {
    const { luma, factor } = await enlarged(wanted, kernel, 3);
    const expected = Math.abs(1 / factor - Math.round(1 / factor));
    const [across, down] = heights(luma) as [Float64Array, Float64Array];
    const peak = sharedPeak(across, down, 8, 1)!;
    // 1.6 folds to 3/8, which belongs to the JPEG grid: a harmonic has to do.
    if (wanted === 1.6) expect(sameResize(peak?.frequency ?? expected, expected)).toBe(true);
    else {
      expect(Math.abs(peak.frequency - expected)).toBeLessThan(2 / 256);
      expect(peak.log10NFA).toBeLessThan(-10);
      expect(strongestPeak(across, 8).frequency).toBeCloseTo(expected, 1);
    }
  });
  it('are rare in white noise: of 40 tiles, at most 2 with an NFA below 1/100', () => {
    let alarms = 0;
    for (let seed = 0; seed < 40; seed += 1) {
      const next = random(seed + 70);
      const luma = { width: 264, height: 264, data: Uint8Array.from({ length: 264 * 264 }, () => Math.round(128 + 20 * normal(next))) };
      const [across, down] = heights(luma) as [Float64Array, Float64Array];
      if (strongestPeak(across, 8).log10NFA < -2 || (sharedPeak(across, down, 8, 1)?.log10NFA ?? 0) < -2) alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(2);
  });
  it('leave the codec its frequencies', () => {
    expect([32, 34, 35, 64, 128, 40].map((k) => isGridFrequency(k, 256, 8))).toEqual([true, true, false, true, true, false]);
    expect([16, 48, 40].map((k) => isGridFrequency(k, 256, 16))).toEqual([true, true, false]);
  });
  it('know harmonics of one resize', () => {
    expect(sameResize(0.2, 0.4)).toBe(true);
    expect(sameResize(0.4286, 0.2857)).toBe(true);
    expect(sameResize(0.2308, 0.1803)).toBe(false);
  });
});
