import { beforeAll, describe, expect, test } from 'vitest';
import { compare, featuresOf, subjectOf, type Comparison } from '../../../../lib/evidence/match/compare';
import { exposureOf } from '../../../../lib/evidence/match/relation';
import { asSharp, decoded, jpeg, noiseField, paint, photograph, placed, print, surface, type Colour, type Picture } from '../../../fixtures/scenes/scenes';

const against = (evidence: Picture, reference: Picture): Comparison => compare(subjectOf(evidence), reference, featuresOf(reference));
const size = { width: 640, height: 520 };
const light = (across: number, down: number) => (x: number, y: number) => 1 + across * (x - 0.5) + down * (y - 0.5);

let scene: Picture;
let box: Picture;
beforeAll(async () => {
  const wall = surface(11, 900, 700, [190, 185, 175], 26);
  const table = surface(12, 900, 320, [140, 100, 70]);
  box = print(13, 270, 350);
  scene = await jpeg(photograph([{ picture: wall, map: placed(wall, 320, 260, 0.9) }, { picture: table, map: placed(table, 320, 460, 0.9) }, { picture: box, map: placed(box, 330, 270, 0.85, 4, [0.1, 0.05]) }], { ...size, noise: 2, seed: 1 }), 90);
});

/** A dark blot drawn on the picture, and its box in fractions. */
const blotted = (picture: Picture): Picture => ({ ...picture, rgb: picture.rgb.map((value, i) => ((((i / 3) | 0) % picture.width) / picture.width - 0.55) ** 2 / 0.003 + (((i / 3 / picture.width) | 0) / picture.height - 0.5) ** 2 / 0.004 < 1 ? value * 0.25 + 10 : value) });

describe('the same picture', () => {
  test('cropped, re-saved and with a blot: the outline lies on the blot', async () => {
    const edited = blotted(scene);
    const crop = await decoded(asSharp(edited).extract({ left: 80, top: 60, width: 480, height: 400 }));
    const found = against(await jpeg(crop, 65), scene);
    expect(found.relation).toBe('same-picture-altered');
    const [x, y] = [(0.55 * 640 - 80) / 480, (0.5 * 520 - 60) / 400];
    const outline = found.difference!.areas[0]!.outline;
    expect(Math.min(...outline.map((p) => p[0]))).toBeLessThan(x);
    expect(Math.max(...outline.map((p) => p[0]))).toBeGreaterThan(x);
    expect(Math.min(...outline.map((p) => p[1]))).toBeLessThan(y);
    expect(Math.max(...outline.map((p) => p[1]))).toBeGreaterThan(y);
    const drawn = (Math.PI * Math.sqrt(0.003 * 0.004) * 640 * 520) / (480 * 400);
    expect(found.difference!.share).toBeGreaterThan(0.6 * drawn);
    expect(found.difference!.share).toBeLessThan(1.6 * drawn);
  }, 240_000);

  test('mirrored, turned by a quarter and recoloured', async () => {
    const copy = await decoded(asSharp(await decoded(asSharp(scene).flop())).rotate(90).modulate({ saturation: 1.4, brightness: 1.1 }));
    const found = against(await jpeg(copy, 75), scene);
    expect(found.relation).toMatch(/^same-picture/);
    expect(found.mirrored).toBe(true);
  }, 240_000);

  test('in a screenshot with bars above and below', async () => {
    const bar = print(99, 640, 120);
    const shot = await decoded(asSharp(paint(640, 760, () => [250, 250, 250])).composite([{ input: await asSharp(bar).png().toBuffer(), top: 0, left: 0 }, { input: await asSharp(scene).png().toBuffer(), top: 120, left: 0 }]));
    expect(against(await jpeg(shot, 80), scene).relation).toMatch(/^same-picture/);
  }, 240_000);
});

describe('not the same picture', () => {
  test('one box on two tables', async () => {
    const shots = await Promise.all(
      [surface(21, 900, 700, [90, 110, 120]), surface(22, 900, 700, [200, 195, 190])].map((table, k) =>
        jpeg(photograph([{ picture: table, map: placed(table, 320, 260, 0.9) }, { picture: box, map: placed(box, 320, 260, 1 + 0.1 * k, 6 * k, [0.1 * k, 0.05 * k]) }], { ...size, noise: 2, seed: 30 + k, light: light(0.2 - 0.4 * k, 0.1) }), 85),
      ),
    );
    expect(against(shots[1]!, shots[0]!).relation).toBe('same-printed-surface');
  }, 240_000);

  test('a book cover photographed full frame against its flat scan', async () => {
    const cover = print(41, 640, 800);
    const photo = photograph([{ picture: cover, map: placed(cover, 320, 400, 1.15, 1, [0.05, 0.03]) }], { width: 640, height: 800, noise: 2, seed: 5, light: light(0.2, -0.15) });
    expect(against(await jpeg(photo, 85), await jpeg(cover, 90)).relation).toBe('same-printed-surface');
  }, 240_000);

  test('packshots of two colours of one article on white', async () => {
    const pack = (colour: Colour, seed: number, folds: number) => {
      const fold = noiseField(folds, 5), weave = noiseField(seed, 6);
      return jpeg(paint(600, 600, (x, y) => {
        const u = (x - 300) / 170, v = (y - 310) / 220;
        if (Math.abs(u) ** 4 + Math.abs(v) ** 4 >= 1) return [252, 252, 252];
        const shade = 0.75 + 0.35 * Math.exp(-((u + 0.3) ** 2) * 4) + 0.25 * fold(x / 80, y / 40);
        return colour.map((c) => c * shade + 4 * weave(x / 3, y / 3)) as Colour;
      }), 87);
    };
    expect(against(await pack([180, 40, 50], 1, 11), await pack([40, 70, 170], 2, 12)).relation).not.toMatch(/^same-picture/);
  }, 240_000);

  test('a tray of other eggs, and other cloth of the same pattern', async () => {
    const eggs = (seed: number) => {
      const skins = [0, 1, 2, 3, 4, 5].map((i) => noiseField(seed + i, 5)), tray = noiseField(55 + seed, 5);
      return jpeg(paint(600, 460, (x, y) => {
        const i = Math.floor((x - 60) / 160), j = Math.floor((y - 50) / 190);
        const u = (x - 60 - i * 160 - 80) / 62, v = (y - 50 - j * 190 - 95) / 82;
        const skin = skins[i + 3 * j];
        const t = 14 * tray(x / 30, y / 30);
        if (!skin || i < 0 || i > 2 || u * u + v * v >= 1) return [120 + t, 118 + t, 112 + t];
        const s = (0.5 + 0.5 * (0.9 * Math.sqrt(1 - u * u - v * v) - 0.3 * u - 0.3 * v)) * (1 + 0.12 * skin(x / 18, y / 18));
        return [215 * s, 170 * s, 130 * s];
      }), 85);
    };
    expect(against(await eggs(300), await eggs(400)).relation).not.toMatch(/^same-picture/);
    const cloth = (seed: number) => {
      const across = noiseField(seed, 3), down = noiseField(seed + 1, 3);
      return jpeg(paint(600, 600, (x, y) => {
        const u = x + 12 * across(x / 150, y / 150), v = y + 12 * down(x / 150, y / 150);
        const shade = 1 + 0.3 * across(x / 110, y / 70);
        const c: Colour = Math.hypot((u % 40) - 20, (v % 40) - 20) < 9 ? [230, 220, 90] : (Math.floor(u / 40) + Math.floor(v / 40)) % 2 ? [40, 60, 130] : [200, 205, 215];
        return c.map((value) => value * shade) as Colour;
      }), 86);
    };
    expect(against(await cloth(500), await cloth(600)).relation).not.toMatch(/^same-picture/);
  }, 240_000);

  test('two exposures from a tripod with visible noise', async () => {
    const wall = surface(61, 900, 700, [190, 185, 175], 8);
    const shots = await Promise.all([1, 2].map((seed) => jpeg(photograph([{ picture: wall, map: placed(wall, 320, 260, 0.9) }, { picture: box, map: placed(box, 320, 260, 0.8) }], { ...size, noise: 7, seed }), 88)));
    expect(against(shots[1]!, shots[0]!).relation).not.toMatch(/^same-picture/);
  }, 240_000);
});

test('of one frame, noise of its own tells a second exposure, the same noise a copy, and lost noise neither', async () => {
  const wall = surface(71, 900, 700, [190, 185, 175], 8);
  const shots = [1, 2].map((seed) => photograph([{ picture: wall, map: placed(wall, 240, 200, 0.9) }, { picture: box, map: placed(box, 240, 200, 0.8) }], { width: 480, height: 400, noise: 3, seed }));
  const first = await jpeg(shots[0]!, 92);
  const second = against(await jpeg(shots[1]!, 92), first);
  expect([exposureOf(second), second.relation]).toEqual(['own', 'same-article-another-photograph']);
  const copy = against(await jpeg(first, 85), first);
  expect([exposureOf(copy), copy.relation]).toEqual(['same', 'same-picture-unaltered']);
  const poor = against(await jpeg(first, 25), first);
  expect([exposureOf(poor), poor.relation]).toEqual(['untold', 'same-article-another-photograph']);
}, 240_000);

test('the same two pictures give the same numbers', async () => {
  const copy = await jpeg(scene, 70);
  const one = against(copy, scene), two = against(copy, scene);
  expect(two.homography).toEqual(one.homography);
  expect(two.log10NFA).toBe(one.log10NFA);
}, 240_000);
