/**
 * Measures the look-up of earlier pictures on ../shared/data: `tsx cli/bench/reuse-alarms.ts`. First which pictures look alike there by hash or
 * share places, each pair of the latter laid over: several folders hold copies of one photograph, so each hit is printed to be looked at, and a
 * hit between two photographs is a false alarm. Then how many crops, screenshots and turned parts of them lead to their picture.
 */
import { existsSync, readdirSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { imageHashes, type ImageHashes } from '../../lib/evidence/hashes/image-hashes';
import { entryOf, ReuseIndex } from '../../lib/evidence/hashes/index-lookup';
import { windowHashes } from '../../lib/evidence/hashes/window-hashes';
import { WindowIndex } from '../../lib/evidence/hashes/window-lookup';
import { lumaOf } from '../../lib/evidence/luma';
import { compare, featuresOf, subjectOf, type Picture } from '../../lib/evidence/match/compare';
import { readPicture } from '../measure-pairs';
import { asSharp, resaved } from '../sharp-picture';

const root = '../shared/data/';
const saved = (image: Sharp) => resaved(image, 75);

/** A part of the picture that holds the share `side` of either side. */
const part = (picture: Picture, side: number) => asSharp(picture).extract({ left: Math.round(0.3 * (1 - side) * picture.width), top: Math.round(0.7 * (1 - side) * picture.height), width: Math.round(side * picture.width), height: Math.round(side * picture.height) });

const kinds: Record<string, (picture: Picture) => Promise<Picture>> = {
  'crop to 0.7 of the sides': (p) => saved(part(p, 0.7)),
  'crop to half of the sides': (p) => saved(part(p, 0.5)),
  'the same, 1.6 times enlarged': async (p) => saved(asSharp(await saved(part(p, 0.5))).resize(Math.round(0.8 * p.width))),
  'mirrored crop to 0.6': (p) => saved(part(p, 0.6).flop()),
  'turned by 5 degrees, crop to 0.6': async (p) => saved(part(await saved(asSharp(p).rotate(5)), 0.6)),
  'in a screenshot': async (p) => {
    const height = Math.round((1080 * p.height) / p.width);
    return saved(sharp({ create: { width: 1080, height: height + 900, channels: 3, background: '#fafafa' } }).composite([{ input: await asSharp(p).resize(1080, height).png().toBuffer(), left: 0, top: 260 }]));
  },
};

async function main(): Promise<void> {
  const index = new ReuseIndex(), parts = new WindowIndex();
  const all: { id: string; path: string; hashes: ImageHashes; asked: Uint32Array }[] = [];
  for (const folder of ['photos/dev/real/', 'photos/dev/ai/', 'camera/', 'pairs/']) {
    if (!existsSync(root + folder)) continue;
    for (const name of readdirSync(root + folder).sort()) {
      if (!/\.(jpe?g|png|webp)$/i.test(name) || name.includes('mask')) continue;
      const picture = await readPicture(root + folder + name).catch(() => null);
      if (!picture) continue;
      const hashes = imageHashes(picture), { kept, asked } = windowHashes(lumaOf(picture), featuresOf(picture)), id = folder + name;
      all.push({ id, path: root + id, hashes, asked });
      index.add(entryOf(id, id, hashes));
      parts.add(id, kept);
    }
  }
  let hits = 0, shared = 0, coinciding = 0;
  for (const { id, path, hashes, asked } of all) {
    const whole = index.lookup('', hashes);
    for (const hit of whole.filter((one) => one.id > id)) {
      hits++;
      console.log(`${hit.kind}\t${hit.distance} of 256, ${hit.differenceDistance} of 64\t${id}\t${hit.id}`);
    }
    for (const { id: other, votes } of parts.lookup(asked).filter((one) => one.id !== id && !whole.some((hit) => hit.id === one.id)).slice(0, 3)) {
      shared++;
      const [one, two] = [await readPicture(path), await readPicture(root + other)];
      const { relation } = compare(subjectOf(one), two, featuresOf(two));
      if (relation.startsWith('same-picture')) coinciding++;
      console.log(`${votes} places\t${relation}\t${id}\t${other}`);
    }
  }
  console.log(`${all.length} pictures, ${hits} pairs alike by hash, ${shared} more sharing places, ${coinciding} of them the same picture`);
  const some = all.filter(({ id }) => id.startsWith('photos/dev/real/')).filter((_, k) => k % 10 === 0);
  for (const [kind, make] of Object.entries(kinds)) {
    let first = 0;
    for (const { id, path } of some) {
      const made = await make(await readPicture(path));
      if (parts.lookup(windowHashes(lumaOf(made), featuresOf(made)).asked).slice(0, 3).some((hit) => hit.id === id)) first++;
    }
    console.log(`${kind}: among the first three ${first} of ${some.length}`);
  }
}

await main();
