import { readCertificate, type Certificate } from './certificate';

/** Certificates of the C2PA trust list as DER in Base64. Empty: no signer can be called known. */
export const trustListDate: string | null = null;
const anchorsBase64: readonly string[] = [];

let parsed: Certificate[] | undefined;

export function trustAnchors(): readonly Certificate[] {
  parsed ??= anchorsBase64.map((text) => readCertificate(Uint8Array.from(atob(text), (char) => char.charCodeAt(0))));
  return parsed;
}
