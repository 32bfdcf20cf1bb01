import { bandWithin, type Band } from './band';
import { again, bandAt, lineBox, type Candidate } from './closer-look';
import { em } from './features';
import { columnStep, lineHeight, lineLogits } from './line-network';
import { confidenceOf, coresAt, leastLog } from './reading';
import { tileNames, toLogs, type Polarity } from './recogniser';
import type { Reader } from './rows';
import { once } from './stored-weights';
import { overlap } from './text-block';
import { coresTried, finished, type Search, type TextMark } from './text-marks';

/** A place at which words may stand: from where to where, the middle of the line, and one em, in picture samples; its band is the upper or the lower one. */
export interface Line {
  left: number;
  right: number;
  middle: number;
  em: number;
  polarity: Polarity;
  upper: boolean;
}

/** A mark on a line read with the neighbours of each tile in view. */
export interface LineMark extends TextMark {
  /** What its core comes to at that place where each tile is looked at by itself. */
  alone: () => number;
}

/** What is read before and after the place, in em: it may be the end or the beginning of the words. */
const room = 4.5;
/** Samples beyond the picture's edge, as far as the network looks. */
const beyond = 24;
/** The row at which a line's middle lies, in cells. */
const middleRow = lineHeight / columnStep / 2 - 0.5;

/** Larger letters are read tile by tile; with their neighbours in view more is guessed there than found. */
const largest = 14;
/** Lines read, the likeliest first; where, in em from the middle; at which scales, and at which further ones where those promise words. */
const linesRead = 12;
const polarities = ['light', 'dark'] as const;
const shifts = [0, -0.3, 0.3];
const scales = [0.88, 1.08];
const between = [0.77, 0.98, 1.18];
const promising = -2;

/** The line cut out at `scale` times its size, and what reads it in either polarity. */
function cutOut(base: Band, line: Line, scale: number): Pick<Candidate, 'band' | 'readers'> & { columns: number } {
  const size = line.em * scale;
  const [bandRight, bandBottom] = [base.left + base.width * base.across, base.top + base.height * base.down];
  const [wantedTop, wantedBottom] = [line.middle - size, line.middle + size];
  const [top, bottom] = [Math.max(base.top, wantedTop), Math.min(bandBottom, wantedBottom)];
  const [left, right] = [Math.max(base.left, line.left - room * size), Math.min(bandRight, line.right + room * size)];
  const cut = bandWithin(base, { x: left, y: top, width: right - left, height: bottom - top }, em / size);
  const width = cut.width + 2 * beyond;
  const first = Math.max(0, Math.round((cut.top - wantedTop) / cut.down));
  const rows = Math.min(cut.height, lineHeight - first);
  const grey = new Float32Array(lineHeight * width);
  for (let y = 0; y < rows; y += 1) grey.set(cut.grey.subarray(y * cut.width, (y + 1) * cut.width), (first + y) * width + beyond);
  const span = { left: beyond, right: beyond + cut.width, top: first, bottom: first + rows };
  const read = (dark: boolean): Reader => {
    let logs: Float32Array[] | undefined;
    return (row, column) => (row === middleRow ? (logs ??= lineLogits(grey, width, span, dark).map(toLogs))[column] ?? null : null);
  };
  const band: Band = { width, height: lineHeight, grey, across: cut.across, down: cut.down, left: cut.left - beyond * cut.across, top: cut.top - first * cut.down };
  return { band, readers: { light: read(false), dark: read(true) }, columns: Math.ceil(width / columnStep) };
}

/** Known words anywhere on a line, as the network reads them. */
function readLine(base: Band, line: Line, scale: number): { candidates: Candidate[]; seen: boolean } {
  const { band, readers, columns } = cutOut(base, line, scale);
  const read = readers[line.polarity];
  const candidates: Candidate[] = [];
  let seen = false;
  for (let column = 0; column < columns; column += 1) {
    const logs = read(middleRow, column);
    if (!logs) continue;
    // The first is the background, the last other text.
    for (let tile = 1; tile < tileNames.length; tile += 1) {
      if (logs[tile]! < leastLog) continue;
      seen = true;
      const seed = { row: middleRow, column, tile: tileNames[tile]!, score: logs[tile]! };
      candidates.push(...coresAt(read, seed, line.polarity).slice(0, coresTried).map((one) => ({ ...one, band, readers })));
    }
  }
  return { candidates, seen };
}

/** The likeliest lines of letters no larger than `largestEm` picture samples, each once. */
export function likelyLines({ candidates }: Search, most: number, largestEm = Infinity): Line[] {
  const lines: Line[] = [];
  for (const { reading, band } of candidates.toSorted((a, b) => b.reading.score - a.reading.score)) {
    const { x, y, width, height } = lineBox(reading, band);
    const line = { left: x, right: x + width, middle: y + height / 2, em: em * band.down, polarity: reading.polarity, upper: band.top === 0 };
    const isSame = (other: Line) => Math.abs(other.middle - line.middle) < 0.3 * line.em && Math.abs(Math.log(other.em / line.em)) < 0.15 && other.left < line.right && line.left < other.right;
    if (line.em > largestEm || lines.some(isSame)) continue;
    lines.push(line);
    if (lines.length === most) break;
  }
  return lines;
}

const best = (found: readonly Candidate[]) => found.reduce((most, { reading }) => Math.max(most, reading.score), -Infinity);

/** Known words on a line or a little above or below it, in either polarity: what the tiles one by one make of a faint line tells its place and size but roughly. */
function around(base: Band, line: Line): Candidate[] {
  const found: Candidate[] = [];
  for (const polarity of polarities) {
    for (const shift of shifts) {
      const at = { ...line, polarity, middle: line.middle + shift * line.em };
      const read = scales.map((scale) => readLine(base, at, scale));
      const here = read.flatMap(({ candidates }) => candidates);
      found.push(...here);
      if (best(here) >= promising) found.push(...between.flatMap((scale) => readLine(base, at, scale).candidates));
      // Where no tile is seen at all, none will be a little higher or lower.
      if (shift === 0 && !read.some(({ seen }) => seen)) break;
    }
  }
  return found;
}

/** Known words in small letters on the likeliest lines, best first, the same words at one place once. */
export function lineMarks(search: Search, leastConfidence = 0.2): LineMark[] {
  const marks: LineMark[] = [];
  const read = likelyLines(search, linesRead, largest)
    .flatMap((line) => {
      const base = bandAt(search.bases, line.upper);
      return around(base, line)
        .filter(({ reading }) => confidenceOf(reading) >= leastConfidence)
        .map((one) => ({ ...finished(one, search.looks), alone: once(() => again(one, base)?.reading.score ?? -Infinity) }));
    })
    .sort((a, b) => b.score - a.score);
  for (const mark of read) if (!marks.some(({ words, box }) => words === mark.words && overlap(box, mark.box))) marks.push(mark);
  return marks;
}
