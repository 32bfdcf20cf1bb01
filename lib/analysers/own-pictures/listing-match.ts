import type { Fact, Region } from '../../case/finding';
import { compare, subjectOf, type Comparison } from '../../evidence/match/compare';
import { mappingText } from '../../evidence/match/on-reference';
import { exposureOf, relations, type Relation } from '../../evidence/match/relation';
import { popcount } from '../../evidence/match/descriptors';
import type { ImageHashes } from '../../evidence/hashes/image-hashes';
import { defineAnalyser, notApplicable, type Answer, type Reference } from '../analyser';
import { text } from './listing-match.text';

/** log10 likelihood ratio of each answer; bounded by how often independent pairs gave it (lib/scoring/weights.ts). */
const strengths: Record<Relation, number> = { 'same-picture-altered': 4, 'same-picture-unaltered': 3, 'same-printed-surface': 0, 'same-article-another-photograph': 0, 'no-match': 0 };

const round = (value: number, digits: number) => Number(value.toFixed(digits));
const place = ([x, y]: [number, number]): [number, number] => [round(x, 4), round(y, 4)];

interface Found {
  id: string;
  size: { width: number; height: number };
  comparison: Comparison;
}

/** The closer relation first; among equals the one with more agreeing places. */
const closer = (a: Found, b: Found) =>
  relations.indexOf(a.comparison.relation) - relations.indexOf(b.comparison.relation) || (b.comparison.coincidence?.hits.length ?? 0) - (a.comparison.coincidence?.hits.length ?? 0) || b.comparison.inliers - a.comparison.inliers;

const isSame = ({ comparison }: Found) => comparison.difference !== null;
const covers = ({ comparison }: Found) => comparison.coincidence?.coverage ?? 0;
/** Pixels of the merchant's picture per pixel of the buyer's: below 1 it shows less detail. */
const detail = ({ comparison }: Found) => Math.min(1, comparison.shape?.scale ?? 0);
const differing = ({ comparison }: Found) => comparison.difference?.share ?? 0;

/**
 * Listing pictures are often one photograph with and without a price or a slogan on it: what the buyer's picture has in common with any of
 * them is not the buyer's doing. So the least differing counts, among those that show as much of it in as much detail: a thumbnail hides a stain.
 */
function chosen(all: readonly Found[]): Found {
  const same = all.filter(isSame);
  if (same.length === 0) return [...all].sort(closer)[0]!;
  const [widest, finest] = [Math.max(...same.map(covers)), Math.max(...same.map(detail))];
  const fit = same.filter((one) => covers(one) > widest - 0.1 && detail(one) > 0.6 * finest);
  return (fit.length > 0 ? fit : same).sort((a, b) => differing(a) - differing(b) || closer(a, b))[0]!;
}

/** Nothing more can be learnt: the whole frame in full detail, without a difference. */
const settled = (one: Found) => one.comparison.relation === 'same-picture-unaltered' && covers(one) > 0.95 && detail(one) > 0.9;

/** Screenshots and collages of the listing mostly point at a variant or retell the page: unaltered, they say nothing about the goods. */
const contained = 0.6;

/** A copy that cannot be told from a second exposure, by the merchant or whoever had the scene before them. */
const untoldStrength = 2;

function strengthOf({ relation, coincidence }: Comparison, exposure: ReturnType<typeof exposureOf>): number {
  if (relation === 'same-picture-unaltered' && exposure === 'untold' && (coincidence?.coverage ?? 0) >= contained) return untoldStrength;
  return relation === 'same-picture-unaltered' && (coincidence?.coverage ?? 0) < contained ? 0 : strengths[relation];
}

function answer({ id, size, comparison }: Found, compared: number, evidence: { width: number; height: number }): Answer {
  const { relation, coincidence, difference, homography } = comparison;
  const facts: Fact[] = [
    { key: 'verdict', value: relation },
    { key: 'compared', value: compared },
  ];
  if (relation !== 'no-match') facts.push({ key: 'reference', value: id }, { key: 'log10NFA', value: Math.round(comparison.log10NFA) }, { key: 'inliers', value: comparison.inliers }, { key: 'mirrored', value: comparison.mirrored });
  if (relation !== 'no-match' && coincidence) facts.push({ key: 'agreement', value: round(coincidence.share, 3) }, { key: 'coverage', value: round(coincidence.coverage, 3) }, { key: 'residual', value: round(coincidence.residual, 2) });
  const exposure = exposureOf(comparison);
  if (exposure && relation !== 'no-match') facts.push({ key: 'exposure', value: exposure });
  if (difference) facts.push({ key: 'share', value: round(difference.share, 4) });
  if (difference && homography) facts.push({ key: 'mapping', value: mappingText(homography, evidence, size) });
  const regions: Region[] | undefined = difference?.areas.length ? difference.areas.map((area) => ({ kind: 'difference', points: area.outline.map(place) })) : undefined;
  const strength = strengthOf(comparison, exposure);
  return { outcome: strength > 0 ? 'suspicious' : 'inconclusive', strength, facts, ...(regions && { regions }) };
}

/**
 * Those first that look most like the buyer's picture, in whichever of the eight orientations (PDQ): where one of ten settles the matter the
 * other nine need no features. Order stays where hashes say nothing.
 */
async function likeliestFirst(references: readonly Reference[], { pdq }: ImageHashes): Promise<Reference[]> {
  if (references.length < 2) return [...references];
  const ranked = await Promise.all(
    references.map(async (reference) => {
      const theirs = (await reference.traces(['hashes']).catch(() => null))?.hashes?.pdq[0];
      return { reference, distance: theirs ? Math.min(...pdq.map((ours) => ours.reduce((sum, word, k) => sum + popcount(word ^ theirs[k]!), 0))) : Infinity };
    }),
  );
  return ranked.toSorted((a, b) => (a.distance === b.distance ? 0 : a.distance - b.distance)).map((one) => one.reference);
}

/**
 * Whether the buyer's picture is one of the merchant's own, altered or not (detection.md 3). Facts: `verdict` (a Relation), `reference`,
 * `log10NFA`, `inliers`, `agreement` (share of textured places that coincide), `coverage` and `share` (of the buyer's frame, 0..1),
 * `residual` (pixels at comparison size), `exposure` (exposureOf), `mirrored`, `mapping` (see on-reference.ts).
 */
export const listingMatch = defineAnalyser({
  id: 'listing-match',
  family: 'own-pictures',
  seesScreenshots: true,
  excuse: ({ references }) => (references?.length ? null : 'no-reference'),
  needs: ['pixels', 'features', 'hashes'],
  async examine({ pixels, features, hashes }, context) {
    if (!context.references?.length) return notApplicable('no-reference');
    const subject = subjectOf(pixels, features);
    const all: Found[] = [];
    for (const reference of await likeliestFirst(context.references, hashes)) {
      context.signal?.throwIfAborted();
      const traces = await reference.traces(['pixels', 'features']).catch(() => null);
      if (!traces?.pixels || !traces.features) continue;
      const found: Found = { id: reference.id, size: traces.pixels, comparison: compare(subject, traces.pixels, traces.features) };
      // Registration and difference hold whole planes: what is said needs none of them.
      found.comparison.registration = null;
      if (found.comparison.difference) found.comparison.difference.map = new Float32Array(0);
      all.push(found);
      if (settled(found)) break;
    }
    return all.length > 0 ? answer(chosen(all), all.length, pixels) : notApplicable('references-unreadable');
  },
  text,
});
