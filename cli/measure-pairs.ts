/** Measures the listing comparison on the pairs with truth: `npm run measure:pairs [-- --only 000,001 | --cross | --made | --exposures]`. */
import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { compare, featuresOf, subjectOf, type Comparison, type Picture } from '../lib/evidence/match/compare';
import { exposureOf } from '../lib/evidence/match/relation';
import { madeExposures } from './made-exposures';
import { kinds, make, type MadeKind } from './made-pairs';
import { decoded } from './sharp-picture';

const folder = new URL('../../shared/data/pairs/', import.meta.url);

export async function readPicture(path: URL | string): Promise<Picture> {
  return decoded(sharp(path instanceof URL ? readFileSync(path) : path));
}

const samePicture = (c: Comparison) => c.relation.startsWith('same-picture');

/** Fills the outlines into a mask of the given size (even-odd rule) and counts pixels of the truth inside and outside. */
function overlap(result: Comparison, mask: Picture): { truth: number; covered: number; marked: number } {
  let truth = 0, covered = 0, marked = 0;
  const areas = result.difference?.areas ?? [];
  for (let y = 0; y < mask.height; y++) {
    const py = (y + 0.5) / mask.height;
    const crossings: number[][] = areas.map(({ outline }) => {
      const xs: number[] = [];
      outline.forEach(([ax, ay], i) => {
        const [bx, by] = outline[(i + 1) % outline.length]!;
        if (ay > py !== by > py) xs.push(ax + ((py - ay) / (by - ay)) * (bx - ax));
      });
      return xs;
    });
    for (let x = 0; x < mask.width; x++) {
      const px = (x + 0.5) / mask.width;
      const inside = crossings.some((xs) => xs.filter((c) => c < px).length % 2 === 1);
      const true_ = mask.rgb[(y * mask.width + x) * 3]! > 127;
      if (inside) marked++;
      if (true_) truth++;
      if (inside && true_) covered++;
    }
  }
  return { truth, covered, marked };
}

/** Every buyer's picture against eight listing pictures of other pairs; those found the same are printed, since some pairs share a photograph. */
async function cross(): Promise<void> {
  const name = (i: number, whose: string) => new URL(`${String(i).padStart(3, '0')}-${whose}.jpg`, folder);
  const count = 64;
  const listings = await Promise.all(Array.from({ length: count }, async (_, i) => readPicture(name(i, 'listing')).then((picture) => ({ picture, features: featuresOf(picture) }))));
  const tally = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const subject = subjectOf(await readPicture(name(i, 'buyer')));
    for (const offset of [1, 3, 7, 11, 17, 23, 29, 31]) {
      const j = (i + offset) % count;
      const { relation } = compare(subject, listings[j]!.picture, listings[j]!.features);
      tally.set(relation, (tally.get(relation) ?? 0) + 1);
      if (relation !== 'no-match') console.log(`buyer ${i} against listing ${j}: ${relation}`);
    }
  }
  console.log([...tally].map(([relation, n]) => `${relation} ${n}`).join(', '));
}

/** Buyer's pictures made from six of the listing pictures, by kind of re-use (made-pairs.ts). */
async function made(): Promise<void> {
  const listings = await Promise.all(['034', '039', '044', '049', '054', '059'].map((id) => readPicture(new URL(`${id}-listing.jpg`, folder))));
  const features = listings.map(featuresOf);
  for (const kind of Object.keys(kinds) as MadeKind[]) {
    const found: string[] = [];
    for (const [i, listing] of listings.entries()) {
      const buyer = await make(kind, listing, 100 + i, [1, 2, 3].map((next) => listings[(i + next) % listings.length]!));
      found.push(compare(subjectOf(buyer), listing, features[i]!).relation);
    }
    const same = found.filter((relation) => relation.startsWith('same-picture')).length;
    console.log(`${kind}: same picture ${same} of ${found.length}, altered ${found.filter((relation) => relation === 'same-picture-altered').length}${same < found.length ? `; otherwise ${[...new Set(found.filter((relation) => !relation.startsWith('same-picture')))].join(', ')}` : ''}`);
  }
}

/** Pairs with one frame made from four photographs: what is said of two exposures and of copies. */
async function exposures(): Promise<void> {
  const photos = new URL('../photos/dev/real/', folder);
  const tally = new Map<string, string[]>();
  for (const name of ['1206ca5a0c9b', '892740764d17', 'd0cd5b1310e9', 'f9adb5bc450a'])
    for (const { name: kind, first, second } of await madeExposures(await readPicture(new URL(`${name}.jpg`, photos)))) {
      const found = compare(subjectOf(first), second, featuresOf(second));
      tally.set(kind, [...(tally.get(kind) ?? []), `${found.relation}, ${exposureOf(found) ?? 'moved'}`]);
    }
  for (const [kind, said] of tally) console.log(`${kind}: ${[...new Set(said)].map((one) => `${said.filter((other) => other === one).length} ${one}`).join('; ')}`);
}

async function main(): Promise<void> {
  if (!existsSync(folder)) {
    console.log('The pairs with truth (../shared/data/pairs) are not here; nothing measured.');
    return;
  }
  if (process.argv.includes('--cross')) return cross();
  if (process.argv.includes('--made')) return made();
  if (process.argv.includes('--exposures')) return exposures();
  const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1]!.split(',') : null;
  const rows = readFileSync(new URL('pairs.csv', folder), 'utf8').trim().split(/\r?\n/).slice(1);
  const tally: Record<string, { all: number; same: number; overlapping: number; masks: number }> = {};
  for (const row of rows) {
    const [id, kind, ...rest] = row.split(',');
    if (only && !only.includes(id!)) continue;
    const evidence = await readPicture(new URL(`${id}-buyer.jpg`, folder));
    const listing = await readPicture(new URL(`${id}-listing.jpg`, folder));
    const started = process.cpuUsage().user;
    const result = compare(subjectOf(evidence), listing, featuresOf(listing));
    const ms = (process.cpuUsage().user - started) / 1000;
    const count = (tally[kind!] ??= { all: 0, same: 0, overlapping: 0, masks: 0 });
    count.all++;
    if (samePicture(result)) count.same++;
    let against = '';
    const maskName = rest.at(-1);
    if (maskName?.endsWith('.png')) {
      const mask = await readPicture(new URL(maskName, folder));
      const { truth, covered, marked } = overlap(result, mask);
      const pixels = mask.width * mask.height;
      const counts = truth > 0.001 * pixels;
      if (counts) count.masks++;
      if (counts && covered > 0) count.overlapping++;
      against = ` mask ${(100 * truth / pixels).toFixed(2)} % found ${(100 * covered / Math.max(1, truth)).toFixed(0)} % of it, marked elsewhere ${(100 * (marked - covered) / pixels).toFixed(2)} %`;
    }
    const { coincidence: o, grain: g, shape: s } = result;
    const f = (v: number | undefined, digits = 2) => (v ?? 0).toFixed(digits);
    console.log(
      `${id} ${kind} ${result.relation}${result.mirrored ? ' mirrored' : ''} log10NFA ${f(result.log10NFA, 0)} inliers ${result.inliers}` +
        (o ? ` share ${f(o.share)} rim ${f(o.rim.share)}/${o.rim.informative} solid ${f(o.solid)} coverage ${f(o.coverage)} residual ${f(o.residual)} wobble ${f(o.wobble)} grain ${f(g!.textured.correlation)}/${f(g!.flat.correlation)} (${g!.flat.tiles}, levels ${f(g!.flat.first)} and ${f(g!.flat.second)}) rotation ${f(s?.rotation, 1)} perspective ${f(s?.perspective)} alien ${f(o.alien, 3)} light ${f(result.lighting, 3)} areas ${result.difference?.areas.length ?? '-'} altered ${f(100 * (result.difference?.share ?? 0), 1)} %` : '') +
        against + ` ${f(ms, 0)} ms`,
    );
  }
  for (const [kind, c] of Object.entries(tally)) console.log(`${kind}: same picture ${c.same} of ${c.all}${c.masks ? `; outline on the mask ${c.overlapping} of ${c.masks} masks over 0.1 % of the frame` : ''}`);
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) await main();
