import { describe, expect, it } from 'vitest';
import { draftLetter } from '../../../lib/appeal/draft';
import { DraftRefused, type DraftInput, type RecipientId } from '../../../lib/appeal/input';
import type { Band } from '../../../lib/case/assessment';
import type { Finding } from '../../../lib/case/finding';

const editor: Finding = { analyser: 'editing-software', family: 'metadata', outcome: 'suspicious', strength: 0.3, facts: [{ key: 'editor', value: 'Photoshop' }] };
const label: Finding = { analyser: 'ai-label', family: 'provenance', outcome: 'suspicious', strength: 3, facts: [{ key: 'label', value: '1' }] };

const input = (recipient: RecipientId, band: Band | null, finding: Finding, more: Partial<DraftInput> = {}): DraftInput => ({
  claim: { platform: 'pinduoduo', orderId: '260301-123456789012345', afterSaleId: null, refundType: 'refund-only', amount: { value: '49.90', currency: 'CNY' }, reason: '商品破损', description: null, status: null, appliedAt: '2026-03-02T10:20:00+08:00', respondBy: null, evidence: [], listing: [] },
  images: [{ sha256: 'a'.repeat(64), band, findings: [finding] }],
  recipient,
  today: '2026-05-01',
  ...more,
});

function outcome(given: DraftInput): string {
  try {
    return draftLetter(given).text;
  } catch (error) {
    if (error instanceof DraftRefused) return error.code;
    throw error;
  }
}
const warned = (given: DraftInput) => draftLetter(given).warnings.map(({ code }) => code);

describe('weak findings', () => {
  it('bring nobody before police or court', () => {
    for (const recipient of ['police', 'court'] as const) {
      expect(outcome(input(recipient, 'limited', editor))).toBe('too-weak');
      expect(outcome(input(recipient, 'none', editor))).toBe('nothing-supports');
      expect(outcome(input(recipient, 'strong', label))).toContain('260301-123456789012345');
    }
  });

  it('say nothing where all findings together support nothing, whatever one of them found', () => {
    expect(outcome(input('platform', 'none', label))).toBe('nothing-supports');
    expect(outcome(input('platform', 'none', label, { options: { procedural: true } }))).not.toMatch(/标识|SHA-256前12位|程度支持/);
  });

  it('tell the platform how little they are worth', () => {
    expect(outcome(input('platform', 'limited', editor))).toMatch(/有限程度支持，尚不足以单独得出结论，不构成鉴定意见/);
    expect(warned(input('platform', 'limited', editor))).toContain('limited-support');
  });
});

describe('dates', () => {
  it.each<[RecipientId, NonNullable<DraftInput['dates']>, string]>([
    ['platform', { uploaded: '2026-03-02', decided: '2026-03-01' }, '平台处理日期（2026年3月1日）早于买家提交图片的日期（2026年3月2日）'],
    ['police', { uploaded: '2026-03-02', filed: '2026-02-28' }, '提交日期（2026年2月28日）早于买家提交图片的日期（2026年3月2日）'],
    ['regulator', { decided: '2026-03-10', filed: '2026-03-05' }, '提交日期（2026年3月5日）早于平台处理日期（2026年3月10日）'],
    ['court', { sued: '2026-03-01' }, '起诉日期（2026年3月1日）早于买家提交图片的日期（2026年3月2日）'],
  ])('out of order are told to %s', (recipient, dates, told) => {
    const { warnings } = draftLetter(input(recipient, 'strong', label, { dates }));
    expect(warnings.find(({ code }) => code === 'dates-out-of-order')?.message).toContain(told);
  });

  it('in order are not, nor is the same day; a day that has not come or contradicts the claim is told', () => {
    expect(warned(input('platform', 'strong', label, { dates: { uploaded: '2026-03-02', decided: '2026-03-02', filed: '2026-03-02', sued: '2026-03-02' } }))).not.toContain('dates-out-of-order');
    expect(warned(input('platform', 'strong', label, { dates: { decided: '2026-05-02' } }))).toContain('date-in-future');
    expect(warned(input('service', 'strong', label, { dates: { uploaded: '2025-08-31' } }))).toContain('uploaded-before-claim');
    expect(outcome(input('service', 'strong', label, { dates: { uploaded: '2025-08-31' } }))).toContain('买家于2025年8月31日提交的举证图片');
  });

  it('of a handling still to come are today’s, and are no fact of the letter', () => {
    const asked = (recipient: RecipientId) => draftLetter(input(recipient, 'strong', label, { handlingToCome: true }));
    expect(asked('platform').dates.decided).toBe('2026-05-01');
    expect(asked('regulator').text).not.toContain('处理日期为');
    expect(draftLetter(input('platform', 'strong', label)).dates.decided).toBe('2026-03-02');
  });
});

describe('a letter that makes little sense', () => {
  it('says so: police without a sum, or without a refund asked for', () => {
    const { claim } = input('police', 'strong', label);
    expect(warned(input('police', 'strong', label, { claim: { ...claim, amount: null } }))).toEqual(expect.arrayContaining(['amount-missing', 'amount-for-police']));
    for (const recipient of ['police', 'court'] as const) expect(warned(input(recipient, 'strong', label, { claim: { ...claim, refundType: 'exchange' } }))).toContain('no-refund-asked');
  });

  it('counts only pictures that could be examined', () => {
    const broken = { sha256: null, band: null, findings: [] };
    expect(outcome(input('platform', 'strong', label, { images: [broken, { sha256: 'b'.repeat(64), band: 'strong', findings: [label] }] }))).toContain('本店检测了买家提交的1张举证图片');
    expect(outcome(input('platform', 'strong', label, { images: [] }))).toBe('nothing-supports');
  });
});

it('a page that shows 0.00 with an exchange puts no sum into the letter', () => {
  const { claim } = input('platform', 'strong', label);
  const draft = draftLetter(input('platform', 'strong', label, { length: 200, claim: { ...claim, refundType: 'exchange', amount: { value: '0.00', currency: 'CNY' } } }));
  expect(draft.text).toMatch(/买家申请换货。/);
  expect(draft.text).not.toContain('元');
  expect(draft.warnings.map(({ code }) => code)).not.toContain('amount-missing');
});

it('a short report says of which act the old article is', () => {
  const old = draftLetter(input('police', 'strong', label, { length: 200, dates: { uploaded: '2025-12-31', filed: '2026-04-15' } }));
  expect(old.text).toContain('依行为发生时施行的《治安管理处罚法》第四十九条，');
  expect(old.text.length).toBeLessThanOrEqual(200);
  expect(draftLetter(input('police', 'strong', label, { length: 200 })).text).toContain('依《治安管理处罚法》第五十八条，');
});
