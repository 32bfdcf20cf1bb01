/** Lanczos approximation (g = 7, n = 9) of ln Γ(x), x > 0; relative error below 1e-13. */
const lanczos = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];
export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const z = x - 1;
  let sum = lanczos[0]!;
  for (let i = 1; i < lanczos.length; i += 1) sum += lanczos[i]! / (z + i);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * log10 of P[Bin(n, p) >= k], summed from its largest term until what is left cannot change the result by 1e-9.
 * @param n trials, k successes: integers. @param p chance of one success, 0 < p < 1.
 */
export function log10BinomialTail(n: number, k: number, p: number): number {
  if (k <= 0) return 0;
  if (k > n) return -Infinity;
  // Below the mean the complement is the short tail.
  if (k <= n * p) return Math.log10(Math.max(1e-16, 1 - 10 ** log10BinomialTail(n, n - k + 1, 1 - p)));
  const first = lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p);
  const odds = p / (1 - p);
  let term = 1;
  let sum = 1;
  for (let i = k + 1; i <= n; i += 1) {
    const ratio = ((n - i + 1) / i) * odds;
    term *= ratio;
    sum += term;
    if (ratio < 1 && term / (1 - ratio) < 1e-9 * sum) break;
  }
  return Math.min(0, (first + Math.log(sum)) / Math.LN10);
}
