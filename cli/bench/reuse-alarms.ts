/**
 * Lists which pictures of ../shared/data look like another one there by hash: `tsx cli/bench/reuse-alarms.ts`. Several folders hold copies of
 * one photograph, so each hit is printed with its distance, to be looked at; a hit between two photographs is a false alarm.
 */
import { existsSync, readdirSync } from 'node:fs';
import { imageHashes, type ImageHashes } from '../../lib/evidence/hashes/image-hashes';
import { entryOf, ReuseIndex } from '../../lib/evidence/hashes/index-lookup';
import { readPicture } from '../measure-pairs';

const root = '../shared/data/';

async function main(): Promise<void> {
  const index = new ReuseIndex();
  const all: [string, ImageHashes][] = [];
  for (const folder of ['photos/dev/real/', 'photos/dev/ai/', 'camera/', 'pairs/']) {
    if (!existsSync(root + folder)) continue;
    for (const name of readdirSync(root + folder).sort()) {
      if (!/\.(jpe?g|png|webp)$/i.test(name) || name.includes('mask')) continue;
      const picture = await readPicture(root + folder + name).catch(() => null);
      if (!picture) continue;
      const hashes = imageHashes(picture);
      all.push([folder + name, hashes]);
      index.add(entryOf(folder + name, folder + name, hashes));
    }
  }
  let hits = 0;
  for (const [id, hashes] of all)
    for (const hit of index.lookup('', hashes)) {
      if (hit.id <= id) continue;
      hits++;
      console.log(`${hit.kind}\t${hit.distance} of 256, ${hit.differenceDistance} of 64\t${id}\t${hit.id}`);
    }
  console.log(`${all.length} pictures, ${hits} pairs alike by hash`);
}

await main();
