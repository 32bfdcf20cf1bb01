import { beforeAll, expect, test } from 'vitest';
import type { EarlierHit } from '../../../../lib/analysers/reuse/earlier-hit';
import type { AskTrace } from '../../../../lib/analysers/analyser';
import { reusedImage } from '../../../../lib/analysers/reuse/reused-image';
import { imageHashes } from '../../../../lib/evidence/hashes/image-hashes';
import { featuresOf, type Picture } from '../../../../lib/evidence/match/compare';
import type { Traces } from '../../../../lib/evidence/traces';
import { jpeg, print } from '../../../fixtures/scenes/scenes';

let picture: Picture;
let other: Picture;
beforeAll(async () => {
  picture = await jpeg(print(1, 320, 260), 85);
  other = await jpeg(print(2, 320, 260), 85);
});

const traces = (of: Picture) => async () => ({ pixels: of, features: featuresOf(of) });
const hit = (over: Partial<EarlierHit>): EarlierHit => ({ kind: 'exact', distance: 0, caseId: 'c1', imageId: 'i1', orderId: 'o1', sameBuyer: false, appliedAt: '2026-01-02T10:00:00+08:00', picture: null, ...over });
const examine = (hits: EarlierHit[] | null, orderId = 'o2') =>
  reusedImage.examine({ sha256: 'ab', hashes: imageHashes(picture) }, hits ? { earlier: async () => hits, orderId } : {}, ask);
/** Traces asked for beyond the hashes. */
const asked: string[] = [];
const ask: AskTrace<'pixels' | 'features'> = async (key) => {
  asked.push(key);
  return { pixels: picture, features: featuresOf(picture) }[key] as Traces[typeof key];
};

test('without earlier claims it does not apply; without hits it finds nothing', async () => {
  expect((await examine(null)).outcome).toBe('not-applicable');
  expect(await examine([])).toMatchObject({ outcome: 'inconclusive', strength: 0 });
  expect(asked).toEqual([]);
});

test('the same bytes on another order count, on the same order they do not; identifiers are private', async () => {
  const answer = await examine([hit({})]);
  expect(answer).toMatchObject({ outcome: 'suspicious', strength: 3 });
  for (const key of ['caseId', 'imageId', 'orderId']) expect(answer.facts.find((fact) => fact.key === key)?.private, key).toBe(true);
  expect(await examine([hit({})], 'o1')).toMatchObject({ outcome: 'inconclusive', strength: 0 });
});

test('a hash hit is confirmed on the earlier picture, or dropped', async () => {
  const copy = await jpeg(picture, 60);
  const confirmed = await examine([hit({ kind: 'candidate', distance: 40, picture: { id: 'i1', traces: traces(copy) } })]);
  expect(confirmed).toMatchObject({ outcome: 'suspicious', strength: 3 });
  expect(confirmed.facts).toContainEqual({ key: 'kind', value: 'registered' });
  expect(await examine([hit({ kind: 'near-identical', distance: 20, picture: { id: 'i1', traces: traces(other) } })])).toMatchObject({ outcome: 'inconclusive' });
  expect(await examine([hit({ kind: 'near-identical', distance: 20 })])).toMatchObject({ outcome: 'suspicious', strength: 1.5 });
  expect(await examine([hit({ kind: 'candidate', distance: 50 })])).toMatchObject({ outcome: 'inconclusive' });
}, 60_000);
