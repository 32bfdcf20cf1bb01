import type { Container } from '../container';
import { isMap } from './cbor';
import { reachesAnchor, type Certificate } from './certificate';
import { readClaimSignature, signingTime, verifyClaim } from './cose';
import { bmffBinding, boxesBinding, dataBinding, digest, extraExclusions, sameBytes, type BindingState } from './hash-binding';
import type { Superbox } from './jumbf';
import { MalformedCredential } from './malformed-credential';
import { assertionReferences, hashedUri, manifestOf, withoutSuffix, type Manifest } from './manifest';

/** Who signed a manifest and what checking it gave, in the status codes of C2PA 2.2 §15.2. */
export interface Validation {
  passed: string[];
  failed: string[];
  signer: { organisation: string; commonName: string; notBefore: number; notAfter: number } | null;
  /** Milliseconds since 1970, from a time stamp that verifies. */
  signedAt: number | null;
  /** `untimed`: no usable time stamp, so validity must be judged against a time known from elsewhere. */
  validity: 'inside' | 'outside' | 'untimed';
}

/** Extended key usages the C2PA programme allows for signing claims. */
const allowedUsages = ['1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.9', '1.3.6.1.4.1.311.76.59.1.9', '1.3.6.1.4.1.62558.2.1'];

const algorithmOf = (manifest: Manifest) => (typeof manifest.claim.alg === 'string' ? manifest.claim.alg : 'sha256');
const lastLabel = (url: string) => url.split('/').at(-1)!.replace(/^self#jumbf=/, '');

/** Every assertion the claim lists is there and unchanged. */
async function checkAssertions(manifest: Manifest, result: Validation): Promise<void> {
  for (const { url, hash, alg } of assertionReferences(manifest.claim)) {
    const label = lastLabel(url);
    const assertion = manifest.assertions.find((one) => one.label === label);
    if (!assertion) {
      if (!redacted(manifest, label)) result.failed.push('assertion.missing');
      continue;
    }
    const found = await digest(alg ?? algorithmOf(manifest), [assertion.box.body]);
    result[found && hash && sameBytes(found, hash) ? 'passed' : 'failed'].push(found && hash && sameBytes(found, hash) ? 'assertion.hashedURI.match' : 'assertion.hashedURI.mismatch');
  }
}

const redacted = ({ claim }: Manifest, label: string) => Array.isArray(claim.redacted_assertions) && claim.redacted_assertions.some((uri) => typeof uri === 'string' && lastLabel(uri) === label);

/** Manifests named by ingredients are the ones that were there at signing. */
async function checkIngredients(manifest: Manifest, boxes: Map<string, Superbox>, result: Validation): Promise<void> {
  for (const { label, data } of manifest.assertions) {
    if (!/^c2pa\.ingredient(\.|$|__)/.test(label) || !isMap(data)) continue;
    const uri = data.activeManifest ?? data.active_manifest ?? data.c2pa_manifest;
    if (!isMap(uri)) continue;
    const { url, hash, alg } = hashedUri(uri);
    const box = boxes.get(lastLabel(url));
    if (!box || !hash) continue;
    const found = await digest(alg ?? algorithmOf(manifest), [box.body]);
    if (!found || !sameBytes(found, hash)) result.failed.push('ingredient.manifest.mismatch');
  }
}

async function checkSignature(manifest: Manifest, anchors: readonly Certificate[], result: Validation): Promise<void> {
  // The claim names the box of its signature: under another label it is not this manifest's.
  const named = typeof manifest.claim.signature === 'string' ? manifestOf(manifest.claim.signature) : null;
  if (!manifest.signatureBytes || (named !== null && named !== manifest.label)) {
    result.failed.push('claimSignature.missing');
    return;
  }
  const signature = readClaimSignature(manifest.signatureBytes);
  const leaf = signature.chain[0]!;
  result.signer = { organisation: leaf.organisation, commonName: leaf.commonName, notBefore: leaf.notBefore, notAfter: leaf.notAfter };
  if (await verifyClaim(signature, manifest.claimBytes)) result.passed.push('claimSignature.validated');
  else result.failed.push('claimSignature.mismatch');

  const stamp = await signingTime(signature, manifest.claimBytes);
  if (stamp === 'mismatch') result.failed.push('timeStamp.mismatch');
  else if (stamp !== 'none') {
    result.signedAt = stamp.at;
    result.passed.push('timeStamp.validated');
    const known = await reachesAnchor(stamp.chain, anchors, stamp.at);
    result[known ? 'passed' : 'failed'].push(known ? 'timeStamp.trusted' : 'timeStamp.untrusted');
    result.validity = stamp.at >= leaf.notBefore && stamp.at <= leaf.notAfter ? 'inside' : 'outside';
  }
  if (result.validity === 'outside') result.failed.push('signingCredential.expired');

  const usable = leaf.extendedKeyUsages.some((usage) => allowedUsages.includes(usage)) && !leaf.isAuthority;
  const trusted = usable && (await reachesAnchor(signature.chain, anchors, result.signedAt));
  result[trusted ? 'passed' : 'failed'].push(trusted ? 'signingCredential.trusted' : 'signingCredential.untrusted');
}

const bindingNames: Record<string, string> = { 'c2pa.hash.data': 'dataHash', 'c2pa.hash.boxes': 'boxesHash', 'c2pa.hash.bmff': 'bmffHash', 'c2pa.hash.bmff.v2': 'bmffHash', 'c2pa.hash.bmff.v3': 'bmffHash' };

/** The file against the hard binding of its active manifest. */
async function checkBinding(bytes: Uint8Array, container: Container, manifest: Manifest, result: Validation): Promise<void> {
  let checked = false;
  for (const { label, data } of manifest.assertions) {
    const kind = withoutSuffix(label);
    const name = bindingNames[kind];
    if (!name || !isMap(data) || label !== kind) continue;
    checked = true;
    const algorithm = algorithmOf(manifest);
    let state: BindingState;
    if (name === 'dataHash') state = await dataBinding(bytes, data, algorithm);
    else if (name === 'boxesHash') state = await boxesBinding(bytes, container, data, algorithm);
    else state = await bmffBinding(bytes, kind.endsWith('v3') ? 3 : kind.endsWith('v2') ? 2 : 1, data, algorithm);
    result[state === 'match' ? 'passed' : 'failed'].push(`assertion.${name}.${state}`);
    if (name === 'dataHash' && extraExclusions(data) > 0) result.passed.push('assertion.dataHash.additionalExclusionsPresent');
  }
  if (checked) return;
  // The parent's binding left out a store of another size: whether the bytes are the same cannot be told.
  result.failed.push(manifest.isUpdate ? 'assertion.dataHash.unchecked' : 'claim.hardBindings.missing');
}

/**
 * Validates one manifest. @param active whether the file itself is bound by it; the bindings of older manifests speak of
 * files that are gone. Problems inside become codes, never exceptions.
 */
export async function validateManifest(bytes: Uint8Array, container: Container, manifest: Manifest, boxes: Map<string, Superbox>, anchors: readonly Certificate[], active: boolean): Promise<Validation> {
  const result: Validation = { passed: [], failed: [], signer: null, signedAt: null, validity: 'untimed' };
  const attempt = async (check: Promise<void>, code: string) => {
    try {
      await check;
    } catch (error) {
      if (!(error instanceof MalformedCredential)) throw error;
      result.failed.push(error.code === 'unsupported' ? 'algorithm.unsupported' : code);
    }
  };
  await attempt(checkSignature(manifest, anchors, result), 'signingCredential.invalid');
  await checkAssertions(manifest, result);
  await checkIngredients(manifest, boxes, result);
  if (active) await checkBinding(bytes, container, manifest, result);
  result.passed = [...new Set(result.passed)];
  result.failed = [...new Set(result.failed)];
  return result;
}
