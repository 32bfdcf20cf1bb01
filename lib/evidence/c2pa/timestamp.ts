import { hex } from '../bytes';
import { readCertificate, type Certificate } from './certificate';
import { child, inside, oid, readDer, time, type Der } from './der';
import { MalformedCredential } from './malformed-credential';
import { derScheme, hashOf, verifySignature } from './public-key';

const bad = (message: string) => new MalformedCredential('signature', message);
const digest = async (hash: string, data: Uint8Array) => new Uint8Array(await crypto.subtle.digest(hash, data as BufferSource));

/** TimeStampResp {status, token} or the bare token. */
function token(bytes: Uint8Array): Der {
  const outer = readDer(bytes);
  const first = child(outer, 0);
  return first.tag === 6 ? outer : child(outer, 1);
}

export interface Timestamp {
  /** Milliseconds since 1970. */
  at: number;
  /** Of the time-stamping authority, leaf first. */
  chain: Certificate[];
}

/** The certificates that came along, each followed by its issuer. */
function ordered(leaf: Certificate, others: readonly Certificate[]): Certificate[] {
  const chain = [leaf];
  for (let next: Certificate | undefined = leaf; next && chain.length < 8; ) {
    const { issuer }: Certificate = next;
    next = others.find((one) => one.subject === issuer && !chain.includes(one));
    if (next) chain.push(next);
  }
  return chain;
}

/**
 * Verifies an RFC 3161 token over `message`: imprint, CMS signed attributes and signature by the certificate inside.
 * Whether that authority is to be believed is for the caller to ask of its chain. @throws {MalformedCredential}
 */
export async function verifyTimestamp(bytes: Uint8Array, message: Uint8Array): Promise<Timestamp> {
  const signedData = child(child(token(bytes), 1), 0);
  const parts = inside(signedData);
  const encapsulated = parts.find((part, i) => i > 0 && part.tag === 0x30);
  const certificates = parts.find((part) => part.tag === 0xa0);
  const signerInfo = parts.at(-1)?.tag === 0x31 ? child(parts.at(-1)!, 0) : undefined;
  if (!encapsulated || !certificates || !signerInfo) throw bad('time stamp without content, certificates or signer');

  const info = child(child(encapsulated, 1), 0).content;
  const [, , imprint, , genTime] = inside(readDer(info));
  const imprintHash = hashOf(child(imprint!, 0));
  if (hex(child(imprint!, 1).content) !== hex(await digest(imprintHash, message))) throw bad('time stamp is of something else');

  const [, sid, digestAlgorithm, ...rest] = inside(signerInfo);
  const attributes = rest.find((part) => part.tag === 0xa0);
  const algorithm = rest.find((part) => part.tag === 0x30);
  const signature = rest.find((part) => part.tag === 4);
  if (!attributes || !algorithm || !signature) throw bad('time stamp without signed attributes');
  const hash = hashOf(digestAlgorithm!);
  const messageDigest = inside(attributes).find((one) => oid(child(one, 0)) === '1.2.840.113549.1.9.4');
  if (!messageDigest || hex(child(child(messageDigest, 1), 0).content) !== hex(await digest(hash, info))) throw bad('time stamp content changed');

  const serial = sid!.tag === 0x30 ? hex(child(sid!, 1).content) : null;
  const candidates = inside(certificates).map((der) => readCertificate(der.raw));
  const signer = serial === null ? candidates[0] : candidates.find((one) => one.serial === serial);
  if (!signer) throw bad('time stamp signer missing');
  // RFC 5652 §5.4: signed is the SET OF, not the implicit tag it travels under.
  const set = attributes.raw.slice();
  set[0] = 0x31;
  if (!(await verifySignature(signer.spki, derScheme(algorithm, hash), signature.content, set, 'der'))) throw bad('time stamp signature does not fit');
  return { at: time(genTime!), chain: ordered(signer, candidates) };
}
