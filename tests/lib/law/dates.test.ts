import { describe, expect, it } from 'vitest';
import { citable, citationRefusal, lawRecords, lookup, type LawDates } from '../../../lib/law';

const onOneDay = (day: string): LawDates => ({ uploaded: day, decided: day, filed: day, sued: day });

function* days(from: string, to: string): Generator<string> {
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000) yield new Date(at).toISOString().slice(0, 10);
}

/** Written down by hand from the acts' own commencement clauses, not from the records. */
const switches: { ids: string[]; by: keyof LawDates; first: string | null; last: string | null }[] = [
  { ids: ['psp-old-49', 'psp-old-22'], by: 'uploaded', first: null, last: '2025-12-31' },
  { ids: ['psp-58', 'psp-25'], by: 'uploaded', first: '2026-01-01', last: null },
  { ids: ['label-5', 'label-10'], by: 'uploaded', first: '2025-09-01', last: null },
  { ids: ['ds-6', 'ds-16', 'ds-18'], by: 'uploaded', first: '2023-01-10', last: null },
  { ids: ['cpr-49'], by: 'uploaded', first: '2024-07-01', last: null },
  { ids: ['cc-7', 'cc-148', 'ccg-21', 'crim-266', 'fraud-1'], by: 'uploaded', first: null, last: null },
  { ids: ['auc-13'], by: 'uploaded', first: '2025-10-15', last: null },
  { ids: ['o116-19', 'o116-20', 'o116-21', 'o116-27', 'o116-42'], by: 'decided', first: '2026-02-01', last: null },
  { ids: ['ecl-32', 'ecl-35', 'ecl-63', 'ecl-82', 'nt-31', 'nt-32', 'algo-22'], by: 'decided', first: null, last: null },
  { ids: ['o121-3', 'o121-28', 'o121-31', 'o121-42'], by: 'filed', first: '2026-04-15', last: null },
  { ids: ['icj-1'], by: 'sued', first: '2025-11-01', last: null },
  { ids: ['evid-15', 'icourt-11'], by: 'sued', first: null, last: null },
  { ids: ['tb-9', 'tb-75'], by: 'decided', first: '2025-08-15', last: null },
  { ids: ['jd1-12'], by: 'uploaded', first: '2025-07-04', last: null },
  { ids: ['jd2-26-3'], by: 'uploaded', first: '2026-06-15', last: null },
];
const never = ['ecl-38', 'ecl-42', 'ecl-61', 'ecl-83', 'cpl-23', 'cpl-24', 'cpl-55', 'netcons-1', 'gb-metadata', 'gb-image', 'plat-tb-ai', 'plat-pdd', 'plat-2025-04', 'case-zengcheng', 'case-gz', 'csl-20', 'fraud-local', 'nauc-note', 'no-such-id'];

describe('lookup by date', () => {
  it('follows every switch, day by day from 2023 to 2028', () => {
    const wrong: string[] = [];
    for (const day of days('2023-01-01', '2028-12-31'))
      for (const { ids, by, first, last } of switches) {
        const expected = (first === null || day >= first) && (last === null || day <= last);
        for (const id of ids)
          if (citable(id, { [by]: day }) !== expected) wrong.push(`${id} on ${day}`);
      }
    expect(wrong).toEqual([]);
  });

  it('never cites what is unverified, paraphrased, background or against the merchant', () => {
    for (const day of days('2023-01-01', '2028-12-31')) for (const id of never) if (citable(id, onOneDay(day))) throw new Error(`${id} on ${day}`);
    expect(citationRefusal('ecl-61', onOneDay('2026-03-01'))).toBe('works-against-merchant');
    expect(citationRefusal('plat-tb-ai', onOneDay('2026-03-01'))).toBe('not-verbatim');
    expect(citationRefusal('plat-pdd', onOneDay('2026-03-01'))).toBe('not-verified');
    expect(citationRefusal('csl-20', onOneDay('2026-03-01'))).toBe('background-only');
  });

  it('looks only at the date that decides', () => {
    expect(lookup('o116-19', { uploaded: '2026-03-01', decided: '2026-01-31' })).toBeNull();
    expect(lookup('o116-19', { uploaded: '2026-01-20', decided: '2026-02-01' })?.article).toBe('第十九条');
    expect(citationRefusal('o116-19', { uploaded: '2026-03-01' })).toBe('no-date');
  });

  it('lets nothing through outside its own dates', () => {
    const spans = lawRecords.filter((record) => record.effectiveFrom !== null || record.effectiveTo !== null);
    for (const day of days('2023-01-01', '2028-12-31'))
      for (const { id, effectiveFrom, effectiveTo } of spans)
        if (citable(id, onOneDay(day)) && ((effectiveFrom ?? '') > day || (effectiveTo ?? '9999') < day)) throw new Error(`${id} on ${day}`);
    expect(spans.length).toBeGreaterThan(150);
  });
});
