import { describe, expect, it } from 'vitest';
import { addMonths, dayInChina, isDay } from '../../../lib/appeal/calendar';
import { deadlines, jdSupplementBy } from '../../../lib/appeal/deadlines';

const at = (time: string) => Date.parse(`${time}+08:00`);

describe('jdSupplementBy', () => {
  it.each([
    // The rule's own two examples come first (京东总则第九条).
    ['2026-07-01T10:00', '2026-07-01T14:00'],
    ['2026-07-01T14:01', '2026-07-02T09:01'],
    ['2026-07-01T14:00', '2026-07-01T18:00'],
    ['2026-07-01T17:59', '2026-07-02T12:59'],
    ['2026-07-01T20:00', '2026-07-02T13:00'],
    ['2026-07-01T03:00', '2026-07-01T13:00'],
    ['2026-12-31T18:00', '2027-01-01T13:00'],
  ])('asked %s, due %s', (asked, due) => {
    expect(jdSupplementBy(at(asked))).toBe(at(due));
  });
});

describe('deadlines', () => {
  it('takes the page’s own, the platform’s verified ones, and the six months, soonest first', () => {
    const found = deadlines({ platform: 'jd', respondBy: '2026-07-01T21:40:00+08:00', disputeOpenedAt: '2026-07-01T09:00:00+08:00', disputeClosedAt: '2026-07-03T12:00:00+08:00', dates: { uploaded: '2026-06-30' } });
    expect(found.map(({ id, at: due, basis }) => [id, due, basis])).toEqual([
      ['respond-by', '2026-07-01T21:40:00+08:00', 'page'],
      ['evidence-by', '2026-07-02T09:00:00+08:00', 'jd1-9'],
      ['appeal-by', '2026-07-10T12:00:00+08:00', 'jd1-16'],
      ['police-by', '2026-12-30T23:59:59+08:00', 'psp-25'],
    ]);
  });

  it('claims no deadline of a rule that did not hold, or that we have not verified', () => {
    expect(deadlines({ platform: 'jd', disputeOpenedAt: '2025-07-01T09:00:00+08:00', dates: { uploaded: '2025-07-03' } }).map(({ id }) => id)).toEqual(['police-by']);
    expect(deadlines({ platform: 'pinduoduo', disputeOpenedAt: '2026-07-01T09:00:00+08:00', disputeClosedAt: '2026-07-03T09:00:00+08:00' })).toEqual([]);
    expect(deadlines({ platform: 'taobao', pauseNotifiedAt: '2026-07-01T09:00:00+08:00', dates: { decided: '2026-07-01' } })[0]).toMatchObject({ id: 'receipt-by', at: '2026-07-08T09:00:00+08:00', basis: 'tb-83' });
  });

  it('counts the six months under the law of the upload', () => {
    expect(deadlines({ platform: 'pinduoduo', dates: { uploaded: '2025-08-31' } })[0]).toMatchObject({ at: '2026-02-28T23:59:59+08:00', basis: 'psp-old-22' });
  });
});

describe('calendar', () => {
  it('keeps to the last day of shorter months', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
    expect(addMonths('2026-07-06', 6)).toBe('2027-01-06');
  });

  it('reads days in China and refuses days there are not', () => {
    expect(dayInChina('2025-12-31T16:00:00Z')).toBe('2026-01-01');
    expect(dayInChina('2025-12-31T23:59:59+08:00')).toBe('2025-12-31');
    expect(dayInChina('soon')).toBeNull();
    expect([isDay('2026-02-29'), isDay('2028-02-29'), isDay('2026-2-1')]).toEqual([false, true, false]);
  });
});
