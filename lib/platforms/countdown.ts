import { findTime, holdsTime, inOffset } from './times';
import { plain } from './text';

const gap = '[\\s\\ufdd0]*';
// Each digit may stand in an element of its own, as on a flip clock.
const number = '(\\d(?:\\ufdd0?\\d){0,2})';
const part = (unit: string): string => `(?:${number}${gap}(?:${unit})${gap})?`;
// 22日 behind a month is a day of the calendar, no number of days.
const units = new RegExp(`(?<!月[\\s\\ufdd0]*\\d?)${part('天|日|days?|d(?![a-z])')}${part('小时|时|个小时|hours?|hrs?|h(?![a-z])')}${part('分钟|分|minutes?|mins?|m(?![a-z])')}${part('秒钟|秒|seconds?|secs?|s(?![a-z])')}`, 'gi');
const clock = new RegExp(`(?:${number}${gap}(?:天|days?|d(?![a-z]))${gap})?(?<!\\d:|\\d|\\d\\ufdd0)${number}${gap}:${gap}(\\d\\ufdd0?\\d?)(?:${gap}:${gap}(\\d\\ufdd0?\\d?))?(?!\\ufdd0?[\\d:])`, 'i');
const value = (digits: string | undefined): number => Number((digits ?? '0').replaceAll('\ufdd0', ''));

/** A clock behind a day (11-22 12:00:00, 明天 12:00:00) is a time of that day. */
const dateBefore = /(?:\d[-/.]\d{1,2}|\d[日号]|[今昨明后]天|[今昨明]日|(?:周|星期)[一二三四五六日天]\)?)[\s\ufdd0]*$/;

export interface Duration { seconds: number; start: number; end: number }

/** The first span of time in a text: "1天2时3分", "23:10:05", "2d 03h", "1天 02:03:04". */
export function findDuration(shown: string): Duration | null {
  const text = plain(shown);
  const timed = clock.exec(text);
  // "12:30" alone may be a time of day; only h:m:s, or a clock after days, is a span.
  const clocked = timed !== null && (timed[4] !== undefined || timed[1] !== undefined) && !dateBefore.test(text.slice(0, timed.index)) ? timed : null;
  units.lastIndex = 0;
  for (let found = units.exec(text); found !== null; found = units.exec(text)) {
    if (found[0] === '') {
      units.lastIndex += 1;
      if (units.lastIndex > text.length) break;
      continue;
    }
    if (clocked !== null && clocked.index <= found.index) break;
    const [days, hours, minutes, seconds] = [found[1], found[2], found[3], found[4]].map(value) as [number, number, number, number];
    // More digits right behind: only a part of the span was understood.
    if (found[4] === undefined && /^\ufdd0?\d/.test(text.slice(found.index + found[0].length))) return null;
    return { seconds: ((days * 24 + hours) * 60 + minutes) * 60 + seconds, start: found.index, end: found.index + found[0].length };
  }
  if (clocked === null) return null;
  const [days, hours, minutes, seconds] = [clocked[1], clocked[2], clocked[3], clocked[4]].map(value) as [number, number, number, number];
  if (minutes > 59 || seconds > 59) return null;
  return { seconds: ((days * 24 + hours) * 60 + minutes) * 60 + seconds, start: clocked.index, end: clocked.index + clocked[0].length };
}

/** Whether a span is one that has passed (已超时 2小时), a bound, or a clock that stands still. */
function isNoneLeft(text: string, start: number): boolean {
  const before = text.slice(0, start);
  if (/暂停|中止|已停止|paused|suspended/i.test(text)) return true;
  return /(?:不足|不到|少于|超过|超出|超|已过|less than|over|overdue(?: by)?)[\s\ufdd0:：]*$/i.test(before) || /(?<!距|距离|离)(?:已?超时|已?逾期)[\s\ufdd0:：]*$/.test(before);
}

/** A deadline: written out, or the time left counted from `at` (ms); `undated` where only the time left is known and `at` is not. */
export type Deadline = { iso: string } | 'undated' | null;

export function readDeadline(value: string, at: number | null, offset: string): Deadline {
  const written = findTime(value, offset);
  if (written !== null) return { iso: written.iso };
  if (holdsTime(value)) return null;
  const left = findDuration(value);
  // 不足1小时: less than that, how much is not said.
  if (left !== null && isNoneLeft(plain(value), left.start)) return null;
  if (left === null || left.seconds === 0 || left.seconds > 120 * 86_400) return null;
  return at === null ? 'undated' : { iso: inOffset(at + left.seconds * 1000, offset) };
}

const buyersTurn = /(?:待|等待|请)(?:买家|消费者|客户|用户|顾客)|(?:买家|消费者|客户|用户|顾客)(?:需|须|应|还有|还剩|剩余|请|未|逾期|可在|有|将|处理|寄回|退货|发货|寄出|修改|确认)|waiting for (?:the )?(?:buyer|customer)|(?:buyer|customer) (?:has|must|should|needs)|自动确认收货|活动|优惠|限时|促销|会话|直播|秒杀|大促|考试|报名|物流|揽收|预计|平均|承诺|coupon|promotion|campaign/i;
const sellersTurn = /(?:还剩|还有|剩余|仅剩|请(?:您|商家)?(?:务必)?(?:在|于)|后(?:系统)?(?:将)?(?:自动|超时)|内(?:处理|未处理|审核|响应|回复|同意|完成)|前(?:处理|未处理|审核|响应|回复|完成)|截止|超时|逾期|倒计时|自动(?:退款|同意|通过|审核通过|达成|处理)|left|remaining|respond (?:by|within|before)|process (?:by|within|before)|due|deadline|automatically|auto-)/i;

/** Whether a span of time has one unit only. */
const isRound = (span: string): boolean => (span.match(/\d+/g)?.length ?? 0) === 1;

/** A sentence that says, without a label, how long the merchant has. Only the clause before the time decides whose turn it is. */
export function readDeadlineSentence(value: string, at: number | null, offset: string): Deadline {
  const text = plain(value);
  if (text.length > 120) return null;
  const span = findTime(text, offset) ?? (holdsTime(text) ? null : findDuration(text));
  if (span === null || !sellersTurn.test(text)) return null;
  if (isNoneLeft(text, span.start)) return null;
  // A time that has passed, in words without a label, is when something was done.
  if ('iso' in span && at !== null && Date.parse(span.iso) < at) return null;
  const clauses = text.slice(0, span.start).split(/[，。；！,;!]/);
  const own = clauses.at(-1)!;
  const after = text.slice(span.end).split(/[，。；！,;!]/)[0]!;
  // "Within 48 hours" counts from a day the sentence does not name.
  if (/\d[\s\ufdd0]*(?:小时|时|天|日|工作日|hours?|days?)$/i.test(text.slice(span.start, span.end)) && isRound(text.slice(span.start, span.end)) && /^[\s\ufdd0]*(?:之)?(?:内|以内)/.test(after) && !/剩|还有|left|remain/i.test(own)) return null;
  if (buyersTurn.test(own) || /^[\s\ufdd0]*(?:前|后|内)?(?:买家|消费者|客户|用户|顾客|自动确认收货)/.test(after)) return null;
  if (!/[您商家卖]|seller|merchant|you\b/i.test(own) && clauses.slice(0, -1).some((clause) => /(?:待|等待)(?:买家|消费者|客户|用户)|(?:平台|客服|小二)(?:已)?(?:介入|处理|审核|判定)|仲裁中|waiting for/i.test(clause))) return null;
  // The clause with the time must itself speak of a limit.
  if (!sellersTurn.test(`${own}${text.slice(span.start, span.end)}${after}`)) return null;
  return readDeadline(text.slice(span.start, span.end), at, offset);
}
