import type { Fact } from '../../case/finding';
import { compare, subjectOf, type Subject } from '../../evidence/match/compare';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import type { EarlierHit } from './earlier-hit';
import { text } from './reused-image.text';

/** How sure it is that both claims show one photograph. */
const kinds = ['exact', 'registered', 'near-identical'] as const;
type Kind = (typeof kinds)[number];

/** log10 likelihood ratio; hashes alone, without the earlier picture to lay over, say least. */
const strengths: Record<Kind, number> = { exact: 3, registered: 3, 'near-identical': 1.5 };

interface Confirmed {
  hit: EarlierHit;
  kind: Kind;
}

/** How many pictures are laid over at most: of those alike as wholes, and of those that share places only, which one printed box does. */
const most = 8;
const mostParts = 3;

function answer(confirmed: Confirmed[], orderId: string | null | undefined): Answer {
  const elsewhere = confirmed.filter(({ hit }) => hit.orderId === null || !orderId || hit.orderId !== orderId);
  const [best] = elsewhere.length ? elsewhere : confirmed;
  const { hit, kind } = best!;
  const facts: Fact[] = [
    { key: 'kind', value: kind },
    { key: 'claims', value: new Set(confirmed.map((one) => one.hit.caseId)).size },
    { key: 'otherOrder', value: elsewhere.length > 0 },
    { key: 'distance', value: hit.distance },
    { key: 'caseId', value: hit.caseId, private: true },
    { key: 'imageId', value: hit.imageId, private: true },
  ];
  if (hit.places) facts.push({ key: 'part', value: true });
  if (hit.orderId) facts.push({ key: 'orderId', value: hit.orderId, private: true });
  if (hit.sameBuyer !== null) facts.push({ key: 'sameBuyer', value: hit.sameBuyer });
  if (hit.appliedAt) facts.push({ key: 'appliedAt', value: hit.appliedAt });
  // The same picture on the same order is a claim filed again.
  return elsewhere.length ? { outcome: 'suspicious', strength: strengths[kind], facts } : { outcome: 'inconclusive', strength: 0, facts };
}

/** Either way round: the earlier picture may be the part, and its whole come later. */
function coincide(one: Subject, other: Subject): boolean {
  const forth = compare(one, other.picture, other.features);
  if (forth.difference) return true;
  return forth.homography !== null && compare(other, one.picture, one.features).difference !== null;
}

/**
 * Whether this photograph was already used in another claim (detection.md 3, step 1). Hits by hash, of the whole or of parts, that are not
 * the same bytes are laid over the earlier picture where its bytes are kept. Facts: `kind`, `claims` (how many), `otherOrder`, `distance`, `part` (one is a part of the other or framed otherwise); private: `caseId`, `imageId`, `orderId`.
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
          if (coincide(subject, subjectOf(traces.pixels, traces.features))) confirmed.push({ hit, kind: 'registered' });
        } else if (hit.kind === 'near-identical') confirmed.push({ hit, kind: 'near-identical' });
      } else if (hit.kind === 'near-identical') confirmed.push({ hit, kind: 'near-identical' });
    }
    if (confirmed.length === 0) return nothingFound([{ key: 'compared', value: hits.length }]);
    confirmed.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.hit.distance - b.hit.distance);
    return answer(confirmed, context.orderId);
  },
  text,
});
