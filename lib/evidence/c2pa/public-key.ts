import { child, inside, oid, readDer, type Der } from './der';
import { MalformedCredential } from './malformed-credential';

/** Signature checks through WebCrypto, with keys as found in certificates. */

type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512';
export interface Scheme {
  kind: 'ecdsa' | 'pss' | 'pkcs1' | 'ed25519';
  hash: Hash;
  /** Of RSA-PSS, in bytes. */
  salt?: number;
}

const bad = (message: string) => new MalformedCredential('signature', message);
const unsupported = (message: string) => new MalformedCredential('unsupported', message);
const saltOf: Record<Hash, number> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };

/** COSE algorithm numbers C2PA allows (RFC 9053, C2PA 2.2 §13.2). */
export function coseScheme(algorithm: unknown): Scheme {
  const hash: Hash | undefined = ({ [-7]: 'SHA-256', [-35]: 'SHA-384', [-36]: 'SHA-512', [-37]: 'SHA-256', [-38]: 'SHA-384', [-39]: 'SHA-512' } as const)[algorithm as -7];
  if (algorithm === -8) return { kind: 'ed25519', hash: 'SHA-512' };
  if (!hash) throw unsupported(`COSE algorithm ${String(algorithm)} is not one of C2PA`);
  return (algorithm as number) <= -37 ? { kind: 'pss', hash, salt: saltOf[hash] } : { kind: 'ecdsa', hash };
}

const hashOids: Record<string, Hash> = { '2.16.840.1.101.3.4.2.1': 'SHA-256', '2.16.840.1.101.3.4.2.2': 'SHA-384', '2.16.840.1.101.3.4.2.3': 'SHA-512' };
export const hashOf = (algorithm: Der): Hash => {
  const hash = hashOids[oid(child(algorithm, 0))];
  if (!hash) throw unsupported('hash algorithm not supported');
  return hash;
};

const x509Schemes: Record<string, Scheme> = {
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', hash: 'SHA-512' },
  '1.2.840.113549.1.1.11': { kind: 'pkcs1', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { kind: 'pkcs1', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { kind: 'pkcs1', hash: 'SHA-512' },
  '1.3.101.112': { kind: 'ed25519', hash: 'SHA-512' },
};

/** X.509 or CMS AlgorithmIdentifier. @param digest what CMS says beside a bare `rsaEncryption` or `ecPublicKey`. */
export function derScheme(algorithm: Der, digest?: Hash): Scheme {
  const [name, parameters] = inside(algorithm);
  const id = name ? oid(name) : '';
  if (x509Schemes[id]) return x509Schemes[id];
  if (id === '1.2.840.113549.1.1.10' && parameters) {
    // RFC 4055: [0] hash, [1] mask generation, [2] salt length.
    const fields = inside(parameters);
    const hashField = fields.find((field) => field.tag === 0xa0);
    const saltField = fields.find((field) => field.tag === 0xa2);
    if (!hashField) throw unsupported('RSA-PSS with SHA-1');
    return { kind: 'pss', hash: hashOf(readDer(hashField.content)), salt: saltField ? (readDer(saltField.content).content.at(-1) ?? 20) : 20 };
  }
  if (digest && id === '1.2.840.113549.1.1.1') return { kind: 'pkcs1', hash: digest };
  if (digest && id === '1.2.840.10045.2.1') return { kind: 'ecdsa', hash: digest };
  throw unsupported(`signature algorithm ${id} not supported`);
}

const curves: Record<string, { name: string; size: number }> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', size: 32 },
  '1.3.132.0.34': { name: 'P-384', size: 48 },
  '1.3.132.0.35': { name: 'P-521', size: 66 },
};

/** SEQUENCE{r, s} to the fixed-width r‖s of WebCrypto. */
function rawEcdsa(signature: Uint8Array, size: number): Uint8Array {
  const raw = new Uint8Array(2 * size);
  inside(readDer(signature)).forEach(({ content }, i) => {
    const digits = content.subarray(Math.max(0, content.findIndex((byte) => byte !== 0)));
    if (i > 1 || digits.length > size) throw bad('ECDSA integer too long');
    raw.set(digits, size * (i + 1) - digits.length);
  });
  return raw;
}

const wrap = (tag: number, parts: Uint8Array[]): Uint8Array => {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return new Uint8Array([tag, 0x82, length >> 8, length & 255, ...parts.flatMap((part) => [...part])]);
};
const rsaEncryption = Uint8Array.of(0x30, 0x0d, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0);

/**
 * Whether `signature` over `data` fits the key. @param spki SubjectPublicKeyInfo. @param form of ECDSA signatures.
 * @throws {MalformedCredential} `unsupported` for keys and algorithms this engine cannot check.
 */
export async function verifySignature(spki: Der, scheme: Scheme, signature: Uint8Array, data: Uint8Array, form: 'der' | 'raw'): Promise<boolean> {
  const [algorithm, keyBits] = inside(spki);
  if (!algorithm || !keyBits) throw bad('public key not understood');
  const parameters = inside(algorithm)[1];
  const curve = scheme.kind === 'ecdsa' && parameters?.tag === 6 ? curves[oid(parameters)] : undefined;
  if (scheme.kind === 'ecdsa' && !curve) throw unsupported('curve not supported');
  const name = { ecdsa: 'ECDSA', pss: 'RSA-PSS', pkcs1: 'RSASSA-PKCS1-v1_5', ed25519: 'Ed25519' }[scheme.kind];
  // WebCrypto refuses keys marked for RSA-PSS only; the key itself is the same.
  const key = scheme.kind === 'pss' || scheme.kind === 'pkcs1' ? wrap(0x30, [rsaEncryption, keyBits.raw]) : spki.raw;
  const imported = await crypto.subtle
    .importKey('spki', key as BufferSource, curve ? { name, namedCurve: curve.name } : { name, hash: scheme.hash }, false, ['verify'])
    .catch(() => {
      throw unsupported('public key not accepted');
    });
  const fixed = curve && form === 'der' ? rawEcdsa(signature, curve.size) : signature;
  const use = scheme.kind === 'pss' ? { name, saltLength: scheme.salt ?? saltOf[scheme.hash] } : { name, hash: scheme.hash };
  return crypto.subtle.verify(use, imported, fixed as BufferSource, data as BufferSource);
}
