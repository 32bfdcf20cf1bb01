import type { Buyer, Case } from '../case/case';
import type { Claim, PageImage } from '../case/claim';
import type { ClaimImage, ImageRole } from '../case/image';
import { addedImage, productKeys } from './own-pictures';
import { database, settled, type StoredProduct } from './stores';

export const caseIdOf = (claim: Claim): string => `${claim.platform === 'manual' && claim.recipe?.taught ? `taught-${claim.recipe.taught.id}` : claim.platform}:${claim.afterSaleId ?? claim.orderId}`;

export function newImage(caseId: string, role: ImageRole, ordinal: number, displayed: string): ClaimImage {
  return { id: `${caseId}#${role}-${ordinal}`, caseId, role, ordinal, displayed, source: null, rendition: 'unknown', fetchedAt: null, attempts: [], sha256: null, byteLength: null, format: null, width: null, height: null, problem: null };
}

/** The address without its signature: the same picture re-read a minute later carries another one. */
const identity = (address: string): string => address.split('?')[0]!;

/** Pictures of the page that the case does not have yet. What it has is never dropped: evidence must not vanish. */
function unseen(caseId: string, role: ImageRole, pages: PageImage[], known: ClaimImage[]): ClaimImage[] {
  const own = known.filter((image) => image.role === role);
  const seen = new Set(own.map((image) => identity(image.displayed)));
  const fresh = pages.filter((page) => !seen.has(identity(page.displayed)));
  // A picture taken out leaves a gap that no other one may fill: findings are kept by this number.
  const last = own.reduce((most, image) => Math.max(most, image.ordinal), 0);
  return fresh.map((page, index) => newImage(caseId, role, last + index + 1, page.displayed));
}

/** What the merchant added for an earlier claim on the same product. */
async function ownPictures(caseId: string, claim: Claim, products: { get(key: string): Promise<StoredProduct | undefined> }): Promise<ClaimImage[]> {
  const found = new Map<string, StoredProduct['pictures'][number]>();
  for (const key of productKeys(claim)) for (const picture of (await products.get(key))?.pictures ?? []) found.set(picture.sha256, picture);
  const at = new Date().toISOString();
  return [...found.values()].map((picture, index) => ({ ...addedImage(caseId, index + 1, picture.name, picture.sha256, picture.byteLength, at), format: picture.format }));
}

/** Opens the case of a claim, or brings an open one up to date with what the page says now. */
export async function openCase(claim: Claim, buyer?: Buyer): Promise<{ case: Case; added: number }> {
  const id = caseIdOf(claim);
  const transaction = settled((await database()).transaction(['cases', 'images', 'products'], 'readwrite'));
  const cases = transaction.objectStore('cases');
  const images = transaction.objectStore('images');
  const [before, known] = await Promise.all([cases.get(id), images.index('caseId').getAll(id)]);
  const added = [...unseen(id, 'evidence', claim.evidence, known), ...unseen(id, 'listing', claim.listing, known)];
  for (const image of added) await images.put(image);
  if (!before) for (const image of await ownPictures(id, claim, transaction.objectStore('products'))) await images.put(image);
  // A picture that failed before gets another try when its page is opened again: its address may be signed anew.
  const retried = before ? known.filter((image) => image.problem !== null && image.sha256 === null) : [];
  for (const image of retried) {
    const again = [...claim.evidence, ...claim.listing].find((page) => identity(page.displayed) === identity(image.displayed));
    if (again && again.displayed !== image.displayed) await images.put({ ...image, displayed: again.displayed, problem: null });
  }
  const now = new Date().toISOString();
  const told: Case = before
    ? { ...before, claim: { ...claim, respondBy: earliest(before.claim.respondBy, claim.respondBy) }, status: added.length ? 'collecting' : before.status, updatedAt: now }
    : { id, claim, status: 'reading', createdAt: now, updatedAt: now, progress: { done: 0, total: claim.evidence.length }, assessment: null, tool: null };
  const opened = buyer ? { ...told, buyer } : told;
  await cases.put(opened);
  await transaction.done;
  return { case: opened, added: added.length };
}

/** A countdown read twice differs by seconds; keep the earlier reading unless the page now grants clearly more time. */
function earliest(before: string | null, now: string | null): string | null {
  if (!before || !now) return now ?? before;
  const shift = Date.parse(now) - Date.parse(before);
  return Math.abs(shift) < 120_000 ? before : now;
}
