import type { Case } from '../case/case';
import type { Claim } from '../case/claim';
import type { ClaimImage, HandTaken } from '../case/image';
import type { TypedFacts } from '../case/typed-facts';
import { newImage } from './open-case';
import { database } from './stores';

/** One picture the merchant brought in, with its bytes. */
export interface BroughtPicture {
  name: string;
  bytes: Uint8Array;
  sha256: string;
  byHand: HandTaken;
}

const asImage = (caseId: string, ordinal: number, { name, bytes, sha256, byHand }: BroughtPicture, at: string): ClaimImage => ({
  ...newImage(caseId, 'evidence', ordinal, name),
  source: name,
  fetchedAt: at,
  sha256,
  byteLength: bytes.length,
  byHand,
});

/** A case from files or single pictures, with no refund page behind it; the same picture twice is kept once. */
export async function openManualCase(pictures: readonly BroughtPicture[], source: string): Promise<Case> {
  const now = new Date().toISOString();
  const claim: Claim = {
    platform: 'manual', pageUrl: source, readAt: now, recipe: null, orderId: '', afterSaleId: null, refundType: 'unknown', amount: null,
    reason: null, description: null, status: null, appliedAt: null, respondBy: null, evidence: [], listing: [],
  };
  const id = `manual:${now.replace(/\D/g, '').slice(0, 17)}-${pictures[0]?.sha256.slice(0, 8) ?? 'empty'}`;
  const opened: Case = { id, claim, status: 'reading', createdAt: now, updatedAt: now, progress: { done: 0, total: pictures.length }, assessment: null, tool: null };
  await (await database()).put('cases', opened);
  await addPictures(id, pictures);
  return opened;
}

/** Adds pictures to a case of any kind; those it holds already are left out. @returns how many were new, null where the case is gone. */
export async function addPictures(caseId: string, pictures: readonly BroughtPicture[]): Promise<number | null> {
  const at = new Date().toISOString();
  const transaction = (await database()).transaction(['cases', 'images', 'bytes'], 'readwrite');
  const file = await transaction.objectStore('cases').get(caseId);
  if (!file) return null;
  const images = transaction.objectStore('images');
  const own = (await images.index('caseId').getAll(caseId)).filter((image) => image.role === 'evidence');
  const held = new Set(own.map((image) => image.sha256));
  let ordinal = own.reduce((most, image) => Math.max(most, image.ordinal), 0);
  let added = 0;
  for (const picture of pictures) {
    if (held.has(picture.sha256)) continue;
    held.add(picture.sha256);
    await transaction.objectStore('bytes').put({ sha256: picture.sha256, bytes: picture.bytes, storedAt: at });
    await images.put(asImage(caseId, (ordinal += 1), picture, at));
    added += 1;
  }
  if (added > 0) await transaction.objectStore('cases').put({ ...file, updatedAt: at });
  await transaction.done;
  return added;
}

/** Takes a picture the merchant brought in out of the case again; what a page showed cannot be taken out. */
export async function removePicture(imageId: string): Promise<boolean> {
  const transaction = (await database()).transaction(['images', 'bytes', 'examinations', 'hashes', 'labelNumbers', 'products'], 'readwrite');
  const images = transaction.objectStore('images');
  const image = await images.get(imageId);
  if (!image?.byHand) return false;
  await images.delete(imageId);
  await transaction.objectStore('examinations').delete(imageId);
  await transaction.objectStore('hashes').delete(imageId);
  const numbers = transaction.objectStore('labelNumbers');
  for (const one of await numbers.index('caseId').getAll(image.caseId)) if (one.imageId === imageId) await numbers.delete(one.id);
  const kept = (await transaction.objectStore('products').getAll()).some((product) => product.pictures.some((picture) => picture.sha256 === image.sha256));
  if (image.sha256 && !kept && (await images.index('sha256').count(image.sha256)) === 0) await transaction.objectStore('bytes').delete(image.sha256);
  await transaction.done;
  return true;
}

/** Writes the typed facts into a manual case. Findings that compare with order and dates are made anew. */
export async function typeFacts(caseId: string, facts: TypedFacts): Promise<Case | null> {
  const at = new Date().toISOString();
  const transaction = (await database()).transaction(['cases', 'examinations'], 'readwrite');
  const file = await transaction.objectStore('cases').get(caseId);
  if (!file) return null;
  const anew = file.claim.appliedAt !== facts.appliedAt || file.claim.orderId !== facts.orderId || !file.claim.typed;
  const changed: Case = { ...file, claim: { ...file.claim, ...facts, typed: { at } }, status: anew ? 'examining' : file.status, updatedAt: at };
  await transaction.objectStore('cases').put(changed);
  if (anew) for (const one of await transaction.objectStore('examinations').index('caseId').getAll(caseId)) await transaction.objectStore('examinations').delete(one.imageId);
  await transaction.done;
  return changed;
}

/** Whether a case was made by hand, whatever platform its typed facts name. */
export const isManual = (caseId: string): boolean => caseId.startsWith('manual:');
