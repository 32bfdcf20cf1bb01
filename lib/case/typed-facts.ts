import type { Claim, RefundType } from './claim';

/** The order facts as the merchant types them; every value is what stands in its box. */
export interface TypedForm {
  platform: string;
  orderId: string;
  afterSaleId: string;
  refundType: string;
  amount: string;
  reason: string;
  description: string;
  /** As a `datetime-local` box gives it, in the device's own zone: 2026-11-20T10:12. */
  appliedAt: string;
  respondBy: string;
}

export type TypedFacts = Pick<Claim, 'platform' | 'orderId' | 'afterSaleId' | 'refundType' | 'amount' | 'reason' | 'description' | 'appliedAt' | 'respondBy'>;

/** What is wrong with one box; the interface has a sentence for each (`typed_*`). */
export const typedProblems = ['order-missing', 'number-shape', 'amount-shape', 'time-shape', 'applied-later-than-now', 'respond-before-applied', 'too-long'] as const;
export type TypedProblem = (typeof typedProblems)[number];

const refundTypes: readonly RefundType[] = ['refund-only', 'return-and-refund', 'exchange', 'resend', 'repair', 'unknown'];
const reasonLimit = 200;
const descriptionLimit = 2000;

/** Full-width digits and letters folded, direction marks and spaces out. */
const tight = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
const words = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();

/** "49.9", "¥1,234.50", "USD 12.30" → decimal string and ISO 4217 code; null where it is no sum above zero. */
function readSum(text: string): Claim['amount'] {
  const found = /^(?:([A-Za-z]{3})|[¥￥])?(\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.(\d{1,2}))?(?:元|([A-Za-z]{3}))?$/.exec(tight(text));
  if (!found || (found[1] && found[4])) return null;
  const value = `${found[2]!.replaceAll(',', '').replace(/^0+(?=\d)/, '')}${found[3] ? `.${found[3]}` : ''}`;
  return Number(value) > 0 ? { value, currency: (found[1] ?? found[4] ?? 'CNY').toUpperCase() } : null;
}

/** The device's wall-clock time as ISO 8601 with its offset. `offsetMinutes` as Date#getTimezoneOffset gives it. */
function readLocal(text: string, offsetMinutes: (at: Date) => number): string | null {
  if (!/^20\d\d-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(text)) return null;
  const wall = Date.parse(`${text}Z`);
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 16) !== text.slice(0, 16)) return null;
  const minutes = -offsetMinutes(new Date(wall));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${text.length === 16 ? `${text}:00` : text}${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

/** An ISO time as a `datetime-local` box takes it. */
export function localBox(iso: string | null): string {
  if (!iso || Number.isNaN(Date.parse(iso))) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What a claim already says, in the boxes of the form. */
export function formOf(claim: Claim): TypedForm {
  const known = claim.platform !== 'manual' || Boolean(claim.typed);
  const { amount } = claim;
  return {
    platform: claim.platform,
    orderId: known ? claim.orderId : '',
    afterSaleId: claim.afterSaleId ?? '',
    refundType: claim.refundType,
    amount: amount ? `${amount.currency === 'CNY' ? '' : `${amount.currency} `}${amount.value}` : '',
    reason: claim.reason ?? '',
    description: claim.description ?? '',
    appliedAt: localBox(claim.appliedAt),
    respondBy: localBox(claim.respondBy),
  };
}

/**
 * Checks the typed facts. An empty box is a fact not known; only the order number is needed, because no letter can do without it.
 * @param now milliseconds since 1970.
 */
export function readTypedFacts(form: TypedForm, platforms: readonly Claim['platform'][], now: number, offsetMinutes = (at: Date) => at.getTimezoneOffset()): { facts: TypedFacts | null; problems: Partial<Record<keyof TypedForm, TypedProblem>> } {
  const problems: Partial<Record<keyof TypedForm, TypedProblem>> = {};
  const [orderId, afterSaleId] = [tight(form.orderId), tight(form.afterSaleId)];
  if (orderId === '') problems.orderId = 'order-missing';
  else if (!/^[\w-]{4,40}$/.test(orderId)) problems.orderId = 'number-shape';
  if (afterSaleId !== '' && !/^[\w-]{4,40}$/.test(afterSaleId)) problems.afterSaleId = 'number-shape';
  const amount = form.amount.trim() === '' ? null : readSum(form.amount);
  if (form.amount.trim() !== '' && amount === null) problems.amount = 'amount-shape';
  const [reason, description] = [words(form.reason), form.description.trim()];
  if (reason.length > reasonLimit) problems.reason = 'too-long';
  if (description.length > descriptionLimit) problems.description = 'too-long';
  const appliedAt = form.appliedAt === '' ? null : readLocal(form.appliedAt, offsetMinutes);
  const respondBy = form.respondBy === '' ? null : readLocal(form.respondBy, offsetMinutes);
  if (form.appliedAt !== '' && appliedAt === null) problems.appliedAt = 'time-shape';
  else if (appliedAt && Date.parse(appliedAt) > now + 60_000) problems.appliedAt = 'applied-later-than-now';
  if (form.respondBy !== '' && respondBy === null) problems.respondBy = 'time-shape';
  else if (appliedAt && respondBy && Date.parse(respondBy) <= Date.parse(appliedAt)) problems.respondBy = 'respond-before-applied';
  if (Object.keys(problems).length > 0) return { facts: null, problems };
  return {
    facts: {
      platform: platforms.find((known) => known === form.platform) ?? 'manual',
      orderId,
      afterSaleId: afterSaleId || null,
      refundType: refundTypes.find((known) => known === form.refundType) ?? 'unknown',
      amount,
      reason: reason || null,
      description: description || null,
      appliedAt,
      respondBy,
    },
    problems,
  };
}
