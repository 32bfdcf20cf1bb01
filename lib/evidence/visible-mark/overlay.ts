import type { Rectangle } from '../luma';
import type { Pixels } from '../traces';
import type { Polarity } from './recogniser';

/** How much more colourful than their ground letters may be, 0..255: chroma subsampling carries colour about. */
const moreColour = 45;
/** Share of the samples of a line taken for its ink, and for its ground. */
const part = 0.15;
/** A pill reaches so far beyond its words, in line heights; what it lies on is seen from there on. */
const beyondPill = { from: 0.45, to: 1.1 };
/** How far the colour of letters cut out of a pill may lie from a mixture of pill and picture, 0..255. */
const nearMixture = 40;
/** A pill is lighter by so much than what it lies on. */
const leastLighter = 60;

type Colour = readonly [number, number, number];
const colourful = ([r, g, b]: Colour) => Math.max(r, g, b) - Math.min(r, g, b);
const light = ([r, g, b]: Colour) => 0.299 * r + 0.587 * g + 0.114 * b;
const mean = (colours: readonly Colour[]): Colour => {
  const of = (k: 0 | 1 | 2) => colours.reduce((sum, one) => sum + one[k], 0) / Math.max(1, colours.length);
  return [of(0), of(1), of(2)];
};
const meanColour = (colours: readonly Colour[]) => colours.reduce((sum, one) => sum + colourful(one), 0) / Math.max(1, colours.length);

/** Colours of a rectangle less the one inside it. */
function coloursIn({ width, height, rgb }: Pixels, box: Rectangle, less?: Rectangle): Colour[] {
  const found: Colour[] = [];
  const [x0, x1] = [Math.max(0, Math.floor(box.x)), Math.min(width, Math.ceil(box.x + box.width))];
  for (let y = Math.max(0, Math.floor(box.y)); y < Math.min(height, Math.ceil(box.y + box.height)); y += 1) {
    for (let x = x0; x < x1; x += 1) {
      if (less && x >= less.x && x < less.x + less.width && y >= less.y && y < less.y + less.height) continue;
      const at = (y * width + x) * 3;
      found.push([rgb[at]!, rgb[at + 1]!, rgb[at + 2]!]);
    }
  }
  return found;
}

const wider = ({ x, y, width, height }: Rectangle, by: number): Rectangle => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

/** Whether the picture shows through letters cut out of a light, colourless pill: their colour is a mixture of the two. */
function isCutOut(ink: Colour, pill: Colour, outside: Colour): boolean {
  if (colourful(pill) > moreColour || light(pill) < light(outside) + leastLighter) return false;
  const along = outside.map((value, k) => value - pill[k]!);
  const length = along.reduce((sum, value) => sum + value * value, 0);
  const share = Math.max(0, along.reduce((sum, value, k) => sum + value * (ink[k]! - pill[k]!), 0) / length);
  return Math.hypot(...along.map((value, k) => ink[k]! - pill[k]! - share * value)) <= nearMixture;
}

/**
 * Whether letters could be white, grey or black laid over the picture with one opacity, or cut out of a pill so laid: such ink is
 * never more colourful than what it covers. Print in a colour of its own on a product is, read in whichever polarity.
 */
export function isNeutralInk(pixels: Pixels, box: Rectangle, polarity: Polarity): boolean {
  const within = coloursIn(pixels, box).sort((a, b) => light(a) - light(b));
  if (within.length === 0) return false;
  const count = Math.max(1, Math.floor(within.length * part));
  const [dark, bright] = [within.slice(0, count), within.slice(-count)];
  const [ink, ground] = polarity === 'light' ? [bright, dark] : [dark, bright];
  const outside = coloursIn(pixels, wider(box, beyondPill.to * box.height), wider(box, beyondPill.from * box.height));
  // Gaps between coloured letters can read like letters: then what looks like the ground is the ink, and nothing around is like it.
  const around = [...outside, ...coloursIn(pixels, wider(box, beyondPill.from * box.height), box)].map(colourful).sort((a, b) => a - b);
  if (meanColour(ground) > (around[Math.floor(around.length * 0.9)] ?? 255) + moreColour) return false;
  if (meanColour(ink) <= meanColour(ground) + moreColour) return true;
  return polarity === 'dark' && outside.length > 0 && isCutOut(mean(ink), mean(ground), mean(outside));
}
