import { describe, expect, it } from 'vitest';
import { auc, aucOfAlike, thresholdAt, wilson } from '../../cli/evaluation/measures';
import { probeAuc } from '../../cli/evaluation/probe';

describe('the measures of npm run evaluate', () => {
  it('counts the pairs in the right order, ties as halves', () => {
    // 0.9 beats 0.1, 0.5, 0.5; 0.5 beats 0.1 and ties twice: (3 + 1 + 2 × 0.5) of 6.
    expect(auc([0.9, 0.5], [0.1, 0.5, 0.5])).toBeCloseTo(5 / 6, 12);
  });

  it('counts only pairs that are alike', () => {
    const generated = [{ score: 3, size: 1 }, { score: 1, size: 2 }];
    const genuine = [{ score: 2, size: 1 }, { score: 2, size: 2 }, { score: 1, size: 2 }, { score: 9, size: 3 }];
    const { auc: share, pairs } = aucOfAlike(generated, genuine, (one) => one.score, (a, b) => a.size === b.size);
    expect(pairs).toBe(3);
    expect(share).toBeCloseTo(1.5 / 3, 12);
    expect(aucOfAlike(generated, genuine, (one) => one.score, () => false).auc).toBeNaN();
  });

  it('takes the smallest threshold that the given share of genuine scores exceeds', () => {
    const genuine = Array.from({ length: 100 }, (_, i) => i);
    expect(thresholdAt(genuine, 0.05)).toBe(94);
    expect(genuine.filter((score) => score > 94)).toHaveLength(5);
  });

  it('gives the interval of Wilson 1927', () => {
    const [low, high] = wilson(3, 30);
    expect(low).toBeCloseTo(0.0346, 3);
    expect(high).toBeCloseTo(0.2562, 3);
  });

  it('lets a probe find what tells the classes apart, and nothing where nothing does', () => {
    const labels = Array.from({ length: 60 }, (_, i) => i % 2 === 0);
    const sources = labels.map((_, i) => `source ${Math.floor(i / 4)}`);
    const noise = (i: number) => ((i * 7919) % 101) / 101;
    expect(probeAuc(labels.map((label, i) => [(label ? 1 : 0) + 0.2 * noise(i), noise(i + 1)]), labels, sources)).toBe(1);
    expect(probeAuc(labels.map((_, i) => [noise(Math.floor(i / 2))]), labels, sources)).toBeCloseTo(0.5, 1);
  });
});
