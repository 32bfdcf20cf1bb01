/**
 * Pairs made from one photograph, so that every way of re-using a picture has its own count. The buyer's side carries a drawn stain whose
 * place is known; `clean` kinds carry none. Deterministic for a seed.
 */
import sharp from 'sharp';
import type { Picture } from '../lib/evidence/match/compare';
import { fitHomography, inverse, type Homography } from '../lib/evidence/match/homography';
import { seeded } from '../lib/evidence/match/random';
import { warpReference } from '../lib/evidence/match/warp-reference';
import { asSharp, decoded, resaved } from './sharp-picture';

/** A dark irregular stain near the middle, a fortieth of the frame or so. */
async function stained(picture: Picture, random: () => number): Promise<Picture> {
  const { width, height } = picture;
  const r = 0.09 * Math.min(width, height), cx = width * (0.4 + 0.2 * random()), cy = height * (0.4 + 0.2 * random());
  const edge = Array.from({ length: 14 }, (_, k) => {
    const a = (2 * Math.PI * k) / 14, d = r * (0.7 + 0.6 * random());
    return `${(cx + d * Math.cos(a)).toFixed(1)},${(cy + d * Math.sin(a)).toFixed(1)}`;
  });
  const svg = `<svg width="${width}" height="${height}"><polygon points="${edge.join(' ')}" fill="#2b1c12" fill-opacity="0.8"/></svg>`;
  return decoded(asSharp(picture).composite([{ input: Buffer.from(svg) }]));
}

/** Maps the unit square's corners to the given places of the source, all in fractions. */
function fromCorners(corners: [number, number][]): Homography {
  const unit = [[0, 0], [1, 0], [1, 1], [0, 1]];
  return fitHomography({ x: unit.map((p) => p[0]!), y: unit.map((p) => p[1]!), u: corners.map((p) => p[0]), v: corners.map((p) => p[1]) }, [0, 1, 2, 3])!;
}

/** The picture seen at a slant, on a plain ground: its corners lie `pull` of the side inwards, each a little elsewhere. */
function slanted(picture: Picture, pull: number, random: () => number): Picture {
  const at = (x: number, y: number): [number, number] => [x + (x ? -1 : 1) * pull * random(), y + (y ? -1 : 1) * pull * random()];
  const placed = fromCorners([at(0, 0), at(1, 0), at(1, 1), at(0, 1)]);
  return warpReference(picture, inverse(placed)!, picture, false, [24, 24, 26]);
}

/** What a generator leaves of a picture: layout kept, detail drawn anew, places off by a pixel or two, tones shifted. */
async function redrawn(picture: Picture, random: () => number, wobble: number, detail: number): Promise<Picture> {
  const { width, height } = picture;
  const soft = await decoded(asSharp(picture).median(5).resize(Math.round(width * detail)).resize(width, height, { fit: 'fill', kernel: 'cubic' }).sharpen({ sigma: 1.4 }).modulate({ brightness: 0.9 + 0.2 * random(), saturation: 0.9 + 0.4 * random() }));
  const phase = Array.from({ length: 8 }, () => random() * 6.28);
  const rgb = new Uint8Array(soft.rgb.length);
  const grain = () => (random() + random() + random() - 1.5) * 5;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const u = x + wobble * (Math.sin((5 * x) / width + phase[0]!) + Math.sin((7 * y) / height + phase[1]!)), v = y + wobble * (Math.sin((6 * x) / width + phase[2]!) + Math.sin((4 * y) / height + phase[3]!));
      const x0 = Math.min(width - 2, Math.max(0, Math.floor(u))), y0 = Math.min(height - 2, Math.max(0, Math.floor(v)));
      const fx = Math.min(1, Math.max(0, u - x0)), fy = Math.min(1, Math.max(0, v - y0));
      const g = grain();
      for (let c = 0; c < 3; c++) {
        const a = (y0 * width + x0) * 3 + c, b = a + width * 3;
        rgb[(y * width + x) * 3 + c] = Math.min(255, Math.max(0, (soft.rgb[a]! * (1 - fx) + soft.rgb[a + 3]! * fx) * (1 - fy) + (soft.rgb[b]! * (1 - fx) + soft.rgb[b + 3]! * fx) * fy + g));
      }
    }
  return { width, height, rgb };
}

/** A telephone's screen with the picture in it: status bar, title, text below. */
async function screenshot(picture: Picture, dark: boolean): Promise<Picture> {
  const width = 1080, height = 2000, shown = Math.round((width * picture.height) / picture.width);
  const ink = dark ? '#ddd' : '#222';
  const lines = Array.from({ length: 9 }, (_, i) => `<rect x="40" y="${shown + 380 + 60 * i}" width="${300 + ((i * 211) % 640)}" height="26" fill="${ink}" opacity="0.8"/>`).join('');
  const bars = `<svg width="${width}" height="${height}"><circle cx="60" cy="60" r="14" fill="${ink}"/><text x="100" y="76" font-size="44" fill="${ink}">9:41</text><text x="420" y="190" font-size="54" fill="${ink}">商品详情</text><rect x="700" y="${shown + 290}" width="330" height="60" rx="30" fill="#e02e24"/>${lines}</svg>`;
  const inner = await asSharp(picture).resize(width, shown).png().toBuffer();
  return decoded(sharp({ create: { width, height: Math.max(height, shown + 960), channels: 3, background: dark ? '#111' : '#fafafa' } }).composite([{ input: inner, left: 0, top: 260 }, { input: Buffer.from(bars), left: 0, top: 0 }]));
}

/** Four pictures in one, ours at the lower right. */
async function collage(picture: Picture, others: readonly Picture[]): Promise<Picture> {
  const cells = await Promise.all([...others.slice(0, 3), picture].map((one) => asSharp(one).resize(600, 600, { fit: 'cover' }).png().toBuffer()));
  return decoded(sharp({ create: { width: 1216, height: 1216, channels: 3, background: '#fff' } }).composite(cells.map((input, k) => ({ input, left: 616 * (k % 2), top: 616 * (k >> 1) }))));
}

const banner = ({ width, height }: Picture) => Buffer.from(`<svg width="${width}" height="${height}"><rect x="0" y="${0.8 * height}" width="${width}" height="${0.2 * height}" fill="#e8352b"/><text x="${0.04 * width}" y="${0.93 * height}" font-size="${0.09 * height}" fill="#fff">质量差 已坏 要求退款</text><text x="${0.1 * width}" y="${0.2 * height}" font-size="${0.07 * height}" fill="#fff" stroke="#000" stroke-width="2">2026-11-20 14:03</text></svg>`);

export type MadeKind = keyof typeof kinds;

/** Buyer's pictures by kind; `others` are photographs of other things. */
export const kinds = {
  mirrored: async (p, random) => resaved(asSharp(await stained(p, random)).flop(), 80),
  'half crop': async (p, random) => {
    const s = await stained(p, random), width = Math.round(s.width / 2), height = Math.round(s.height / 2);
    return resaved(asSharp(s).extract({ left: Math.round(s.width * (0.2 + 0.1 * random())), top: Math.round(s.height * (0.2 + 0.1 * random())), width, height }), 80);
  },
  'screenshot light': async (p, random) => resaved(asSharp(await screenshot(await stained(p, random), false)), 75),
  'screenshot dark': async (p, random) => resaved(asSharp(await screenshot(await stained(p, random), true)), 75),
  recoloured: async (p, random) => resaved(asSharp(await stained(p, random)).modulate({ saturation: 1.6, hue: 25, brightness: 1.12 }).gamma(1.5), 80),
  grey: async (p, random) => resaved(asSharp(await stained(p, random)).greyscale(), 80),
  'slant 10 %': async (p, random) => resaved(asSharp(slanted(await stained(p, random), 0.1, random)), 80),
  'slant 20 %': async (p, random) => resaved(asSharp(slanted(await stained(p, random), 0.2, random)), 80),
  'slant 30 %': async (p, random) => resaved(asSharp(slanted(await stained(p, random), 0.3, random)), 80),
  'quarter turn': async (p, random) => resaved(asSharp(await stained(p, random)).rotate(90), 80),
  'half turn': async (p, random) => resaved(asSharp(await stained(p, random)).rotate(180), 80),
  'webp 40': async (p, random) => decoded(sharp(await asSharp(await stained(p, random)).webp({ quality: 40 }).toBuffer())),
  'jpeg 30': async (p, random) => resaved(asSharp(await stained(p, random)), 30),
  'low resolution': async (p, random) => resaved(asSharp(await stained(p, random)).resize(320, 320, { fit: 'inside' }), 75),
  'text over it': async (p, random) => resaved(asSharp(await stained(p, random)).composite([{ input: banner(p) }]), 80),
  collage: async (p, random, others) => resaved(asSharp(await collage(await stained(p, random), others)), 80),
  'redrawn, fine': async (p, random) => resaved(asSharp(await stained(await redrawn(p, random, 0.6, 0.7), random)), 85),
  'redrawn, coarse': async (p, random) => resaved(asSharp(await stained(await redrawn(p, random, 1.5, 0.4), random)), 85),
  'redrawn, loose': async (p, random) => resaved(asSharp(await stained(await redrawn(p, random, 3, 0.35), random)), 85),
  'clean copy': async (p) => resaved(asSharp(p), 75),
  'clean, half size': async (p) => resaved(asSharp(p).resize(Math.round(p.width / 2)), 70),
} satisfies Record<string, (picture: Picture, random: () => number, others: readonly Picture[]) => Promise<Picture>>;

export const make = (kind: MadeKind, picture: Picture, seed: number, others: readonly Picture[]): Promise<Picture> => kinds[kind](picture, seeded(seed), others);
