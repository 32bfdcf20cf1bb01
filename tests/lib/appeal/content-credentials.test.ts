import { expect, test } from 'vitest';
import type { ClaimFacts } from '../../../lib/case/claim';
import { draftLetter } from '../../../lib/appeal/draft';

const claim: ClaimFacts & { platform: 'jd' } = {
  platform: 'jd', orderId: '301122334455', afterSaleId: '20260305778899', refundType: 'refund-only', amount: { value: '49.90', currency: 'CNY' }, reason: '商品破损', description: null, status: null,
  appliedAt: '2026-11-20T10:00:00+08:00', respondBy: null, evidence: [], listing: [],
};
function letter(facts: Record<string, string | boolean>, length: 'long' | 200 = 'long'): string {
  const finding = { analyser: 'content-credentials', family: 'provenance' as const, outcome: 'suspicious' as const, strength: 3, facts: Object.entries({ kind: 'generated', ...facts }).map(([key, value]) => ({ key, value })) };
  return draftLetter({ claim, images: [{ sha256: 'ab'.repeat(32), band: 'strong', findings: [finding] }], recipient: 'platform', length, today: '2026-11-22', dates: { decided: '2026-11-22' } }).text;
}

test('a signer on the list is named, with what the signature covers', () => {
  expect(letter({ signer: 'OpenAI, OpenAI OpCo LLC', signerTrusted: true, bytesUnchanged: true })).toContain('其中声明图片由AI生成，签名证书写明的签发者为OpenAI, OpenAI OpCo LLC（该签发者在C2PA信任列表内，签署后文件字节未变）');
});

test('a name anybody could write into a certificate is never given without saying so', () => {
  const text = letter({ signer: 'Adobe', signerTrusted: false, bytesUnchanged: false });
  expect(text).toContain('签发者为Adobe（该签发者身份未经信任列表核验）');
  expect(text).not.toContain('字节未变');
});

test.each([['no signer', {}], ['a name that accuses', { signer: '造假图片公司', signerTrusted: true }], ['markup', { signer: '<b>x</b>', signerTrusted: true }]])('%s: the statement alone', (_name, facts) => {
  const text = letter(facts);
  expect(text).toContain('内容凭证（C2PA），其中声明图片由AI生成');
  expect(text).not.toContain('签发者');
});

test('the shortest letter has no room for it', () => {
  expect(letter({ signer: 'OpenAI', signerTrusted: true, bytesUnchanged: true }, 200)).not.toContain('OpenAI');
});
