import { expect, it } from 'vitest';
import { draftLetter } from '../../../lib/appeal/draft';
import type { DraftInput } from '../../../lib/appeal/input';
import type { Finding } from '../../../lib/case/finding';

const label: Finding = { analyser: 'ai-label', family: 'provenance', outcome: 'suspicious', strength: 3, facts: [{ key: 'label', value: '1' }] };
const words: Finding = { analyser: 'visible-mark', family: 'provenance', outcome: 'suspicious', strength: 2.5, facts: [{ key: 'words', value: '豆包AI生成' }, { key: 'kind', value: 'text' }] };
const editor: Finding = { analyser: 'editing-software', family: 'metadata', outcome: 'suspicious', strength: 0.3, facts: [{ key: 'editor', value: 'Photoshop' }] };

const short = (...findings: Finding[]): string => {
  const images: DraftInput['images'] = findings.map((finding, at) => ({ sha256: String(at).repeat(64), band: finding === editor ? 'limited' : 'strong', findings: [finding] }));
  const claim: DraftInput['claim'] = { platform: 'pinduoduo', orderId: '260301-123456789012345', afterSaleId: null, refundType: 'refund-only', amount: { value: '49.90', currency: 'CNY' }, reason: '商品破损', description: null, status: null, appliedAt: '2026-03-02T10:20:00+08:00', respondBy: null, evidence: [], listing: [] };
  return draftLetter({ claim, images, recipient: 'platform', today: '2026-05-01', length: 200 }).text;
};

it('a short letter names the other pictures that carry a label too', () => {
  expect(short(label, editor, label, label)).toMatch(/另，图3、图4文件内含AIGC标识。/);
  expect(short(label, words)).toMatch(/另，图2画面内可见AI生成提示标识。/);
});

it('and is silent where the others carry none', () => {
  expect(short(label, editor)).not.toContain('另，');
  expect(short(label)).not.toContain('另，');
});

it('many are counted, and the letter stays within its length', () => {
  const text = short(...Array.from({ length: 9 }, () => label));
  expect(text).toContain('另，图2、图3、图4等8张图片文件内含AIGC标识。');
  expect(text.length).toBeLessThanOrEqual(200);
});
