import { bands, type Band } from '../../lib/case/assessment';
import type { Case } from '../../lib/case/case';

export interface CaseFilter {
  words: string;
  platform: string;
  /** Only cases of this band or above. */
  band: Band;
  order: 'latest' | 'deadline';
}
export const everyCase: CaseFilter = { words: '', platform: '', band: 'none', order: 'latest' };

/** Cases that match, in the order asked for; a case without a deadline stands after those with one. */
export function filterCases(cases: readonly Case[], filter: CaseFilter): Case[] {
  const words = filter.words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const matches = cases.filter(({ claim, assessment }) => {
    if (bands.indexOf(assessment?.band ?? 'none') < bands.indexOf(filter.band) || (filter.platform && claim.platform !== filter.platform)) return false;
    if (words.length === 0) return true;
    const text = `${claim.orderId} ${claim.afterSaleId ?? ''} ${claim.reason ?? ''} ${claim.description ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (filter.order === 'latest') return matches.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  const due = ({ claim }: Case) => (claim.respondBy ? Date.parse(claim.respondBy) : Infinity);
  return matches.sort((a, b) => (due(a) === due(b) ? b.updatedAt.localeCompare(a.updatedAt) : due(a) - due(b)));
}
