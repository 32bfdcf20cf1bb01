import type { LabelHit } from './labels';
import { LineLayout } from './line-layout';
import type { Node } from './line-layout';
import type { Box } from './page-tree';
import { compact } from './text';
import { emptyValue } from './words';

/** Lines [first, end) that hold a label's value, and how they were found. */
export interface Cell {
  first: number;
  end: number;
  /** `next`: beside or below the label. `column`: below a heading of a table. */
  how: 'next' | 'column';
  /** Whether the label and the value are plainly a pair: nothing else in their box, table head and cell, dt and dd, alternating cells. */
  paired: boolean;
}

/** Finds the cells under a label that heads a column, in tables and in boxes laid out like one. */
export class ColumnLayout extends LineLayout {
  /** All cells below a label that heads a column, however they differ. */
  cellsBelow(hit: LabelHit): Cell[] {
    let node: Node = hit.line;
    for (let climbs = 0; climbs < 8; climbs += 1) {
      const parent: Box | null = node.parent;
      if (parent === null) return [];
      const cells = this.columnCells(node, parent);
      if (cells.length > 0 || !this.isOnly(node, parent) || parent.tag === 'TR') return cells;
      node = parent;
    }
    return [];
  }

  /** The one value below a label that heads a column; null where the rows differ. */
  protected columnCell(node: Node, parent: Box): Cell | null {
    const cells = this.columnCells(node, parent);
    const shown = cells.map((cell) => compact(this.text(cell.first, cell.end)));
    return cells.length > 0 && shown.every((text) => text === shown[0]) ? cells[0]! : null;
  }

  /** Cells with something in them below a label: all its neighbours are labels, and rows of as many cells follow. */
  private columnCells(node: Node, parent: Box): Cell[] {
    if (node.kind !== 'box') return [];
    const cells = parent.children.filter((child): child is Box => child.kind === 'box');
    if (cells.length === 1 && (node.tag === 'TH' || (node.tag === 'TD' && this.isBareLabel(node))) && parent.tag === 'TR') return [this.cellUnderLoneHead(parent)].filter((cell) => cell !== null);
    if (cells.length < 2 || cells.length !== parent.children.filter((child) => child.kind === 'box' || !this.isEmpty(child)).length) return [];
    const named = cells.filter((cell) => this.hasText(cell));
    const labels = named.filter((cell) => this.isLabelLike(cell));
    // A head cell beside a plain one is the head of its row.
    if (node.tag === 'TH' && cells.some((cell) => cell.tag === 'TD')) return [];
    const heads = named.every((cell) => cell.tag === 'TH') && named.length > 1;
    if (!heads && (labels.length < 2 || labels.length < named.length * 0.6)) return [];
    // Label, value, label, value in one row: not a head.
    if (!heads && cells.some((cell, index) => this.hasText(cell) && !this.isLabelLike(cell) && index > 0 && this.isLabelLike(cells[index - 1]!))) {
      const next = cells[cells.indexOf(node) + 1];
      if (next !== undefined && !this.isEmpty(next) && !this.isLabelLike(next)) return [];
    }
    const place = columnOf(cells, cells.indexOf(node));
    const width = columnOf(cells, cells.length);
    const rows = this.rowsAfter(parent, width);
    // Rows that have a mere label at this place are label and value themselves.
    if (rows.some((row) => this.isBareLabel(cellAt(row, place)))) return [];
    return rows.flatMap((row): Cell[] => {
      const cell = cellAt(row, place);
      if (cell === null || this.isEmpty(cell)) return [];
      const text = compact(this.text(cell.first, cell.end));
      return emptyValue.test(text) && !this.hasImage(cell) ? [] : [{ first: cell.first, end: cell.end, how: 'column', paired: true }];
    });
  }

  /** A row with one head cell alone, and under it a row with one value. */
  private cellUnderLoneHead(row: Box): Cell | null {
    const siblings = row.parent?.children ?? [];
    const next = siblings[siblings.indexOf(row) + 1];
    if (next === undefined || next.kind !== 'box' || next.tag !== 'TR' || next.children.length !== 1) return null;
    const cell = next.children[0]!;
    return cell.kind === 'box' && cell.tag === 'TD' && !this.isEmpty(cell) ? { first: cell.first, end: cell.end, how: 'column', paired: true } : null;
  }

  /** Rows with `width` columns that follow a head row, in its own table or in one that continues it. */
  private rowsAfter(head: Box, width: number): Box[] {
    let node: Box = head;
    for (let climbs = 0; climbs < 6; climbs += 1) {
      const parent: Box | null = node.parent;
      if (parent === null) return [];
      const rest = parent.children.slice(parent.children.indexOf(node) + 1).filter((child): child is Box => child.kind === 'box');
      const rows: Box[] = [];
      for (const child of rest) {
        const found = this.rowsIn(child, width, 6);
        if (found.length === 0 && !this.isEmpty(child)) break;
        // A second head ends the table.
        if (found.some((row) => row.children.length > 1 && row.children.every((cell) => this.hasText(cell) && this.isLabelLike(cell)))) break;
        rows.push(...found.filter((row) => !this.isEmpty(row)));
      }
      if (rows.length > 0) return rows;
      if (rest.some((child) => !this.isEmpty(child)) || !this.isOnly(node, parent)) return [];
      node = parent;
    }
    return [];
  }

  private rowsIn(box: Box, width: number, depth: number): Box[] {
    const cells = box.children.filter((child): child is Box => child.kind === 'box');
    const loose = box.children.some((child) => child.kind === 'line' && !this.isEmpty(child));
    if (!loose && box.tag !== 'TABLE' && box.tag !== 'TBODY' && cells.length > 1 && columnOf(cells, cells.length) === width && !cells.every((cell) => cell.tag === 'TR')) return [box];
    if (loose || depth === 0) return [];
    if (cells.length === 1 || cells.every((cell) => ['TR', 'TBODY', 'TABLE', 'THEAD', 'TFOOT', 'LI'].includes(cell.tag)) || box.tag === 'TABLE' || box.tag === 'TBODY') {
      return cells.flatMap((cell) => this.rowsIn(cell, width, depth - 1));
    }
    const rows = cells.map((cell) => this.rowsIn(cell, width, 0));
    return rows.every((row) => row.length === 1) ? rows.flat() : [];
  }
}

function span(cell: Box): number {
  const given = Number(cell.element?.getAttribute('colspan') ?? 1);
  return Number.isInteger(given) && given > 1 && given < 50 ? given : 1;
}

function columnOf(cells: readonly Box[], index: number): number {
  return cells.slice(0, index).reduce((sum, cell) => sum + span(cell), 0);
}

function cellAt(row: Box, place: number): Box | null {
  let column = 0;
  for (const cell of row.children) {
    if (cell.kind !== 'box') continue;
    if (column === place) return cell;
    column += span(cell);
  }
  return null;
}
