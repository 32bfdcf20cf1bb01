import type { ClaimFacts, PageImage } from '../case/claim';
import { ask } from './page-messages';

const maxBytes = 20 * 1024 * 1024;
/** More than a claim takes of the buyer's and of the goods' pictures. */
const most = 60;

async function base64Of(address: string): Promise<string | null> {
  // What is written into the page is at hand, and its policy might let nobody ask for it.
  const head = /^data:[^,]{0,100};base64,/i.exec(address.slice(0, 120))?.[0];
  if (head && !/[\s%]/.test(address)) return address.slice(head.length);
  try {
    const blob = await (await fetch(address, address.startsWith('https:') ? { credentials: 'omit' } : {})).blob();
    if (blob.size === 0 || blob.size > maxBytes) return null;
    const url = await new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });
    return url.slice(url.indexOf(',') + 1);
  } catch {
    return null;
  }
}

/**
 * Hands over pictures that only this page can read, before the claim is. What the page may not read either is left to the background.
 * @param pictures the address a picture goes by in the reading, and the address it has in the page.
 * @param taken by address in the page, the address it is kept under; what is in there is not handed over again.
 * @returns by address in the reading, the address it is kept under.
 */
export async function handOver(pictures: readonly (readonly [string, string])[], taken: Map<string, string>): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [known, address] of pictures.slice(0, most)) {
    if (!taken.has(address)) {
      const base64 = await base64Of(address);
      const kept = base64 || address.startsWith('blob:') ? await ask('pagePictureRead', { address: known, base64 }) : null;
      taken.set(address, kept?.address ?? known);
    }
    names.set(known, taken.get(address)!);
  }
  return names;
}

/** The reading with its pictures under the addresses they are kept under. */
export function renamed<R extends { claim: ClaimFacts | null }>(reading: R, names: ReadonlyMap<string, string>): R {
  if (names.size === 0 || reading.claim === null) return reading;
  const nameOf = (address: string): string => names.get(address) ?? address;
  const all = (images: readonly PageImage[]): PageImage[] => images.map(({ displayed, candidates }) => ({ displayed: nameOf(displayed), candidates: candidates.map(nameOf) }));
  return { ...reading, claim: { ...reading.claim, evidence: all(reading.claim.evidence), listing: all(reading.claim.listing) } };
}
