import type { LabelKind } from './labels';
import { labelAt } from './labels';
import type { Box } from './page-tree';
import { compact, readable } from './text';
import type { Layout } from './value-cells';

/** What a column is headed with: one meaning, or several in the order in which the cell shows them (售后编号/订单编号). */
export type Head = readonly (LabelKind | null)[];

/** One table of a list: what heads each column, and the rows below it. */
export interface ListTable {
  head: Box;
  columns: Head[];
  rows: Box[];
}

/** Heads of lists that name no field of ours, but are heads all the same. */
const plainHeads = /^(?:(?:订单|售后|退款|买家|消费者|用户|客户|申请|物流|商品|服务单|处理|金额|基础|凭证|商家|诉求)(?:信息|详情|内容|进度|情况|概况)|商品|宝贝|全选|选择|商家操作|更多操作|平台介入|仲裁|纠纷|发货|收货|order info|goods|after-sales info|buyer|product|refund info|progress)$/i;
const marks = /[↑↓▲▼⇅⇵↕]|\ue000-\uf8ff/g;

/** Every head row of a page with the rows below it. `inside` says whether a line is known to be no head. */
export function listTables(layout: Layout): ListTable[] {
  const tables: ListTable[] = [];
  const visit = (box: Box): void => {
    const columns = columnsOf(box, layout);
    if (columns !== null) {
      const rows = rowsBelow(box, widths(box, layout), layout);
      if (rows.length > 0) {
        tables.push({ head: box, columns, rows });
        return;
      }
    }
    for (const child of box.children) if (child.kind === 'box') visit(child);
  };
  visit(layout.tree.root);
  return tables;
}

/** Cells of a row that name fields; null where the box is no head row. */
function columnsOf(row: Box, layout: Layout): Head[] | null {
  const cells = cellsOf(row, layout);
  if (cells === null || cells.length < 2 || row.end - row.first > 80) return null;
  let named = 0;
  let known = 0;
  const columns: Head[] = [];
  for (const cell of cells) {
    const lines = layout.tree.lines.slice(cell.first, cell.end);
    const texts = lines.map((line) => readable(line.text)).filter((text) => text !== '');
    let head: Head = [];
    if (texts.length > 0) {
      if (texts.length > 4 || texts.some((text) => text.length > 24) || lines.some((line) => line.hasImage)) return null;
      named += 1;
      const parts = texts.flatMap((text) => text.split(/[/、|｜&]|(?<=\p{Script=Han})及(?=\p{Script=Han})/u)).map((part) => part.replace(marks, '').trim()).filter((part) => part !== '');
      head = parts.map((part) => kindOf(part, layout));
      if (head.some((kind) => kind !== null) || parts.some((part) => plainHeads.test(compact(part)))) known += 1;
    }
    for (let at = 0; at < span(cell); at += 1) columns.push(head);
  }
  const allHeads = cells.every((cell) => cell.tag === 'TH' || cell.element?.getAttribute('role') === 'columnheader');
  return named >= 2 && known >= (allHeads ? 1 : Math.max(2, named * 0.6)) ? columns : null;
}

function kindOf(part: string, layout: Layout): LabelKind | null {
  const found = labelAt(part, 0, layout.words);
  if (found !== null && (found.by === 'end' || found.by === 'colon') && compact(part.slice(found.valueStart)) === '') return listMeaning(compact(found.label)) ?? found.kind;
  return listMeaning(compact(part));
}

/** Words that as a head over a list of refund requests mean one thing, though on other pages they may mean another. */
function listMeaning(word: string): LabelKind | null {
  if (/^(?:原因)$/.test(word)) return { field: 'reason', spare: true };
  if (/^(?:申请时间|申请日期)$/.test(word)) return { field: 'appliedAt', spare: false };
  if (/^(?:凭证|图片|举证)$/.test(word)) return 'evidence';
  return null;
}

/** The cells of a row; null where the row holds loose text of its own. */
export function cellsOf(row: Box, layout: Layout): Box[] | null {
  const cells: Box[] = [];
  for (const child of row.children) {
    if (child.kind === 'box') cells.push(child);
    else if (!layout.isEmpty(child)) return null;
  }
  return cells;
}

function span(cell: Box): number {
  const given = Number(cell.element?.getAttribute('colspan') ?? 1);
  return Number.isInteger(given) && given > 1 && given < 50 ? given : 1;
}

const width = (cells: readonly Box[]): number => cells.reduce((sum, cell) => sum + span(cell), 0);

/** Numbers of columns that rows of this head may have: a head may end in an empty cell over the scroll bar. */
function widths(head: Box, layout: Layout): ReadonlySet<number> {
  const cells = cellsOf(head, layout) ?? [];
  const all = width(cells);
  const last = cells.at(-1);
  return new Set(last !== undefined && cells.length > 2 && layout.isEmpty(last) ? [all, all - 1] : [all]);
}

/** Which cell of a row stands in which column. */
export function cellsByColumn(row: Box, layout: Layout): { cell: Box; column: number }[] {
  let column = 0;
  return (cellsOf(row, layout) ?? []).map((cell) => {
    const at = column;
    column += span(cell);
    return { cell, column: at };
  });
}

/** Rows as wide as the head that follow it, in its own table or in one that continues it, up to another head. */
function rowsBelow(head: Box, wide: ReadonlySet<number>, layout: Layout): Box[] {
  const inTable = head.tag === 'TR';
  let node: Box = head;
  for (let climbs = 0; climbs < 7; climbs += 1) {
    const parent: Box | null = node.parent;
    if (parent === null) return [];
    const rows: Box[] = [];
    let other = false;
    for (const child of parent.children.slice(parent.children.indexOf(node) + 1)) {
      if (layout.isEmpty(child)) continue;
      if (child.kind === 'line') {
        other = true;
        continue;
      }
      if (rows.length > 0 && columnsOf(child, layout) !== null) break;
      const found = rowsIn(child, wide, layout, inTable, 9);
      if (found.length === 0) other = true;
      rows.push(...found);
    }
    if (rows.length > 0) return rows;
    // What follows a head and is no row of it ends the search, but a notice or bar between head and body does not.
    if (other && climbs > 2) return [];
    node = parent;
  }
  return [];
}

function rowsIn(box: Box, wide: ReadonlySet<number>, layout: Layout, inTable: boolean, depth: number): Box[] {
  if (layout.isEmpty(box)) return [];
  const mayBeRow = inTable ? box.tag === 'TR' : box.tag !== 'TABLE' && box.tag !== 'TBODY' && box.tag !== 'TR';
  const cells = mayBeRow ? cellsOf(box, layout) : null;
  if (cells !== null && cells.length > 1 && wide.has(width(cells)) && columnsOf(box, layout) === null) return [box];
  if (depth === 0 || (inTable && (box.tag === 'TR' || box.tag === 'TD'))) return [];
  return box.children.flatMap((child) => (child.kind === 'box' ? rowsIn(child, wide, layout, inTable, depth - 1) : []));
}
