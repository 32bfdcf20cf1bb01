import type { ClaimRow } from '../case/claim';
import { readCandidates } from './candidates';
import { readFacts } from './facts';
import { readIds } from './ids';
import { recipes } from './index';
import { vocabularyOf } from './labels';
import { kindByAddress, numbersInAddress, recipeFor } from './page-kind';
import type { PageKind } from './page-kind';
import { readTree } from './page-tree';
import type { TreeOptions } from './page-tree';
import { readPictures } from './pictures';
import { readRows } from './read-rows';
import { typeWords } from './refund-type';
import { zonesOf } from './sections';
import { fromStyleSheets } from './style-sheets';
import { Layout } from './value-cells';

/** How one fact fares on a page: `unclear` where it is there but two answers, or none that can be read, stand beside it. */
export interface FieldHealth {
  field: string;
  state: 'found' | 'absent' | 'unclear';
  /** What was read, shortened; for the merchant's eye only. */
  preview: string | null;
}

/** What a recipe found on one page, fact by fact, whether or not it was enough for a claim. */
export interface PageHealth {
  platform: string;
  page: PageKind;
  verifiedOn: string;
  checkedOn: 'stand-in' | 'live-page' | 'taught';
  /** Without this the page makes no claim. */
  missing: string[];
  fields: FieldHealth[];
  /** Only of a list: how many requests were told apart. */
  rows: number | null;
}

/** The facts every request page should show; a description, goods or a deadline may rightly be absent. */
export const expectedFields = ['orderId', 'afterSaleId', 'refundType', 'amount', 'reason', 'status', 'appliedAt', 'evidence'] as const;
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Reads a page as read-page.ts does, and says of every fact whether it was found. Null where no recipe of ours is for this address. */
export function pageHealth(document: Document, url: string, at: string | null, parseFrame?: TreeOptions['parseFrame']): PageHealth | null {
  const recipe = recipeFor(recipes, url);
  if (recipe === null) return null;
  const kind = kindByAddress(recipe, url);
  const options: TreeOptions = { ...fromStyleSheets(document), parseFrame };
  const tree = readTree(document, options);
  const time = at === null ? Number.NaN : Date.parse(at);
  const clock = { at: Number.isNaN(time) ? null : time };
  const base = { platform: recipe.id, verifiedOn: recipe.verifiedOn, checkedOn: recipe.checkedOn };
  if (kind === 'refund-list') {
    const { rows } = readRows(tree, url, recipe, clock, document, options);
    const fields = listFields(rows ?? []);
    return { ...base, page: kind, fields, rows: rows?.length ?? null, missing: rows === null ? ['rows'] : rows.length === 0 ? [] : missingOf(fields) };
  }
  const layout = new Layout(tree, vocabularyOf(recipe));
  const numbers = [...numbersInAddress(url)];
  const zones = zonesOf(layout, tree.lines.filter((line) => numbers.some((number) => line.text.includes(number))).map((line) => line.index));
  const words = typeWords(recipe.refundTypes);
  const reading = readCandidates(layout, recipe, words, clock);
  const ids = readIds(layout, reading, zones, recipe, url);
  const facts = readFacts(layout, reading, zones, recipe, words, clock);
  const pictures = readPictures(layout, reading, zones, recipe, url);
  const idField = (field: 'orderId' | 'afterSaleId'): FieldHealth => ({ field, state: ids[field] !== null ? 'found' : ids.problems.some((one) => one.field === field) ? 'unclear' : 'absent', preview: ids[field] });
  const fields: FieldHealth[] = [
    idField('orderId'),
    idField('afterSaleId'),
    ...Object.entries(facts).map(([field, { value, problem }]): FieldHealth => ({ field, state: value !== null ? 'found' : problem !== null ? 'unclear' : 'absent', preview: value === null ? null : short(typeof value === 'string' ? value : `${value.value} ${value.currency}`) })),
    { field: 'evidence', state: pictures.evidenceKnown ? 'found' : pictures.refused.length > 0 ? 'unclear' : 'absent', preview: pictures.evidenceKnown ? String(pictures.evidence.length) : null },
    { field: 'listing', state: pictures.listing.length > 0 ? 'found' : 'absent', preview: pictures.listing.length > 0 ? String(pictures.listing.length) : null },
  ];
  const page: PageKind = kind === 'by-text' ? (ids.afterSaleId !== null ? 'refund-detail' : 'none') : kind;
  return { ...base, page, fields, rows: null, missing: page === 'none' ? [] : missingOf(fields) };
}

const missingOf = (fields: readonly FieldHealth[]): string[] => expectedFields.filter((field) => fields.some((one) => one.field === field && one.state !== 'found') && !(field === 'evidence' && fields.every((one) => one.field !== 'listing')));

/** Of a list: in how many of its rows each fact was found. Pictures and goods need not be in a row. */
function listFields(rows: readonly ClaimRow[]): FieldHealth[] {
  const has: [string, (row: ClaimRow) => boolean][] = [
    ['orderId', (row) => row.orderId !== null], ['afterSaleId', (row) => row.afterSaleId !== null], ['refundType', (row) => row.refundType !== 'unknown'], ['amount', (row) => row.amount !== null], ['reason', (row) => row.reason !== null],
    ['status', (row) => row.status !== null], ['appliedAt', (row) => row.appliedAt !== null], ['respondBy', (row) => row.respondBy !== null], ['evidence', (row) => row.evidence.length > 0], ['detailUrl', (row) => row.detailUrl !== null],
  ];
  return has.map(([field, test]) => {
    const count = rows.filter(test).length;
    return { field, state: count > 0 ? 'found' : 'absent', preview: `${count} / ${rows.length}` };
  });
}
