import { expect, test } from 'vitest';
import { goodsCard, invented, pairsOf } from '../../fixtures/pages/claims';
import { kits } from '../../fixtures/pages/kits';
import { expected, read } from '../../fixtures/pages/page';

const claim = invented.taobao;
const buyer = (extra: [string, string][], kit: keyof typeof kits = 'hashed-pairs', around = '') => {
  const pairs = [...pairsOf(claim)];
  pairs.splice(2, 0, ...extra);
  const reading = read(claim, kits[kit](pairs) + goodsCard(claim) + around);
  // Whoever asks, the claim itself reads the same.
  expect(reading.claim).toEqual(expected(claim));
  return reading.buyer;
};

test.each(['hashed-pairs', 'definition-list', 'antd-bordered', 'next-line'] as const)('the account beside its label, in %s', (kit) => {
  expect(buyer([['买家昵称', 't**1']], kit)).toBe('t**1');
});

test.each(['买家', '用户昵称', '消费者', '买家旺旺', 'Buyer'])('%s names the account', (label) => {
  expect(buyer([[label, '晴天小铺']])).toBe('晴天小铺');
});

test('no account, a receiver only, a dash, a sentence, or two accounts: none is told', () => {
  expect(buyer([])).toBeUndefined();
  expect(buyer([['收货人', '张**']])).toBeUndefined();
  expect(buyer([['买家昵称', '--']])).toBeUndefined();
  expect(buyer([['买家', '您好，请尽快处理。']])).toBeUndefined();
  expect(buyer([['买家昵称', 't**1'], ['买家账号', 'k**9']])).toBeUndefined();
});
