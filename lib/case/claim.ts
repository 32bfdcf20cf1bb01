import type { PlatformId } from './platform';

/** What the buyer asks for now, not before a change. */
export type RefundType = 'refund-only' | 'return-and-refund' | 'exchange' | 'resend' | 'repair' | 'unknown';

/** `value` is a decimal string ("49.90"): money is never a float. */
export interface Money {
  value: string;
  currency: string;
}

/** One picture as the page shows it. `candidates` are addresses in the order to try, original size first. */
export interface PageImage {
  displayed: string;
  candidates: string[];
}

/**
 * What the refund page says the buyer asks and why. Text is data copied from the page, never HTML.
 * Times are ISO 8601 with offset; what the page does not say is null.
 */
export interface ClaimFacts {
  orderId: string;
  afterSaleId: string | null;
  refundType: RefundType;
  amount: Money | null;
  reason: string | null;
  description: string | null;
  status: string | null;
  appliedAt: string | null;
  respondBy: string | null;
  evidence: PageImage[];
  listing: PageImage[];
}

/** One request as a row or card of a list page shows it. What the row does not say, or says in two ways, is null. */
export interface ClaimRow extends Omit<ClaimFacts, 'orderId'> {
  orderId: string | null;
  /** How many pictures the row says the buyer gave; more than `evidence` holds where the rest is on the detail page only. */
  evidenceTotal: number | null;
  /** Address of the request's own page as the row links it, or as the recipe knows how to make it from the numbers. */
  detailUrl: string | null;
}

export interface Claim extends ClaimFacts {
  platform: PlatformId | 'manual';
  pageUrl: string;
  readAt: string;
  /** Whether the merchant's page was laid out as the recipe knows it, and when that was last checked. */
  recipe: { verifiedOn: string; checkedOn: 'stand-in' | 'live-page' | 'taught'; taught?: { id: string; revision: number; name: string } } | null;
  /** When the merchant typed the order facts by hand; absent where a page told them. */
  typed?: { at: string } | null;
}

/** The order this claim is about; null for pictures checked by themselves, whose `orderId` names nothing. */
export function knownOrderId({ platform, recipe, typed, orderId }: Claim): string | null {
  return platform === 'manual' && !recipe && !typed ? null : orderId || null;
}

/** How lists and titles call a claim; null where neither number is known. */
export const claimNumber = (claim: Claim): string | null => (knownOrderId(claim) === null ? null : (claim.afterSaleId ?? claim.orderId));
