import { beforeAll, describe, expect, it } from 'vitest';
import { readContainer } from '../../../../lib/evidence/container';
import { readCertificate, type Certificate } from '../../../../lib/evidence/c2pa/certificate';
import { readCredential } from '../../../../lib/evidence/c2pa/trace';
import { c2paCarriers } from '../../../fixtures/c2pa/carriers';
import { identity, type Identity } from '../../../fixtures/c2pa/certificates';
import { signedPicture, type PictureSpec } from '../../../fixtures/c2pa/signed-picture';
import { placeOf } from '../../../fixtures/writers/bytes';

const trained = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
const created = { label: 'c2pa.actions.v2', data: { actions: [{ action: 'c2pa.created', digitalSourceType: trained, softwareAgent: { name: 'Painter', version: '3' } }] } };
const manifests = [{ label: 'urn:c2pa:only', assertions: [created] }];

let root: Identity;
let issuing: Identity;
let leaf: Identity;
let anchors: Certificate[];
beforeAll(async () => {
  root = await identity('Test Root', { authority: true });
  issuing = await identity('Test Issuing', { authority: true, issuer: root, kind: 'PS256' });
  leaf = await identity('Test Signer', { issuer: issuing });
  anchors = [readCertificate(root.certificate)];
});

const picture = (spec: Partial<PictureSpec> = {}) => signedPicture({ carrier: 'PNG caBX', manifests, signer: leaf, chain: [issuing], ...spec });
const read = async (bytes: Uint8Array, trust = anchors) => (await readCredential(bytes, readContainer(bytes), trust))!;
const activeOf = async (bytes: Uint8Array, trust = anchors) => (await read(bytes, trust)).manifests.at(-1)!.validation;

/** Changes one byte and gives a copy. */
function changed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at]! ^= 1;
  return copy;
}

describe('credential', () => {
  it.each(Object.keys(c2paCarriers))('is found and validates in %s', async (carrier) => {
    const bytes = await picture({ carrier, binding: /HEIC|AVIF/.test(carrier) ? 'bmff' : 'data' });
    const { problem, manifests: found } = await read(bytes);
    expect(problem).toBeNull();
    expect(found.map(({ label, reach, generator }) => [label, reach, generator])).toEqual([['urn:c2pa:only', 'this', 'Test Writer 1.0']]);
    expect(found[0]!.actions).toEqual([{ action: 'c2pa.created', softwareAgent: 'Painter 3', description: '', digitalSourceType: trained }]);
    expect(found[0]!.validation.failed).toEqual([]);
    expect(found[0]!.validation.passed).toContain(/HEIC|AVIF/.test(carrier) ? 'assertion.bmffHash.match' : 'assertion.dataHash.match');
    expect(found[0]!.validation.passed).toContain('signingCredential.trusted');
    expect(found[0]!.validation.signer).toMatchObject({ organisation: 'Test Signer Org', commonName: 'Test Signer' });
  });

  it.each(['ES256', 'PS256', 'Ed25519'] as const)('verifies %s signatures', async (kind) => {
    const validation = await activeOf(await picture({ signer: await identity('Other', { kind, issuer: issuing }) }));
    expect(validation.failed).toEqual([]);
  });

  it('tells an algorithm it cannot check from a signature that does not fit', async () => {
    expect((await activeOf(await picture({ algorithm: -47 }))).failed).toEqual(['algorithm.unsupported']);
    expect((await activeOf(await picture({ algorithm: -35 }))).failed).toEqual(['claimSignature.mismatch']);
  });

  it('names what changed after signing', async () => {
    const bytes = await picture();
    const fault = async (at: number) => (await activeOf(changed(bytes, at))).failed;
    expect(await fault(placeOf(bytes, 'IDAT') + 6)).toEqual(['assertion.dataHash.mismatch']);
    expect(await fault(placeOf(bytes, 'Painter'))).toEqual(['assertion.hashedURI.mismatch']);
    expect(await fault(placeOf(bytes, 'Test Writer'))).toEqual(['claimSignature.mismatch']);
    const avif = await picture({ carrier: 'AVIF uuid', binding: 'bmff' });
    expect((await activeOf(changed(avif, avif.length - 1))).failed).toEqual(['assertion.bmffHash.mismatch']);
  });

  it('notices a manifest under another label', async () => {
    const bytes = await picture();
    expect((await activeOf(changed(bytes, placeOf(bytes, 'urn:c2pa:only') + 9))).failed).toContain('claimSignature.missing');
  });

  it('a damaged issuer breaks the chain, not the signature', async () => {
    const bytes = await picture({ looseChain: true });
    expect((await activeOf(bytes)).failed).toEqual([]);
    const { failed, passed } = await activeOf(changed(bytes, Buffer.from(bytes).indexOf(issuing.certificate) + 1));
    expect(failed).toEqual(['signingCredential.untrusted']);
    expect(passed).toContain('claimSignature.validated');
  });

  it('says so when nothing binds the file', async () => {
    expect((await activeOf(await picture({ binding: 'none' }))).failed).toEqual(['claim.hardBindings.missing']);
  });

  it('trusts only chains that reach an anchor by authorities, for a permitted use', async () => {
    expect((await activeOf(await picture(), [])).failed).toEqual(['signingCredential.untrusted']);
    expect((await activeOf(await picture({ chain: [] }))).failed).toEqual(['signingCredential.untrusted']);
    const selfMade = await identity('Test Issuing', { authority: true, kind: 'PS256' });
    const pretender = await identity('Test Signer', { issuer: selfMade });
    expect((await activeOf(await picture({ signer: pretender, chain: [issuing] }))).failed).toEqual(['signingCredential.untrusted']);
    const notAuthority = await identity('Leaf as issuer', { issuer: issuing });
    const below = await identity('Below', { issuer: notAuthority });
    expect((await activeOf(await picture({ signer: below, chain: [notAuthority, issuing] }))).failed).toEqual(['signingCredential.untrusted']);
    const server = await identity('Web server', { issuer: issuing, usage: '1.3.6.1.5.5.7.3.1' });
    expect((await activeOf(await picture({ signer: server }))).failed).toEqual(['signingCredential.untrusted']);
  });

  it('takes the time of signing from a stamp that fits', async () => {
    const authority = await identity('Test Stamps', { kind: 'Ed25519', issuer: root });
    const short = await identity('Short-lived', { issuer: issuing, notAfter: new Date('2026-02-01T00:00:00Z') });
    const at = new Date('2026-01-15T10:00:00Z');
    const inside = await activeOf(await picture({ signer: short, stamp: { authority, at } }));
    expect(inside).toMatchObject({ failed: [], signedAt: at.getTime(), validity: 'inside' });
    expect(inside.passed).toContain('timeStamp.trusted');
    const late = await activeOf(await picture({ signer: short, stamp: { authority, at: new Date('2026-03-01T00:00:00Z') } }));
    expect(late).toMatchObject({ failed: ['signingCredential.expired', 'signingCredential.untrusted'], validity: 'outside' });
    const stranger = await activeOf(await picture({ stamp: { authority: await identity('Nobody', { kind: 'Ed25519' }), at } }));
    expect(stranger).toMatchObject({ failed: ['timeStamp.untrusted'], validity: 'inside' });
    const bytes = await picture({ stamp: { authority, at } });
    const broken = await activeOf(changed(bytes, placeOf(bytes, '20260115100000Z') + 5));
    expect(broken).toMatchObject({ failed: ['timeStamp.mismatch'], signedAt: null, validity: 'untimed' });
  });

  it('walks ingredients: parents speak of this picture, components of a part', async () => {
    const chain = await read(
      await picture({
        manifests: [
          { label: 'urn:c2pa:origin', assertions: [created] },
          { label: 'urn:c2pa:parent', assertions: [], ingredients: [{ relationship: 'inputTo', manifest: 'urn:c2pa:origin' }] },
          { label: 'urn:c2pa:piece', assertions: [created], version: 1 },
          { label: 'urn:c2pa:stray', assertions: [] },
          { label: 'urn:c2pa:active', assertions: [], ingredients: [{ relationship: 'parentOf', manifest: 'urn:c2pa:parent' }, { relationship: 'componentOf', manifest: 'urn:c2pa:piece' }, { relationship: 'componentOf', manifest: null }] },
        ],
      }),
    );
    expect(Object.fromEntries(chain.manifests.map(({ label, reach }) => [label.slice(9), reach]))).toEqual({ origin: 'this', parent: 'this', piece: 'part', stray: 'unlinked', active: 'this' });
    expect(chain.manifests.every(({ validation }) => validation.failed.length === 0)).toBe(true);
  });

  it('notices a parent manifest exchanged after signing', async () => {
    const bytes = await picture({ manifests: [{ label: 'urn:c2pa:parent', assertions: [created] }, { label: 'urn:c2pa:active', assertions: [], ingredients: [{ relationship: 'parentOf', manifest: 'urn:c2pa:parent' }] }] });
    const { failed } = await activeOf(changed(bytes, placeOf(bytes, 'Painter')));
    expect(failed).toEqual(['ingredient.manifest.mismatch']);
  });

  it('gives a code for a damaged store and null for none', async () => {
    const bytes = await picture();
    const damaged = changed(bytes, placeOf(bytes, 'c2cl') - 7);
    expect(await read(damaged)).toMatchObject({ carrier: 'caBX', problem: 'jumbf', manifests: [] });
    const plain = c2paCarriers['PNG caBX']!(new Uint8Array(100));
    expect(await readCredential(plain, readContainer(plain), [])).toBeNull();
  });
});
