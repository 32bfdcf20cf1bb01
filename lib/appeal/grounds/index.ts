import { evidenceForm } from './evidence-form';
import { forcedRefundOnly } from './forced-refund-only';
import { generatedOrAltered } from './generated-or-altered';
import { labelFound } from './label-found';
import { metadataContradictsOrder } from './metadata-contradicts-order';
import { platformDecidedByMachine } from './platform-decided-by-machine';
import { platformDidNotHearMerchant } from './platform-did-not-hear-merchant';
import { reusedPicture } from './reused-picture';
import { samePictureAsListing } from './same-picture-as-listing';
import { unfairBurdenOfProof } from './unfair-burden-of-proof';

/** Every ground, in the order letters argue them. */
export const grounds = [
  labelFound,
  samePictureAsListing,
  reusedPicture,
  generatedOrAltered,
  metadataContradictsOrder,
  platformDecidedByMachine,
  platformDidNotHearMerchant,
  forcedRefundOnly,
  unfairBurdenOfProof,
  evidenceForm,
] as const;

export type GroundId = (typeof grounds)[number]['id'];
