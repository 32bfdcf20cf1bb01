import { sniffFormat } from '../evidence/sniff';
import { browser } from './browser';
import { maxImageBytes } from './fetch-image';
import { fromBase64 } from './base64';

/** Where an image stands on the screen, in CSS pixels of its frame's viewport. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  scale: number;
}

export interface ReadInPage {
  base64: string | null;
  box: Box | null;
}

/** Runs inside the page: the page may read its own pictures, and knows where on the screen they are. Self-contained. */
async function readInPage(address: string, limit: number): Promise<ReadInPage> {
  const found = [...document.images].find((image) => image.currentSrc === address || image.src === address);
  const rect = found?.getBoundingClientRect();
  const box = rect ? { x: rect.x, y: rect.y, width: rect.width, height: rect.height, scale: devicePixelRatio } : null;
  try {
    const blob = await (await fetch(address)).blob();
    if (blob.size === 0 || blob.size > limit) return { base64: null, box };
    const url = await new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });
    return { base64: url.slice(url.indexOf(',') + 1), box };
  } catch {
    return { base64: null, box };
  }
}

/** The picture as the page itself may read it (its own origin, `blob:`, `data:`, or a server that allows it), and its place on the screen. */
export async function readThroughPage(tabId: number, frameId: number, address: string): Promise<{ bytes: Uint8Array | null; box: Box | null }> {
  const [injected] = await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, func: readInPage, args: [address, maxImageBytes] }).catch(() => []);
  const read = injected?.result as ReadInPage | undefined;
  const bytes = read?.base64 ? fromBase64(read.base64) : null;
  return { bytes: bytes && sniffFormat(bytes) ? bytes : null, box: read?.box ?? null };
}

/** The origin to ask the merchant for, as a match pattern; null where an address has none that may be asked for. */
export function askableOrigin(address: string): string | null {
  try {
    const { protocol, hostname, port } = new URL(address);
    // Pictures of the machine itself or of the office network are nobody's refund evidence.
    const inward = /^(?:localhost|.*\.(?:localhost|local|internal|lan|home|corp)|\[.*\]|(?:\d{1,3}\.){3}\d{1,3})$/i.test(hostname) || !hostname.includes('.');
    return protocol === 'https:' && port === '' && !inward ? `https://${hostname}/*` : null;
  } catch {
    return null;
  }
}

const patience = 20_000;

/**
 * Reads a picture from a host the merchant allowed: opened in a tab of its own behind the others, where it is the page's own file.
 * The extension's policy lets no page of ours ask that host; so nothing else of ours ever can.
 */
export async function readInOwnTab(address: string): Promise<Uint8Array | null> {
  const origin = askableOrigin(address);
  if (!origin || !(await browser.permissions.contains({ origins: [origin] }))) return null;
  const { id } = await browser.tabs.create({ url: address, active: false });
  if (id === undefined) return null;
  try {
    for (const end = Date.now() + patience; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 150))) if ((await browser.tabs.get(id)).status === 'complete') break;
    const { url } = await browser.tabs.get(id);
    // Led elsewhere: not what the merchant allowed.
    if (!url || askableOrigin(url) !== origin) return null;
    return (await readThroughPage(id, 0, url)).bytes;
  } catch {
    return null;
  } finally {
    await browser.tabs.remove(id).catch(() => undefined);
  }
}
