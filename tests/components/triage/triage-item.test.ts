import { describe, expect, it } from 'vitest';
import { everyItem, sortItems, type TriageItem } from '../../../components/triage/triage-item';

const item = (id: string, change: Partial<TriageItem>, amount: string | null = '1.00', respondBy: string | null = null): TriageItem => ({
  id, platform: 'jd', state: null, problem: null, said: null, band: null, score: null, onPage: true, hasCase: false, ...change,
  row: { orderId: id, afterSaleId: null, refundType: 'unknown', amount: amount === null ? null : { value: amount, currency: 'CNY' }, reason: null, description: null, status: null, appliedAt: null, respondBy, evidence: [], listing: [], evidenceTotal: null, detailUrl: null },
});
const items = [
  item('a', { band: 'none', state: 'done', score: 10 }, '1288.00', '2026-11-30T00:00:00+08:00'),
  item('b', { band: 'strong', state: 'done', score: 80 }, '9.90', '2026-12-01T00:00:00+08:00'),
  item('c', { state: 'failed' }, null, null),
  item('d', { band: 'strong', state: 'done', score: 85 }, '100.00', '2026-12-02T00:00:00+08:00'),
  item('e', { state: 'waiting' }, '20.00', '2026-11-29T00:00:00+08:00'),
];
const ids = (filter: Partial<typeof everyItem>) => sortItems(items, { ...everyItem, ...filter }).map((one) => one.id).join('');

describe('requests in order', () => {
  it('by deadline, unknown last', () => expect(ids({})).toBe('eabdc'));
  it('by band, then score; not examined last, by deadline', () => expect(ids({ order: 'band' })).toBe('dbaec'));
  it('by amount as a number, unknown last', () => expect(ids({ order: 'amount' })).toBe('adebc'));
});

describe('requests filtered', () => {
  it('by band', () => expect(ids({ band: 'moderate' })).toBe('bd'));
  it('by how far they are', () => expect([ids({ show: 'open' }), ids({ show: 'examined' }), ids({ show: 'problem' })]).toEqual(['e', 'abd', 'c']));
  it('by number', () => expect(ids({ words: 'B' })).toBe('b'));
});
