import type { Assessment, Contribution } from '../case/assessment';
import type { Family, Finding } from '../case/finding';
import { bandOf, scoreOf } from './bands';
import { aboutOrigin } from './proposition';
import { familyCaps, pixelCap, pixelFamilies, weights } from './weights';

const clip = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const spoke = (finding: Finding) => finding.outcome === 'suspicious' || finding.outcome === 'consistent';

/** Scales the contributions of `group` so that their sum stays within [floor, cap]. */
function share(group: Contribution[], floor: number, cap: number): void {
  const sum = group.reduce((total, one) => total + one.counted, 0);
  const allowed = clip(sum, floor, cap);
  if (sum === allowed || sum === 0) return;
  for (const one of group) one.counted *= allowed / sum;
}

/**
 * Capped sum of log10 likelihood ratios. Each finding is bounded by its own caps, then by its family's;
 * families that share the pixels are bounded once more. What was not testable counts nothing.
 */
export function fuse(findings: Finding[]): Assessment {
  const contributions = findings.filter(spoke).map((finding): Contribution => {
    const row = weights[finding.analyser];
    if (!row) throw new Error(`no weight for analyser ${finding.analyser}`);
    const weighted = clip(row.weight * finding.strength, row.floor, row.cap);
    return { analyser: finding.analyser, family: finding.family, strength: finding.strength, weight: row.weight, weighted, counted: weighted, ...(aboutOrigin(finding) && { about: 'origin' as const }) };
  });
  for (const family of Object.keys(familyCaps) as Family[]) {
    const { floor, cap } = familyCaps[family];
    share(contributions.filter((one) => one.family === family), floor, cap);
  }
  share(contributions.filter((one) => pixelFamilies.includes(one.family)), -1, pixelCap);
  const log10LR = contributions.reduce((total, one) => total + one.counted, 0) + 0;
  return { log10LR, score: scoreOf(log10LR), band: bandOf(log10LR), contributions };
}
