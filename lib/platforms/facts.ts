import type { Money, RefundType } from '../case/claim';
import type { Candidate, Clock, Reading } from './candidates';
import type { Deadline } from './countdown';
import { findDuration, readDeadlineSentence } from './countdown';
import { besideAll, freeDeadlines, freeLines, inMenu, inStepBar, inSteps, isCurrentStep, leadTexts, readTypes, trailTexts, typeLines } from './free-lines';
import { unreadable } from './money';
import type { Line } from './page-tree';
import type { FieldId, PlatformRecipe } from './recipe';
import { readRefundType } from './refund-type';
import { closedZones } from './section-words';
import type { Zone } from './section-words';
import { othersTurn, statusWord } from './statuses';
import { compact, readable } from './text';
import type { Layout } from './value-cells';

export type Problem = 'conflict' | 'unreadable' | 'undated';
export interface Choice<Value> { value: Value | null; problem: Problem | null }

/** Chooses among the readings of one field: the plainest place wins, and two different answers at one place are a conflict, not a guess. */
export function choose<Value>(candidates: readonly Candidate[], field: FieldId, zones: readonly Zone[], same: (one: Value, other: Value) => boolean = (one, other) => one === other): Choice<Value> {
  const own = candidates.filter((one) => one.field === field && !closedZones.has(zones[one.line]!) && !(one.spare && (zones[one.line] === 'goods' || zones[one.line] === 'order')));
  const rank = (one: Candidate): number => (one.how === 'column' ? 4 : 0) + (zones[one.line] === 'goods' ? 2 : 0) + (one.spare ? 1 : 0);
  for (let tier = 0; tier < 8; tier += 1) {
    const here = own.filter((one) => rank(one) === tier);
    const values = here.filter((one) => one.value !== unreadable).map((one) => one.value as Value);
    // A number that is hidden or masked at one place is not told by another one, which may be anything's.
    if (values.length > 0 && here.some((one) => one.value === unreadable && isNumber(field) && !values.some((value) => fitsMask(one.masked, String(value))))) return { value: null, problem: 'unreadable' };
    if (values.length > 0) return values.every((value) => same(values[0]!, value)) ? { value: values[0]!, problem: null } : { value: null, problem: 'conflict' };
    if (here.length > 0) return { value: null, problem: 'unreadable' };
  }
  return { value: null, problem: null };
}

const isNumber = (field: FieldId): boolean => field === 'orderId' || field === 'afterSaleId' || field === 'amount';

/** Whether a number may be the one that another place shows shortened or masked (2603****0501). */
function fitsMask(masked: string | undefined, value: string): boolean {
  const parts = masked?.split(/[*•.…]+/);
  return parts !== undefined && parts.length === 2 && parts[0]!.length + parts[1]!.length >= 4 && value.startsWith(parts[0]!) && value.endsWith(parts[1]!);
}

export interface Facts {
  refundType: Choice<RefundType>;
  amount: Choice<Money>;
  reason: Choice<string>;
  description: Choice<string>;
  status: Choice<string>;
  appliedAt: Choice<string>;
  respondBy: Choice<string>;
}

/** All facts but the ids, from the parts of the page that speak of this claim. */
export function readFacts(layout: Layout, reading: Reading, zones: readonly Zone[], recipe: PlatformRecipe, words: readonly [string, RefundType][], clock: Clock): Facts {
  const { candidates } = reading;
  const free = freeLines(layout, reading, zones);
  const sum = choose<string>(candidates, 'amount', zones, sameSum);
  const trails = trailTexts(reading, zones);
  const leads = [...leadTexts(layout, reading, zones), ...trails];
  const typed = typeLines(layout, free);
  const refundType = readType(candidates, zones, typed, leads, words, free.filter((line) => !inMenu(line) && !besideAll(layout, line)));
  const status = readStatus(layout, candidates, zones, free, typed, leads, words);
  return {
    refundType,
    amount: { value: sum.value === null ? null : { value: sum.value, currency: recipe.currency }, problem: sum.problem },
    reason: choose<string>(candidates, 'reason', zones, sameWords),
    description: choose<string>(candidates, 'description', zones, sameWords),
    status,
    appliedAt: choose<string>(candidates, 'appliedAt', zones, (one, other) => Date.parse(one) === Date.parse(other)),
    respondBy: readRespondBy(layout, candidates, zones, free, trails, status.value, recipe, clock),
  };
}

const leftInBrackets = /\s*[(（][^()（）]*(?:剩余|还剩|remaining|left|\d\s*(?:天|小时|时|分))[^()（）]*[)）]$/i;
const sameWords = (one: string, other: string): boolean => compact(one) === compact(other);
const sameSum = (one: string, other: string): boolean => Number(one) === Number(other);

function readType(candidates: readonly Candidate[], zones: readonly Zone[], typed: readonly Line[], leads: readonly string[], words: readonly [string, RefundType][], free: readonly Line[]): Choice<RefundType> {
  const labelled = choose<RefundType>(candidates, 'refundType', zones);
  if (labelled.value !== null || labelled.problem !== null) return labelled;
  const found = new Set([...readTypes([...typed.map((line) => line.text), ...leads], words).map((one) => one.type), ...[...free.map((line) => line.text), ...leads].flatMap((text) => typeBeside(text, words))]);
  return { value: found.size === 1 ? [...found][0]! : null, problem: found.size > 1 ? 'conflict' : null };
}

function readStatus(layout: Layout, candidates: readonly Candidate[], zones: readonly Zone[], free: readonly Line[], typeOnes: readonly Line[], leads: readonly string[], words: readonly [string, RefundType][]): Choice<string> {
  const labelled = choose<string>(candidates, 'status', zones, sameWords);
  // The time left may stand in brackets behind the status.
  if (labelled.value !== null) return { value: labelled.value.replace(leftInBrackets, '') || labelled.value, problem: null };
  if (labelled.problem !== null) return labelled;
  const behindType = candidates.filter((one) => one.field === 'refundType' && !closedZones.has(zones[one.line]!)).map((one) => one.rest ?? '');
  const rests = [...behindType, ...readTypes([...typeOnes.map((line) => line.text), ...leads], words).map((one) => one.rest)].map((rest) => rest.replace(/^[·\-—|/,，、]+/, '')).filter((rest) => statusWord(rest) !== null);
  const typed = (text: string): boolean => readTypes([text], words).length > 0;
  const titles = free.filter((line) => (statusBeside(line.text, words) !== null || statusWord(readable(line.text)) !== null) && (isCurrentStep(line) || !(inSteps(layout, line) || inStepBar(line))) && !typed(line.text) && !namesAQueue(line) && !besideAll(layout, line));
  const pending = [...titles.map((line) => line.text), ...leads.filter((lead) => !typed(lead))].map((text) => statusBeside(text, words)).filter((text) => text !== null);
  const over = titles.filter((line) => statusWord(readable(line.text)) === 'closed');
  // What is over does not wait for anybody: one of the two is somebody else's.
  if (over.length > 0 && pending.length > 0) return { value: null, problem: null };
  const closed = over.filter((line) => /^H[1-3]$/.test(line.parent.tag)).map((line) => readable(line.text));
  const found = new Map([...rests, ...(pending.length > 0 || rests.length > 0 ? pending : closed)].map((text) => [compact(text), text]));
  return { value: found.size === 1 ? [...found.values()][0]! : null, problem: null };
}

/** A bare 待处理 that is no heading, or stands in a navigation, names a queue of requests rather than the state of this one. */
function namesAQueue(line: Line): boolean {
  if (inMenu(line)) return true;
  return /^(?:待处理|处理中|待审核|审核中)$/.test(compact(line.text)) && !/^H[1-6]$/.test(line.parent.tag);
}

const mayWait = /待|请|中|wait|pending/i;

/** A line that says how far the request has got, alone or beside nothing but the time left and the kind. */
function statusBeside(line: string, words: readonly [string, RefundType][]): string | null {
  if (statusWord(readable(line)) === 'pending') return readable(line);
  if (line.length > 80 || !mayWait.test(line)) return null;
  const parts = partsOfLine(line);
  if (parts.length === 1) return null;
  const said = parts.filter((part) => mayWait.test(part) && statusWord(part) === 'pending');
  if (said.length !== 1) return null;
  const rest = parts.filter((part) => part !== said[0] && readRefundType(part, words)?.rest !== '').join('');
  return rest === '' || (/\d/.test(rest) && findDuration(rest) !== null) ? said[0]! : null;
}

/** The kind of request on a line that also says how far it has got: 待商家审核 | 退货退款 | 剩余 1 天. */
function typeBeside(line: string, words: readonly [string, RefundType][]): RefundType[] {
  if (line.length > 80 || !/[退换修补寄]|refund|return|exchange|repair|resend/i.test(line) || statusBeside(line, words) === null) return [];
  return partsOfLine(line).flatMap((part) => readTypes([part], words).filter(({ rest }) => rest === '').map(({ type }) => type));
}

const partsOfLine = (line: string): string[] => line.split(/[\ufdd0|｜·•，,；;（()）]/).map(readable).filter((part) => part !== '');

function readRespondBy(layout: Layout, candidates: readonly Candidate[], zones: readonly Zone[], free: readonly Line[], trails: readonly string[], status: string | null, recipe: PlatformRecipe, clock: Clock): Choice<string> {
  if (status !== null && othersTurn(status)) return { value: null, problem: null };
  const same = (one: Deadline, other: Deadline): boolean => (typeof one === 'object' && typeof other === 'object' && one !== null && other !== null ? Math.abs(Date.parse(one.iso) - Date.parse(other.iso)) <= 60_000 : one === other);
  const labelled = choose<Deadline>(candidates, 'respondBy', zones, same);
  if (labelled.problem !== null) return { value: null, problem: labelled.problem };
  const beside = choose<string>(candidates, 'status', zones, sameWords).value ?? '';
  const behindStatus = leftInBrackets.test(beside) ? readDeadlineSentence(beside, clock.at, recipe.offset) : null;
  const found = labelled.value !== null ? [labelled.value] : [...freeDeadlines(layout, free, trails, recipe, clock), ...(behindStatus === null ? [] : [behindStatus])];
  if (found.length === 0) return { value: null, problem: null };
  if (found.some((one) => !same(one, found[0]!))) return { value: null, problem: 'conflict' };
  const deadline = found[0]!;
  return deadline === 'undated' ? { value: null, problem: 'undated' } : { value: deadline?.iso ?? null, problem: null };
}
