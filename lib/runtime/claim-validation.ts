import { heldByPage } from '../case/held-picture';
import type { ClaimFacts, ClaimRow, PageImage, RefundType } from '../case/claim';

const refundTypes: readonly RefundType[] = ['refund-only', 'return-and-refund', 'exchange', 'resend', 'repair', 'unknown'];
/** More pictures than any platform lets a buyer upload; a hostile page could list thousands. */
export const maxImages = 30;

const text = (value: unknown, limit: number): string | null => (typeof value === 'string' && value !== '' ? value.slice(0, limit) : null);
const id = (value: unknown): string | null => (typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null);
const time = (value: unknown): string | null => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null);

function money(value: unknown): ClaimFacts['amount'] {
  const { value: digits, currency } = (value ?? {}) as { value?: unknown; currency?: unknown };
  return typeof digits === 'string' && /^\d{1,12}(\.\d{1,4})?$/.test(digits) && typeof currency === 'string' ? { value: digits, currency: currency.slice(0, 8) } : null;
}

function pictures(value: unknown): PageImage[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, maxImages).flatMap((one: Partial<PageImage>) => {
    const displayed = text(one?.displayed, 4096);
    const listed = Array.isArray(one?.candidates) ? one.candidates.flatMap((candidate) => text(candidate, 4096) ?? []).slice(0, 6) : [];
    if (!displayed || !(heldByPage(displayed) || /^https?:/.test(displayed))) return [];
    // Host permissions hold for https alone, and the browser upgrades such pictures on a secure page as well.
    return [{ displayed, candidates: (listed.length ? listed : [displayed]).map((address) => address.replace(/^http:/, 'https:')) }];
  });
}

/**
 * What a page sends is data of unknown origin: every field is checked and shortened before it is stored.
 * @returns null where no order number of a sane shape is there.
 */
export function validClaim(raw: unknown): ClaimFacts | null {
  const claim = (raw ?? {}) as Record<keyof ClaimFacts, unknown>;
  const orderId = id(claim.orderId);
  if (!orderId) return null;
  return {
    orderId,
    afterSaleId: id(claim.afterSaleId),
    refundType: refundTypes.find((known) => known === claim.refundType) ?? 'unknown',
    amount: money(claim.amount),
    reason: text(claim.reason, 500),
    description: text(claim.description, 4000),
    status: text(claim.status, 200),
    appliedAt: time(claim.appliedAt),
    respondBy: time(claim.respondBy),
    evidence: pictures(claim.evidence),
    listing: pictures(claim.listing),
  };
}

/** The same of one row of a list page. @returns null where it names no request. */
export function validRow(raw: unknown): ClaimRow | null {
  const row = (raw ?? {}) as Record<keyof ClaimRow, unknown>;
  const named = { orderId: id(row.orderId), afterSaleId: id(row.afterSaleId) };
  const known = named.orderId ?? named.afterSaleId;
  if (!known) return null;
  const total = row.evidenceTotal;
  const detailUrl = text(row.detailUrl, 2048);
  return { ...validClaim({ ...row, orderId: known })!, ...named, evidenceTotal: typeof total === 'number' && total >= 0 && total < 1000 ? total : null, detailUrl: detailUrl !== null && detailUrl.startsWith('https://') ? detailUrl : null };
}

/** What to tell where a page lists more pictures of the buyer than were taken. */
export function leftOut(raw: unknown, taken: ClaimFacts | null): { field: string; message: string }[] {
  const listed = (raw as { evidence?: unknown } | null)?.evidence;
  const count = Array.isArray(listed) ? listed.length : 0;
  if (taken === null || count <= taken.evidence.length) return [];
  return [{ field: 'evidence', message: `页面列出 ${count} 张买家图片，已收取其中 ${taken.evidence.length} 张（每单最多 ${maxImages} 张，写在网页内的图片每张不超过 20 MB）；其余可另存后拖入检查。` }];
}
