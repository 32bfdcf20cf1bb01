import type { HitKind } from '../../evidence/hashes/index-lookup';
import type { Reference } from '../analyser';

/** An earlier picture that looks like this one, with the claim it came in. Filled by whoever keeps the claims. */
export interface EarlierHit {
  kind: HitKind;
  /** How many places of both lie to each other alike (window-lookup.ts), where the pictures as wholes look different: one may be a part of the other. */
  places?: number;
  /** Differing bits of 256 (PDQ). */
  distance: number;
  caseId: string;
  imageId: string;
  /** As the platform gives it; null where unknown. */
  orderId: string | null;
  /** Whether it is known to be the same buyer account; null where unknown. */
  sameBuyer: boolean | null;
  /** When that claim was filed, ISO 8601; null where unknown. */
  appliedAt: string | null;
  /** The earlier picture itself, to confirm a hit that is not byte for byte; null where its bytes are gone. */
  picture: Reference | null;
}
