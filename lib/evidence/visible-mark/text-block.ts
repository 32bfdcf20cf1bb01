import type { Luma, Rectangle } from '../luma';
import { bandOf } from './band';
import { em } from './features';
import type { TextMark } from './text-marks';

/** Shares of the columns of a line that hold an edge. */
const filled = 0.6;
const empty = 0.12;

/**
 * Whether another line of text stands right above or below on the same plain ground: then the words belong to a block
 * (a package, a page, a photographed screen), not to a mark. A mark over a busy picture has no empty rows around it.
 */
export function standsInBlock(luma: Luma, { box, above, em: size }: TextMark): boolean {
  // A name on the line above belongs to the mark: what counts is the line above that.
  return above ? hasNeighbour(luma, box, size, [1]) || hasNeighbour(luma, above, size, [-1]) : hasNeighbour(luma, box, size, [-1, 1]);
}

export const overlap = (a: Rectangle, b: Rectangle) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Readings of one place that are asked. */
const asked = 3;

/** Whether a reading sees its words in a block, and most of the best readings of the place do: one rough box takes leaves above a pill for a line. */
export function isInBlock(luma: Luma, mark: TextMark, marks: readonly TextMark[]): boolean {
  if (!standsInBlock(luma, mark)) return false;
  const readings: TextMark[] = [];
  for (const other of marks) {
    if (!overlap(other.box, mark.box) || readings.some(({ box }) => box.x === other.box.x && box.width === other.box.width && box.height === other.box.height)) continue;
    readings.push(other);
    if (readings.length === asked) break;
  }
  return 2 * readings.filter((one) => one === mark || standsInBlock(luma, one)).length > readings.length;
}

function hasNeighbour(luma: Luma, box: Rectangle, size: number, sides: readonly number[]): boolean {
  const top = Math.max(0, Math.floor(box.y - 3.4 * size));
  const bottom = Math.min(luma.height, Math.ceil(box.y + box.height + 3.4 * size));
  const left = Math.max(0, Math.floor(box.x));
  const right = Math.min(luma.width, Math.ceil(box.x + box.width));
  if (right - left < 4 || bottom - top < 4) return false;
  const { grey, width, height } = bandOf(luma, { x: left, y: top, width: right - left, height: bottom - top }, em / size);
  const line = Math.round(((box.y + box.height / 2 - top) * em) / size);
  const step = (x: number, y: number) => Math.abs(grey[y * width + Math.min(x + 1, width - 1)]! - grey[y * width + x]!);
  const rowsOf = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).filter((y) => y >= 0 && y < height);
  let strongest = 0;
  for (const y of rowsOf(line - 6, line + 7)) for (let x = 0; x < width; x += 1) strongest = Math.max(strongest, step(x, y));
  const share = (rows: number[]) => {
    let held = 0;
    for (let x = 0; x < width; x += 1) if (rows.some((y) => step(x, y) > strongest / 4)) held += 1;
    return held / width;
  };
  for (const side of sides) {
    // The next line's middle is 1.2 to 2 em away; between the lines two rows in a row are empty.
    const gap = [9, 10, 11, 12, 13].some((d) => rowsOf(line + side * d, line + side * d + 2).length === 2 && share(rowsOf(line + side * d, line + side * d + 2)) <= empty);
    const next = rowsOf(Math.min(line + side * 15, line + side * 27), Math.max(line + side * 15, line + side * 27));
    const beyond = [24, 26, 28, 30, 32, 34, 36, 38].some((d) => rowsOf(Math.min(line + side * d, line + side * (d + 2)), Math.max(line + side * d, line + side * (d + 2))).every((y) => share([y]) <= empty));
    if (gap && beyond && next.length >= 10 && share(next) >= filled && share(rowsOf(line - 6, line + 7)) >= filled / 2) return true;
  }
  return false;
}
