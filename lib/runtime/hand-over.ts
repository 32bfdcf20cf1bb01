import { ask } from './page-messages';

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

/** Pictures that only this page can read are handed over before the claim is. What the page may not read either is left to the background. */
export async function handOver(addresses: readonly string[], taken: Set<string>): Promise<void> {
  for (const address of addresses) {
    if (taken.has(address)) continue;
    taken.add(address);
    const base64 = await base64Of(address);
    if (base64 || address.startsWith('blob:')) await ask('blobImageRead', { address, base64 });
  }
}
