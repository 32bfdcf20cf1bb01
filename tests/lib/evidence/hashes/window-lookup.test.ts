import { beforeAll, expect, test } from 'vitest';
import { windowHashes, type WindowHashes } from '../../../../lib/evidence/hashes/window-hashes';
import { WindowIndex } from '../../../../lib/evidence/hashes/window-lookup';
import { lumaOf } from '../../../../lib/evidence/luma';
import { featuresOf } from '../../../../lib/evidence/match/compare';
import { asSharp, decoded, jpeg, paint, photograph, placed, print, surface, type Picture } from '../../../fixtures/scenes/scenes';

const windows = (picture: Picture): WindowHashes => windowHashes(lumaOf(picture), featuresOf(picture));

/** Different boxes on different tables. */
const pictures = Array.from({ length: 8 }, (_, k) => {
  const table = surface(200 + k, 700, 560), box = print(300 + k, 240, 220);
  return photograph([{ picture: table, map: placed(table, 300, 240, 0.9) }, { picture: box, map: placed(box, 280, 240, 1, 5 * k) }], { width: 600, height: 480, noise: 2, seed: k });
});
const index = new WindowIndex();
beforeAll(() => pictures.forEach((picture, k) => expect(index.add(`case-${k}`, windows(picture).kept)).toBe(true)));

const first = async (made: ReturnType<typeof asSharp>) => index.lookup(windows(await jpeg(await decoded(made), 72)).asked)[0];

test('a crop, mirrored, turned by a quarter, enlarged or within a screenshot, leads to its picture', async () => {
  const crop = () => asSharp(pictures[3]!).extract({ left: 120, top: 90, width: 380, height: 310 });
  expect(await first(crop())).toMatchObject({ id: 'case-3', orientation: 0 });
  expect(await first(crop().flop())).toMatchObject({ id: 'case-3', orientation: 1 });
  expect((await first(crop().rotate(90)))!.id).toBe('case-3');
  expect((await first(crop().resize(600)))!.id).toBe('case-3');
  const shown = await crop().png().toBuffer();
  expect((await first(asSharp(paint(420, 620, () => [250, 250, 250])).composite([{ input: shown, left: 20, top: 140 }])))!.id).toBe('case-3');
}, 60_000);

test('another box on another table leads nowhere', async () => {
  const table = surface(991, 700, 560), box = print(992, 240, 220);
  const other = photograph([{ picture: table, map: placed(table, 300, 240, 0.9) }, { picture: box, map: placed(box, 280, 240, 1) }], { width: 600, height: 480, noise: 2, seed: 99 });
  expect(index.lookup(windows(other).asked)).toEqual([]);
}, 30_000);

test('a picture is added once, and forgotten when removed; a plain picture keeps nothing', () => {
  const { kept, asked } = windows(pictures[5]!);
  expect(index.add('case-5', kept)).toBe(false);
  expect(index.lookup(asked)[0]!.id).toBe('case-5');
  expect(index.remove('case-5')).toBe(true);
  expect(index.remove('case-5')).toBe(false);
  expect(index.lookup(asked).some(({ id }) => id === 'case-5')).toBe(false);
  expect(windows(paint(400, 300, () => [200, 200, 200])).kept).toHaveLength(0);
}, 30_000);
