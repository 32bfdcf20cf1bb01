import { plain } from './text';

const full = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?[\sT,，\ufdd0]*(?:[(（]?(?:周|星期)[一二三四五六日天][)）]?[\s\ufdd0]*)?(上午|下午|中午|凌晨|晚上|早上|am|pm)?\s*(\d{1,2})\s*[:时点]\s*(\d{1,2})(?:\s*[:分]\s*(\d{1,2})\s*秒?)?(?:\.\d+)?\s*(am\b|pm\b)?\s*[(（]?\s*(z\b|[+-]\d{2}:?\d{2}\b|(?:utc|gmt)\s*[+-]\d{1,2}(?::?\d{2})?)?/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const named = /(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4}),?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am\b|pm\b)?/i;

/** Start and end of a written time in a text, and the time as ISO 8601 with offset. */
export interface WrittenTime { iso: string; start: number; end: number }

/** The first full time (date and hours) in a text. A date alone, or one without a year, is no time: null. */
export function findTime(value: string, offset: string): WrittenTime | null {
  const text = plain(value);
  const found = full.exec(text);
  if (found) {
    // Where the back-end's own time is not known, only a time with its zone is one.
    if (zone(found[9], offset) === '') return null;
    const half = (found[4] ?? found[8] ?? '').toLowerCase();
    const iso = assemble([found[1], found[2], found[3], found[5], found[6], found[7] ?? '0'].map(Number), half, zone(found[9], offset));
    return iso === null ? null : { iso, start: found.index, end: found.index + found[0].length };
  }
  const english = named.exec(text);
  if (english === null || offset === '') return null;
  const day = english[1] ?? english[3];
  if (day === undefined) return null;
  const iso = assemble([english[4], months.indexOf(english[2]!.toLowerCase()) + 1, day, english[5], english[6], english[7] ?? '0'].map(Number), (english[8] ?? '').toLowerCase(), offset);
  return iso === null ? null : { iso, start: english.index, end: english.index + english[0].length };
}

/** Whether a text holds a date with a time, though its zone may not be known. */
export function holdsTime(value: string): boolean {
  const text = plain(value);
  return full.test(text) || named.test(text);
}

/** A time at the very start of a value. */
export function readTime(value: string, offset: string): string | null {
  const found = findTime(value, offset);
  // From one time to another, as in a filter: neither is the one asked for.
  if (found !== null && /^[\s\ufdd0]*(?:至|到|~|～|—|–|-|to\b|→)[\s\ufdd0]*\d/i.test(plain(value).slice(found.end))) return null;
  return found !== null && /^[\s\ufdd0:：]*$/.test(plain(value).slice(0, found.start)) ? found.iso : null;
}

function zone(text: string | undefined, offset: string): string {
  if (text === undefined) return offset;
  if (/^z$/i.test(text)) return '+00:00';
  const found = /([+-])(\d{1,2}):?(\d{2})?/.exec(text);
  return found ? `${found[1]}${found[2]!.padStart(2, '0')}:${found[3] ?? '00'}` : offset;
}

function assemble(parts: number[], half: string, offset: string): string | null {
  const [year, month, day, clock, minute, second] = parts as [number, number, number, number, number, number];
  let hour = clock;
  if ((half === 'pm' || half === '下午' || half === '晚上') && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (year < 2000 || year > 2100 || month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 || second > 59) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${offset}`;
}

/** An instant as ISO 8601 in the platform's offset, to the second. */
export function inOffset(milliseconds: number, offset: string): string {
  const found = /([+-])(\d{2}):(\d{2})/.exec(offset);
  const minutes = found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : 0;
  return `${new Date(Math.floor(milliseconds / 1000) * 1000 + minutes * 60_000).toISOString().slice(0, 19)}${found ? offset : 'Z'}`;
}
