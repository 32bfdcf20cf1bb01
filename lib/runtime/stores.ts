import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { LetterLength, RecipientId } from '../appeal/input';
import type { Case, CaseFile, Examination } from '../case/case';
import type { ClaimImage, ImageFormat } from '../case/image';
import type { StoredAttachment } from './attachments';
import type { StoredShop } from './shop-calibration';
import type { TriageQueue, TriageRow } from './triage/queue';
import type { IndexEntry } from '../evidence/hashes/index-lookup';

/** Bytes as received, kept once however many claims use the same picture. */
export interface StoredBytes {
  sha256: string;
  bytes: Uint8Array;
  storedAt: string;
}

/** Own pictures kept per product; `key` is the bare address of its listing picture. */
export interface StoredProduct {
  key: string;
  pictures: { sha256: string; name: string; byteLength: number; format: ImageFormat }[];
}

/** The merchant's own wording of the letter, kept as typed. */
export interface StoredDraft {
  caseId: string;
  text: string;
  recipient: RecipientId;
  length: LetterLength;
  savedAt: string;
}

/** What a later claim finds a picture by; `windows` (WindowHashes.kept) is absent from pictures examined by older versions. */
export interface StoredHashes extends IndexEntry {
  caseId: string;
  windows?: Uint32Array;
}

/** Every store of the extension's one database. Pages of the shop never see it: it belongs to the extension's origin. */
interface Schema extends DBSchema {
  cases: { key: string; value: Case; indexes: { status: string; updatedAt: string } };
  images: { key: string; value: ClaimImage; indexes: { caseId: string; sha256: string } };
  bytes: { key: string; value: StoredBytes };
  examinations: { key: string; value: Examination; indexes: { caseId: string } };
  drafts: { key: string; value: StoredDraft };
  /** Pictures only their page holds (`blob:`, `data:`), as the content script handed them over; for a day, or as long as their case. */
  blobs: { key: string; value: { address: string; bytes: Uint8Array; storedAt: string } };
  /** The merchant's own pictures of a product, used again for later claims on it. */
  products: { key: string; value: StoredProduct };
  /** Content numbers read from AI labels, by picture: one generated picture may come in two claims. */
  labelNumbers: { key: string; value: { id: string; number: string; imageId: string; caseId: string }; indexes: { number: string; caseId: string } };
  attachments: { key: string; value: StoredAttachment; indexes: { caseId: string } };
  /** Perceptual hashes of every examined claim picture, so that a later claim finds it; kept while the case is. */
  hashes: { key: string; value: StoredHashes; indexes: { caseId: string } };
  /** The device's signing key; its private half cannot leave WebCrypto. */
  keys: { key: string; value: { id: 'device'; keys: CryptoKeyPair; createdAt: string } };
  /** The classifier's scores of photographs this shop accepted; one record. */
  shop: { key: string; value: StoredShop };
  /** Requests of list pages waiting to be examined one after another, and how far each has got; the id is that of its case. */
  triageRows: { key: string; value: TriageRow; indexes: { state: string } };
  triageQueue: { key: string; value: TriageQueue };
  /** What buyers' keys are salted with (buyer.ts). */
  salts: { key: string; value: { id: 'buyer'; value: string } };
}
export type Database = IDBPDatabase<Schema>;

export const databaseVersion = 4;
let opening: Promise<Database> | null = null;

export function database(): Promise<Database> {
  opening ??= openDB<Schema>('yantu', databaseVersion, {
    upgrade(db, before) {
      if (before < 2) db.createObjectStore('shop', { keyPath: 'id' });
      if (before < 3) {
        db.createObjectStore('triageRows', { keyPath: 'id' }).createIndex('state', 'state');
        db.createObjectStore('triageQueue', { keyPath: 'id' });
      }
      if (before < 4) db.createObjectStore('salts', { keyPath: 'id' });
      if (before >= 1) return;
      const cases = db.createObjectStore('cases', { keyPath: 'id' });
      cases.createIndex('status', 'status');
      cases.createIndex('updatedAt', 'updatedAt');
      const images = db.createObjectStore('images', { keyPath: 'id' });
      images.createIndex('caseId', 'caseId');
      images.createIndex('sha256', 'sha256');
      db.createObjectStore('bytes', { keyPath: 'sha256' });
      db.createObjectStore('examinations', { keyPath: 'imageId' }).createIndex('caseId', 'caseId');
      db.createObjectStore('drafts', { keyPath: 'caseId' });
      db.createObjectStore('blobs', { keyPath: 'address' });
      db.createObjectStore('hashes', { keyPath: 'id' }).createIndex('caseId', 'caseId');
      const numbers = db.createObjectStore('labelNumbers', { keyPath: 'id' });
      numbers.createIndex('number', 'number');
      numbers.createIndex('caseId', 'caseId');
      db.createObjectStore('attachments', { keyPath: 'id' }).createIndex('caseId', 'caseId');
      db.createObjectStore('products', { keyPath: 'key' });
      db.createObjectStore('keys', { keyPath: 'id' });
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      opening = null;
    },
    terminated() {
      opening = null;
    },
  });
  return opening;
}

/** A failed write is told to whoever awaits it; the end of its transaction must not report it once more as unhandled. */
export function settled<T extends { done: Promise<void> }>(transaction: T): T {
  transaction.done.catch(() => undefined);
  return transaction;
}

export async function loadCaseFile(caseId: string): Promise<CaseFile | null> {
  const transaction = (await database()).transaction(['cases', 'images', 'examinations']);
  const [file, images, examinations] = await Promise.all([
    transaction.objectStore('cases').get(caseId),
    transaction.objectStore('images').index('caseId').getAll(caseId),
    transaction.objectStore('examinations').index('caseId').getAll(caseId),
  ]);
  if (!file) return null;
  images.sort((a, b) => a.role.localeCompare(b.role) || a.ordinal - b.ordinal);
  return { case: file, images, examinations };
}

export async function loadBytes(sha256: string): Promise<Uint8Array> {
  const stored = await (await database()).get('bytes', sha256);
  if (!stored) throw new Error(`bytes of ${sha256.slice(0, 8)} are not stored`);
  return stored.bytes;
}

/** Removes a case and the bytes nobody else uses. */
export async function deleteCase(caseId: string): Promise<void> {
  const db = await database();
  const transaction = settled(db.transaction(['cases', 'images', 'bytes', 'examinations', 'drafts', 'hashes', 'products', 'attachments', 'labelNumbers', 'blobs'], 'readwrite'));
  const kept = new Set((await transaction.objectStore('products').getAll()).flatMap((product) => product.pictures.map((picture) => picture.sha256)));
  const images = transaction.objectStore('images');
  for (const image of await images.index('caseId').getAll(caseId)) {
    await images.delete(image.id);
    await transaction.objectStore('blobs').delete(image.displayed);
    await transaction.objectStore('examinations').delete(image.id);
    await transaction.objectStore('hashes').delete(image.id);
    if (image.sha256 && !kept.has(image.sha256) && (await images.index('sha256').count(image.sha256)) === 0) await transaction.objectStore('bytes').delete(image.sha256);
  }
  for (const key of await transaction.objectStore('attachments').index('caseId').getAllKeys(caseId)) await transaction.objectStore('attachments').delete(key);
  for (const key of await transaction.objectStore('labelNumbers').index('caseId').getAllKeys(caseId)) await transaction.objectStore('labelNumbers').delete(key);
  await transaction.objectStore('drafts').delete(caseId);
  await transaction.objectStore('cases').delete(caseId);
  await transaction.done;
}

/** Deletes cases last touched before `before`; returns how many. */
export async function deleteCasesBefore(before: string): Promise<number> {
  const old = await (await database()).getAllKeysFromIndex('cases', 'updatedAt', IDBKeyRange.upperBound(before, true));
  for (const id of old) await deleteCase(id);
  return old.length;
}
