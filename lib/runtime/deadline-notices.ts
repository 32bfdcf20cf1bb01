import { caseDeadlines, type Deadline } from '../appeal/deadlines';
import { dueReminders, nextMoment, pressing } from '../appeal/reminders';
import { claimNumber } from '../case/claim';
import type { Case } from '../case/case';
import { timeLeft } from '../case/time-left';
import { bandText } from '../scoring/band-text';
import { storage } from 'wxt/utils/storage';
import { browser } from './browser';
import { localDay } from './draft-for-case';
import { interfaceLanguage, interfaceText } from './interface-text';
import { settings } from './settings';
import { database } from './stores';

/** One alarm for all cases: browsers allow few hundred, and a shop has more. */
const alarmName = 'deadlines';
/** Up to when reminders were shown, epoch ms; survives the sleeping service worker. */
const toldUntil = storage.defineItem<number>('local:deadlinesToldUntil', { fallback: 0 });

async function notify(file: Case, deadline: Deadline, now: number): Promise<void> {
  const language = interfaceLanguage();
  const t = interfaceText(language);
  const found = file.assessment ? t('noticeFound', bandText[language][file.assessment.band]) : t('noticeNotYet');
  await browser.notifications?.create(`deadline:${file.id}|${deadline.id}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png' as never),
    title: t('noticeTitle', t(`deadline_${deadline.id.replaceAll('-', '_')}`), timeLeft(Math.max(60_000, Date.parse(deadline.at) - now), t, 48)),
    message: t('noticeText', (claimNumber(file.claim) ?? '').slice(-4), found),
  });
}

/** Deadlines of one case within the next day. */
export const pressingNow = (file: Case): Deadline[] => pressing(caseDeadlines(file, localDay()), Date.now());

/** The toolbar's number where a tab shows no case of its own: requests with a deadline within a day. */
async function showCount(count: number): Promise<void> {
  const t = interfaceText(interfaceLanguage());
  await browser.action.setBadgeText({ text: count > 0 ? String(count) : '' });
  await browser.action.setTitle({ title: count > 0 ? t('badgePressing', count) : t('appName') });
}

/** Shows what came due, counts what presses, and sleeps until the next moment. Called on the alarm, at start and whenever a case changes. */
export async function planDeadlines(now = Date.now()): Promise<void> {
  const today = localDay(new Date(now));
  const cases = (await (await database()).getAll('cases')).map((file) => ({ file, found: caseDeadlines(file, today) }));
  const since = (await toldUntil.getValue()) || now;
  await toldUntil.setValue(now);
  if ((await settings.getValue()).deadlineNotices) for (const { file, found } of cases) for (const { deadline } of dueReminders(found, since, now)) await notify(file, deadline, now);
  await showCount(cases.filter(({ found }) => pressing(found, now).length > 0).length);
  const next = nextMoment(cases.flatMap(({ found }) => found), now);
  if (next === null) await browser.alarms.clear(alarmName);
  else browser.alarms.create(alarmName, { when: next });
}

/** @returns whether the alarm was ours. */
export async function onDeadlineAlarm(name: string): Promise<boolean> {
  if (name !== alarmName) return false;
  await planDeadlines();
  return true;
}
