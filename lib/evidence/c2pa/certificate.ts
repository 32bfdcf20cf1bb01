import { hex } from '../bytes';
import { bits, child, inside, oid, readDer, time, type Der } from './der';
import { MalformedCredential } from './malformed-credential';
import { derScheme, verifySignature, type Scheme } from './public-key';

/** X.509 certificate (RFC 5280), as far as C2PA needs it. Times in milliseconds since 1970. */
export interface Certificate {
  raw: Uint8Array;
  tbs: Uint8Array;
  serial: string;
  /** Distinguished names as raw DER in hex, for comparing. */
  issuer: string;
  subject: string;
  organisation: string;
  commonName: string;
  notBefore: number;
  notAfter: number;
  spki: Der;
  isAuthority: boolean;
  extendedKeyUsages: string[];
  scheme: Scheme | null;
  signature: Uint8Array;
}

/** Attribute of a distinguished name; '' where absent. */
function attribute(name: Der, wanted: string): string {
  for (const set of inside(name))
    for (const pair of inside(set)) {
      const [type, value] = inside(pair);
      // BMPString is UTF-16; everything else in use is ASCII or UTF-8.
      if (type && value && oid(type) === wanted) return new TextDecoder(value.tag === 0x1e ? 'utf-16be' : 'utf-8').decode(value.content);
    }
  return '';
}

function schemeOf(algorithm: Der): Scheme | null {
  try {
    return derScheme(algorithm);
  } catch {
    return null;
  }
}

/** @throws {MalformedCredential} */
export function readCertificate(bytes: Uint8Array): Certificate {
  const outer = readDer(bytes);
  const tbs = child(outer, 0);
  const fields = inside(tbs);
  if (fields[0]?.tag === 0xa0) fields.shift();
  const [serial, , issuer, validity, subject, spki, ...rest] = fields;
  if (!serial || !issuer || !validity || !subject || !spki) throw new MalformedCredential('certificate', 'certificate incomplete');
  const extensions = rest.find((field) => field.tag === 0xa3);
  let isAuthority = false;
  let extendedKeyUsages: string[] = [];
  for (const extension of extensions ? inside(child(extensions, 0)) : []) {
    const parts = inside(extension);
    const name = parts[0] ? oid(parts[0]) : '';
    const value = parts.at(-1)!;
    if (name === '2.5.29.19') isAuthority = inside(readDer(value.content)).some((field) => field.tag === 1 && field.content[0] === 0xff);
    if (name === '2.5.29.37') extendedKeyUsages = inside(readDer(value.content)).map(oid);
  }
  return {
    raw: outer.raw,
    tbs: tbs.raw,
    serial: hex(serial.content),
    issuer: hex(issuer.raw),
    subject: hex(subject.raw),
    organisation: attribute(subject, '2.5.4.10'),
    commonName: attribute(subject, '2.5.4.3'),
    notBefore: time(child(validity, 0)),
    notAfter: time(child(validity, 1)),
    spki: spki,
    isAuthority,
    extendedKeyUsages,
    scheme: schemeOf(child(outer, 1)),
    signature: bits(child(outer, 2)),
  };
}

/** Whether `issuer` may sign certificates and signed this one. */
export async function isIssuedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  if (certificate.issuer !== issuer.subject || !issuer.isAuthority || !certificate.scheme) return false;
  return verifySignature(issuer.spki, certificate.scheme, certificate.signature, certificate.tbs, 'der').catch(() => false);
}

const same = (one: Uint8Array, two: Uint8Array) => one.length === two.length && one.every((byte, i) => byte === two[i]);

/**
 * Whether a chain as sent (leaf first) reaches an anchor, every link signed by the next and valid at `at`.
 * @param at milliseconds since 1970, or null when no time of signing is known: validity is then not asked.
 */
export async function reachesAnchor(chain: readonly Certificate[], anchors: readonly Certificate[], at: number | null): Promise<boolean> {
  for (const [i, certificate] of chain.entries()) {
    if (at !== null && (at < certificate.notBefore || at > certificate.notAfter)) return false;
    if (anchors.some((anchor) => same(anchor.raw, certificate.raw))) return true;
    for (const anchor of anchors) if (await isIssuedBy(certificate, anchor)) return true;
    const next = chain[i + 1];
    if (!next || !(await isIssuedBy(certificate, next))) return false;
  }
  return false;
}
