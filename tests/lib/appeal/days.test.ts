import { describe, expect, it } from 'vitest';
import { draftLetter } from '../../../lib/appeal/draft';
import type { DraftInput, RecipientId } from '../../../lib/appeal/input';
import { lawRecords } from '../../../lib/law';

const records = new Map(lawRecords.map((record) => [record.id, record]));

/** The same case on every day: a label, a reused picture and strong support, so that every ground has something to say. */
function onDay(day: string, recipient: RecipientId, platform: string): DraftInput {
  return {
    claim: { platform, orderId: '260301-123456789012345', afterSaleId: null, refundType: 'refund-only', amount: { value: '49.90', currency: 'CNY' }, reason: '商品破损', description: null, status: null, appliedAt: null, respondBy: null, evidence: [], listing: [] },
    images: [{ sha256: 'a'.repeat(64), band: 'strong', findings: [{ analyser: 'ai-label', family: 'provenance', outcome: 'suspicious', strength: 3, facts: [{ key: 'label', value: '1' }, { key: 'producer', value: '示例生成服务' }] }, { analyser: 'reused-image', family: 'reuse', outcome: 'suspicious', strength: 3, facts: [] }] }],
    recipient,
    length: 'long',
    dates: { uploaded: day, decided: day, filed: day, sued: day },
    options: { conduct: { machineOnly: true, notHeard: true, forcedRefundOnly: true } },
  };
}

const days = Array.from({ length: 2192 }, (_, index) => new Date(Date.UTC(2023, 0, 1) + index * 86_400_000).toISOString().slice(0, 10));
const recipients: RecipientId[] = ['platform', 'regulator', 'service', 'police', 'court'];

describe('letters, day by day from 2023 to 2028', () => {
  it.each(recipients)('to %s name nothing that is not in force', (recipient) => {
    expect(days.at(-1)).toBe('2028-12-31');
    const wrong = days.flatMap((day, index) =>
      draftLetter(onDay(day, recipient, index % 2 === 0 ? 'taobao' : 'jd')).citations.filter(({ id }) => records.get(id)!.effectiveFrom! > day || (records.get(id)!.effectiveTo ?? '9999') < day).map(({ id }) => `${id} on ${day}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each<[RecipientId, string, string, string[], string[]]>([
    ['platform', '2026-01-31', '2026-02-01', ['ecl-35', 'ecl-63', 'ecl-59'], ['o116-19', 'o116-20', 'o116-21', 'o116-27']],
    ['platform', '2025-08-31', '2025-09-01', ['ds-16', 'ds-18'], ['label-5', 'label-6', 'label-10']],
    ['platform', '2024-06-30', '2024-07-01', [], ['cpr-49']],
    ['police', '2025-12-31', '2026-01-01', ['psp-old-49', 'psp-old-22'], ['psp-58', 'psp-25']],
    ['regulator', '2026-04-14', '2026-04-15', [], ['o121-3', 'o121-28', 'o121-31', 'o121-42']],
    ['court', '2025-10-31', '2025-11-01', [], ['icj-1']],
  ])('to %s change between %s and %s', (recipient, before, after, earlier, later) => {
    const on = (day: string) => draftLetter(onDay(day, recipient, 'pinduoduo')).citations.map(({ id }) => id);
    expect(on(before)).toEqual(expect.arrayContaining(earlier));
    expect(on(before).filter((id) => later.includes(id))).toEqual([]);
    expect(on(after)).toEqual(expect.arrayContaining(later));
    expect(on(after).filter((id) => earlier.includes(id))).toEqual([]);
  });
});
