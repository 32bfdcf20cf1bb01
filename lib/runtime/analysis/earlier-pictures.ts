import { referenceOf } from '../../analysers/reference';
import { knownOrderId } from '../../case/claim';
import type { EarlierHit } from '../../analysers/reuse/earlier-hit';
import type { EarlierLabel } from '../../analysers/reuse/repeated-label';
import { entryOf, ReuseIndex } from '../../evidence/hashes/index-lookup';
import type { ImageHashes } from '../../evidence/hashes/image-hashes';
import { lookUp, type LikelyHit } from '../../evidence/hashes/look-up';
import type { WindowHashes } from '../../evidence/hashes/window-hashes';
import { WindowIndex } from '../../evidence/hashes/window-lookup';
import { traceSource } from '../../evidence/traces';
import { sameBuyer } from '../buyer';
import { database, loadBytes, type StoredHashes } from '../stores';
import type { ExamineRequest } from './api';
import { canvasHost } from './decode';

const index = new ReuseIndex();
const parts = new WindowIndex();

const take = (entry: StoredHashes) => {
  index.add(entry);
  if (entry.windows) parts.add(entry.id, entry.windows);
};

/** Takes in what was stored since the last look: by this worker, by the one beside it, by an import. */
async function refreshIndex(): Promise<void> {
  const db = await database();
  if (index.size === 0) {
    for (const entry of await db.getAll('hashes')) take(entry);
  } else if ((await db.count('hashes')) !== index.size) {
    const stored = new Set(await db.getAllKeys('hashes'));
    for (const id of index.ids()) if (!stored.has(id) && index.remove(id)) parts.remove(id);
    for (const id of stored) {
      const entry = index.has(id) ? undefined : await db.get('hashes', id);
      if (entry) take(entry);
    }
  }
}

async function describe({ id, kind, distance, places }: LikelyHit, asking: string): Promise<EarlierHit | null> {
  const db = await database();
  const image = await db.get('images', id);
  const file = image && (await db.get('cases', image.caseId));
  // A case deleted since the index was read is no longer an earlier claim.
  if (!image || !file) return null;
  const own = await db.get('cases', asking);
  const bytes = image.sha256 ? await loadBytes(image.sha256).catch(() => null) : null;
  return {
    kind,
    distance,
    ...(places && { places }),
    caseId: file.id,
    imageId: id,
    orderId: knownOrderId(file.claim),
    sameBuyer: own ? sameBuyer(own, file) : null,
    appliedAt: file.claim.appliedAt,
    picture: bytes ? referenceOf(id, traceSource(bytes, canvasHost)) : null,
  };
}

/**
 * Looks a picture up among all earlier claims on this device, and keeps its hashes for later ones. They are stored before
 * the look-up: of two claims examined side by side with one picture, at least the later one sees the other.
 */
export function earlierPictures({ imageId, caseId, sha256, orderId }: ExamineRequest) {
  // A picture checked by itself may well be of the very order that is looked at: without both numbers nobody can say "another order".
  const isAnotherOrder = (other: string | null): boolean => orderId !== null && other !== null;
  return {
    async find(digest: string, hashes: ImageHashes, windows: () => Promise<WindowHashes>): Promise<EarlierHit[]> {
      const { kept, asked } = await windows();
      await (await database()).put('hashes', { ...entryOf(imageId, sha256, hashes), windows: kept, caseId });
      await refreshIndex();
      const described = await Promise.all(lookUp(index, parts, digest, hashes, asked).map((hit) => describe(hit, caseId)));
      return described.filter((hit): hit is EarlierHit => hit !== null && hit.caseId !== caseId && isAnotherOrder(hit.orderId));
    },
    async labels(number: string): Promise<EarlierLabel[]> {
      const db = await database();
      const known = (await db.getAllFromIndex('labelNumbers', 'number', number)).filter((one) => one.caseId !== caseId);
      const files = await Promise.all([...new Set(known.map((one) => one.caseId))].map((id) => db.get('cases', id)));
      return files.flatMap((file) => (file && isAnotherOrder(knownOrderId(file.claim)) ? [{ caseId: file.id, orderId: knownOrderId(file.claim), appliedAt: file.claim.appliedAt }] : []));
    },
  };
}
