import { heldName } from '../case/held-picture';
import { sha256 } from '../evidence/digest';
import { fromBase64 } from './base64';
import { database } from './stores';

const maxBytes = 20 * 1024 * 1024;

/**
 * Keeps a picture that only its page holds (`blob:`, `data:`, on a taught page also `https:`) until its case collects it.
 * @returns the address it is kept under: by its content but for `https:`; null where it was not taken.
 */
export async function keepPagePicture(address: string, base64: string | null): Promise<string | null> {
  if (!base64 || base64.length > maxBytes * 1.4 || !/^(?:blob:|https:|data:image\/)/i.test(address)) return null;
  const bytes = bytesOf(base64);
  if (bytes === null) return null;
  const name = address.startsWith('https:') ? address : heldName(address, await sha256(bytes));
  if (name === null) return null;
  await (await database()).put('blobs', { address: name, bytes, storedAt: new Date().toISOString() });
  return name;
}

function bytesOf(base64: string): Uint8Array | null {
  try {
    return fromBase64(base64);
  } catch {
    return null;
  }
}

/** Forgets what was handed over before `before` (ISO 8601): by then its case has it, or none ever will. */
export async function forgetPagePictures(before: string): Promise<void> {
  const transaction = (await database()).transaction('blobs', 'readwrite');
  for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) if (cursor.value.storedAt < before) await cursor.delete();
  await transaction.done;
}
