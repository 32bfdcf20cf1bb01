/**
 * Pictures that only their page holds: written into it (`data:`) or made by it (`blob:`). Once taken they are named by their content,
 * so that the same one read again, from the page loaded anew, is known: `data:image/jpeg;sha256=…,` (a parameter RFC 2397 allows)
 * and `blob:https://host/sha256=…`. Neither name opens as anything.
 */
export function heldName(address: string, sha256: string): string | null {
  const mime = /^data:(image\/(?:jpe?g|png|webp|avif|heic|gif))[;,]/i.exec(address.slice(0, 40))?.[1];
  if (mime !== undefined) return `data:${mime.toLowerCase()};sha256=${sha256},`;
  const origin = /^blob:https:\/\/[^/]+\//.exec(address)?.[0];
  return origin === undefined ? null : `${origin}sha256=${sha256}`;
}

const written = /^data:image\/[a-z]{3,4};sha256=([0-9a-f]{64}),$/;
const made = /^blob:https:\/\/[^/]+\/sha256=([0-9a-f]{64})$/;

/** SHA-256 (hex) of the picture such a name stands for; null where an address is none. */
export const heldDigest = (address: string): string | null => (written.exec(address) ?? made.exec(address))?.[1] ?? null;

/** Whether an address is one no server knows. */
export const heldByPage = (address: string): boolean => address.startsWith('blob:') || written.test(address);

const words = {
  zh: (kind: string, hash: string) => `仅在网页内（${kind}），没有网址；SHA-256 ${hash}…`,
  en: (kind: string, hash: string) => `only inside the page (${kind}), no address; SHA-256 ${hash}…`,
};

/** An address as people are to read it. */
export function addressText(address: string, language: 'zh' | 'en' = 'zh'): string {
  const digest = heldDigest(address);
  return digest === null ? address : words[language](address.slice(0, 5), digest.slice(0, 16));
}
