import { describe, expect, it } from 'vitest';
import { blockMeasures, clipped, flatBlocks, quietShare } from '../../../lib/evidence/noise/flat-blocks';
import { noiseRegions } from '../../../lib/evidence/noise/noise-regions';
import { lumaOf } from '../../../lib/evidence/luma';
import { random, surface } from '../../fixtures/texture';

describe('block measures', () => {
  const luma = lumaOf(surface(40, 30, 8));
  const measures = blockMeasures(luma);
  it('are mean, variance and low-frequency energy of the definition', () => {
    for (const [x, y] of [[0, 0], [17, 9], [35, 25]] as const) {
      const at = y * measures.across + x;
      if (measures.mean[at] === clipped) continue;
      const samples = Array.from({ length: 25 }, (_, i) => luma.data[(y + Math.floor(i / 5)) * 40 + x + (i % 5)]!);
      const sum = samples.reduce((total, value) => total + value, 0);
      expect(measures.mean[at]).toBe(sum);
      expect(measures.variance[at]).toBeCloseTo(samples.reduce((total, value) => total + (value - sum / 25) ** 2, 0) / 25, 2);
      let energy = 0;
      for (let u = 0; u < 5; u += 1) {
        for (let v = 0; v + u < 5; v += 1) {
          if (u + v === 0) continue;
          const c = samples.reduce((total, value, i) => total + value * Math.cos(((2 * (i % 5) + 1) * u * Math.PI) / 10) * Math.cos(((2 * Math.floor(i / 5) + 1) * v * Math.PI) / 10), 0);
          energy += (c * Math.sqrt((u ? 2 : 1) / 5) * Math.sqrt((v ? 2 : 1) / 5)) ** 2;
        }
      }
      expect(measures.structure[at]! / energy).toBeCloseTo(1, 3);
    }
  });
  it('keep one block in twenty and call three in ten of them quiet', () => {
    const all = blockMeasures(lumaOf(surface(300, 240, 9)));
    const usable = all.mean.filter((value) => value !== clipped).length;
    const { kept, quiet } = flatBlocks(all);
    expect(kept.length / usable).toBeCloseTo(0.05, 3);
    expect(quiet.reduce((sum, value) => sum + value, 0) / kept.length).toBeCloseTo(quietShare, 2);
  });
});

describe('noise regions', () => {
  const measures = { across: 636, down: 508, mean: new Uint16Array(0), structure: new Float32Array(0), variance: new Float32Array(0) };
  const next = random(6);
  const kept = Int32Array.from({ length: 20000 }, () => Math.floor(next() * 636 * 508));
  it('are none where quiet blocks lie anywhere', () => {
    expect(noiseRegions(measures, { kept, quiet: Uint8Array.from(kept, () => (next() < quietShare ? 1 : 0)), skipped: 0 }, 0)).toEqual([]);
  });
  it('are found where they gather, with the binomial bound', () => {
    const quiet = Uint8Array.from(kept, (block) => (block % 636 < 128 && block / 636 < 128 ? 1 : next() < quietShare ? 1 : 0));
    const [region] = noiseRegions(measures, { kept, quiet, skipped: 0 }, -4);
    expect([region!.kind, region!.bounds.x, region!.bounds.y]).toEqual(['quieter', 0, 0]);
    // All blocks of the square quiet: n - 1 or n of n trials; tests = 25 · 2 · 9 · 7 squares.
    const n = Math.floor(region!.kept / 25) + 1;
    const tail = n * quietShare ** (n - 1) * (1 - quietShare) + quietShare ** n;
    expect(region!.log10NFA).toBeCloseTo(Math.log10(25 * 2 * 9 * 7 * tail), 6);
  });
  it('are found where quiet blocks are missing', () => {
    const quiet = Uint8Array.from(kept, (block) => (block % 636 < 128 && block / 636 < 128 ? 0 : next() < quietShare ? 1 : 0));
    const [region] = noiseRegions(measures, { kept, quiet, skipped: 0 }, -1);
    expect([region!.kind, region!.bounds.x, region!.bounds.y, region!.quiet]).toEqual(['noisier', 0, 0, 0]);
  });
});
