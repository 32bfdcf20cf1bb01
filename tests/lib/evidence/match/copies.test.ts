import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { compare, featuresOf, subjectOf } from '../../../../lib/evidence/match/compare';
import { differenceOf, type DifferenceArea } from '../../../../lib/evidence/match/difference';
import { overlayOf } from '../../../../lib/evidence/match/overlay';
import { lumaOf } from '../../../../lib/evidence/match/plane';
import { register } from '../../../../lib/evidence/match/registration';
import { asSharp, decoded, jpeg, photograph, placed, print, surface, type Picture } from '../../../fixtures/scenes/scenes';

/** A printed box before a wall, both pictures of everyday goods and the hardest to save: saturated lettering beside plain paper. */
async function listing(noise: number, seed: number): Promise<Picture> {
  const wall = surface(70 + seed, 560, 480, [190, 185, 175], 8), box = print(12 + seed, 180, 230);
  return jpeg(photograph([{ picture: wall, map: placed(wall, 200, 170, 0.9) }, { picture: box, map: placed(box, 200, 170, 0.8) }], { width: 400, height: 340, noise, seed }), 92);
}

const webp = async (picture: Picture, quality: number) => decoded(sharp(await asSharp(picture).webp({ quality }).toBuffer()));
const half = async (picture: Picture) => decoded(asSharp(picture).resize(picture.width / 2));

const copies: Record<string, (picture: Picture) => Promise<Picture>> = {
  'JPEG 85': (picture) => jpeg(picture, 85),
  'JPEG 70': (picture) => jpeg(picture, 70),
  'JPEG 55': (picture) => jpeg(picture, 55),
  'JPEG 45': (picture) => jpeg(picture, 45),
  'JPEG 30': (picture) => jpeg(picture, 30),
  'half the size, JPEG 70': async (picture) => jpeg(await half(picture), 70),
  'half the size, JPEG 45': async (picture) => jpeg(await half(picture), 45),
  'WebP 75': (picture) => webp(picture, 75),
  'WebP 40': (picture) => webp(picture, 40),
  'saved twice': async (picture) => jpeg(await decoded(asSharp(await jpeg(await decoded(asSharp(picture).resize(320)), 60)).resize(400)), 60),
};

/** What is outlined on a copy, laid over by the mapping that is known here. */
function outlined(copy: Picture, own: Picture): DifferenceArea[] {
  const registration = register(lumaOf(copy), lumaOf(own), Float64Array.of(own.width / copy.width, 0, 0, 0, own.height / copy.height, 0, 0, 0, 1))!;
  return differenceOf(registration, overlayOf(registration, copy, own)).areas;
}

describe.each([
  { grain: 3, seed: 1 },
  { grain: 12, seed: 3 },
])('a listing picture with grain of $grain grey levels', ({ grain, seed }) => {
  const own = listing(grain, seed);

  test.each(Object.keys(copies))('nothing is outlined on its copy: %s', async (kind) => {
    expect(outlined(await copies[kind]!(await own), await own)).toEqual([]);
  }, 60_000);

  test('a stain on a poor copy is', async () => {
    const blot = Buffer.from('<svg width="400" height="340"><ellipse cx="230" cy="200" rx="20" ry="14" fill="#241a12" fill-opacity="0.85"/></svg>');
    const [area] = outlined(await jpeg(await decoded(asSharp(await own).composite([{ input: blot }])), 45), await own);
    expect(area).toBeDefined();
    const xs = area!.outline.map(([x]) => x * 400), ys = area!.outline.map(([, y]) => y * 340);
    for (const [least, most, centre] of [[Math.min(...xs), Math.max(...xs), 230], [Math.min(...ys), Math.max(...ys), 200]] as const) {
      expect(least).toBeLessThan(centre);
      expect(most).toBeGreaterThan(centre);
    }
  }, 60_000);
});

test('the comparison as a whole: a grained picture saved badly, the merchant’s own, is called unaltered', async () => {
  const own = await listing(3, 1);
  expect(compare(subjectOf(await jpeg(own, 55)), own, featuresOf(own)).relation).toBe('same-picture-unaltered');
}, 120_000);

test('a recoloured copy keeps its spots of rare colour unmarked, and a recoloured spot is marked', async () => {
  const own = await listing(7, 2);
  const warm = await decoded(asSharp(own).modulate({ brightness: 1.08, saturation: 1.25 }));
  expect(outlined(await jpeg(warm, 80), own)).toEqual([]);
  const dyed = Buffer.from('<svg width="400" height="340"><rect x="210" y="180" width="26" height="26" fill="#b04020" fill-opacity="0.6"/></svg>');
  expect(outlined(await jpeg(await decoded(asSharp(own).composite([{ input: dyed }])), 80), own)).toHaveLength(1);
}, 60_000);
