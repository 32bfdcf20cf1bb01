import type { ClaimRow } from '../case/claim';
import { readCandidates } from './candidates';
import type { Clock } from './candidates';
import { anchorsOf } from './list-anchors';
import { listTables } from './list-heads';
import { segmentsOf } from './list-segments';
import { vocabularyOf } from './labels';
import type { PageTree, TreeOptions } from './page-tree';
import { readRow } from './read-row';
import type { PlatformRecipe } from './recipe';
import { typeWords } from './refund-type';
import { compact, readable } from './text';
import { Layout } from './value-cells';

/** What a list page says. Only what is in the page now: rows of other pages, or drawn only while scrolling, are not in it. */
export interface ListReading {
  /** Null where no request could be told apart from the rest of the page. */
  rows: ClaimRow[] | null;
  /** How many requests the page says the whole list holds. */
  total: number | null;
  /** Element of each row, for the mark beside it. */
  elements: Element[];
}

const nothing = /^(?:暂无(?:数据|内容|记录|售后|申请|订单|待处理|符合条件|相关)?\S{0,8}|没有(?:数据|找到|符合|待处理|相关)\S{0,10}|空空如也\S{0,6}|no (?:data|results?|requests?|records?)\b.{0,30})[。.!！]?$/i;
const wholeList = /(?:^|[^\d第])(?:共|总共|合计|total:?)\s*(?:计)?\s*([\d,]{1,9})\s*(?:条|项|个|单|笔|records?|items?|requests?|results?)|^([\d,]{1,9})\s*(?:records|items|requests|results)\b/i;

/** Reads the requests of a list page: tables with heads, double rows, and cards, each by its labels. `base` is the list's own address. */
export function readRows(tree: PageTree, base: string, recipe: PlatformRecipe, clock: Clock, document: Document, options: TreeOptions): ListReading {
  const layout = new Layout(tree, vocabularyOf(recipe));
  const words = typeWords(recipe.refundTypes);
  const tables = listTables(layout);
  const reading = readCandidates(layout, recipe, words, clock);
  const anchors = anchorsOf(layout, reading, tables, recipe, base);
  const headed = new Map(tables.flatMap((table) => table.rows.map((row) => [row, table] as const)));
  const found: { row: ClaimRow; element: Element }[] = [];
  for (const segment of segmentsOf(layout, anchors, tables)) {
    const row = readRow(segment, headed, layout, { recipe, words, clock, base, tree: options, document });
    const element = segment.boxes[0]!.element;
    if (row !== null && element !== null) found.push({ row, element });
  }
  const merged = mergeSame(found);
  const texts = tree.lines.map((line) => readable(line.text));
  return {
    rows: merged.length > 0 ? merged.map(({ row }) => row) : texts.some((text) => nothing.test(compact(text)) || nothing.test(text)) ? [] : null,
    total: totalOf(texts),
    elements: merged.map(({ element }) => element),
  };
}

/** Columns that stay in sight while a table scrolls are tables of their own: the same request stands in both. */
function mergeSame(found: readonly { row: ClaimRow; element: Element }[]): { row: ClaimRow; element: Element }[] {
  const byKey = new Map<string, { row: ClaimRow; element: Element }>();
  for (const one of found) {
    const key = one.row.afterSaleId ?? `order ${one.row.orderId}`;
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? one : { row: both(known.row, one.row), element: filled(known.row) >= filled(one.row) ? known.element : one.element });
  }
  return [...byKey.values()];
}

const filled = (row: ClaimRow): number => Object.values(row).filter((value) => value !== null && value !== 'unknown').length;

/** Two readings of one request; where they differ, neither is taken. */
function both(one: ClaimRow, other: ClaimRow): ClaimRow {
  const pick = <Value>(a: Value | null, b: Value | null): Value | null => (a === null ? b : b === null || JSON.stringify(a) === JSON.stringify(b) ? a : null);
  const type = one.refundType === 'unknown' ? other.refundType : other.refundType === 'unknown' || other.refundType === one.refundType ? one.refundType : 'unknown';
  const more = (a: ClaimRow['evidence'], b: ClaimRow['evidence']) => (b.length > a.length ? b : a);
  return {
    orderId: pick(one.orderId, other.orderId), afterSaleId: one.afterSaleId, refundType: type, amount: pick(one.amount, other.amount), reason: pick(one.reason, other.reason),
    description: pick(one.description, other.description), status: pick(one.status, other.status), appliedAt: pick(one.appliedAt, other.appliedAt), respondBy: pick(one.respondBy, other.respondBy),
    evidence: more(one.evidence, other.evidence), listing: more(one.listing, other.listing), evidenceTotal: pick(one.evidenceTotal, other.evidenceTotal), detailUrl: one.detailUrl ?? other.detailUrl,
  };
}

function totalOf(texts: readonly string[]): number | null {
  const numbers = new Set(texts.flatMap((text) => {
    const said = text.length < 60 ? wholeList.exec(text) : null;
    return said === null ? [] : [Number((said[1] ?? said[2])!.replaceAll(',', ''))];
  }));
  return numbers.size === 1 ? [...numbers][0]! : null;
}

