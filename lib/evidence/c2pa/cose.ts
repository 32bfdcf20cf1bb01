import { concat } from '../bytes';
import { decodeCbor, encodeHead, isMap, Tagged, type Cbor, type CborMap } from './cbor';
import { readCertificate, type Certificate } from './certificate';
import { MalformedCredential } from './malformed-credential';
import { coseScheme, verifySignature } from './public-key';
import { verifyTimestamp, type Timestamp } from './timestamp';

/** A parsed COSE_Sign1 (RFC 9052 §4.2) with detached payload, as C2PA uses it. */
export interface ClaimSignature {
  protectedBytes: Uint8Array;
  headers: CborMap;
  unprotected: CborMap;
  signature: Uint8Array;
  /** Leaf first. */
  chain: Certificate[];
}

const bad = (message: string) => new MalformedCredential('signature', message);

/** @throws {MalformedCredential} */
export function readClaimSignature(bytes: Uint8Array): ClaimSignature {
  const outer = decodeCbor(bytes);
  const parts = outer instanceof Tagged ? outer.value : outer;
  if (!Array.isArray(parts)) throw bad('not a COSE signature');
  const [protectedBytes, unprotected, , signature] = parts;
  if (!(protectedBytes instanceof Uint8Array) || !isMap(unprotected) || !(signature instanceof Uint8Array)) throw bad('COSE signature incomplete');
  const headers = protectedBytes.length ? decodeCbor(protectedBytes) : {};
  if (!isMap(headers)) throw bad('COSE header is not a map');
  // 33 is x5chain of RFC 9360; files before 2023 write the name.
  const sent: Cbor = headers['33'] ?? unprotected['33'] ?? headers.x5chain ?? unprotected.x5chain ?? [];
  const chain = [sent].flat().filter((one): one is Uint8Array => one instanceof Uint8Array);
  if (chain.length === 0 || chain.length > 10) throw bad('no certificate with the signature');
  // An issuer's certificate that cannot be read breaks the chain, not the signature.
  const issuers = chain.slice(1).flatMap((bytes) => {
    try {
      return [readCertificate(bytes)];
    } catch {
      return [];
    }
  });
  return { protectedBytes, headers, unprotected, signature, chain: [readCertificate(chain[0]!), ...issuers] };
}

/** CBOR of [context, protected, external = empty, payload]: Sig_structure and CounterSignature share the shape. */
function toBeSigned(context: string, protectedBytes: Uint8Array, payload: Uint8Array): Uint8Array {
  const name = new TextEncoder().encode(context);
  return concat([encodeHead(4, 4), encodeHead(3, name.length), name, encodeHead(2, protectedBytes.length), protectedBytes, encodeHead(2, 0), encodeHead(2, payload.length), payload]);
}

/** Whether the leaf's key signed the claim. @throws {MalformedCredential} for algorithms this engine cannot check. */
export const verifyClaim = ({ protectedBytes, headers, signature, chain }: ClaimSignature, claim: Uint8Array): Promise<boolean> =>
  verifySignature(chain[0]!.spki, coseScheme(headers['1']), signature, toBeSigned('Signature1', protectedBytes, claim), 'raw');

/**
 * Time of signing by a time-stamp token that verifies; else whether none was sent or none fits.
 * `sigTst` stamps the claim (C2PA 1.x), `sigTst2` the signature (C2PA 2.x §10.3.2.5).
 */
export async function signingTime({ protectedBytes, unprotected, signature }: ClaimSignature, claim: Uint8Array): Promise<Timestamp | 'none' | 'mismatch'> {
  const tokens = (header: Cbor | undefined): Uint8Array[] =>
    (isMap(header) && Array.isArray(header.tstTokens) ? header.tstTokens : []).map((one) => (isMap(one) ? one.val : null)).filter((val): val is Uint8Array => val instanceof Uint8Array);
  const signatureItem = concat([encodeHead(2, signature.length), signature]);
  const stamped: [Uint8Array, Uint8Array][] = [
    ...tokens(unprotected.sigTst2).map((one): [Uint8Array, Uint8Array] => [one, toBeSigned('CounterSignature', protectedBytes, signatureItem)]),
    ...tokens(unprotected.sigTst).map((one): [Uint8Array, Uint8Array] => [one, toBeSigned('CounterSignature', protectedBytes, claim)]),
  ].slice(0, 4);
  for (const [token, message] of stamped) {
    const verified = await verifyTimestamp(token, message).catch(() => null);
    if (verified) return verified;
  }
  return stamped.length > 0 ? 'mismatch' : 'none';
}
