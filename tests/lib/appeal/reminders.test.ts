import { describe, expect, it } from 'vitest';
import { caseDeadlines, type Deadline } from '../../../lib/appeal/deadlines';
import { dueReminders, nextMoment, pressing, remindersOf } from '../../../lib/appeal/reminders';
import type { Claim } from '../../../lib/case/claim';

const at = (time: string) => Date.parse(`${time}+08:00`);
const claim: Claim = { platform: 'jd', pageUrl: '', readAt: '2026-07-01T01:00:00Z', recipe: null, orderId: '298765432101', afterSaleId: null, refundType: 'refund-only', amount: null, reason: null, description: null, status: null, appliedAt: '2026-06-30T20:00:00+08:00', respondBy: '2026-07-01T21:40:00+08:00', evidence: [], listing: [] };
const due = (id: Deadline['id'], time: string): Deadline => ({ id, at: `${time}:00+08:00`, basis: 'page', text: '' });

describe('deadlines of a stored case', () => {
  it('run from what the merchant told, by the rules of that day', () => {
    const found = caseDeadlines({ claim, events: { disputeOpenedAt: '2026-07-01T09:00:00+08:00', evidenceAskedAt: '2026-07-01T14:01:00+08:00', pauseNotifiedAt: '2026-07-02T10:00:00+08:00' } }, '2026-07-01');
    expect(found.map(({ id, at: when, basis }) => [id, when, basis])).toEqual([
      ['respond-by', '2026-07-01T21:40:00+08:00', 'page'],
      ['supplement-by', '2026-07-02T09:01:00+08:00', 'jd1-9'],
      ['evidence-by', '2026-07-02T09:00:00+08:00', 'jd1-9'],
      ['receipt-by', '2026-07-09T10:00:00+08:00', 'jd1-6'],
      ['police-by', '2026-12-30T23:59:59+08:00', 'psp-25'],
    ].sort((one, other) => at(one[1]!.slice(0, 16)) - at(other[1]!.slice(0, 16))));
  });

  it('for answering end with the answer; appeal, receipt and police do not', () => {
    const events = { disputeOpenedAt: '2026-07-01T09:00:00+08:00', disputeClosedAt: '2026-07-03T12:00:00+08:00', answeredAt: '2026-07-01T10:00:00+08:00' };
    expect(caseDeadlines({ claim, events }, '2026-07-01').map(({ id }) => id)).toEqual(['appeal-by', 'police-by']);
  });

  it('of Taobao and of platforms whose rules we hold none of', () => {
    const told = { disputeOpenedAt: '2026-07-01T09:00:00+08:00', disputeClosedAt: '2026-07-03T12:00:00+08:00', pauseNotifiedAt: '2026-07-02T10:00:00+08:00' };
    expect(caseDeadlines({ claim: { ...claim, platform: 'taobao' }, events: told }, '2026-07-01').map(({ id, basis }) => `${id} ${basis}`)).toEqual(['respond-by page', 'receipt-by tb-83', 'police-by psp-25']);
    expect(caseDeadlines({ claim: { ...claim, platform: 'pinduoduo' }, events: told }, '2026-07-01').map(({ id }) => id)).toEqual(['respond-by', 'police-by']);
  });
});

describe('reminders', () => {
  const found = [due('respond-by', '2026-07-01T21:40'), due('police-by', '2026-12-30T23:59')];

  it('come before each deadline, soonest first', () => {
    expect(remindersOf(found).map(({ deadline, at: when }) => [deadline.id, new Date(when + 28_800_000).toISOString().slice(0, 16)])).toEqual([
      ['respond-by', '2026-07-01T15:40'],
      ['respond-by', '2026-07-01T20:40'],
      ['police-by', '2026-11-30T23:59'],
      ['police-by', '2026-12-23T23:59'],
      ['police-by', '2026-12-29T23:59'],
    ]);
  });

  it('are told once, late ones once in all, passed ones not at all', () => {
    const [before, after] = [at('2026-07-01T15:00'), at('2026-07-01T16:00')];
    expect(dueReminders(found, before, after).map(({ deadline }) => deadline.id)).toEqual(['respond-by']);
    expect(dueReminders(found, after, after + 60_000)).toEqual([]);
    expect(dueReminders(found, before, at('2026-07-01T21:00'))).toHaveLength(1);
    expect(dueReminders(found, before, at('2026-07-01T22:00'))).toEqual([]);
  });

  it('and the count of a day set the next moment to look', () => {
    expect(nextMoment(found, at('2026-07-01T15:00'))).toBe(at('2026-07-01T15:40'));
    expect(nextMoment(found, at('2026-07-01T21:00'))).toBe(at('2026-07-01T21:40'));
    expect(nextMoment([], 0)).toBeNull();
    expect(pressing(found, at('2026-07-01T12:00')).map(({ id }) => id)).toEqual(['respond-by']);
    expect(pressing(found, at('2026-07-01T22:00'))).toEqual([]);
  });
});
