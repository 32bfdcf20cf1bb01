import { describe, expect, test } from 'vitest';
import { contentCredentials } from '../../../../lib/analysers/provenance/content-credentials';
import { readCertificate } from '../../../../lib/evidence/c2pa/certificate';
import { readCredential } from '../../../../lib/evidence/c2pa/trace';
import { readContainer } from '../../../../lib/evidence/container';
import { ask, factsOf } from '../../../fixtures/ask';
import { identity } from '../../../fixtures/c2pa/certificates';
import { c2paCarriers } from '../../../fixtures/c2pa/carriers';
import { signedPicture, type ManifestSpec, type PictureSpec } from '../../../fixtures/c2pa/signed-picture';
import { sharedFile, sharedFiles } from '../../../fixtures/shared-data';
import { placeOf } from '../../../fixtures/writers/bytes';
import { app1Xmp, jpeg } from '../../../fixtures/writers/jpeg';
import type { Value } from '../../../fixtures/c2pa/cbor';
import type { Finding } from '../../../../lib/case/finding';

const iptc = (name: string) => `http://cv.iptc.org/newscodes/digitalsourcetype/${name}`;
const actions = (...list: { [key: string]: Value }[]) => ({ label: 'c2pa.actions.v2', data: { actions: list } });
const created = (source: string) => actions({ action: 'c2pa.created', digitalSourceType: iptc(source) });
const manifest = (label: string, ...assertions: ManifestSpec['assertions']): ManifestSpec => ({ label, assertions });

const root = identity('Test Root', { authority: true });
const leaf = root.then((issuer) => identity('Test Signer', { issuer }));
const stamps = root.then((issuer) => identity('Test Stamps', { issuer, kind: 'Ed25519' }));

/** As the runner would, with our own root as the only one trusted. */
async function examined(bytes: Uint8Array, trusted: boolean, context = {}): Promise<Finding> {
  const credential = await readCredential(bytes, readContainer(bytes), trusted ? [readCertificate((await root).certificate)] : []);
  const answer = await contentCredentials.examine({ c2pa: { credential, remote: null } }, context);
  return { analyser: 'content-credentials', family: 'provenance', ...answer };
}
const picture = async (manifests: ManifestSpec[], spec: Partial<PictureSpec> = {}) =>
  signedPicture({ carrier: 'JPEG APP11', manifests, signer: await leaf, stamp: { authority: await stamps, at: new Date('2026-06-01T00:00:00Z') }, ...spec });
const judged = async (manifests: ManifestSpec[], trusted = true) => {
  const finding = await examined(await picture(manifests), trusted);
  return [factsOf(finding).kind, finding.outcome, finding.strength];
};
const changedByte = (bytes: Uint8Array, at: number) => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));

describe('what a credential is worth', () => {
  test('a generator’s statement by a trusted signer over unchanged bytes is the strongest', async () => {
    expect(await judged([manifest('urn:c2pa:a', created('trainedAlgorithmicMedia'))])).toEqual(['generated', 'suspicious', 4.3]);
  });

  test('an unknown signer or changed bytes do not erase it', async () => {
    expect(await judged([manifest('urn:c2pa:a', created('trainedAlgorithmicMedia'))], false)).toEqual(['generated', 'suspicious', 3]);
    const bytes = await picture([manifest('urn:c2pa:a', created('trainedAlgorithmicMedia'))]);
    const finding = await examined(changedByte(bytes, bytes.length - 4), true);
    expect([finding.strength, factsOf(finding).bytesUnchanged, factsOf(finding).codes]).toEqual([3, false, 'assertion.dataHash.mismatch']);
  });

  test('without a time stamp the day of the claim decides whether the certificate was valid', async () => {
    const bytes = await picture([manifest('urn:c2pa:a', created('trainedAlgorithmicMedia'))], { stamp: undefined });
    const strength = async (appliedAt: string | null) => (await examined(bytes, true, { appliedAt })).strength;
    expect([await strength(null), await strength('2026-07-01T08:00:00+08:00'), await strength('2036-01-01T08:00:00+08:00')]).toEqual([3, 4.3, 3]);
  });

  test('the statement of a parent holds, that of a placed part does not wholly', async () => {
    const origin = manifest('urn:c2pa:origin', created('trainedAlgorithmicMedia'));
    const active = (relationship: string): ManifestSpec => ({ ...manifest('urn:c2pa:active', actions({ action: 'c2pa.opened' })), ingredients: [{ relationship, manifest: 'urn:c2pa:origin' }] });
    expect(await judged([origin, active('parentOf')])).toEqual(['generated', 'suspicious', 4.3]);
    expect(await judged([origin, active('inputTo')])).toEqual(['generated', 'suspicious', 4.3]);
    expect(await judged([origin, active('componentOf')])).toEqual(['part', 'suspicious', 1]);
  });

  test.each([
    ['compositeWithTrainedAlgorithmicMedia', 'composite', 2],
    ['compositeSynthetic', 'composite', 2],
    ['algorithmicallyEnhanced', 'other', 0],
    ['algorithmicMedia', 'other', 0],
    ['composite', 'other', 0],
    ['screenCapture', 'other', 0],
  ])('%s reads as %s', async (source, kind, strength) => {
    expect(await judged([manifest('urn:c2pa:a', created(source))])).toEqual([kind, strength ? 'suspicious' : 'inconclusive', strength]);
  });

  test('a source type counts wherever it stands: IPTC metadata, ai-disclosure, ingredient', async () => {
    expect((await judged([manifest('urn:c2pa:a', { label: 'stds.iptc', data: { 'Iptc4xmpExt:DigitalSourceType': iptc('trainedAlgorithmicMedia') } })]))[0]).toBe('generated');
    expect((await judged([manifest('urn:c2pa:a', { label: 'c2pa.ai-disclosure', data: { media: { digitalSourceType: 'http://c2pa.org/digitalsourcetype/trainedAlgorithmicData' } } })]))[0]).toBe('generated');
    expect((await judged([manifest('urn:c2pa:a', { label: 'c2pa.ingredient.v3', data: { relationship: 'componentOf', digitalSourceType: iptc('trainedAlgorithmicMedia') } })]))[0]).toBe('part');
  });

  test('a generating program without a source type counts by its whole name only', async () => {
    const by = (softwareAgent: Value) => judged([manifest('urn:c2pa:a', actions({ action: 'c2pa.created', softwareAgent }))]);
    expect(await by('Image Creator from Designer')).toEqual(['generator-agent', 'suspicious', 2.5]);
    expect(await by({ name: 'Dreamina' })).toEqual(['generator-agent', 'suspicious', 2.5]);
    expect(await by('Microsoft Designer')).toEqual(['other', 'inconclusive', 0]);
    expect(await by('My Adobe Firefly notes')).toEqual(['other', 'inconclusive', 0]);
  });

  test('a signer that only generates counts as its program does', async () => {
    const openai = await identity('OpenAI', { issuer: await root });
    // The writer names organisations `… Org`; the list holds names as certificates have them.
    const finding = await examined(await picture([manifest('urn:c2pa:a', actions({ action: 'c2pa.created' }))], { signer: openai }), true);
    expect(factsOf(finding).kind).toBe('other');
    const exact = await identity('OpenAI', { issuer: await root, organisation: 'OpenAI OpCo, LLC' });
    expect(factsOf(await examined(await picture([manifest('urn:c2pa:a', actions({ action: 'c2pa.created' }))], { signer: exact }), true)).kind).toBe('generator-agent');
  });

  test('version 2 actions may name the program by index', async () => {
    const data = { actions: [{ action: 'c2pa.created', softwareAgentIndex: 1 }], softwareAgents: [{ name: 'Viewer' }, { name: 'Bing Image Creator' }] };
    expect(await judged([manifest('urn:c2pa:a', { label: 'c2pa.actions.v2__1', data })])).toEqual(['generator-agent', 'suspicious', 2.5]);
  });

  test('ordinary edits weigh little, a mere conversion nothing', async () => {
    expect(await judged([manifest('urn:c2pa:a', actions({ action: 'c2pa.opened' }, { action: 'c2pa.cropped' }))])).toEqual(['edited', 'suspicious', 0.3]);
    expect(await judged([manifest('urn:c2pa:a', actions({ action: 'c2pa.opened' }, { action: 'c2pa.converted' }, { action: 'c2pa.resized.proportional' }))])).toEqual(['other', 'inconclusive', 0]);
  });
});

describe('cameras', () => {
  const captured = manifest('urn:c2pa:a', created('computationalCapture'));
  test('are credited only when signer, time and bytes are sound', async () => {
    expect(await judged([captured])).toEqual(['captured', 'consistent', -0.3]);
    expect(await judged([captured], false)).toEqual(['captured-unverified', 'inconclusive', 0]);
    const unstamped = await examined(await picture([captured], { stamp: undefined }), true);
    expect(factsOf(unstamped).kind).toBe('captured-unverified');
    const strangeStamp = await examined(await picture([captured], { stamp: { authority: await identity('Nobody', { kind: 'Ed25519' }), at: new Date('2026-06-01T00:00:00Z') } }), true);
    expect(factsOf(strangeStamp).kind).toBe('captured-unverified');
  });

  test('enhancing on the phone raises nothing, and edits end the credit', async () => {
    const enhanced: ManifestSpec = { ...manifest('urn:c2pa:b', actions({ action: 'c2pa.edited', digitalSourceType: iptc('algorithmicallyEnhanced') })), ingredients: [{ relationship: 'parentOf', manifest: 'urn:c2pa:a' }] };
    expect(await judged([captured, enhanced])).toEqual(['captured', 'consistent', -0.3]);
    const cropped: ManifestSpec = { ...enhanced, assertions: [actions({ action: 'c2pa.cropped' })] };
    expect(await judged([captured, cropped])).toEqual(['captured-unverified', 'inconclusive', 0]);
  });

  test('bytes changed after a capture are shown', async () => {
    const bytes = await picture([captured]);
    const finding = await examined(changedByte(bytes, bytes.length - 4), true);
    expect([factsOf(finding).kind, finding.outcome, finding.strength]).toEqual(['captured-changed', 'suspicious', 0.3]);
  });

  test('a photograph reworked by the phone’s generator is told', async () => {
    const reworked: ManifestSpec = {
      ...manifest('urn:c2pa:b', actions({ action: 'c2pa.opened' }, { action: 'c2pa.edited', digitalSourceType: iptc('trainedAlgorithmicMedia') }, { action: 'c2pa.edited', digitalSourceType: iptc('algorithmicallyEnhanced') })),
      ingredients: [{ relationship: 'parentOf', manifest: 'urn:c2pa:a' }],
    };
    expect(await judged([captured, reworked])).toEqual(['reworked', 'suspicious', 3]);
  });
});

describe('manifests without a binding of their own', () => {
  const update = (box: 'c2um' | 'c2cm'): ManifestSpec => ({ ...manifest('urn:c2pa:b', actions({ action: 'c2pa.edited.metadata' })), box, ingredients: [{ relationship: 'parentOf', manifest: 'urn:c2pa:a' }] });
  const updated = async (source: string) => examined(await picture([manifest('urn:c2pa:a', created(source)), update('c2um')], { binding: 'none' }), true);

  test('an update leaves an AI statement standing, but not the certainty that bytes are unchanged', async () => {
    const finding = await updated('trainedAlgorithmicMedia');
    expect([factsOf(finding).kind, finding.strength, factsOf(finding).bytesUnchanged]).toEqual(['generated', 3, false]);
    expect(contentCredentials.text.zh.summary(finding)).toContain('无法核对');
  });

  test('an update neither credits nor blames a capture', async () => {
    const finding = await updated('digitalCapture');
    expect([factsOf(finding).kind, finding.outcome, finding.strength]).toEqual(['captured-unverified', 'inconclusive', 0]);
  });

  test('a compressed manifest is named', async () => {
    const finding = await examined(await picture([manifest('urn:c2pa:a'), update('c2cm')], { binding: 'none' }), true);
    expect([factsOf(finding).kind, factsOf(finding).problem]).toEqual(['unreadable', 'compressed']);
  });
});

describe('what cannot be judged', () => {
  test('no credential is not applicable', async () => {
    expect((await ask(contentCredentials, jpeg())).outcome).toBe('not-applicable');
  });

  test('a remote address is reported, never fetched', async () => {
    const packet = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dcterms="http://purl.org/dc/terms/" dcterms:provenance="https://manifests.example/abc"/></rdf:RDF></x:xmpmeta>';
    const fetched = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new Error('the network was touched'));
    try {
      const finding = await ask(contentCredentials, jpeg({ segments: [app1Xmp(packet)] }));
      expect(finding).toMatchObject({ outcome: 'inconclusive', strength: 0 });
      expect(factsOf(finding)).toMatchObject({ kind: 'remote', remote: 'https://manifests.example/abc' });
      expect(finding.facts.find(({ key }) => key === 'remote')?.private).toBe(true);
    } finally {
      globalThis.fetch = fetched;
    }
  });

  test('a damaged store is said to be damaged', async () => {
    const bytes = await picture([manifest('urn:c2pa:a', created('trainedAlgorithmicMedia'))]);
    const finding = await ask(contentCredentials, changedByte(bytes, placeOf(bytes, 'c2cl') - 7));
    expect([finding.outcome, factsOf(finding).kind]).toEqual(['inconclusive', 'unreadable']);
  });

  test.each(Object.entries(c2paCarriers))('a store of noise in %s ends quietly', async (_, place) => {
    const noise = Uint8Array.from({ length: 999 }, (_unused, i) => (i * 97) & 255);
    expect((await ask(contentCredentials, place(noise))).outcome).toBe('not-applicable');
  });
});

describe('words', () => {
  test.each(['generated', 'reworked', 'part', 'captured-unverified', 'remote', 'unreadable'])('speak of %s in both languages without blame', (kind) => {
    const finding: Finding = { analyser: 'content-credentials', family: 'provenance', outcome: 'inconclusive', strength: 0, facts: [{ key: 'kind', value: kind }, { key: 'signer', value: 'Somebody' }] };
    for (const language of ['zh', 'en'] as const) {
      const sentence = contentCredentials.text[language].summary(finding);
      expect(sentence).toContain(language === 'zh' ? '内容凭证' : 'Content Credential');
      expect(sentence).toContain('Somebody');
      expect(sentence).not.toMatch(/造假|骗|fake|fraud|proven/i);
    }
  });
});

/** Kind and strength expected of real files, by their published truth. */
const truth: Record<string, [string, number]> = {
  'c2pa-avif.avif': ['other', 0],
  'c2pa-bad-signature.jpg': ['edited', 0.3],
  'c2pa-bing-no-source-type.jpg': ['generator-agent', 2.5],
  'c2pa-chatgpt.png': ['generated', 3],
  'c2pa-edited-chain.jpg': ['edited', 0.3],
  'c2pa-firefly.png': ['generated', 3],
  'c2pa-flux-expired.jpg': ['generated', 3],
  'c2pa-hash-mismatch.jpg': ['other', 0],
  'c2pa-photoshop-edit.jpg': ['edited', 0.3],
  'c2pa-remote-only.jpg': ['remote', 0],
  'c2pa-valid-not-ai.jpg': ['other', 0],
  'c2pa-webp-dalle.webp': ['generated', 3],
  'sef-genai-samsung.png': ['composite', 2],
};
/** What c2pa-rs 0.11 reports for the active manifest of the same file with the same trust list, besides trust in time stamps. */
const failures: Record<string, string[]> = {
  'c2pa-bad-signature.jpg': ['claimSignature.mismatch', 'signingCredential.untrusted', 'timeStamp.mismatch'],
  'c2pa-hash-mismatch.jpg': ['assertion.dataHash.mismatch', 'signingCredential.untrusted'],
};

describe('real files', () => {
  test.each(sharedFiles('labelled').filter((name) => name in truth))('labelled/%s reads to its truth', async (name) => {
    const bytes = sharedFile('labelled', name);
    const finding = await ask(contentCredentials, bytes);
    expect([factsOf(finding).kind, finding.strength]).toEqual(truth[name]);
    const credential = await readCredential(bytes, readContainer(bytes));
    if (!credential) return;
    const { failed, passed } = credential.manifests.at(-1)!.validation;
    expect(failed.filter((code) => code !== 'timeStamp.untrusted').toSorted()).toEqual(failures[name] ?? ['signingCredential.untrusted']);
    if (!(name in failures)) expect(passed).toEqual(expect.arrayContaining(['claimSignature.validated', 'assertion.hashedURI.match']));
    if (!(name in failures)) expect(passed.some((code) => /^assertion\.(data|boxes|bmff)Hash\.match$/.test(code))).toBe(true);
  });

  test.each(sharedFiles('labelled').filter((name) => !(name in truth)))('labelled/%s holds no credential', async (name) => {
    expect((await ask(contentCredentials, sharedFile('labelled', name))).outcome).toBe('not-applicable');
  });

  test.each(sharedFiles('camera'))('camera/%s raises nothing', async (name) => {
    const finding = await ask(contentCredentials, sharedFile('camera', name));
    expect(finding.strength).toBeLessThanOrEqual(0);
    if (name.startsWith('pixel-c2pa')) expect([finding.outcome, factsOf(finding).kind, factsOf(finding).signerTrusted]).toEqual(['consistent', 'captured', true]);
  });
});
