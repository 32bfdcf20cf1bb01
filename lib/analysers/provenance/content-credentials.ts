import type { Fact } from '../../case/finding';
import { isEdit, isGeneratorAgent, isGeneratorSigner, readSourceType, sourceName, type SourceReading } from '../../evidence/c2pa/source-types';
import type { Credential, CredentialManifest } from '../../evidence/c2pa/trace';
import { clipped } from '../../evidence/fact-text';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './content-credentials.text';

/**
 * What the Content Credentials (C2PA) in the file say of its making, read along the chain of ingredients and judged by
 * validation codes. An unknown or expired signer does not erase an AI statement, since nobody gains by forging one onto
 * his own evidence; a camera statement is never credited without a known signer and unchanged bytes.
 */
export type CredentialKind =
  | 'generated'
  | 'generator-agent'
  | 'reworked'
  | 'composite'
  | 'part'
  | 'edited'
  | 'captured'
  | 'captured-unverified'
  | 'captured-changed'
  | 'other'
  | 'remote'
  | 'unreadable';

const strengths: Record<CredentialKind, number> = {
  generated: 3,
  'generator-agent': 2.5,
  reworked: 3,
  composite: 2,
  part: 1,
  edited: 0.3,
  captured: -0.3,
  'captured-unverified': 0,
  'captured-changed': 0.3,
  other: 0,
  remote: 0,
  unreadable: 0,
};
/** The same by a signer on the trust list over unchanged bytes. */
const securedGenerated = 4.3;

interface Statement {
  reading: SourceReading;
  source: string;
  manifest: CredentialManifest;
  reach: 'this' | 'part';
}

function statements(manifests: CredentialManifest[]): Statement[] {
  return manifests.flatMap((manifest) => {
    const reach = manifest.reach === 'this' ? 'this' : 'part';
    const say = (source: string, as: Statement['reach']): Statement[] => (source ? [{ reading: readSourceType(source), source: sourceName(source), manifest, reach: as }] : []);
    return [
      ...manifest.actions.flatMap((action) => say(action.digitalSourceType, reach)),
      ...manifest.otherSourceTypes.flatMap((source) => say(source, reach)),
      ...manifest.ingredients.flatMap((ingredient) => say(ingredient.digitalSourceType, ingredient.relationship === 'componentOf' ? 'part' : reach)),
    ];
  });
}

const has = (manifest: CredentialManifest, code: RegExp) => manifest.validation.failed.some((one) => code.test(one));
const changed = /mismatch$|assertion\.missing|claimSignature\.(mismatch|missing)|signingCredential\.invalid|hardBindings\.missing/;
const trusted = (manifest: CredentialManifest) => manifest.validation.passed.includes('signingCredential.trusted') && manifest.validation.validity !== 'outside';

/** Signed bytes unchanged: the active manifest's own codes and every link of the chain that bears on this picture. */
const unchanged = (manifests: CredentialManifest[]) => manifests.filter((one) => one.reach === 'this').every((one) => !has(one, changed));

/** The file itself was compared with what was signed, and agrees. */
const bound = (manifests: CredentialManifest[]) => manifests.at(-1)!.validation.passed.some((code) => /Hash\.match$/.test(code));

/** Without a time stamp the certificate must have been valid when the claim was filed. @param strict a stamp counts only from an authority on the trust list. */
function validWhen({ validation: { validity, signer, passed } }: CredentialManifest, appliedAt: string | null | undefined, strict = false): boolean {
  if (validity !== 'untimed' && (!strict || passed.includes('timeStamp.trusted'))) return validity === 'inside';
  const at = appliedAt ? Date.parse(appliedAt) : Number.NaN;
  return signer !== null && at >= signer.notBefore && at <= signer.notAfter;
}

function classify(manifests: CredentialManifest[], appliedAt: string | null | undefined): { kind: CredentialKind; secured: boolean } {
  const said = statements(manifests);
  const here = said.filter((one) => one.reach === 'this');
  const own = manifests.filter((one) => one.reach === 'this');
  const intact = unchanged(manifests);
  const secured = (manifest: CredentialManifest) => intact && bound(manifests) && trusted(manifest) && trusted(manifests.at(-1)!) && validWhen(manifest, appliedAt);
  const generated = here.filter((one) => one.reading === 'generated');
  const captured = here.filter((one) => one.reading === 'captured');
  if (generated.length > 0) return { kind: captured.length > 0 ? 'reworked' : 'generated', secured: generated.some((one) => secured(one.manifest)) };
  const made = (one: CredentialManifest) => one.actions.some((action) => action.action === 'c2pa.created' && (isGeneratorAgent(action.softwareAgent) || isGeneratorSigner(one.validation.signer?.organisation ?? '')));
  if (captured.length === 0 && own.some(made)) return { kind: 'generator-agent', secured: false };
  if (here.some((one) => one.reading === 'composite-with-ai')) return { kind: 'composite', secured: false };
  if (said.some((one) => one.reach === 'part' && (one.reading === 'generated' || one.reading === 'composite-with-ai'))) return { kind: 'part', secured: false };
  const edits = own.some((one) => one.actions.some(isEdit));
  if (captured.length > 0) {
    if (!intact) return { kind: 'captured-changed', secured: false };
    return { kind: !edits && captured.some((one) => secured(one.manifest) && validWhen(one.manifest, appliedAt, true)) ? 'captured' : 'captured-unverified', secured: false };
  }
  return { kind: edits ? 'edited' : 'other', secured: false };
}

const day = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
const joined = (values: string[]) => clipped([...new Set(values.filter(Boolean))].join(', '), 500);

function factsOf({ carrier, offset, length, manifests }: Credential, appliedAt: string | null | undefined): Fact[] {
  const active = manifests.at(-1)!;
  const { signer, signedAt } = active.validation;
  const said = statements(manifests);
  const facts: Fact[] = [
    { key: 'carrier', value: carrier },
    { key: 'offset', value: offset },
    { key: 'storeBytes', value: length },
    { key: 'manifests', value: manifests.length },
    { key: 'generator', value: joined(manifests.map((one) => one.generator)) },
    { key: 'sourceTypes', value: joined(said.map((one) => (one.reach === 'part' ? `${one.source} (componentOf)` : one.source))) },
    { key: 'actions', value: joined(manifests.flatMap((one) => one.actions.map((action) => action.action))) },
    { key: 'softwareAgents', value: joined(manifests.flatMap((one) => one.actions.map((action) => action.softwareAgent))) },
    { key: 'descriptions', value: joined(manifests.flatMap((one) => one.actions.map((action) => action.description))) },
    { key: 'signer', value: signer ? joined([signer.organisation, signer.commonName]) : '' },
    { key: 'signerTrusted', value: trusted(active) },
    { key: 'certificateValid', value: validWhen(active, appliedAt) },
    { key: 'signedAt', value: signedAt === null ? '' : new Date(signedAt).toISOString() },
    { key: 'certificateUntil', value: signer ? day(signer.notAfter) : '' },
    { key: 'bytesUnchanged', value: unchanged(manifests) && bound(manifests) },
    { key: 'codes', value: joined(manifests.flatMap((one) => one.validation.failed)) },
    // Names of files on somebody's machine.
    { key: 'ingredientTitles', value: joined(manifests.flatMap((one) => one.ingredients.map((ingredient) => ingredient.title))), private: true },
  ];
  return facts.filter((fact) => fact.value !== '');
}

export const contentCredentials = defineAnalyser({
  id: 'content-credentials',
  family: 'provenance',
  needs: ['c2pa'],
  examine({ c2pa: { credential, remote } }, { appliedAt }): Answer {
    const address: Fact[] = remote ? [{ key: 'remote', value: remote, private: true }] : [];
    const kindFact = (kind: CredentialKind): Fact => ({ key: 'kind', value: kind });
    if (!credential) return remote ? nothingFound([kindFact('remote'), ...address]) : notApplicable('no-credential');
    if (credential.problem !== null || credential.manifests.length === 0)
      return nothingFound([kindFact('unreadable'), { key: 'problem', value: credential.problem ?? 'missing' }, { key: 'carrier', value: credential.carrier }, { key: 'offset', value: credential.offset }, ...address]);
    const { kind, secured } = classify(credential.manifests, appliedAt);
    const strength = kind === 'generated' && secured ? securedGenerated : strengths[kind];
    const outcome = strength > 0 ? 'suspicious' : strength < 0 ? 'consistent' : 'inconclusive';
    return { outcome, strength, facts: [kindFact(kind), { key: 'secured', value: secured }, ...factsOf(credential, appliedAt), ...address] };
  },
  text,
});
