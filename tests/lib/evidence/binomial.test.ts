import { describe, expect, it } from 'vitest';
import { lnGamma, log10BinomialTail } from '../../../lib/evidence/binomial';

/** P[Bin(n, p) >= k] with p = 1/denominator in exact integers; only the last division is rounded. */
function exactTail(n: number, k: number, denominator: number): number {
  let choose = 1n;
  let sum = 0n;
  for (let i = 0; i <= n; i += 1) {
    if (i >= k) sum += choose * BigInt(denominator - 1) ** BigInt(n - i);
    choose = (choose * BigInt(n - i)) / BigInt(i + 1);
  }
  const total = BigInt(denominator) ** BigInt(n);
  const digits = 10n ** 60n;
  return Math.log10(Number((sum * digits) / total)) - 60;
}

describe('binomial tail', () => {
  it.each([
    [10, 3, 2],
    [64, 20, 64],
    [200, 9, 64],
    [200, 3, 64],
    [500, 300, 2],
    [300, 100, 3],
  ])('n %i, k %i, p 1/%i', (n, k, denominator) => {
    expect(log10BinomialTail(n, k, 1 / denominator)).toBeCloseTo(exactTail(n, k, denominator), 8);
  });
  it('has its limits', () => {
    expect(log10BinomialTail(10, 0, 0.5)).toBe(0);
    expect(log10BinomialTail(10, 11, 0.5)).toBe(-Infinity);
    expect(log10BinomialTail(10, 10, 0.1)).toBeCloseTo(-10, 10);
  });
  it('knows factorials', () => expect(lnGamma(21)).toBeCloseTo(Math.log(2432902008176640000), 9));
});
