import type { Rectangle } from '../luma';
import { bandWithin, type Band } from './band';
import { cellsOf, cellSize, em } from './features';
import type { Core } from './known-marks';
import { coreFrom, type Reading } from './reading';
import type { Polarity } from './recogniser';
import { rowReader, type Reader } from './rows';

/** Words that may stand somewhere, and the band in which they were read. */
export interface Candidate {
  core: Core;
  reading: Reading;
  band: Band;
  readers: Record<Polarity, Reader>;
}

/** So many are read again, of at least this score; above `sure` nothing needs to be. */
const most = 8;
const least = 0;
const sure = 5;
/** Scales between those of the first look, and how far around the first place, in cells. */
const scales = [0.93, 1, 1.075];
const [rows, columns] = [2, 3];
/** What is cut out around the words, in em: room for a name before or above them. */
const room = { left: 8, right: 4, above: 2.5, below: 1.2 };

/** The rectangle around tiles, in picture samples. */
export function lineBox({ row, columns: at }: Pick<Reading, 'row' | 'columns'>, band: Band): Rectangle {
  const x = (cell: number) => band.left + (cell * cellSize + 1) * band.across;
  const [half, tall] = [(em / 2) * band.across, em * band.down];
  const middle = band.top + (row * cellSize + 1) * band.down;
  return { x: x(at[0]!) - half, y: middle - tall / 2, width: x(at.at(-1)!) - x(at[0]!) + 2 * half, height: tall };
}

/** Of the upper and the lower band, which may be one. */
export const bandAt = (bases: readonly Band[], upper: boolean): Band => bases.find(({ top }) => (top === 0) === upper) ?? bases[0]!;

/** The best reading of the same words, tile by tile, at nearby scales and places. */
export function again(one: Candidate, base: Band): Candidate | null {
  const { core, reading: { polarity }, band } = one;
  const box = lineBox(one.reading, band);
  const size = em * band.down;
  const left = Math.max(0, Math.round(box.x - room.left * size));
  const top = Math.max(base.top, Math.round(box.y - room.above * size));
  const right = Math.min(base.width * base.across, box.x + box.width + room.right * size);
  const bottom = Math.min(base.top + base.height * base.down, box.y + box.height + room.below * size);
  let kept: Candidate | null = null;
  for (const scale of scales) {
    const cut = bandWithin(base, { x: left, y: top, width: Math.round(right) - left, height: Math.round(bottom) - top }, em / (size * scale));
    const cells = cellsOf(cut.grey, cut.width, cut.height);
    const readers = { light: rowReader(cells, 'light'), dark: rowReader(cells, 'dark') };
    const row = Math.round(((box.y + box.height / 2 - cut.top) / cut.down - 1) / cellSize);
    const column = Math.round(((box.x + (em / 2) * band.across - cut.left) / cut.across - 1) / cellSize);
    for (let dy = -rows; dy <= rows; dy += 1) {
      for (let dx = -columns; dx <= columns; dx += 1) {
        const reading = coreFrom(core, readers[polarity], row + dy, column + dx, polarity);
        if (reading && reading.score > (kept?.reading.score ?? -Infinity)) kept = { core, reading, band: cut, readers };
      }
    }
  }
  return kept;
}

/** The candidates and, for the likeliest, how they read from close by, best first: small letters are read at their own scale only. */
export function readCloser(candidates: readonly Candidate[], bases: readonly Band[]): Candidate[] {
  const order = candidates.toSorted((a, b) => b.reading.score - a.reading.score);
  if ((order[0]?.reading.score ?? sure) >= sure) return order;
  const seen = new Set<string>();
  const closer: Candidate[] = [];
  for (const one of order) {
    if (closer.length === most || one.reading.score < least) break;
    const { x, y, height } = lineBox(one.reading, one.band);
    const place = [one.core.words, one.reading.polarity, Math.round((2 * x) / height), Math.round((2 * y) / height)].join(' ');
    if (seen.has(place)) continue;
    seen.add(place);
    const nearer = again(one, bandAt(bases, one.band.top === 0));
    closer.push(nearer && nearer.reading.score > one.reading.score ? nearer : one);
  }
  return [...closer, ...order].toSorted((a, b) => b.reading.score - a.reading.score);
}
