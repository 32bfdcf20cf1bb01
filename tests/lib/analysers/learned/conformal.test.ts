import { describe, expect, it } from 'vitest';
import { calibrateToShop, conformalP, fewestShopPhotographs, shopBound } from '../../../../lib/analysers/learned/conformal';

const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('calibrateToShop', () => {
  it('takes the ceil((1-rate)(m+1))-th smallest score', () => {
    // 0.95 * 101 = 95.95 -> 96th of 100; 0.99 * 101 = 99.99 -> the largest of 100; 0.95 * 20 = 19th of 19.
    expect(calibrateToShop(oneTo(100).reverse(), 0.05).bound).toBe(96);
    expect(calibrateToShop(oneTo(100), 0.01).bound).toBe(100);
    expect(calibrateToShop(oneTo(19), 0.05).bound).toBe(19);
  });

  it('gives no bound where there are too few photographs, and says how many it takes', () => {
    expect(calibrateToShop(oneTo(98), 0.01)).toEqual({ bound: null, rate: 0.01, photographs: 98, needed: 99 });
    expect(calibrateToShop(oneTo(99), 0.01).bound).toBe(99);
    expect(calibrateToShop([], 0.05)).toMatchObject({ bound: null, needed: 19 });
  });

  it('keeps its promise on exchangeable scores: false alarms stay at the rate', () => {
    let state = 7;
    const random = () => ((state = (Math.imul(1103515245, state) + 12345) & 0x7fffffff) / 0x7fffffff) ** 3;
    let alarms = 0;
    const trials = 4000;
    for (let i = 0; i < trials; i++) {
      const { bound } = calibrateToShop(Array.from({ length: 120 }, random), 0.05);
      if (random() > bound!) alarms++;
    }
    expect(alarms / trials).toBeGreaterThan(0.03);
    expect(alarms / trials).toBeLessThan(0.06);
  });

  it('refuses senseless input', () => {
    expect(() => calibrateToShop([1, NaN], 0.05)).toThrow(RangeError);
    expect(() => calibrateToShop([1], 0)).toThrow(RangeError);
    expect(() => calibrateToShop([1], 1)).toThrow(RangeError);
  });
});

describe('conformalP', () => {
  it('is the rank of the score among the shop’s own', () => {
    expect(conformalP(oneTo(9), 10)).toBeCloseTo(0.1);
    expect(conformalP(oneTo(9), 0)).toBe(1);
    expect(conformalP(oneTo(9), 5)).toBeCloseTo(0.6);
  });
});

describe('shopBound', () => {
  const scores = (n: number) => ({ model: 'm', calibratedAt: '2026-11-28T00:00:00Z', logits: oneTo(n) });
  it('waits for a hundred photographs, then lets at most one in a hundred of the like exceed it', () => {
    expect(fewestShopPhotographs).toBe(100);
    expect(shopBound(scores(99))).toBeNull();
    expect(shopBound(scores(100))).toBe(100);
    // 0.99 * 301 = 297.99 -> the 298th of 300.
    expect(shopBound(scores(300))).toBe(298);
  });
});
