import { expect, test } from 'vitest';
import type { ClaimFacts } from '../../../lib/case/claim';
import { draftLetter } from '../../../lib/appeal/draft';

const claim: ClaimFacts & { platform: 'jd' } = {
  platform: 'jd', orderId: '301122334455', afterSaleId: '20260305778899', refundType: 'refund-only', amount: { value: '49.90', currency: 'CNY' }, reason: '商品破损', description: null, status: null,
  appliedAt: '2026-11-20T10:00:00+08:00', respondBy: null, evidence: [], listing: [],
};

test('a repeated content number is said to be that, not called the same picture, and the number stays out', () => {
  const finding = { analyser: 'repeated-label', family: 'reuse' as const, outcome: 'suspicious' as const, strength: 3, facts: [{ key: 'produceId', value: 'secret-7', private: true }, { key: 'claims', value: 1 }] };
  const { text, grounds } = draftLetter({ claim, images: [{ sha256: 'ab'.repeat(32), band: 'strong', findings: [finding] }], recipient: 'platform', length: 'long', today: '2026-11-22', dates: { decided: '2026-11-22' } });
  expect(text).toContain('与本店收到的另一笔售后申请中图片的编号相同');
  expect(text).not.toContain('高度近似');
  expect(text).not.toContain('secret-7');
  expect(grounds).toContain('reused-picture');
});
