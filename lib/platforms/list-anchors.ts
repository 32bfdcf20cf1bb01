import { readCell } from './candidates';
import type { Clock, Reading } from './candidates';
import { cellsByColumn } from './list-heads';
import type { ListTable } from './list-heads';
import { idInAddress, kindByAddress } from './page-kind';
import type { Box } from './page-tree';
import type { PlatformRecipe } from './recipe';
import type { Layout } from './value-cells';

/** A place of the page that names a request: by its own number, or by its order's. */
export interface Anchor {
  field: 'afterSaleId' | 'orderId';
  value: string;
  line: number;
}

/** Every place that names a request: labelled numbers and numbers under a head, else attributes the recipe knows, else links to a request's own page. */
export function anchorsOf(layout: Layout, reading: Reading, tables: readonly ListTable[], recipe: PlatformRecipe, base: string): Anchor[] {
  const anchors: Anchor[] = [];
  for (const { field, how, line, value } of reading.candidates) {
    // A head's one value below it is found row by row instead.
    if ((field === 'afterSaleId' || field === 'orderId') && how !== 'column' && typeof value === 'string') anchors.push({ field, value, line });
  }
  for (const table of tables) {
    for (const row of table.rows) {
      for (const { cell, column } of cellsByColumn(row, layout)) {
        for (const { field, value } of idsUnderHead(layout, cell, table, column, recipe)) anchors.push({ field, value, line: cell.first });
      }
    }
  }
  // What the page shows goes before what only its markup says; the markup is asked where the after-sale number is nowhere to be read.
  if (!anchors.some((one) => one.field === 'afterSaleId')) anchors.push(...inAttributes(layout, recipe));
  if (!anchors.some((one) => one.field === 'afterSaleId')) anchors.push(...inLinks(layout, recipe, base));
  return anchors.sort((one, other) => one.line - other.line);
}

function inLinks(layout: Layout, recipe: PlatformRecipe, base: string): Anchor[] {
  return detailLinks(layout, recipe, base).flatMap(({ url, line }) => {
    const value = idInAddress(url, recipe.pages.query.afterSaleId);
    return value === null ? [] : [{ field: 'afterSaleId' as const, value, line }];
  });
}

function inAttributes(layout: Layout, recipe: PlatformRecipe): Anchor[] {
  const attributes = recipe.list?.idAttributes ?? [];
  if (attributes.length === 0) return [];
  const whole = new RegExp(`^(?:${recipe.ids.afterSaleId})$`, 'i');
  const found: Anchor[] = [];
  const visit = (box: Box): void => {
    for (const name of attributes) {
      const value = box.element?.getAttribute(name)?.trim();
      if (value !== undefined && whole.test(value) && box.end > box.first) found.push({ field: 'afterSaleId', value, line: box.first });
    }
    for (const child of box.children) if (child.kind === 'box') visit(child);
  };
  visit(layout.tree.root);
  return found;
}

const noClock: Clock = { at: null };

function idsUnderHead(layout: Layout, cell: Box, table: ListTable, column: number, recipe: PlatformRecipe): { field: Anchor['field']; value: string }[] {
  const head = table.columns[column] ?? [];
  const lines = layout.tree.lines.slice(cell.first, cell.end);
  // A cell that names its numbers itself is read by its own labels.
  if (lines.some((line) => layout.beginsWithLabel(line))) return [];
  const fields = head.map((kind) => (kind !== null && typeof kind === 'object' ? kind.field : null));
  const shown = lines.filter((line) => !line.blank);
  return fields.flatMap((field, at) => {
    if (field !== 'afterSaleId' && field !== 'orderId') return [];
    if (head.length > 1 && head.length !== shown.length) return [];
    const read = readCell(layout, field, head.length > 1 ? [shown[at]!] : lines, recipe, [], noClock);
    return typeof read?.value === 'string' ? [{ field, value: read.value }] : [];
  });
}

/** Links of the page that lead to a request's own page, or may lead to one. */
export function detailLinks(layout: Layout, recipe: PlatformRecipe, base: string): { url: string; line: number }[] {
  const links: { url: string; line: number }[] = [];
  for (const line of layout.tree.lines) {
    for (const piece of line.pieces) {
      if (piece.kind === 'text' && !piece.link) continue;
      const href = piece.element.closest('a')?.getAttribute('href');
      if (!href || !URL.canParse(href, base)) continue;
      const url = new URL(href, base).href;
      const kind = kindByAddress(recipe, url);
      if (kind === 'refund-detail' || kind === 'by-text') links.push({ url, line: line.index });
    }
  }
  return links;
}
