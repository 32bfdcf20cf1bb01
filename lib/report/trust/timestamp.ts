import { children, DerUnreadable, derInteger, derOid, equalBytes, expect, oidText, readDer, tags, writeDer, type DerNode } from './der';

const sha256Oid = '2.16.840.1.101.3.4.2.1';
const signedData = '1.2.840.113549.1.7.2';
const tstInfo = '1.2.840.113549.1.9.16.1.4';
const messageDigestAttribute = '1.2.840.113549.1.9.4';
/** ESS signing certificate, by SHA-1 (RFC 2634 §5.4) and by a digest it names (RFC 5035 §4). */
const certificateAttributes: Record<string, string> = { '1.2.840.113549.1.9.16.2.12': 'SHA-1', '1.2.840.113549.1.9.16.2.47': 'SHA-256' };
const digestNames: Record<string, string> = { [sha256Oid]: 'SHA-256', '2.16.840.1.101.3.4.2.2': 'SHA-384', '2.16.840.1.101.3.4.2.3': 'SHA-512' };
const curves: Record<string, 'P-256' | 'P-384'> = { '1.2.840.10045.3.1.7': 'P-256', '1.3.132.0.34': 'P-384' };

/** The authority refused, or its answer is not one. */
export class TimestampRefused extends Error {
  override name = 'TimestampRefused';
}

const digestOf = async (name: string, bytes: Uint8Array) => new Uint8Array(await crypto.subtle.digest(name, bytes as Uint8Array<ArrayBuffer>));

/** TimeStampReq, RFC 3161 §2.4.1: SHA-256 imprint, nonce, certificate wanted. Sent as `application/timestamp-query`. */
export async function timestampRequest(data: Uint8Array, nonce: Uint8Array): Promise<Uint8Array> {
  const imprint = writeDer(tags.sequence, writeDer(tags.sequence, derOid(sha256Oid), writeDer(tags.nothing)), writeDer(tags.octets, await digestOf('SHA-256', data)));
  return writeDer(tags.sequence, writeDer(tags.integer, Uint8Array.of(1)), imprint, derInteger(nonce), writeDer(tags.boolean, Uint8Array.of(0xff)));
}

export interface TimestampReading {
  /** ISO 8601, UTC. */
  at: string;
  /** Whether the imprint is that of the data. */
  matches: boolean;
  nonce: Uint8Array | null;
  /** `valid`: the authority's signature holds for the certificate in the token. Whether that certificate is to be trusted is not said here. */
  signature: 'valid' | 'invalid' | 'not-checked';
  /** Common name of the signing certificate, where it can be read. */
  authority: string | null;
}

/** `20261120103000Z`, with or without a fraction. */
function timeOf(node: DerNode): string {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(new TextDecoder().decode(node.content));
  if (!match) throw new DerUnreadable('time');
  return `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}${match[7] ?? ''}Z`;
}

/** Reads a TimeStampResp (RFC 3161 §2.4.2) and checks it against the data it should cover. @throws TimestampRefused, DerUnreadable */
export async function readTimestamp(response: Uint8Array, data: Uint8Array): Promise<TimestampReading> {
  const [status, token] = children(readDer(response)) as [DerNode?, DerNode?];
  const granted = status && children(status)[0]?.content[0];
  if (granted === undefined || granted > 1 || !token) throw new TimestampRefused(`时间戳机构未授予时间戳（状态 ${granted ?? '未知'}）`);
  const parts = children(token);
  if (oidText(expect(parts, 0, tags.oid)) !== signedData) throw new DerUnreadable('not signed data');
  const signed = children(children(expect(parts, 1, 0xa0))[0]!);
  const wrapped = children(expect(signed, 2, tags.sequence));
  if (oidText(expect(wrapped, 0, tags.oid)) !== tstInfo) throw new DerUnreadable('not a timestamp');
  const content = children(expect(wrapped, 1, 0xa0))[0]!.content;
  const info = children(readDer(content));
  const imprint = children(expect(info, 2, tags.sequence));
  const hash = digestNames[oidText(expect(children(imprint[0]!), 0, tags.oid))];
  const matches = hash !== undefined && equalBytes(expect(imprint, 1, tags.octets).content, await digestOf(hash, data));
  const nonce = info.slice(5).find((node) => node.tag === tags.integer)?.content ?? null;
  return { at: timeOf(expect(info, 4, tags.generalizedTime)), matches, nonce, ...(await checkSignature(signed, content)) };
}

interface Certificate {
  whole: Uint8Array;
  serial: Uint8Array;
  issuer: Uint8Array;
  spki: DerNode;
  name: string | null;
}

function certificateOf(node: DerNode): Certificate {
  const body = children(children(node)[0]!);
  const base = body[0]?.tag === 0xa0 ? 1 : 0;
  const subject = body[base + 4]!;
  let name: string | null = null;
  for (const set of children(subject)) {
    const [type, value] = children(children(set)[0]!);
    if (type && value && oidText(type) === '2.5.4.3') name = new TextDecoder().decode(value.content);
  }
  return { whole: node.whole, serial: expect(body, base, tags.integer).content, issuer: body[base + 2]!.whole, spki: expect(body, base + 5, tags.sequence), name };
}

/** Whether the signed attributes name this very certificate (RFC 3161 §2.4.2 demands it); without the attribute nothing is said against it. */
async function namedInside(attributes: DerNode[][], { whole }: Certificate): Promise<boolean> {
  for (const [type, values] of attributes) {
    const usual = type && certificateAttributes[oidText(type)];
    if (!usual || !values) continue;
    const [list] = children(children(values)[0]!);
    const [first, second] = children(children(list!)[0]!);
    const hash = first?.tag === tags.sequence ? digestNames[oidText(expect(children(first), 0, tags.oid))] : usual;
    const told = first?.tag === tags.sequence ? second : first;
    if (hash && told && !equalBytes(told.content, await digestOf(hash, whole))) return false;
  }
  return true;
}

async function keyOf({ spki }: Certificate, hash: string): Promise<{ key: CryptoKey; algorithm: RsaHashedImportParams | EcdsaParams; size: number | null } | null> {
  const [type, parameter] = children(children(spki)[0]!);
  const der = spki.whole as Uint8Array<ArrayBuffer>;
  if (type && oidText(type) === '1.2.840.113549.1.1.1') {
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash };
    return { key: await crypto.subtle.importKey('spki', der, algorithm, false, ['verify']), algorithm, size: null };
  }
  const namedCurve = parameter?.tag === tags.oid ? curves[oidText(parameter)] : undefined;
  if (!namedCurve) return null;
  return { key: await crypto.subtle.importKey('spki', der, { name: 'ECDSA', namedCurve }, false, ['verify']), algorithm: { name: 'ECDSA', hash }, size: namedCurve === 'P-256' ? 32 : 48 };
}

/** CMS SignerInfo (RFC 5652 §5.4): the digest attribute must be that of the content, the signature that of the attributes. */
async function checkSignature(signed: DerNode[], content: Uint8Array): Promise<Pick<TimestampReading, 'signature' | 'authority'>> {
  const none = { signature: 'not-checked', authority: null } as const;
  const certificates = signed.find((node) => node.tag === 0xa0);
  const signer = children(expect(signed, signed.length - 1, tags.set))[0];
  if (!certificates || !signer) return none;
  const fields = children(signer);
  const [issuer, serial] = children(fields[1]!);
  const certificate = children(certificates).map(certificateOf).find((one) => issuer && serial && equalBytes(one.issuer, issuer.whole) && equalBytes(one.serial, serial.content));
  const hash = digestNames[oidText(expect(children(fields[2]!), 0, tags.oid))];
  const attributes = fields[3];
  const value = fields.findLast((node) => node.tag === tags.octets);
  if (!certificate || !hash || attributes?.tag !== 0xa0 || !value) return { ...none, authority: certificate?.name ?? null };
  const signedAttributes = children(attributes).map(children);
  const digest = signedAttributes.find((one) => one[0] && oidText(one[0]) === messageDigestAttribute);
  const verifier = await keyOf(certificate, hash);
  if (!verifier || !digest?.[1]) return { ...none, authority: certificate.name };
  const stated = children(digest[1])[0]!.content;
  // The attributes are signed as a SET, though they travel under a context tag.
  const covered = writeDer(tags.set, attributes.content);
  const signature = verifier.size === null ? value.content : rawPair(value.content, verifier.size);
  const holds = (await namedInside(signedAttributes, certificate)) && equalBytes(stated, await digestOf(hash, content)) && (await crypto.subtle.verify(verifier.algorithm, verifier.key, signature as Uint8Array<ArrayBuffer>, covered as Uint8Array<ArrayBuffer>));
  return { signature: holds ? 'valid' : 'invalid', authority: certificate.name };
}

function rawPair(der: Uint8Array, size: number): Uint8Array {
  const raw = new Uint8Array(2 * size);
  for (const [index, part] of children(readDer(der)).slice(0, 2).entries()) {
    const value = part.content[0] === 0 ? part.content.subarray(1) : part.content;
    if (value.length > size) throw new DerUnreadable('number too long');
    raw.set(value, (index + 1) * size - value.length);
  }
  return raw;
}

/** Sends a request to the authority the merchant configured and returns its answer as received, checked. */
export async function requestTimestamp(data: Uint8Array, nonce: Uint8Array, post: (query: Uint8Array) => Promise<Uint8Array>): Promise<Uint8Array> {
  const response = await post(await timestampRequest(data, nonce));
  const reading = await readTimestamp(response, data).catch((error: unknown) => {
    throw error instanceof TimestampRefused ? error : new TimestampRefused('时间戳机构的答复无法读取', { cause: error });
  });
  const sent = derInteger(nonce);
  if (!reading.matches || reading.signature === 'invalid') throw new TimestampRefused('时间戳机构返回的内容与清单不符');
  if (!reading.nonce || !equalBytes(readDer(sent).content, reading.nonce)) throw new TimestampRefused('时间戳机构返回的随机数不符');
  return response;
}
