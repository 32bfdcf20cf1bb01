import type { Claim } from '../case/claim';
import type { ClaimImage } from '../case/image';
import { sha256 } from '../evidence/digest';
import { sniffFormat } from '../evidence/sniff';
import { maxImageBytes } from './fetch-image';
import { fileBytes } from './read-file';
import { database, settled } from './stores';

/** A product is known by the address of its listing picture, without size or signature. */
export const productKeys = (claim: Claim): string[] => claim.listing.map((page) => (page.candidates[0] ?? page.displayed).split('?')[0]!);

export function addedImage(caseId: string, ordinal: number, name: string, digest: string, byteLength: number, at: string): ClaimImage {
  return { id: `${caseId}#added-${ordinal}`, caseId, role: 'added', ordinal, displayed: name, source: name, rendition: 'unknown', fetchedAt: at, attempts: [], sha256: digest, byteLength, format: null, width: null, height: null, problem: null };
}

/**
 * Adds pictures of the merchant's own to a case, keeps them for later claims on the same product, and lets the case be
 * examined anew. Files that are no pictures are left out; returns how many were taken.
 * @param shows `order` for pictures of this one parcel, such as frames of its packing video: its waybill is no business of later claims.
 */
export async function addOwnPictures(caseId: string, files: File[], shows: 'product' | 'order' = 'product'): Promise<number> {
  const read = await Promise.all(
    files.map(async (file) => {
      if (file.size === 0 || file.size > maxImageBytes) return null;
      const bytes = await fileBytes(file);
      const format = bytes && sniffFormat(bytes);
      return format && { name: file.name, bytes, format, digest: await sha256(bytes) };
    }),
  );
  const taken = read.filter((one) => one !== null);
  if (taken.length === 0) return 0;
  const at = new Date().toISOString();
  const transaction = settled((await database()).transaction(['cases', 'images', 'bytes', 'examinations', 'products'], 'readwrite'));
  const file = await transaction.objectStore('cases').get(caseId);
  if (!file) return 0;
  const images = transaction.objectStore('images');
  const known = (await images.index('caseId').getAll(caseId)).filter((image) => image.role === 'added');
  const fresh = taken.filter((one) => !known.some((image) => image.sha256 === one.digest));
  for (const [index, one] of fresh.entries()) {
    await transaction.objectStore('bytes').put({ sha256: one.digest, bytes: one.bytes, storedAt: at });
    await images.put({ ...addedImage(caseId, known.length + index + 1, one.name, one.digest, one.bytes.length, at), format: one.format });
  }
  for (const key of shows === 'product' ? productKeys(file.claim) : []) {
    const product = (await transaction.objectStore('products').get(key)) ?? { key, pictures: [] };
    const pictures = [...product.pictures, ...fresh.map((one) => ({ sha256: one.digest, name: one.name, byteLength: one.bytes.length, format: one.format }))];
    await transaction.objectStore('products').put({ key, pictures });
  }
  for (const examination of await transaction.objectStore('examinations').index('caseId').getAll(caseId)) await transaction.objectStore('examinations').delete(examination.imageId);
  await transaction.done;
  return fresh.length;
}
