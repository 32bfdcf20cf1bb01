import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../lib/case/claim';
import { claimNumber, knownOrderId } from '../../../lib/case/claim';
import { formOf, readTypedFacts, type TypedForm } from '../../../lib/case/typed-facts';

const now = Date.parse('2026-11-28T12:00:00+08:00');
const china = () => -480;
const empty: TypedForm = { platform: 'manual', orderId: '', afterSaleId: '', refundType: 'unknown', amount: '', reason: '', description: '', appliedAt: '', respondBy: '' };
const read = (part: Partial<TypedForm>) => readTypedFacts({ ...empty, orderId: '251120-100200300', ...part }, ['pinduoduo', 'taobao'], now, china);

test('an order number alone is enough; what is not typed is null', () => {
  expect(read({})).toEqual({ problems: {}, facts: { platform: 'manual', orderId: '251120-100200300', afterSaleId: null, refundType: 'unknown', amount: null, reason: null, description: null, appliedAt: null, respondBy: null } });
});

test('everything typed', () => {
  const { facts } = read({ platform: 'taobao', afterSaleId: ' ２６１１8842 ', refundType: 'refund-only', amount: '¥1,234.50', reason: ' 商品破损\u202e ', appliedAt: '2026-11-27T09:30', respondBy: '2026-11-29T09:30' });
  expect(facts).toEqual({ platform: 'taobao', orderId: '251120-100200300', afterSaleId: '26118842', refundType: 'refund-only', amount: { value: '1234.50', currency: 'CNY' }, reason: '商品破损', description: null, appliedAt: '2026-11-27T09:30:00+08:00', respondBy: '2026-11-29T09:30:00+08:00' });
});

test.each<[string, unknown]>([['49.9', { value: '49.9', currency: 'CNY' }], ['４９．９０元', { value: '49.90', currency: 'CNY' }], ['usd 12.30', { value: '12.30', currency: 'USD' }], ['12.30 EUR', { value: '12.30', currency: 'EUR' }], ['0100', { value: '100', currency: 'CNY' }]])('amount %s', (amount, expected) => {
  expect(read({ amount }).facts?.amount).toEqual(expected);
});

describe('each wrong box is named, and nothing is saved', () => {
  test.each<[Partial<TypedForm>, keyof TypedForm, string]>([
    [{ orderId: '  ' }, 'orderId', 'order-missing'],
    [{ orderId: '<b>1234' }, 'orderId', 'number-shape'],
    [{ orderId: '123' }, 'orderId', 'number-shape'],
    [{ afterSaleId: '号码' }, 'afterSaleId', 'number-shape'],
    [{ amount: '约50' }, 'amount', 'amount-shape'],
    [{ amount: '0' }, 'amount', 'amount-shape'],
    [{ amount: '49.901' }, 'amount', 'amount-shape'],
    [{ amount: 'USD 5 EUR' }, 'amount', 'amount-shape'],
    [{ appliedAt: '2026-02-30T10:00' }, 'appliedAt', 'time-shape'],
    [{ appliedAt: '2026-11-28T13:00' }, 'appliedAt', 'applied-later-than-now'],
    [{ appliedAt: '2026-11-27T10:00', respondBy: '2026-11-27T09:00' }, 'respondBy', 'respond-before-applied'],
    [{ reason: '长'.repeat(201) }, 'reason', 'too-long'],
  ])('%j', (part, field, problem) => {
    const result = read(part);
    expect(result.facts).toBeNull();
    expect(result.problems).toEqual({ [field]: problem });
  });
});

const claim: Claim = { platform: 'manual', pageUrl: '', readAt: '2026-11-28T04:00:00Z', recipe: null, orderId: '20261128040000', afterSaleId: null, refundType: 'unknown', amount: null, reason: null, description: null, status: null, appliedAt: null, respondBy: null, evidence: [], listing: [] };

test('pictures checked by themselves have no order, whatever an earlier version put there', () => {
  expect(knownOrderId(claim)).toBeNull();
  expect(claimNumber(claim)).toBeNull();
  expect(formOf(claim).orderId).toBe('');
  expect(knownOrderId({ ...claim, orderId: 'A-1234', typed: { at: claim.readAt } })).toBe('A-1234');
  expect(claimNumber({ ...claim, platform: 'jd', orderId: 'A-1234', afterSaleId: '77' })).toBe('77');
});
