import type { Fact } from '../../case/finding';
import type { SignedLabel } from '../../evidence/ai-label/signed-labels';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './signed-label.text';

/**
 * Whether a signed content label (guide TC260-PG-202511A) holds, who signed it, and whether it was made for this picture.
 * The label's own statement is weighed by `ai-label`; this adds what the signature and the picture hash are worth.
 * The hash of the picture is not itself signed: together they are very strong, not absolute.
 */

/** Bits of 64: re-saved and halved copies keep 0–2; cropping 8 % costs 8–18; other pictures are 16–38 apart. */
const belongs = 6;
const elsewhere = 14;
const strengths = { belongs: 1.5, elsewhere: 0.5 } as const;

export type Fit = 'belongs' | 'uncertain' | 'elsewhere' | 'not-compared';

const fitOf = ({ distance }: SignedLabel): Fit => (distance === null ? 'not-compared' : distance <= belongs ? 'belongs' : distance >= elsewhere ? 'elsewhere' : 'uncertain');

/** The most telling half first: a valid signature by a known key, then any valid one. */
const rank = ({ signature, signer }: SignedLabel): number => (signature === 'valid' ? (signer ? 0 : 1) : signature === 'invalid' ? 2 : 3);

function factsOf(main: SignedLabel, all: SignedLabel[]): Fact[] {
  const { data, signature, signer, distance } = main;
  const facts: Fact[] = [
    { key: 'signature', value: signature },
    { key: 'keyKnown', value: signer !== null },
    { key: 'fit', value: fitOf(main) },
    { key: 'algorithm', value: data.algorithm },
    { key: 'field', value: data.field },
    { key: 'carrier', value: data.label.carrier },
    { key: 'segment', value: data.label.segment },
    { key: 'offset', value: data.label.offset },
    { key: 'halves', value: all.map((one) => `${one.data.field}: ${one.signature}`).join('; ') },
  ];
  if (signer) facts.push({ key: 'keyOwner', value: signer.owner.zh }, { key: 'keyOwnerEnglish', value: signer.owner.en });
  if (distance !== null) facts.push({ key: 'hashDistance', value: distance });
  if (data.perceptualHash) facts.push({ key: 'labelHash', value: data.perceptualHash });
  if (data.keyVersion) facts.push({ key: 'keyVersion', value: data.keyVersion.slice(0, 100) });
  return facts;
}

export const signedLabel = defineAnalyser({
  id: 'signed-label',
  family: 'provenance',
  needs: ['signedLabels'],
  examine({ signedLabels }): Answer {
    const [main] = signedLabels.toSorted((a, b) => rank(a) - rank(b));
    if (!main) return notApplicable('no-signed-label');
    const facts = factsOf(main, signedLabels);
    const fit = fitOf(main);
    // Anybody can sign with a key of his own: without a known owner the label only agrees with itself.
    if (main.signature !== 'valid' || !main.signer || (fit !== 'belongs' && fit !== 'elsewhere')) return nothingFound(facts);
    return { outcome: 'suspicious', strength: strengths[fit], facts };
  },
  text,
});
