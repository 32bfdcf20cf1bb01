import { bytesToHex } from '@noble/hashes/utils';
import type { ManifestSigner } from '../bundle';
import { children, DerUnreadable, derInteger, expect, readDer, tags, writeDer } from './der';

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;
const half = 32;

/** ECDSA P-256 key pair (FIPS 186-5); the private half cannot leave WebCrypto, so it is stored as a CryptoKey. */
export const createDeviceKey = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(curve, false, ['sign', 'verify']);

/** WebCrypto gives r‖s (IEEE P1363); OpenSSL and everybody else read SEQUENCE { r, s }. */
export const toDerSignature = (raw: Uint8Array): Uint8Array => writeDer(tags.sequence, derInteger(raw.subarray(0, half)), derInteger(raw.subarray(half)));

export function fromDerSignature(der: Uint8Array): Uint8Array {
  const outer = readDer(der);
  if (outer.tag !== tags.sequence || outer.whole.length !== der.length) throw new DerUnreadable('not a signature');
  const parts = children(outer);
  const raw = new Uint8Array(2 * half);
  for (const [index, end] of [half, 2 * half].entries()) {
    const { content } = expect(parts, index, tags.integer);
    const value = content[0] === 0 ? content.subarray(1) : content;
    if (value.length > half) throw new DerUnreadable('number too long');
    raw.set(value, end - value.length);
  }
  return raw;
}

export interface PublicKeyFile {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
}

export interface DeviceSigner extends ManifestSigner {
  /** JWK (RFC 7517) without optional members. */
  jwk: PublicKeyFile;
  /** SubjectPublicKeyInfo as PEM (RFC 7468). */
  pem: string;
  /** Hex SHA-256 of the SubjectPublicKeyInfo; what a merchant can publish. */
  fingerprint: string;
}

function pemOf(spki: Uint8Array): string {
  const text = btoa(String.fromCharCode(...spki)).replace(/.{64}/g, '$&\n');
  return `-----BEGIN PUBLIC KEY-----\n${text}\n-----END PUBLIC KEY-----\n`;
}

export async function spkiFingerprint(key: CryptoKey): Promise<{ spki: Uint8Array; fingerprint: string }> {
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', key));
  return { spki, fingerprint: bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', spki))) };
}

export async function deviceSigner(keys: CryptoKeyPair): Promise<DeviceSigner> {
  const { x, y } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  const { spki, fingerprint } = await spkiFingerprint(keys.publicKey);
  return {
    jwk: { kty: 'EC', crv: 'P-256', x: x!, y: y! },
    pem: pemOf(spki),
    fingerprint,
    sign: async (manifest) => toDerSignature(new Uint8Array(await crypto.subtle.sign(algorithm, keys.privateKey, manifest as Uint8Array<ArrayBuffer>))),
  };
}

/** @returns the key's fingerprint where the signature holds, null where it does not or nothing can be read. */
export async function verifySignature(jwk: unknown, signature: Uint8Array, manifest: Uint8Array): Promise<string | null> {
  try {
    const { kty, crv, x, y } = jwk as PublicKeyFile;
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, true, ['verify']);
    const holds = await crypto.subtle.verify(algorithm, key, fromDerSignature(signature) as Uint8Array<ArrayBuffer>, manifest as Uint8Array<ArrayBuffer>);
    return holds ? (await spkiFingerprint(key)).fingerprint : null;
  } catch {
    return null;
  }
}
