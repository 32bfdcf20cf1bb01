/**
 * Measures the look-up of earlier pictures on ../shared/data: `tsx cli/bench/reuse-alarms.ts [alarms|parts]`. The pictures come in one after the
 * other, each as another claim's, and the analyser looks each up among those before it, as the product does. Several folders hold copies of one
 * photograph and most pairs hold one by design: every finding is printed to be looked at, and one between two photographs is a false alarm.
 * Then how many crops, screenshots and turned parts of some of them lead to their picture.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import { examine } from '../../lib/analysers/examine';
import { referenceOf } from '../../lib/analysers/reference';
import type { EarlierHit } from '../../lib/analysers/reuse/earlier-hit';
import { reusedImage } from '../../lib/analysers/reuse/reused-image';
import { entryOf, ReuseIndex } from '../../lib/evidence/hashes/index-lookup';
import { lookUp } from '../../lib/evidence/hashes/look-up';
import { windowHashes, type WindowHashes } from '../../lib/evidence/hashes/window-hashes';
import { WindowIndex } from '../../lib/evidence/hashes/window-lookup';
import { lumaOf } from '../../lib/evidence/luma';
import { featuresOf, type Picture } from '../../lib/evidence/match/compare';
import { traceSource } from '../../lib/evidence/traces';
import { readPicture } from '../measure-pairs';
import { nodeHost } from '../node-host';
import { asSharp, resaved } from '../sharp-picture';

const root = '../shared/data/';
const genuine = ['photos/dev/real/', 'camera/'];
const folders = [...genuine, 'photos/dev/ai/', 'pairs/'];

const pictures = (folder: string) => (existsSync(root + folder) ? readdirSync(root + folder).sort() : []).filter((name) => /\.(jpe?g|png|webp)$/i.test(name) && !name.includes('mask')).map((name) => folder + name);

/** Read anew whenever it is asked for: all of them at once are too much. */
const sourceOf = (id: string) => traceSource(new Uint8Array(readFileSync(root + id)), nodeHost);

/** One look-up among the pictures taken in so far (lib/runtime/analysis/earlier-pictures.ts). */
function hitsOf(index: ReuseIndex, parts: WindowIndex, count: () => void): NonNullable<Parameters<typeof reusedImage.examine>[1]['earlier']> {
  return async (sha256, hashes, windows) => {
    const { asked } = await windows();
    return lookUp(index, parts, sha256, hashes, asked).map((hit): EarlierHit => {
      const picture = referenceOf(hit.id, sourceOf(hit.id));
      return { ...hit, caseId: hit.id, imageId: hit.id, orderId: hit.id, sameBuyer: null, appliedAt: null, picture: { ...picture, traces: (keys) => (count(), picture.traces(keys)) } };
    });
  };
}

async function alarms(): Promise<void> {
  const index = new ReuseIndex(), parts = new WindowIndex();
  let laidOver = 0, taken = 0;
  const found = { genuine: 0, other: 0 };
  for (const id of folders.flatMap(pictures)) {
    const source = sourceOf(id);
    let windows: WindowHashes;
    try {
      windows = await source.get('windows');
    } catch {
      continue;
    }
    const [finding] = await examine(source, { earlier: hitsOf(index, parts, () => laidOver++), orderId: id }, [reusedImage]);
    if (finding!.outcome === 'suspicious') {
      found[genuine.some((folder) => id.startsWith(folder)) ? 'genuine' : 'other']++;
      console.log(`${id}\t${finding!.facts.map(({ key, value }) => `${key} ${String(value)}`).join(', ')}`);
    }
    index.add(entryOf(id, await source.get('sha256'), await source.get('hashes')));
    parts.add(id, windows.kept);
    if (++taken % 50 === 0) console.error(`${taken} pictures, ${laidOver} looks at an earlier one`);
  }
  console.log(`${taken} pictures, ${laidOver} looks at an earlier one; findings: ${found.genuine} on genuine photographs, ${found.other} on generated pictures and pairs`);
}

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


async function partsFound(): Promise<void> {
  const some = pictures('photos/dev/real/').filter((_, k) => k % 10 === 0);
  const parts = new WindowIndex();
  for (const id of some) {
    const picture = await readPicture(root + id);
    parts.add(id, windowHashes(lumaOf(picture), featuresOf(picture)).kept);
  }
  for (const [kind, make] of Object.entries(kinds)) {
    let first = 0;
    for (const id of some) {
      const made = await make(await readPicture(root + id));
      if (parts.lookup(windowHashes(lumaOf(made), featuresOf(made)).asked).slice(0, 3).some((hit) => hit.id === id)) first++;
    }
    console.log(`${kind}: among the first three ${first} of ${some.length}`);
  }
}

if (process.argv[2] !== 'parts') await alarms();
if (process.argv[2] !== 'alarms') await partsFound();
