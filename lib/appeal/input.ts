import type { Band } from '../case/assessment';
import type { ClaimFacts } from '../case/claim';
import type { Finding } from '../case/finding';
import type { PlatformId } from '../case/platform';
import type { LawDates } from '../law';
import type { OwnClause } from '../law/platform-clauses';
import type { GroundId } from './grounds';

export const recipientIds = ['platform', 'buyer', 'regulator', 'service', 'police', 'court'] as const;
export type RecipientId = (typeof recipientIds)[number];

export const letterLengths = ['long', 500, 200] as const;
export type LetterLength = (typeof letterLengths)[number];

/** One of the buyer's pictures with what was found on it. */
export interface DraftImage {
  /** Place among the buyer's pictures, from 1; the order of the list where absent. */
  ordinal?: number | null;
  sha256: string | null;
  band: Band | null;
  findings: readonly Finding[];
}

/** What only the merchant can know about the platform's handling. Nothing here is ever assumed. */
export interface PlatformConduct {
  /** The platform said, or showed, that only software decided. */
  machineOnly?: boolean;
  /** The merchant could not answer, or got no facts, reasons and basis. */
  notHeard?: boolean;
  /** The platform carried out 仅退款 without the merchant's consent. */
  forcedRefundOnly?: boolean;
}

export interface DraftOptions {
  /** Grounds the merchant switched off. */
  groundsOff?: readonly GroundId[];
  /** Citations the merchant removed, by id. */
  citationsOff?: readonly string[];
  /** The platform's clause now in force, as the merchant read it. */
  ownClause?: OwnClause | null;
  conduct?: PlatformConduct;
  /** Ask for procedure although nothing supports alteration. */
  procedural?: boolean;
}

export interface DraftInput {
  claim: ClaimFacts & { platform: PlatformId | 'manual' | (string & {}) };
  images: readonly DraftImage[];
  recipient: RecipientId;
  length?: LetterLength;
  /** YYYY-MM-DD. Unknown D1 is taken from the claim's apply time; unknown later dates from the date before. */
  dates?: LawDates;
  /** Day of drafting, only for what no other date tells. */
  today?: string | null;
  /** The platform's handling is still to come: where D2 is not told, the law of `today` decides what it must do. */
  handlingToCome?: boolean;
  shop?: { name?: string | null; contact?: string | null };
  options?: DraftOptions;
}

export type RefusalCode = 'no-order-number' | 'bad-date' | 'no-date' | 'nothing-supports' | 'too-weak' | 'no-label' | 'no-grounds' | 'platform-unknown' | 'too-long';

/** No letter can be right here. `message` tells the merchant what is missing and what still works. */
export class DraftRefused extends Error {
  override readonly name = 'DraftRefused';
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}
