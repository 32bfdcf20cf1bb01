import type { Fact } from '../../case/finding';
import { compare, subjectOf, type Comparison, type Subject } from '../../evidence/match/compare';
import { standsStill } from '../../evidence/match/relation';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import type { EarlierHit } from './earlier-hit';
import { text } from './reused-image.text';

/** How sure it is that both claims show one photograph. */
const kinds = ['exact', 'registered', 'near-identical'] as const;
type Kind = (typeof kinds)[number];

/** log10 likelihood ratio; hashes alone, without the earlier picture to lay over, say least. */
const strengths: Record<Kind, number> = { exact: 3, registered: 3, 'near-identical': 1.5 };

/** One frame from one position, and nothing left of the noise that would tell a copy from a second exposure. */
const untoldStrength = 2;

interface Confirmed {
  hit: EarlierHit;
  kind: Kind;
  /** Whether noise could tell a copy from a second exposure of one frame; looked at where the pictures were laid over. */
  untold?: boolean;
}

/** How many pictures are laid over at most: of those alike as wholes, and of those that share places only, which one printed box does. */
const most = 8;
const mostParts = 3;

function answer(confirmed: Confirmed[], orderId: string | null | undefined): Answer {
  const elsewhere = confirmed.filter(({ hit }) => hit.orderId === null || !orderId || hit.orderId !== orderId);
  const [best] = elsewhere.length ? elsewhere : confirmed;
  const { hit, kind, untold } = best!;
  const facts: Fact[] = [
    { key: 'kind', value: kind },
    { key: 'claims', value: new Set(confirmed.map((one) => one.hit.caseId)).size },
    { key: 'otherOrder', value: elsewhere.length > 0 },
    { key: 'distance', value: hit.distance },
    { key: 'caseId', value: hit.caseId, private: true },
    { key: 'imageId', value: hit.imageId, private: true },
  ];
  if (hit.places) facts.push({ key: 'part', value: true });
  if (untold) facts.push({ key: 'exposure', value: 'untold' });
  if (hit.orderId) facts.push({ key: 'orderId', value: hit.orderId, private: true });
  if (hit.sameBuyer !== null) facts.push({ key: 'sameBuyer', value: hit.sameBuyer });
  if (hit.appliedAt) facts.push({ key: 'appliedAt', value: hit.appliedAt });
  // The same picture on the same order is a claim filed again.
  return elsewhere.length ? { outcome: 'suspicious', strength: untold ? untoldStrength : strengths[kind], facts } : { outcome: 'inconclusive', strength: 0, facts };
}

/** Either way round: the earlier picture may be the part, and its whole come later. */
function coinciding(one: Subject, other: Subject): Comparison | null {
  const forth = compare(one, other.picture, other.features);
  if (forth.difference) return forth;
  const back = forth.homography && compare(other, one.picture, one.features);
  return back?.difference ? back : null;
}

/** Null where the pictures do not coincide, or do and each has noise of its own: then the camera stood still, and took two. */
function laidOver(one: Subject, other: Subject, hit: EarlierHit): Confirmed | null {
  const found = coinciding(one, other);
  if (!found) return null;
  const exposure = standsStill(found);
  // What is a part of the other was not framed by a camera that stood still.
  return exposure === 'own' ? null : { hit, kind: 'registered', untold: exposure === 'untold' && !hit.places };
}

/**
 * Whether this photograph was already used in another claim (detection.md 3, step 1). Hits by hash, of the whole or of parts, that are not
 * the same bytes are laid over the earlier picture where its bytes are kept. Facts: `kind`, `claims` (how many), `otherOrder`, `distance`,
 * `part` (one is a part of the other or framed otherwise), `exposure` (`untold`: a copy, or a second exposure from one position); private: `caseId`, `imageId`, `orderId`.
 */
export const reusedImage = defineAnalyser({
  id: 'reused-image',
  family: 'reuse',
  seesScreenshots: true,
  needs: ['sha256', 'hashes'],
  mayNeed: ['pixels', 'features', 'windows'],
  async examine({ sha256, hashes }, context, ask) {
    if (!context.earlier) return notApplicable('no-earlier-claims');
    const hits = await context.earlier(sha256, hashes, () => ask('windows'));
    const confirmed: Confirmed[] = [];
    let subject: Subject | null = null;
    let looked = 0, parts = 0;
    for (const hit of hits) {
      context.signal?.throwIfAborted();
      if (hit.kind === 'exact') confirmed.push({ hit, kind: 'exact' });
      else if (hit.picture && (hit.places ? parts++ < mostParts : looked++ < most)) {
        const traces = await hit.picture.traces(['pixels', 'features']).catch(() => null);
        if (traces?.pixels && traces.features) {
          subject ??= subjectOf(await ask('pixels'), await ask('features'));
          const found = laidOver(subject, subjectOf(traces.pixels, traces.features), hit);
          if (found) confirmed.push(found);
        } else if (hit.kind === 'near-identical') confirmed.push({ hit, kind: 'near-identical' });
      } else if (hit.kind === 'near-identical') confirmed.push({ hit, kind: 'near-identical' });
    }
    if (confirmed.length === 0) return nothingFound([{ key: 'compared', value: hits.length }]);
    confirmed.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || Number(a.untold ?? false) - Number(b.untold ?? false) || a.hit.distance - b.hit.distance);
    return answer(confirmed, context.orderId);
  },
  text,
});
