import type { ClaimFacts } from '../case/claim';
import type { PlatformId } from '../case/platform';
import { imageHostAllowed } from '../platforms/original-address';
import { send } from './protocol';

const maxBlobBytes = 20 * 1024 * 1024;

async function base64Of(address: string): Promise<string | null> {
  try {
    const blob = await (await fetch(address, address.startsWith('blob:') ? {} : { credentials: 'omit' })).blob();
    if (blob.size === 0 || blob.size > maxBlobBytes) return null;
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
 * Pictures that only this page can read are handed over before the claim is: `blob:` ones, and on a back-end the merchant taught those
 * of hosts no recipe of ours names. What the page may not read either is left to the background.
 */
export async function handOver(claim: ClaimFacts | null, platform: PlatformId | null, taught: boolean, taken: Set<string>): Promise<void> {
  for (const { displayed } of [...(claim?.evidence ?? []), ...(claim?.listing ?? [])]) {
    const own = displayed.startsWith('blob:') || (taught && displayed.startsWith('https:') && !imageHostAllowed(platform ?? 'manual', displayed));
    if (!own || taken.has(displayed)) continue;
    taken.add(displayed);
    const base64 = await base64Of(displayed);
    if (base64 || displayed.startsWith('blob:')) await send('background', 'blobImageRead', { address: displayed, base64 });
  }
}
