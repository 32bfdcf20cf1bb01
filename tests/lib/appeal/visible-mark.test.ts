import { expect, test } from 'vitest';
import type { ClaimFacts } from '../../../lib/case/claim';
import type { Fact } from '../../../lib/case/finding';
import { draftLetter } from '../../../lib/appeal/draft';

const claim: ClaimFacts & { platform: 'jd' } = {
  platform: 'jd', orderId: '301122334455', afterSaleId: '20260305778899', refundType: 'refund-only', amount: { value: '49.90', currency: 'CNY' }, reason: '商品破损', description: null, status: null,
  appliedAt: '2026-11-20T10:00:00+08:00', respondBy: null, evidence: [], listing: [],
};
const letter = (facts: Fact[], strength: number) => {
  const finding = { analyser: 'visible-mark', family: 'provenance' as const, outcome: 'suspicious' as const, strength, facts };
  return draftLetter({ claim, images: [{ sha256: 'ab'.repeat(32), band: 'moderate', findings: [finding] }], recipient: 'platform', length: 'long', today: '2026-11-22', dates: { decided: '2026-11-22' } });
};

test('words on the picture are quoted and are a label', () => {
  const { text, grounds } = letter([{ key: 'words', value: '豆包AI生成' }, { key: 'kind', value: 'text' }, { key: 'corner', value: 'bottom-right' }], 3);
  expect(text).toContain('画面内可见“豆包AI生成”字样的提示标识');
  expect(grounds).toContain('label-found');
});

test('a shape alone is called a shape and is no label', () => {
  const { text, grounds } = letter([{ key: 'brand', value: 'Gemini' }, { key: 'kind', value: 'sparkle' }, { key: 'corner', value: 'bottom-right' }], 1);
  expect(text).toContain('与Gemini所用标记形状相近的图形');
  expect(text).not.toContain('字样');
  expect(grounds).not.toContain('label-found');
});
