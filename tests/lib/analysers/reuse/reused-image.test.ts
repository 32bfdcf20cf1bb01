import { beforeAll, describe, expect, test } from 'vitest';
import type { EarlierHit } from '../../../../lib/analysers/reuse/earlier-hit';
import type { AskTrace } from '../../../../lib/analysers/analyser';
import { reusedImage } from '../../../../lib/analysers/reuse/reused-image';
import { imageHashes } from '../../../../lib/evidence/hashes/image-hashes';
import { featuresOf, type Picture } from '../../../../lib/evidence/match/compare';
import type { Finding } from '../../../../lib/case/finding';
import type { Traces } from '../../../../lib/evidence/traces';
import { asSharp, decoded, jpeg, photograph, placed, print, surface } from '../../../fixtures/scenes/scenes';

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

test('a crop of an earlier picture, and the whole of an earlier crop, are found by the places they share', async () => {
  const crop = await jpeg(await decoded(asSharp(picture).extract({ left: 60, top: 40, width: 220, height: 190 })), 75);
  const found = await examine([hit({ kind: 'candidate', distance: 128, places: 5, picture: { id: 'i1', traces: traces(crop) } })]);
  expect(found).toMatchObject({ outcome: 'suspicious', strength: 3 });
  expect(found.facts).toContainEqual({ key: 'part', value: true });
  const askCrop = async (key: keyof Traces) => ({ pixels: crop, features: featuresOf(crop) })[key as 'pixels'] as never;
  const whole = hit({ kind: 'candidate', distance: 128, places: 5, picture: { id: 'i1', traces: traces(picture) } });
  expect(await reusedImage.examine({ sha256: 'ab', hashes: imageHashes(crop) }, { earlier: async () => [whole], orderId: 'o2' }, askCrop)).toMatchObject({ outcome: 'suspicious', strength: 3 });
}, 240_000);

test('of pictures that only share places three are laid over; what does not coincide is dropped', async () => {
  let read = 0;
  const box = { id: 'i1', traces: async () => (read++, { pixels: other, features: featuresOf(other) }) };
  expect(await examine(Array.from({ length: 6 }, () => hit({ kind: 'candidate', distance: 128, places: 3, picture: box })))).toMatchObject({ outcome: 'inconclusive', strength: 0 });
  expect(read).toBe(3);
}, 240_000);

test('a hash hit is confirmed on the earlier picture, or dropped', async () => {
  const copy = await jpeg(picture, 60);
  const confirmed = await examine([hit({ kind: 'candidate', distance: 40, picture: { id: 'i1', traces: traces(copy) } })]);
  expect(confirmed).toMatchObject({ outcome: 'suspicious', strength: 2 });
  expect(confirmed.facts).toContainEqual({ key: 'kind', value: 'registered' });
  expect(await examine([hit({ kind: 'near-identical', distance: 20, picture: { id: 'i1', traces: traces(other) } })])).toMatchObject({ outcome: 'inconclusive' });
  expect(await examine([hit({ kind: 'near-identical', distance: 20 })])).toMatchObject({ outcome: 'suspicious', strength: 1.5 });
  expect(await examine([hit({ kind: 'candidate', distance: 50 })])).toMatchObject({ outcome: 'inconclusive' });
}, 240_000);

describe('one frame, from one position', () => {
  const wall = surface(71, 560, 480, [190, 185, 175], 8);
  const box = print(13, 180, 230);
  const shot = (parcel: Picture, seed: number) => photograph([{ picture: wall, map: placed(wall, 200, 170, 0.9) }, { picture: parcel, map: placed(parcel, 200, 170, 0.8) }], { width: 400, height: 340, noise: 3, seed });
  const laidOver = async (one: Picture, earlier: Picture) => {
    const askOne = async (key: keyof Traces) => ({ pixels: one, features: featuresOf(one) })[key as 'pixels'] as never;
    const near = hit({ kind: 'near-identical', distance: 6, picture: { id: 'i1', traces: traces(earlier) } });
    const answer = await reusedImage.examine({ sha256: 'ab', hashes: imageHashes(one) }, { earlier: async () => [near], orderId: 'o2' }, askOne);
    return { ...answer, analyser: 'reused-image', family: 'reuse' } as Finding;
  };

  test('a copy that kept its noise counts in full; one that lost it is told with less and with the other explanation', async () => {
    const first = await jpeg(shot(box, 1), 92);
    const copy = await laidOver(await jpeg(first, 88), first);
    expect(copy).toMatchObject({ outcome: 'suspicious', strength: 3 });
    expect(copy.facts.some((fact) => fact.key === 'exposure')).toBe(false);
    const poor = await laidOver(await jpeg(first, 55), first);
    expect(poor).toMatchObject({ outcome: 'suspicious', strength: 2 });
    expect(reusedImage.text.zh.summary(poor)).toContain('不足以区分复制件与同一机位先后拍摄的另一张照片');
    expect(reusedImage.text.en.summary(poor)).toContain('a copy from a second exposure');
  }, 240_000);

  test('two exposures, and two parcels on one stand, are two photographs', async () => {
    const first = await jpeg(shot(box, 1), 92);
    expect(await laidOver(await jpeg(shot(box, 2), 92), first)).toMatchObject({ outcome: 'inconclusive', strength: 0 });
    expect(await laidOver(await jpeg(shot(print(14, 180, 230), 3), 92), first)).toMatchObject({ outcome: 'inconclusive', strength: 0 });
  }, 240_000);
});
