import { expect, test } from 'vitest';
import { maxImages, validClaim } from '../../../lib/runtime/claim-validation';

const good = {
  orderId: '251120-123456789012345', afterSaleId: '26118842001234', refundType: 'refund-only', amount: { value: '49.90', currency: 'CNY' }, reason: '破损', description: '裂了', status: '待商家处理',
  appliedAt: '2026-11-20T10:00:00+08:00', respondBy: null, evidence: [{ displayed: 'https://img.pddpic.com/a.jpeg', candidates: ['https://img.pddpic.com/a.jpeg'] }], listing: [],
};

test('a sane claim passes unchanged', () => {
  expect(validClaim(good)).toEqual(good);
});

test.each([undefined, null, 5, 'x', {}, { ...good, orderId: '' }, { ...good, orderId: '<img src=x>' }, { ...good, orderId: '1'.repeat(65) }])('no order number of a sane shape, no claim: %j', (raw) => {
  expect(validClaim(raw)).toBeNull();
});

test('fields of another shape become null and the rest stays', () => {
  const claim = validClaim({ ...good, amount: { value: '1e9', currency: 'CNY' }, appliedAt: 'yesterday', refundType: 'all', afterSaleId: {} });
  expect(claim).toMatchObject({ orderId: good.orderId, amount: null, appliedAt: null, refundType: 'unknown', afterSaleId: null });
});

test('an insecure address is kept as displayed and fetched over https', () => {
  const picture = { displayed: 'http://p6.ecombdimg.com/a.jpeg?x-signature=1', candidates: ['http://p6.ecombdimg.com/a.jpeg?x-signature=1'] };
  expect(validClaim({ ...good, evidence: [picture] })!.evidence).toEqual([{ displayed: picture.displayed, candidates: ['https://p6.ecombdimg.com/a.jpeg?x-signature=1'] }]);
});

test('pictures with other schemes are dropped and their number is bounded', () => {
  const many = Array.from({ length: 500 }, (_, index) => ({ displayed: `https://img.pddpic.com/${index}.jpeg`, candidates: [] }));
  expect(validClaim({ ...good, evidence: many })!.evidence).toHaveLength(maxImages);
  expect(validClaim({ ...good, evidence: [{ displayed: 'file:///etc/passwd', candidates: [] }, { displayed: 'javascript:1', candidates: [] }] })!.evidence).toEqual([]);
});
