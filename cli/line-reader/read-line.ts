import { bandWithin, type Band } from '../../lib/evidence/visible-mark/band';
import { lineBox, type Candidate } from '../../lib/evidence/visible-mark/closer-look';
import { em } from '../../lib/evidence/visible-mark/features';
import { columnStep, lineHeight, lineLogits } from './network';
import { confidenceOf, coresAt } from '../../lib/evidence/visible-mark/reading';
import { finished, type Search, type TextMark } from '../../lib/evidence/visible-mark/text-marks';
import { tileNames, toLogs, type Polarity } from '../../lib/evidence/visible-mark/recogniser';
import type { Reader } from '../../lib/evidence/visible-mark/rows';

/** A place at which words may stand: from where to where, the middle of the line, and one em, in picture samples. */
export interface Line {
  left: number;
  right: number;
  middle: number;
  em: number;
  polarity: Polarity;
}

/** What is read before and after the place, in em: it may be the end or the beginning of the words. */
const room = 8;
/** Samples beyond the picture's edge, as far as the network looks. */
const beyond = 24;
/** The row at which a line's middle lies, in cells. */
const middleRow = lineHeight / columnStep / 2 - 0.5;
/** A tile from which words are laid over the line must be at least so likely, log. */
const leastLog = Math.log(0.2);
const coresTried = 2;

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

/** Known words anywhere on a line, as the network reads them with their neighbours in view. */
export function readLine(base: Band, line: Line, scale = 1): Candidate[] {
  const { band, readers, columns } = cutOut(base, line, scale);
  const read = readers[line.polarity];
  const found: Candidate[] = [];
  for (let column = 0; column < columns; column += 1) {
    const logs = read(middleRow, column);
    if (!logs) continue;
    // The first is the background, the last other text.
    for (let tile = 1; tile < tileNames.length; tile += 1) {
      if (logs[tile]! < leastLog) continue;
      const seed = { row: middleRow, column, tile: tileNames[tile]!, score: logs[tile]! };
      found.push(...coresAt(read, seed, line.polarity).slice(0, coresTried).map((one) => ({ ...one, band, readers })));
    }
  }
  return found;
}

/** A line and the band it stands in: the upper one or the lower. */
interface Place extends Line {
  base: boolean;
}

/** Lines read, the likeliest first, and the scales at which each is. */
const linesRead = 12;
const lineScales = [1, 0.87, 1.15];

/** The likeliest lines, each once. */
export function likelyLines({ candidates }: Search, most = linesRead): Place[] {
  const lines: Place[] = [];
  for (const { reading, band } of candidates.toSorted((a, b) => b.reading.score - a.reading.score)) {
    const { x, y, width, height } = lineBox(reading, band);
    const line = { left: x, right: x + width, middle: y + height / 2, em: em * band.down, polarity: reading.polarity, base: band.top === 0 };
    const isSame = (other: Line) => other.polarity === line.polarity && Math.abs(other.middle - line.middle) < 0.3 * line.em && Math.abs(Math.log(other.em / line.em)) < 0.15 && other.left < line.right && line.left < other.right;
    if (lines.some(isSame)) continue;
    lines.push(line);
    if (lines.length === most) break;
  }
  return lines;
}

/** Known words on the likeliest lines, best first. */
export function lineMarks(search: Search, leastConfidence = 0.2): TextMark[] {
  return likelyLines(search)
    .flatMap((line) => lineScales.flatMap((scale) => readLine(search.bases.find(({ top }) => (top === 0) === line.base) ?? search.bases[0]!, line, scale)))
    .filter(({ reading }) => confidenceOf(reading) >= leastConfidence)
    .map((one) => finished(one, search.looks))
    .sort((a, b) => b.score - a.score);
}
