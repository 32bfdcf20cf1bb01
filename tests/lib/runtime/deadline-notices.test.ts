import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import 'fake-indexeddb/auto';
import { timeLeft } from '../../../lib/case/time-left';
import { planDeadlines } from '../../../lib/runtime/deadline-notices';
import { defaultSettings, settings } from '../../../lib/runtime/settings';
import { database } from '../../../lib/runtime/stores';
import type { Case } from '../../../lib/case/case';

const at = (time: string) => Date.parse(`${time}+08:00`);
const stored: Case = {
  id: 'jd:1', status: 'done', createdAt: '2026-07-01T00:00:00Z', updatedAt: '2026-07-01T00:00:00Z', progress: { done: 1, total: 1 }, assessment: null, tool: null,
  claim: { platform: 'jd', pageUrl: '', readAt: '', recipe: null, orderId: '298765432101', afterSaleId: '5501234567', refundType: 'refund-only', amount: null, reason: null, description: null, status: null, appliedAt: null, respondBy: '2026-07-01T21:40:00+08:00', evidence: [], listing: [] },
};

let shown: { id: string; title: string }[] = [];
let badge = '';

beforeEach(async () => {
  fakeBrowser.reset();
  shown = [];
  vi.stubGlobal('navigator', { languages: ['zh-CN'] });
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation((async (id: string, { title }: { title: string }) => void shown.push({ id, title })) as never);
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementation((async ({ text }: { text: string }) => void (badge = text)) as never);
  vi.spyOn(fakeBrowser.action, 'setTitle').mockImplementation((async () => undefined) as never);
  await (await database()).put('cases', stored);
  await settings.setValue({ ...defaultSettings, deadlineNotices: true });
});

test('a reminder comes once, the toolbar counts what is due within a day, one alarm waits for the next moment', async () => {
  await planDeadlines(at('2026-07-01T15:00'));
  expect(shown).toEqual([]);
  expect(badge).toBe('1');
  expect((await fakeBrowser.alarms.getAll()).map(({ name, scheduledTime }) => [name, scheduledTime])).toEqual([['deadlines', at('2026-07-01T15:40')]]);
  await planDeadlines(at('2026-07-01T15:40'));
  await planDeadlines(at('2026-07-01T15:41'));
  expect(shown).toEqual([{ id: 'deadline:jd:1|respond-by', title: '验图：处理申请，剩 6 小时 0 分' }]);
  await planDeadlines(at('2026-07-01T21:41'));
  expect([badge, await fakeBrowser.alarms.getAll()]).toEqual(['', []]);
});

test('who does not want notices gets the number only; who has answered gets neither', async () => {
  await settings.setValue({ ...defaultSettings, deadlineNotices: false });
  await planDeadlines(at('2026-07-01T15:00'));
  await planDeadlines(at('2026-07-01T16:00'));
  expect([shown, badge]).toEqual([[], '1']);
  await (await database()).put('cases', { ...stored, events: { answeredAt: '2026-07-01T08:00:00Z' } });
  await planDeadlines(at('2026-07-01T17:00'));
  expect(badge).toBe('');
});

test('time left is never more than there is', () => {
  const t = (key: string, ...values: number[]) => `${key} ${values.join(' ')}`;
  expect([timeLeft(3_599_000, t), timeLeft(7_199_000, t), timeLeft(49 * 3_600_000, t)]).toEqual(['leftMinutes 59', 'leftHours 1 59', 'leftDays 2 1']);
});
