import type { Case, CaseEvents } from '../case/case';
import { citable, type LawDates } from '../law';
import { addMonths, dayInChina } from './calendar';

/** What deadlines run from. All optional: what is not known has no deadline. */
export interface DeadlineInput extends CaseEvents {
  platform: string;
  /** Countdown on the page. */
  respondBy?: string | null;
  dates?: LawDates;
}

export type CaseEvent = Exclude<keyof CaseEvents, 'answeredAt'>;

/** The times worth asking for: those from which a rule we have verified lets a deadline run. */
export const eventsThatCount: Readonly<Record<string, readonly CaseEvent[]>> = {
  jd: ['disputeOpenedAt', 'evidenceAskedAt', 'disputeClosedAt', 'pauseNotifiedAt'],
  taobao: ['pauseNotifiedAt'],
};

export type DeadlineId = 'respond-by' | 'evidence-by' | 'supplement-by' | 'appeal-by' | 'receipt-by' | 'police-by';

export interface Deadline {
  id: DeadlineId;
  /** ISO 8601 with offset. */
  at: string;
  /** Where the deadline comes from: the page, or a provision by id. */
  basis: 'page' | string;
  text: string;
}

const hour = 3_600_000;
const china = 8 * hour;
const parse = (time: string | null | undefined): number | null => {
  const at = time ? Date.parse(time) : Number.NaN;
  return Number.isNaN(at) ? null : at;
};
const inChina = (at: number): string => `${new Date(at + china).toISOString().slice(0, 19)}+08:00`;

/**
 * 京东总则第九条（二）: four hours between 9:00 and 18:00, every day alike; what is left at 18:00 goes on at 9:00 of the
 * next day. A request that comes outside the window starts at the next 9:00.
 */
export function jdSupplementBy(askedAt: number): number {
  const dayStart = Math.floor((askedAt + china) / (24 * hour)) * 24 * hour - china;
  const [opens, closes] = [dayStart + 9 * hour, dayStart + 18 * hour];
  const start = askedAt < opens ? opens : askedAt >= closes ? opens + 24 * hour : askedAt;
  const end = start < closes ? closes : closes + 24 * hour;
  const left = start + 4 * hour - end;
  return left <= 0 ? start + 4 * hour : end + 15 * hour + left;
}

/** Seven days by the clock: never later than seven calendar days, and safe for seven working days too. */
const sevenDays = (at: number) => at + 7 * 24 * hour;

/** Every deadline that can be told from what is known, soonest first. Platform rules only where ours is verified and in force. */
export function deadlines(input: DeadlineInput): Deadline[] {
  const { platform, dates = {} } = input;
  const found: Deadline[] = [];
  const add = (id: DeadlineId, at: number | null, basis: string, text: string) => {
    if (at !== null && (basis === 'page' || citable(basis, dates))) found.push({ id, at: inChina(at), basis, text });
  };
  const after = (time: string | null | undefined, until: (at: number) => number) => {
    const at = parse(time);
    return at === null ? null : until(at);
  };
  add('respond-by', parse(input.respondBy), 'page', '页面显示的商家处理时限');
  if (platform === 'jd') {
    add('evidence-by', after(input.disputeOpenedAt, (at) => at + 24 * hour), 'jd1-9', '纠纷单流转后24小时内与消费者和解或者提供证据');
    add('supplement-by', after(input.evidenceAskedAt, jdSupplementBy), 'jd1-9', '9:00—18:00内累计4小时完成补充证据');
    add('appeal-by', after(input.disputeClosedAt, sevenDays), 'jd1-16', '纠纷单关闭后7个自然日内申诉');
    add('receipt-by', after(input.pauseNotifiedAt, sevenDays), 'jd1-6', '7个工作日内提交司法机关或公安机关的受理凭证（此处按7个自然日提前提醒）');
  }
  if (platform === 'taobao') add('receipt-by', after(input.pauseNotifiedAt, sevenDays), 'tb-83', '7个工作日内提交司法机关或公安机关的受理凭证（此处按7个自然日提前提醒）');
  if (dates.uploaded) {
    const basis = citable('psp-25', dates) ? 'psp-25' : 'psp-old-22';
    add('police-by', Date.parse(`${addMonths(dates.uploaded, 6)}T23:59:59+08:00`), basis, '治安案件六个月追究时效的最后一日（连续行为自终了之日起算）');
  }
  return found.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** Deadlines for answering the request itself, which an answer ends. */
const forAnswering: readonly DeadlineId[] = ['respond-by', 'evidence-by', 'supplement-by'];

/** Those of a stored case. `today` (YYYY-MM-DD) is the day the platform handles it where the case tells no other. */
export function caseDeadlines({ claim, events = {} }: Pick<Case, 'claim' | 'events'>, today: string): Deadline[] {
  const uploaded = dayInChina(claim.appliedAt);
  const handled = dayInChina(events.disputeClosedAt ?? events.pauseNotifiedAt ?? events.disputeOpenedAt) ?? today;
  const all = deadlines({ platform: claim.platform, respondBy: claim.respondBy, ...events, dates: { uploaded, decided: handled } });
  return events.answeredAt ? all.filter(({ id }) => !forAnswering.includes(id)) : all;
}
