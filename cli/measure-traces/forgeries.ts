import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { random } from '../../tests/fixtures/texture';
import type { Mask } from './overlap';
import { picturesOf } from './sets';

/** A genuine photograph into which a piece was pasted, with where. */
export interface Forgery {
  kind: string;
  saved: string;
  name: string;
  bytes: Uint8Array;
  mask: Mask;
}

interface Piece {
  /** PNG. */
  pixels: Buffer;
  side: number;
}

const least = 760;
const side = 224;

/** The middle of another photograph as it was decoded: it keeps its own compression grid. */
async function asDecoded(donor: string): Promise<Piece> {
  const { width, height } = await sharp(donor).metadata();
  return { side, pixels: await sharp(donor).extract({ left: Math.floor((width! - side) / 2), top: Math.floor((height! - side) / 2), width: side, height: side }).png().toBuffer() };
}
const scaled = async (donor: string, factor: number): Promise<Piece> => {
  const { width, height } = await sharp(donor).metadata();
  const from = Math.min(Math.ceil(side / factor), width!, height!);
  const cut = await sharp(donor).extract({ left: Math.floor((width! - from) / 2), top: Math.floor((height! - from) / 2), width: from, height: from }).png().toBuffer();
  return { side, pixels: await sharp(cut).resize(side, side, { kernel: 'cubic', fit: 'fill' }).png().toBuffer() };
};

/** How the pieces are made, and how the result is saved. */
const kinds: { kind: string; piece: (donor: string) => Promise<Piece>; saves: (number | 'png')[] }[] = [
  { kind: 'piece of another JPEG, grid out of step', piece: asDecoded, saves: ['png', 90, 95] },
  { kind: 'piece never saved as JPEG at this size (reduced to 60 %)', piece: (donor) => scaled(donor, 0.6), saves: ['png', 95] },
  { kind: 'piece with other grain (enlarged 1.7 times)', piece: (donor) => scaled(donor, 1.7), saves: ['png', 90] },
];

async function save(png: Buffer, how: number | 'png'): Promise<Uint8Array> {
  return new Uint8Array(how === 'png' ? png : await sharp(png).jpeg({ quality: how }).toBuffer());
}

/** Pastes a 224 px square of one genuine photograph into the next; deterministic. */
export async function* forgeries(folder: string, count: number): AsyncGenerator<Forgery> {
  const large: string[] = [];
  for (const file of picturesOf(folder).filter((name) => name.endsWith('.jpg'))) {
    const { width, height } = await sharp(readFileSync(file)).metadata();
    if (Math.min(width!, height!) >= least) large.push(file);
  }
  const stride = Math.max(1, Math.floor(large.length / count));
  const chosen = large.filter((_, i) => i % stride === 0).slice(0, count);
  for (const [i, base] of chosen.entries()) {
    const next = random(40 + i);
    const donor = chosen[(i + 1) % chosen.length]!;
    const { width, height } = await sharp(base).metadata();
    const [left, top] = [Math.floor((0.15 + 0.5 * next()) * (width! - side)), Math.floor((0.15 + 0.5 * next()) * (height! - side))];
    const mask: Mask = { width: width!, height: height!, data: new Uint8Array(width! * height!) };
    for (let y = top; y < top + side; y += 1) mask.data.fill(1, y * width! + left, y * width! + left + side);
    for (const { kind, piece, saves } of kinds) {
      const png = await sharp(base).composite([{ input: (await piece(donor)).pixels, left, top }]).png().toBuffer();
      for (const how of saves) yield { kind, saved: how === 'png' ? 'PNG' : `JPEG ${how}`, name: base, bytes: await save(png, how), mask };
    }
  }
}
