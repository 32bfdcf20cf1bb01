import type { Fact, Region } from '../../case/finding';
import { compare, subjectOf, type Comparison } from '../../evidence/match/compare';
import { mappingText } from '../../evidence/match/on-reference';
import { relations, type Relation } from '../../evidence/match/relation';
import { defineAnalyser, notApplicable, type Answer } from '../analyser';
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

function answer({ id, size, comparison }: Found, compared: number, evidence: { width: number; height: number }): Answer {
  const { relation, coincidence, difference, homography } = comparison;
  const facts: Fact[] = [
    { key: 'verdict', value: relation },
    { key: 'compared', value: compared },
  ];
  if (relation !== 'no-match') facts.push({ key: 'reference', value: id }, { key: 'log10NFA', value: Math.round(comparison.log10NFA) }, { key: 'inliers', value: comparison.inliers }, { key: 'mirrored', value: comparison.mirrored });
  if (relation !== 'no-match' && coincidence) facts.push({ key: 'agreement', value: round(coincidence.share, 3) }, { key: 'coverage', value: round(coincidence.coverage, 3) }, { key: 'residual', value: round(coincidence.residual, 2) });
  if (difference) facts.push({ key: 'share', value: round(difference.share, 4) });
  if (difference && homography) facts.push({ key: 'mapping', value: mappingText(homography, evidence, size) });
  const regions: Region[] | undefined = difference?.areas.length ? difference.areas.map((area) => ({ kind: 'difference', points: area.outline.map(place) })) : undefined;
  const strength = strengths[relation];
  return { outcome: strength > 0 ? 'suspicious' : 'inconclusive', strength, facts, ...(regions && { regions }) };
}

/**
 * Whether the buyer's picture is one of the merchant's own, altered or not (detection.md 3). Facts: `verdict` (a Relation), `reference`,
 * `log10NFA`, `inliers`, `agreement` (share of textured places that coincide), `coverage` and `share` (of the buyer's frame, 0..1),
 * `residual` (pixels at comparison size), `mirrored`, `mapping` (see on-reference.ts).
 */
export const listingMatch = defineAnalyser({
  id: 'listing-match',
  family: 'own-pictures',
  seesScreenshots: true,
  excuse: ({ references }) => (references?.length ? null : 'no-reference'),
  needs: ['pixels', 'features'],
  async examine({ pixels, features }, context) {
    if (!context.references?.length) return notApplicable('no-reference');
    const subject = subjectOf(pixels, features);
    let best: Found | null = null;
    let compared = 0;
    for (const reference of context.references) {
      context.signal?.throwIfAborted();
      const traces = await reference.traces(['pixels', 'features']).catch(() => null);
      if (!traces?.pixels || !traces.features) continue;
      compared++;
      const found: Found = { id: reference.id, size: traces.pixels, comparison: compare(subject, traces.pixels, traces.features) };
      // Registration holds whole planes: keep one at a time.
      found.comparison.registration = null;
      if (!best || closer(found, best) < 0) best = found;
    }
    return best ? answer(best, compared, pixels) : notApplicable('references-unreadable');
  },
  text,
});
