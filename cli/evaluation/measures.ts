/** Counting done the same way for every table; twin of training/measures.py. */

/** Share of (generated, genuine) pairs in the right order, ties counting half; NaN when a class is empty. */
export function auc(generated: readonly number[], genuine: readonly number[]): number {
  const all = [...generated.map((score) => ({ score, hit: true })), ...genuine.map((score) => ({ score, hit: false }))].sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let i = 0; i < all.length; ) {
    let end = i;
    while (end < all.length && all[end]!.score === all[i]!.score) end++;
    for (let j = i; j < end; j++) if (all[j]!.hit) ranks += (i + 1 + end) / 2;
    i = end;
  }
  const [n, m] = [generated.length, genuine.length];
  return (ranks - (n * (n + 1)) / 2) / (n * m);
}

/**
 * The same over those pairs only whose members are alike, e.g. of one size, so that what they are alike in tells nothing.
 * NaN when there is no such pair.
 */
export function aucOfAlike<T>(generated: readonly T[], genuine: readonly T[], score: (one: T) => number, alike: (a: T, b: T) => boolean): { auc: number; pairs: number } {
  let [right, pairs] = [0, 0];
  for (const a of generated) {
    for (const b of genuine) {
      if (!alike(a, b)) continue;
      pairs++;
      right += score(a) > score(b) ? 1 : score(a) === score(b) ? 0.5 : 0;
    }
  }
  return { auc: right / pairs, pairs };
}

/** The smallest threshold that at most `rate` of the genuine scores exceed. */
export function thresholdAt(genuine: readonly number[], rate: number): number {
  const sorted = [...genuine].sort((a, b) => a - b);
  return sorted[Math.ceil((1 - rate) * sorted.length - 1e-9) - 1] ?? NaN;
}

export const above = (scores: readonly number[], threshold: number): number => scores.filter((score) => score > threshold).length;

/** 95 % interval of a share (Wilson 1927). */
export function wilson(hits: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const [z, p] = [1.96, hits / of];
  const d = 1 + (z * z) / of;
  const centre = p + (z * z) / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return [Math.max(0, (centre - half) / d), Math.min(1, (centre + half) / d)];
}

/** `0.41 [0.33–0.49]` */
export function share(hits: number, of: number): string {
  if (of === 0) return '–';
  const [low, high] = wilson(hits, of);
  return `${(hits / of).toFixed(2)} [${low.toFixed(2)}–${high.toFixed(2)}]`;
}

export function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
