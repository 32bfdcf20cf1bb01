import { claimNumber } from '../case/claim';
import { bandText } from '../scoring/band-text';
import { browser } from './browser';
import { settings } from './settings';
import { database } from './stores';

/** Hours before the deadline at which the merchant is told, each once. */
export const noticeHours = [6, 1] as const;
const prefix = 'deadline:';

/** Which notices of a case are still to come. Pure, so that it can be tested without a clock. */
export function upcomingNotices(caseId: string, respondBy: string | null, now: number): { name: string; when: number }[] {
  if (!respondBy) return [];
  const due = Date.parse(respondBy);
  return noticeHours.map((hours) => ({ name: `${prefix}${caseId}|${hours}`, when: due - hours * 3_600_000 })).filter((notice) => notice.when > now);
}

/** Sets one alarm per coming notice; a deadline read anew moves them. */
export async function scheduleNotices(caseId: string, respondBy: string | null): Promise<void> {
  for (const hours of noticeHours) await browser.alarms.clear(`${prefix}${caseId}|${hours}`);
  for (const notice of upcomingNotices(caseId, respondBy, Date.now())) browser.alarms.create(notice.name, { when: notice.when });
}

/** @returns whether the alarm was one of ours. */
export async function showNotice(alarm: string): Promise<boolean> {
  if (!alarm.startsWith(prefix)) return false;
  const [caseId = '', hours = ''] = alarm.slice(prefix.length).split('|');
  const file = await (await database()).get('cases', caseId);
  if (!file || !(await settings.getValue()).deadlineNotices) return true;
  const id = claimNumber(file.claim) ?? '';
  const found = file.assessment ? `检验结果：${bandText.zh[file.assessment.band]}` : '尚未检验完';
  await browser.notifications?.create(alarm, { type: 'basic', iconUrl: browser.runtime.getURL('/icon/128.png' as never), title: `验图：还剩 ${hours} 小时须处理`, message: `售后单 …${id.slice(-4)}。${found}` });
  return true;
}
