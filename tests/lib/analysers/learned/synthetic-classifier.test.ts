import { describe, expect, it } from 'vitest';
import type { Classifier } from '../../../../lib/analysers/analyser';
import { calibration } from '../../../../lib/analysers/learned/calibration';
import { likelihoodCap, log10LikelihoodRatio, type Calibration } from '../../../../lib/analysers/learned/likelihood';
import { estimatedQuality, qualityBand } from '../../../../lib/analysers/learned/quality-band';
import { syntheticClassifier } from '../../../../lib/analysers/learned/synthetic-classifier';
import type { Finding } from '../../../../lib/case/finding';

const bands: Calibration['bands'] = {
  'jpeg-fine': { intercept: 0, slope: 1, moderateFrom: 1.2, genuine: 100, generated: 50 },
  'jpeg-middle': { intercept: -0.5, slope: 0.5, moderateFrom: 4, genuine: 90, generated: 50 },
  'jpeg-coarse': { intercept: 0, slope: 0, moderateFrom: Infinity, genuine: 10, generated: 5 },
  other: { intercept: 0, slope: 0.2, moderateFrom: 0, genuine: 80, generated: 40 },
};
const table: Calibration = { model: 'test', bands };

const stub = (logit: number, id = calibration.model): Classifier => ({
  id,
  backend: 'stub',
  smallest: 160,
  classify: async () => ({ logit, tiles: [{ x: 0, y: 0, size: 160, logit }] }),
  dispose() {},
});
const traces = (side = 200) => ({ bytes: new Uint8Array([1]), format: 'webp' as const, pixels: { width: side, height: side, rgb: new Uint8Array(side * side * 3) } });

describe('log10LikelihoodRatio', () => {
  it('follows the band’s line, and stays under moderate below the logit that was counted', () => {
    expect(log10LikelihoodRatio('test', 'jpeg-middle', 1, table)).toBe(0);
    expect(log10LikelihoodRatio('test', 'jpeg-fine', 1.1, table)).toBe(0.95);
    expect(log10LikelihoodRatio('test', 'jpeg-fine', 1.3, table)).toBe(1.3);
    expect(log10LikelihoodRatio('test', 'jpeg-middle', 3.5, table)).toBe(0.95);
    expect(log10LikelihoodRatio('test', 'jpeg-middle', 5, table)).toBe(2);
  });

  it('says nothing for a model it was not fitted to', () => {
    expect(log10LikelihoodRatio('another', 'other', 3, table)).toBeNull();
  });
});

describe('quality band', () => {
  const annexMean = 3688; // sum of T.81 table K.1, added by hand
  it('inverts the IJG scaling of the luminance table', () => {
    expect(estimatedQuality(new Array(64).fill(annexMean / 64))).toBeCloseTo(50, 6);
    expect(estimatedQuality(new Array(64).fill((annexMean / 64) * 0.3))).toBeCloseTo(85, 6);
    expect(estimatedQuality(new Array(64).fill((annexMean / 64) * 2))).toBeCloseTo(25, 6);
  });

  it('puts what is no readable JPEG into one band', () => {
    expect(qualityBand(new Uint8Array([0xff, 0xd8, 0xff]), 'jpeg')).toBe('other');
    expect(qualityBand(new Uint8Array(), 'png')).toBe('other');
  });
});

describe('synthetic-classifier', () => {
  it('is not applicable without a classifier, for small pictures, and for a model without calibration', async () => {
    for (const [given, context, reason] of [
      [traces(), {}, 'no-classifier'],
      [traces(100), { classifier: stub(9) }, 'too-small'],
      [traces(), { classifier: stub(9, 'unknown-model') }, 'not-calibrated'],
    ] as const) {
      const answer = await syntheticClassifier.examine(given, context);
      expect(answer).toMatchObject({ outcome: 'not-applicable', strength: 0 });
      expect(answer.facts).toContainEqual({ key: 'reason', value: reason });
    }
  });

  it('reports log10LR before capping and caps the strength, in both directions', async () => {
    const high = await syntheticClassifier.examine(traces(), { classifier: stub(1000) });
    const low = await syntheticClassifier.examine(traces(), { classifier: stub(-1000) });
    expect(high).toMatchObject({ outcome: 'suspicious', strength: likelihoodCap });
    expect(low).toMatchObject({ outcome: 'consistent', strength: -likelihoodCap });
    const value = (answer: typeof high, key: string) => answer.facts.find((fact) => fact.key === key)?.value;
    expect(value(high, 'log10LR')).toBeGreaterThan(likelihoodCap);
    expect(value(low, 'log10LR')).toBeLessThan(-likelihoodCap);
    expect(value(high, 'logit')).toBe(1000);
    expect(value(high, 'qualityBand')).toBe('other');
    expect(value(high, 'tiles')).toBe(1);
    expect(value(high, 'model')).toBe(calibration.model);
  });

  it('stays quiet below the band whose false alarms were counted, and keeps the leaning as a fact', async () => {
    const { intercept, slope, moderateFrom } = calibration.bands.other;
    const logit = moderateFrom - 0.01;
    expect(intercept + slope * logit).toBeGreaterThan(0.3);
    const answer = await syntheticClassifier.examine(traces(), { classifier: stub(logit) });
    expect(answer).toMatchObject({ outcome: 'inconclusive', strength: 0 });
    expect(answer.facts.find((fact) => fact.key === 'log10LR')?.value).toBeGreaterThan(0.3);
  });

  it('lets photographs of the shop overrule an alarm they would raise themselves, and says what they say', async () => {
    const logits = Array.from({ length: 120 }, (_, i) => i / 100);
    const shop = { model: calibration.model, logits: [...logits.slice(0, 119), 2000], calibratedAt: '2026-11-28T08:00:00Z' };
    const value = (answer: { facts: readonly { key: string; value: unknown }[] }, key: string) => answer.facts.find((fact) => fact.key === key)?.value;
    // 0.99 * 121 = 119.79 -> the 120th of 120, which is 2000.
    const within = await syntheticClassifier.examine(traces(), { classifier: stub(1000), shop });
    expect(within).toMatchObject({ outcome: 'inconclusive', strength: 0 });
    expect([value(within, 'shopBound'), value(within, 'shopPhotographs'), value(within, 'shopReached')]).toEqual([2000, 120, 1]);
    const beyond = await syntheticClassifier.examine(traces(), { classifier: stub(3000), shop });
    expect(beyond).toMatchObject({ outcome: 'suspicious' });
    expect(value(beyond, 'shopReached')).toBe(0);
    const finding = (answer: typeof beyond): Finding => ({ analyser: 'synthetic-classifier', family: 'learned', ...answer });
    expect(syntheticClassifier.text.zh.summary(finding(within))).toContain('本店 120 张已认可照片中有 1 张达到此值，未超出本店界限');
    expect(syntheticClassifier.text.en.summary(finding(beyond))).toContain('with a probability of at most 1 %');
  });

  it('leaves the shop out for another model, or with fewer than a hundred photographs', async () => {
    const many = { model: 'another', logits: new Array(200).fill(5000), calibratedAt: '2026-11-28T08:00:00Z' };
    const few = { ...many, model: calibration.model, logits: new Array(99).fill(5000) };
    for (const shop of [many, few]) {
      const answer = await syntheticClassifier.examine(traces(), { classifier: stub(1000), shop });
      expect(answer.outcome).toBe('suspicious');
      expect(answer.facts.some((fact) => fact.key.startsWith('shop'))).toBe(false);
    }
  });

  it('says in both languages that it is on trial, and never that a picture is generated', async () => {
    for (const logit of [-1000, 1000]) {
      const answer = await syntheticClassifier.examine(traces(), { classifier: stub(logit) });
      const finding: Finding = { analyser: 'synthetic-classifier', family: 'learned', ...answer };
      expect(syntheticClassifier.text.zh.summary(finding)).toContain('试验');
      expect(syntheticClassifier.text.en.summary(finding)).toContain('On trial');
      expect(syntheticClassifier.text.zh.summary(finding)).not.toMatch(/造假|伪造|假图|证实/);
    }
  });
});
