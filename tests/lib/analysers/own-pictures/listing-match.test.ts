import { beforeAll, expect, test } from 'vitest';
import type { Reference } from '../../../../lib/analysers/analyser';
import { listingMatch } from '../../../../lib/analysers/own-pictures/listing-match';
import { imageHashes } from '../../../../lib/evidence/hashes/image-hashes';
import { featuresOf, type Picture } from '../../../../lib/evidence/match/compare';
import { onReference, parseMapping } from '../../../../lib/evidence/match/on-reference';
import { warpReference } from '../../../../lib/evidence/match/warp-reference';
import { asSharp, decoded, jpeg, photograph, placed, print, surface } from '../../../fixtures/scenes/scenes';

const reference = (id: string, picture: Picture): Reference => ({ id, traces: async () => ({ pixels: picture, features: featuresOf(picture), hashes: imageHashes(picture) }) });
const examine = (picture: Picture, references?: Reference[]) => listingMatch.examine({ pixels: picture, features: featuresOf(picture), hashes: imageHashes(picture) }, references ? { references } : {});

let own: Picture;
let other: Picture;
let buyer: Picture;
beforeAll(async () => {
  const shot = async (seed: number) => {
    const table = surface(seed, 700, 600, [150, 120, 90], 60), box = print(seed + 1, 220, 260);
    return jpeg(photograph([{ picture: table, map: placed(table, 240, 200, 0.9) }, { picture: box, map: placed(box, 250, 210, 0.9, 5) }], { width: 480, height: 400, noise: 1.5, seed }), 90);
  };
  own = await shot(70);
  other = await shot(90);
  // The middle of the listing picture, mirrored, with a dark bar drawn on it.
  const bar = Buffer.from('<svg width="70" height="40"><rect width="70" height="40" fill="#1a1410"/></svg>');
  const crop = await decoded(asSharp(own).extract({ left: 40, top: 30, width: 400, height: 340 }));
  buyer = await jpeg(await decoded(asSharp(await decoded(asSharp(crop).composite([{ input: bar, left: 150, top: 130 }]))).flop()), 80);
}, 240_000);

test('without pictures to compare with it does not apply; unreadable ones say so', async () => {
  expect((await examine(buyer)).outcome).toBe('not-applicable');
  const broken: Reference = { id: 'x', traces: () => Promise.reject(new Error('gone')) };
  expect((await examine(buyer, [broken])).facts).toContainEqual({ key: 'reason', value: 'references-unreadable' });
}, 240_000);

test('names the listing picture among several, and where it was changed', async () => {
  const answer = await examine(buyer, [reference('other', other), reference('own', own)]);
  const fact = (key: string) => answer.facts.find((one) => one.key === key)?.value;
  expect(answer).toMatchObject({ outcome: 'suspicious', strength: 4 });
  expect([fact('verdict'), fact('reference'), fact('mirrored'), fact('compared')]).toEqual(['same-picture-altered', 'own', true, 2]);
  const points = answer.regions![0]!.points;
  const [left, right] = [Math.min(...points.map((p) => p[0])), Math.max(...points.map((p) => p[0]))];
  // Drawn at 150..220 of 400, then mirrored.
  expect(left).toBeCloseTo(180 / 400, 1);
  expect(right).toBeCloseTo(250 / 400, 1);
  const mapping = parseMapping(String(fact('mapping')))!;
  const [[x, y]] = onReference([[1 - 185 / 400, 150 / 340]], mapping, true) as [[number, number]];
  expect(x).toBeCloseTo((40 + 185) / 480, 2);
  expect(y).toBeCloseTo((30 + 150) / 400, 2);
  // Laid into the buyer's frame the listing picture equals it but for the bar.
  const laid = warpReference(own, mapping, { width: 400, height: 340 }, true);
  let sum = 0;
  for (let i = 0; i < 3 * 400 * 60; i++) sum += Math.abs(laid.rgb[i]! - buyer.rgb[i]!);
  expect(sum / (3 * 400 * 60)).toBeLessThan(8);
}, 240_000);

test('another photograph gives no strength', async () => {
  expect(await examine(buyer, [reference('other', other)])).toMatchObject({ outcome: 'inconclusive', strength: 0 });
}, 240_000);

test('a listing picture with a slogan beside the same one without: what the buyer left as it was is no change of the buyer’s', async () => {
  const slogan = Buffer.from('<svg width="480" height="70"><rect width="480" height="70" fill="#d81e06"/><text x="20" y="50" font-size="40" fill="#fff">SALE 50% OFF</text></svg>');
  const advertised = await jpeg(await decoded(asSharp(own).composite([{ input: slogan, left: 0, top: 20 }])), 88);
  const copy = await jpeg(own, 80);
  const answer = await examine(copy, [reference('advertised', advertised), reference('plain', own)]);
  expect(answer.facts).toContainEqual({ key: 'verdict', value: 'same-picture-unaltered' });
  expect(answer.facts).toContainEqual({ key: 'reference', value: 'plain' });
  expect(answer.regions).toBeUndefined();
}, 240_000);

test('a copy whose noise was lost in storing is called neither the listing picture nor another photograph', async () => {
  const answer = await examine(await jpeg(own, 70), [reference('own', own)]);
  expect(answer).toMatchObject({ outcome: 'suspicious', strength: 2 });
  expect(answer.facts).toContainEqual({ key: 'exposure', value: 'untold' });
  const finding = { analyserId: 'listing-match', ...answer } as never;
  expect(listingMatch.text.zh.summary(finding)).toContain('无法与同一机位先后拍摄的另一张照片区分');
  expect(listingMatch.text.en.summary(finding)).toContain('too little of the fine noise');
}, 240_000);

test('a thumbnail without the stain does not hide it', async () => {
  const blot = Buffer.from('<svg width="30" height="24"><ellipse cx="15" cy="12" rx="14" ry="11" fill="#1a1410"/></svg>');
  const stained = await jpeg(await decoded(asSharp(own).composite([{ input: blot, left: 300, top: 60 }])), 88);
  const thumbnail = await decoded(asSharp(own).resize(160));
  const answer = await examine(stained, [reference('thumbnail', thumbnail), reference('full', own)]);
  expect(answer.facts).toContainEqual({ key: 'verdict', value: 'same-picture-altered' });
  expect(answer.facts).toContainEqual({ key: 'reference', value: 'full' });
}, 240_000);

test('a screenshot of the listing is told and does not count', async () => {
  const inner = await asSharp(own).resize(360).png().toBuffer();
  const page = await decoded(asSharp({ width: 400, height: 800, rgb: new Uint8Array(400 * 800 * 3).fill(248) }).composite([{ input: inner, left: 20, top: 120 }]));
  const answer = await examine(await jpeg(page, 85), [reference('own', own)]);
  expect(answer).toMatchObject({ outcome: 'inconclusive', strength: 0 });
  expect(answer.facts).toContainEqual({ key: 'verdict', value: 'same-picture-unaltered' });
}, 240_000);

test('of several listing pictures the one that looks like it is compared first, turned or not, and settles it', async () => {
  const asked: string[] = [];
  const watched = (id: string, picture: Picture): Reference => ({ id, traces: async (keys) => (keys.includes('features') && asked.push(id), { pixels: picture, features: featuresOf(picture), hashes: imageHashes(picture) }) });
  const turned = await jpeg(await decoded(asSharp(own).rotate(90)), 85);
  const answer = await examine(turned, [watched('other', other), watched('another', buyer), watched('own', own)]);
  expect(answer.facts).toContainEqual({ key: 'verdict', value: 'same-picture-unaltered' });
  expect(answer.facts).toContainEqual({ key: 'reference', value: 'own' });
  expect(asked).toEqual(['own']);
}, 120_000);
