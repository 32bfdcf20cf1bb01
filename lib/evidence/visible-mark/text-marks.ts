import type { Luma, Rectangle } from '../luma';
import { bandOf, bandWithin, type Band } from './band';
import { lineBox, readCloser, type Candidate } from './closer-look';
import { cellsOf, cellSize, em } from './features';
import { larger } from './known-marks';
import { spanInEm } from './letter-height';
import { nameAbove } from './name-above';
import { best, confidenceOf, coresAt, extended, worth, type Reading } from './reading';
import { rowReader, type Reader } from './rows';
import { readable } from './readable';
import { seedsIn, type Likely, type Seed } from './seeds';
import { farthest } from './place';
import type { Polarity } from './recogniser';

/** A line of words read near an edge; `box` in picture samples. */
export interface TextMark {
  words: string;
  brand: string | null;
  confidence: number;
  score: number;
  tiles: number;
  /** Log probability of the tile that is least sure. */
  weakest: number;
  polarity: Polarity;
  box: Rectangle;
  /** The line above the words with the service's name, where it is written so. */
  above: Rectangle | null;
  /** One em of the text in picture samples, as near as the scale at which it was read. */
  em: number;
  /** The same by how far apart the words' ends stand. */
  measuredEm: number;
}

/** One em as a share of the shorter side: marks have 1.9 % to 6 %, and the recogniser reads 12 % more or less. */
const smallest = 0.0185;
const largest = 0.1;
const step = 1.21;
/** Text of fewer samples per em cannot be read. */
const fewestSamples = 5.5;
/** A band reaches so many em beyond the farthest place; the middle of a line is at least `nearest` em from the edge. */
const around = 1.3;
const nearest = 0.4;
/** Shorter side to which larger pictures are reduced first: the smallest text then has 22 samples. */
const baseSide = 1200;
/** Places asked about per picture for each way of finding them, the likeliest first, and cores tried with the words around them per place. */
const placesAsked = 80;
export const coresTried = 2;

function inPicture(reading: Reading, band: Band): TextMark {
  return {
    words: reading.words,
    brand: reading.brand,
    confidence: confidenceOf(reading),
    score: reading.score,
    tiles: reading.columns.length,
    weakest: Math.min(...reading.logs),
    polarity: reading.polarity,
    box: lineBox(reading, band),
    above: null,
    em: em * band.down,
    measuredEm: ((reading.columns.at(-1)! - reading.columns[0]!) * cellSize * band.across) / spanInEm(reading.words),
  };
}

/** The same mark with the name on the line above it, if one is there. */
function withNameAbove(mark: TextMark, reading: Reading, read: Reader, band: Band): TextMark {
  const found = nameAbove(reading, read);
  if (!found) return mark;
  return { ...mark, words: found.name.words + mark.words, brand: found.name.brand, score: mark.score + found.score, tiles: mark.tiles + found.columns.length, above: lineBox(found, band) };
}

/** One band at one scale, and the places in it worth asking about. */
interface Look {
  band: Band;
  readers: Record<Polarity, Reader>;
  seeds: { polarity: Polarity; seed: Seed }[];
  likely: readonly Likely[];
}

/** @param reach how far from the edge, in em, the middle of a line may lie. */
function lookAt(band: Band, reach: number): Look {
  const cells = cellsOf(band.grey, band.width, band.height);
  const perEm = em / cellSize;
  const { light, dark, likely } = band.top === 0 ? seedsIn(cells, nearest * perEm, reach * perEm) : seedsIn(cells, cells.rows - reach * perEm, cells.rows - nearest * perEm);
  const seeds = [...light.map((seed) => ({ polarity: 'light' as const, seed })), ...dark.map((seed) => ({ polarity: 'dark' as const, seed }))];
  return { band, readers: { light: rowReader(cells, 'light'), dark: rowReader(cells, 'dark') }, seeds, likely };
}

/** The same mark with a name before it that is written larger, if one is there: it is read at a larger scale. */
function withLargerName(mark: TextMark, looks: readonly Look[]): TextMark {
  for (const { band, readers } of looks) {
    const bigger = (em * band.down) / mark.em;
    if (bigger < 1.1 || bigger > 1.55 || mark.box.y < band.top || mark.box.y > band.top + band.height * band.down) continue;
    const cell = (at: number, from: number, scale: number) => Math.round(((at - from) / scale - 1) / cellSize);
    const row = cell(mark.box.y + mark.box.height / 2, band.top, band.down);
    const column = cell(mark.box.x + mark.em / 2, band.left, band.across);
    for (const dy of [0, -1, 1]) {
      const name = best([readers.light, readers.dark], row + dy, column, 'AI', larger, -1);
      if (!name) continue;
      const { words, brand, tiles } = name.option;
      const count = mark.tiles + tiles.length;
      const x = band.left + (name.found.columns.at(-1)! * cellSize + 1) * band.across - (em / 2) * band.across;
      return {
        ...mark,
        words: words + mark.words,
        brand,
        tiles: count,
        weakest: Math.min(mark.weakest, ...name.found.logs),
        confidence: Math.exp((Math.log(mark.confidence) * mark.tiles + name.found.total) / count),
        score: mark.score + name.found.total + worth * tiles.length,
        box: { ...mark.box, x, width: mark.box.x + mark.box.width - x },
      };
    }
  }
  return mark;
}

/** The bands at all scales, and the words that may stand in them, before any is looked at closer. */
export interface Search {
  bases: readonly Band[];
  looks: readonly Look[];
  candidates: readonly Candidate[];
}

/** Looks over the upper and the lower band once. */
export function searched(luma: Luma): Search {
  const short = Math.min(luma.width, luma.height);
  const looks: Look[] = [];
  const most = Math.ceil((farthest + around * largest) * short);
  // Large pictures are reduced once; each scale is then made from that.
  const bases = [...new Set([0, Math.max(0, luma.height - most)])].map((y) => bandOf(luma, { x: 0, y, width: luma.width, height: Math.min(most, luma.height) }, Math.min(1, baseSide / short)));
  for (let share = smallest; share <= largest; share *= step) {
    const size = share * short;
    if (size < fewestSamples) continue;
    const depth = Math.min(luma.height, Math.ceil(farthest * short + around * size));
    for (const base of bases) {
      const y = base.top === 0 ? 0 : luma.height - depth;
      looks.push(lookAt(bandWithin(base, { x: 0, y, width: luma.width, height: depth }, em / size), (farthest * short) / size + 0.55));
    }
  }
  const places = looks
    .flatMap((look) => look.seeds.map(({ seed, polarity }) => ({ look, seed, polarity })))
    .sort((a, b) => b.seed.score - a.seed.score)
    .slice(0, placesAsked);
  const candidates = [...places, ...readable(looks, placesAsked)].flatMap(({ look, seed, polarity }) => coresAt(look.readers[polarity], seed, polarity).slice(0, coresTried).map((one) => ({ ...one, ...look })));
  return { bases, looks, candidates };
}

/** The words with what stands around them. */
export function finished({ core, reading, band, readers }: Candidate, looks: readonly Look[]): TextMark {
  const [read, other] = reading.polarity === 'light' ? [readers.light, readers.dark] : [readers.dark, readers.light];
  const whole = extended(core, reading, read, other);
  const mark = inPicture(whole, band);
  if (!core.extends || whole.columns[0] !== reading.columns[0]) return mark;
  const named = withLargerName(mark, looks);
  return named === mark ? withNameAbove(mark, whole, read, band) : named;
}

/** Everything that reads like a known mark in the upper and lower band, unfiltered, best first. */
export function textMarks({ bases, looks, candidates }: Search, leastConfidence = 0.2): TextMark[] {
  return readCloser(candidates, bases)
    .filter(({ reading }) => confidenceOf(reading) >= leastConfidence)
    .map((one) => finished(one, looks))
    .sort((a, b) => b.score - a.score);
}
