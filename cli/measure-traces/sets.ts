import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { random } from '../../tests/fixtures/texture';
import { photoNames, plainPhoto } from '../../tests/stand-in/photos';

const data = '../shared/data';
const isPicture = (name: string) => /\.(jpe?g|png|webp)$/i.test(name) && !name.includes('-mask.');
export const picturesOf = (folder: string) => readdirSync(folder).filter(isPicture).sort().map((name) => join(folder, name));

export interface Picture {
  name: string;
  bytes: () => Promise<Uint8Array>;
}
const stored = (file: string): Picture => ({ name: file, bytes: async () => new Uint8Array(readFileSync(file)) });

/**
 * What a marketplace or a messenger may make of a photograph: perhaps cropped and saved first, then reduced, then saved
 * as JPEG of quality 70 to 92. Deterministic by seed.
 */
async function handedOn(original: Buffer | Uint8Array, seed: number): Promise<Uint8Array> {
  const next = random(seed);
  let picture = sharp(original).rotate();
  const { width, height } = await sharp(await picture.toBuffer()).metadata();
  let [w, h] = [width!, height!];
  if (next() < 0.4) {
    const [left, top] = [Math.floor(next() * 0.1 * w), Math.floor(next() * 0.1 * h)];
    [w, h] = [w - 2 * left, h - 2 * top];
    picture = sharp(await sharp(await picture.toBuffer()).extract({ left, top, width: w, height: h }).jpeg({ quality: 80 + Math.floor(next() * 16) }).toBuffer());
  }
  const scale = next() < 0.3 ? 1 : 0.45 + 0.5 * next();
  const longest = Math.min(1600, Math.round(Math.max(w, h) * scale));
  const reduced = await picture.resize(longest, longest, { fit: 'inside', withoutEnlargement: true }).png().toBuffer();
  return new Uint8Array(await sharp(reduced).jpeg({ quality: 70 + Math.floor(next() * 23) }).toBuffer());
}

const chains = (name: string, original: () => Promise<Buffer | Uint8Array>, count: number, seed: number): Picture[] =>
  Array.from({ length: count }, (_, i) => ({ name: `${name} chain ${i + 1}`, bytes: async () => handedOn(await original(), seed + i) }));

/** Genuine photographs. `said` is what the report says of them. */
export const genuineSets: Record<string, { said: string; folders: string[]; pictures: () => Picture[] }> = {
  genuine: {
    said: 'dev/real (260 marketplace copies) and camera (38 originals): the gates were set on these',
    folders: [`${data}/photos/dev/real`, `${data}/camera`],
    pictures: () => [...picturesOf(`${data}/photos/dev/real`), ...picturesOf(`${data}/camera`)].map(stored),
  },
  unseen: {
    said: 'no gate was set on these: listing pictures of all pairs, buyers’ pictures of the independent pairs, and camera originals and the public-domain photographs of the test packages after random crops, reductions and saves',
    folders: [`${data}/pairs`, `${data}/camera`],
    pictures: () => {
      const independent = new Set(readFileSync(`${data}/pairs/pairs.csv`, 'utf8').split('\n').map((line) => line.split(',')).filter(([, kind]) => kind === 'independent').map(([pair]) => pair!));
      const pairs = picturesOf(`${data}/pairs`).filter((file) => file.endsWith('-listing.jpg') || (file.endsWith('-buyer.jpg') && independent.has(file.split('/').at(-1)!.split('-')[0]!)));
      const camera = picturesOf(`${data}/camera`).flatMap((file, i) => chains(file, async () => readFileSync(file), 2, 1000 + 10 * i));
      return [...pairs.map(stored), ...camera, ...photoNames.flatMap((name, i) => chains(name, () => plainPhoto(name), 8, 5000 + 100 * i))];
    },
  },
  crops: {
    said: 'every sixth of train/real, 256 px crops of 150 sources; no gate was set on these',
    folders: [`${data}/photos/train/real`],
    pictures: () => picturesOf(`${data}/photos/train/real`).filter((_, i) => i % 6 === 0).map(stored),
  },
};

export const spliceFolder = `${data}/splice`;
