import type { DecidingDate, LawRecord } from './act';
import { lawRecords } from './registry';

export type { DecidingDate, LawRecord } from './act';
export { lawRecords } from './registry';

/** Day on which the whole of this room was last compared with its sources; later amendments are unknown to it. */
export const lawCheckedOn = '2026-11-22';

/** The dates of one case, YYYY-MM-DD. Unknown is null or absent: what it would decide is then not cited. */
export interface LawDates {
  /** D1 */
  uploaded?: string | null;
  /** D2 */
  decided?: string | null;
  /** D3 */
  filed?: string | null;
  /** D4 */
  sued?: string | null;
}

const dateNames = { D1: 'uploaded', D2: 'decided', D3: 'filed', D4: 'sued' } as const satisfies Record<DecidingDate, keyof LawDates>;

/** Why a provision must stay out of a letter. */
export type CitationRefusal = 'unknown' | 'not-verified' | 'not-verbatim' | 'works-against-merchant' | 'background-only' | 'no-date' | 'not-in-force';

const byId = new Map(lawRecords.map((record) => [record.id, record]));

/** A record as such, citable or not: for showing it to the merchant. */
export const lawRecord = (id: string): LawRecord | undefined => byId.get(id);

const inForce = (record: LawRecord, day: string) =>
  record.effectiveFrom !== null && record.effectiveFrom <= day && (record.effectiveTo === null || day <= record.effectiveTo);

/** null where the provision may be cited on these dates. */
export function citationRefusal(id: string, dates: LawDates): CitationRefusal | null {
  const record = byId.get(id);
  if (!record) return 'unknown';
  if (!record.verified) return 'not-verified';
  if (record.topics.includes('not_verbatim')) return 'not-verbatim';
  if (record.topics.includes('merchant_counter')) return 'works-against-merchant';
  if (record.decidedBy === null) return 'background-only';
  const day = dates[dateNames[record.decidedBy]];
  if (!day) return 'no-date';
  return inForce(record, day) ? null : 'not-in-force';
}

export const citable = (id: string, dates: LawDates): boolean => citationRefusal(id, dates) === null;

/** The record where it may be cited on these dates, else null. */
export const lookup = (id: string, dates: LawDates): LawRecord | null => (citable(id, dates) ? byId.get(id)! : null);
