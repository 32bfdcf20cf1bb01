import { colour, innerWidth, lineHeight, page } from '../look';
import type { Sheet } from '../sheet';

const usual = 8.5;
const pad = { x: 5, y: 2.8 };

interface Cell {
  lines: string[];
  x: number;
  width: number;
  right: boolean;
  bold: boolean;
  color: string;
  role: 'TH' | 'TD';
}

const heightOf = (lines: number, size: number) => lines * size * lineHeight + 2 * pad.y;

/** Draws one row, over several pages where it must; all of a cell's lines stay one cell for readers aloud. */
function row(sheet: Sheet, cells: Cell[], fill: string | null, x: number, width: number, size: number): void {
  const step = size * lineHeight;
  const rest = cells.map((cell) => cell.lines);
  const most = Math.max(...rest.map((lines) => lines.length));
  if (heightOf(most, size) <= page.height - page.top - page.bottom) sheet.ensure(heightOf(most, size));
  sheet.tag('TR', () => {
    const elements = cells.map((cell) => {
      const element = sheet.open(cell.role, cell.role === 'TH' ? { scope: fill ? 'Column' : 'Row' } : {});
      sheet.suspend(element);
      return element;
    });
    let drawn = 0;
    while (drawn < most) {
      sheet.ensure(heightOf(1, size));
      const count = Math.max(1, Math.min(most - drawn, Math.floor((sheet.room - 2 * pad.y) / step)));
      if (fill) sheet.box(x, sheet.y, width, heightOf(count, size), fill);
      for (const [index, cell] of cells.entries()) {
        sheet.within(elements[index]!, () => {
          for (const [at, line] of cell.lines.slice(drawn, drawn + count).entries()) {
            const shift = cell.right ? cell.width - 2 * pad.x - sheet.widthOf(line, size) : 0;
            sheet.line(line, cell.x + pad.x + shift, sheet.y + pad.y + at * step, { size, bold: cell.bold, color: cell.color });
          }
        });
      }
      sheet.y += heightOf(count, size);
      drawn += count;
    }
    for (const element of elements) sheet.close(element);
  });
  sheet.rule(sheet.y, x, width);
}

export interface Column {
  title: string;
  /** Of the table's width; shares sum to 1. */
  share: number;
  align?: 'right';
}

/** A ruled table; its head is repeated on every page. */
export function drawTable(sheet: Sheet, columns: readonly Column[], rows: readonly string[][], size = usual): void {
  const starts = columns.map((_, index) => page.margin + innerWidth * columns.slice(0, index).reduce((sum, column) => sum + column.share, 0));
  const cells = (texts: readonly string[], head: boolean): Cell[] =>
    columns.map((column, index) => {
      const width = column.share * innerWidth;
      return { lines: sheet.lines(texts[index] ?? '', width - 2 * pad.x, size), x: starts[index]!, width, right: column.align === 'right', bold: head, color: head ? colour.soft : colour.ink, role: head ? 'TH' : 'TD' };
    });
  const head = cells(columns.map((column) => column.title), true);
  const headHeight = heightOf(Math.max(...head.map((cell) => cell.lines.length)), size);
  sheet.ensure(headHeight + heightOf(1, size));
  sheet.tag('Table', () => {
    let on = -1;
    for (const texts of rows) {
      const body = cells(texts, false);
      const height = heightOf(Math.max(...body.map((cell) => cell.lines.length)), size);
      if (height + headHeight <= page.height - page.top - page.bottom) sheet.ensure(on === sheet.current ? height : headHeight + height);
      if (on !== sheet.current) row(sheet, head, colour.pale, page.margin, innerWidth, size);
      row(sheet, body, null, page.margin, innerWidth, size);
      on = sheet.current;
    }
  });
  sheet.y += 10;
}

interface Pair {
  label: string;
  value: string;
}

/** Two short pairs share a row, in reading order; a long one has its own. */
function grouped(rows: readonly Pair[], fits: (row: Pair) => boolean): Pair[][] {
  const out: Pair[][] = [];
  let waiting: Pair | null = null;
  for (const row of rows) {
    if (!fits(row)) {
      if (waiting) out.push([waiting]);
      waiting = null;
      out.push([row]);
    } else if (waiting) {
      out.push([waiting, row]);
      waiting = null;
    } else waiting = row;
  }
  return waiting ? [...out, [waiting]] : out;
}

/** Label and value pairs; the label column as wide as the longest label, within bounds. `dense` puts short pairs side by side. */
export function drawRows(sheet: Sheet, rows: readonly Pair[], x = page.margin, width = innerWidth, dense = false): void {
  if (rows.length === 0) return;
  const size = usual;
  const widest = Math.max(...rows.map((one) => sheet.widthOf(sheet.visible(one.label), size)));
  const first = Math.min(Math.max(widest + 2 * pad.x + 6, 70), width * (dense ? 0.25 : 0.3));
  const half = width / 2;
  const fits = (one: Pair) => !one.value.includes('\n') && sheet.widthOf(sheet.visible(one.value), size) <= half - first - 2 * pad.x && sheet.widthOf(sheet.visible(one.label), size) <= first - 2 * pad.x;
  const lines = dense ? grouped(rows, fits) : rows.map((one) => [one]);
  sheet.tag('Table', () => {
    for (const pairs of lines) {
      const cells = pairs.flatMap((one, index): Cell[] => {
        const left = x + index * half;
        const room = (pairs.length === 2 ? half : width) - first;
        return [
          { lines: sheet.lines(one.label, first - 2 * pad.x, size), x: left, width: first, right: false, bold: false, color: colour.soft, role: 'TH' },
          { lines: sheet.lines(one.value, room - 2 * pad.x, size), x: left + first, width: room, right: false, bold: false, color: colour.ink, role: 'TD' },
        ];
      });
      row(sheet, cells, null, x, width, size);
    }
  });
  sheet.y += 10;
}
