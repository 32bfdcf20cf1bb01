import { expect, test } from 'vitest';
import { everyCase, filterCases } from '../../../components/case/case-filter';
import type { Case } from '../../../lib/case/case';
import type { Band } from '../../../lib/case/assessment';

const made = (orderId: string, platform: string, band: Band | null, respondBy: string | null, updatedAt: string, reason = '') =>
  ({ id: orderId, updatedAt, claim: { orderId, afterSaleId: `A${orderId}`, platform, respondBy, reason, description: null }, assessment: band && { band } }) as unknown as Case;
const cases = [
  made('1', 'pinduoduo', 'none', null, '2026-11-20T00:00:00Z', '破损'),
  made('2', 'jd', 'strong', '2026-11-23T10:00:00+08:00', '2026-11-19T00:00:00Z', '少件'),
  made('3', 'jd', 'moderate', '2026-11-23T01:00:00Z', '2026-11-21T00:00:00Z', '破损'),
  made('4', 'jd', null, null, '2026-11-22T00:00:00Z'),
];
const ids = (filter: Partial<typeof everyCase>) => filterCases(cases, { ...everyCase, ...filter }).map((one) => one.id);

test('latest first, or by deadline in true time with the undated last', () => {
  expect(ids({})).toEqual(['4', '3', '1', '2']);
  expect(ids({ order: 'deadline' })).toEqual(['3', '2', '4', '1']);
});

test('search, platform and band narrow together', () => {
  expect(ids({ words: '破损' })).toEqual(['3', '1']);
  expect(ids({ words: '破损 a3' })).toEqual(['3']);
  expect(ids({ platform: 'jd', band: 'moderate' })).toEqual(['3', '2']);
});
