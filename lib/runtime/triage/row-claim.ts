import { heldByPage } from '../../case/held-picture';
import type { Case } from '../../case/case';
import type { Claim, ClaimRow } from '../../case/claim';
import type { PlatformId } from '../../case/platform';
import { recipeOf } from '../../platforms';
import { othersTurn, statusWord } from '../../platforms/statuses';

/** Whether a request may wait for the merchant's answer. A status the row does not show rules nothing out. */
export function mayAwaitMerchant(row: ClaimRow): boolean {
  return row.status === null || (!othersTurn(row.status) && statusWord(row.status) !== 'closed');
}

/** Whether the row shows all it says there is of the buyer's pictures, and names its order: then its own page need not be opened. */
export function isWhole(row: ClaimRow): boolean {
  return row.orderId !== null && row.evidence.length > 0 && (row.evidenceTotal === null || row.evidence.length >= row.evidenceTotal) && row.evidence.every((image) => !heldByPage(image.displayed));
}

/** The claim a row makes. What a case already knows from the request's own page is kept: a row says less. */
export function claimOfRow(platform: PlatformId, row: ClaimRow, pageUrl: string, before: Case | undefined, readAt: string): Claim {
  const recipe = recipeOf(platform);
  const { evidenceTotal: _total, detailUrl, ...facts } = row;
  const known = before?.claim;
  if (known !== undefined) return { ...known, status: row.status ?? known.status, respondBy: row.respondBy ?? known.respondBy, evidence: more(known.evidence, row.evidence), listing: known.listing.length > 0 ? known.listing : row.listing };
  return { ...facts, orderId: row.orderId!, platform, pageUrl: detailUrl ?? pageUrl, readAt, recipe: { verifiedOn: recipe.verifiedOn, checkedOn: recipe.checkedOn } };
}

const more = (known: Claim['evidence'], row: Claim['evidence']): Claim['evidence'] => (row.length > known.length ? row : known);
