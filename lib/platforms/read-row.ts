import type { ClaimRow, PageImage, RefundType } from '../case/claim';
import { readCandidates, readCell } from './candidates';
import type { Candidate, Clock, Reading } from './candidates';
import { readDeadlineSentence } from './countdown';
import { readFacts } from './facts';
import type { Choice } from './facts';
import { readTypes } from './free-lines';
import { detailLinks } from './list-anchors';
import { cellsByColumn } from './list-heads';
import type { ListTable } from './list-heads';
import type { Segment } from './list-segments';
import { unreadable } from './money';
import { numbersInAddress } from './page-kind';
import { readTree } from './page-tree';
import type { Box, TreeOptions } from './page-tree';
import { picturesUnderHead, readPictures, smallestInRow } from './pictures';
import type { FieldId, PlatformRecipe } from './recipe';
import { zonesOf } from './sections';
import { othersTurn, statusWord } from './statuses';
import { compact, readable } from './text';
import { Layout } from './value-cells';

export interface RowContext {
  recipe: PlatformRecipe;
  words: readonly [string, RefundType][];
  clock: Clock;
  base: string;
  tree: TreeOptions;
  /** The page itself: a row may lie in a template or frame of it. */
  document: Document;
}

type Sure = Exclude<FieldId, 'orderId' | 'afterSaleId'>;
const facts = ['refundType', 'amount', 'reason', 'description', 'status', 'appliedAt', 'respondBy'] as const satisfies readonly Sure[];
type Value = ClaimRow[Sure];
interface Found { field: Sure; value: Value | null; labelled: boolean }

/** One part of a row that is read as a small page of its own: a cell under its head, or a whole box. */
interface Part { box: Box; heads: ListTable['columns'][number] }

/** Reads one request of a list. Cells under a head are read by it; everything else by the labels in it. Two answers to one question are none. */
export function readRow(segment: Segment, headed: ReadonlyMap<Box, ListTable>, page: Layout, context: RowContext): ClaimRow | null {
  const { recipe } = context;
  const found: Found[] = [];
  let evidence: PageImage[] = [];
  let listing: PageImage[] = [];
  let text = '';
  const links: string[] = [];
  for (const part of segment.boxes.flatMap((box) => partsOf(box, headed, page))) {
    if (part.box.element === null) continue;
    const layout = new Layout(readTree(context.document, { ...context.tree, roots: [part.box.element] }), page.words);
    const reading = readCandidates(layout, recipe, context.words, context.clock);
    const own = segment.anchors.map((anchor) => anchor.value);
    const zones = zonesOf(layout, layout.tree.lines.filter((line) => own.some((id) => line.text.includes(id))).map((line) => line.index));
    const read = readFacts(layout, reading, zones, recipe, context.words, context.clock);
    const columns = readColumns(layout, part, context);
    const takenByHead = new Set(columns.map((one) => one.field));
    for (const field of facts) {
      const choice = read[field] as Choice<Value>;
      const labelled = reading.candidates.some((one) => one.field === field);
      if (choice.value === null && choice.problem === null) continue;
      if (!labelled && (takenByHead.has(field) || part.heads.some((kind) => isField(kind, field)))) continue;
      // What is left over in a cell whose head says what it holds says nothing about another fact, but for the time left beside a status.
      if (!labelled && part.heads.some((kind) => kind !== null) && !(field === 'respondBy' && part.heads.some((kind) => isField(kind, 'status')))) continue;
      found.push({ field, value: choice.value, labelled });
    }
    found.push(...columns);
    if (part.heads.length === 0) found.push(...plainWords(layout, reading, context));
    const whose = part.heads.length === 1 ? part.heads[0] : null;
    if (whose === 'evidence') evidence = evidence.concat(picturesUnderHead(layout, recipe, context.base, 'buyer'));
    else if (whose === 'goods') listing = listing.concat(picturesUnderHead(layout, recipe, context.base, 'goods'));
    else {
      const pictures = readPictures(layout, reading, zones, recipe, context.base, smallestInRow);
      evidence = evidence.concat(pictures.evidence);
      listing = listing.concat(pictures.listing);
    }
    if (whose === 'evidence' || reading.hits.some((hit) => hit.kind === 'evidence')) text += ` ${layout.tree.lines.map((line) => readable(line.text)).join(' ')}`;
    links.push(...detailLinks(layout, recipe, context.base).map((link) => link.url));
  }
  const ids = { afterSaleId: idOf(segment, 'afterSaleId'), orderId: idOf(segment, 'orderId') };
  if (ids.afterSaleId === null && ids.orderId === null) return null;
  const pick = <Wanted extends Value>(field: Sure): Wanted | null => choose(found, field) as Wanted | null;
  const status = pick<string>('status');
  const leadsHere = (url: string): boolean => numbersInAddress(url).has(ids.afterSaleId ?? ids.orderId ?? '');
  return {
    ...ids,
    refundType: pick<RefundType>('refundType') ?? 'unknown',
    amount: pick('amount'),
    reason: pick('reason'),
    description: pick('description'),
    status,
    appliedAt: pick('appliedAt'),
    respondBy: status !== null && othersTurn(status) ? null : pick('respondBy'),
    evidence: unique(evidence),
    listing: unique(listing).filter((one) => !evidence.some((other) => other.displayed === one.displayed)),
    evidenceTotal: saidPictures(text, unique(evidence).length),
    detailUrl: links.find(leadsHere) ?? madeAddress(recipe, ids),
  };
}

/** Kinds of request that are no marks of a service, nor words of a button. */
const plainKind = /^(?:换货|维修|补寄|补发|补件|退货退款|仅退款)$/;
const plainStatus = /^(?:待处理|处理中|待审核|审核中)$/;

/**
 * What a row says in a word of its own: how far the request has got, which on a request's own page might name a queue, and its kind, alone or
 * before the number on a line. Said after what has a label; two different words of one sort say nothing.
 */
function plainWords(layout: Layout, reading: Reading, context: RowContext): Found[] {
  const texts = layout.tree.lines.filter((line) => !line.blank && !reading.taken.has(line.index) && !line.pieces.every((piece) => piece.kind !== 'text' || piece.link || readable(piece.text) === '')).map((line) => {
    const hit = reading.hits.find((one) => one.line === line);
    return readable(hit === undefined ? line.text : typeof hit.kind === 'object' && (hit.kind?.field === 'afterSaleId' || hit.kind?.field === 'orderId') ? line.text.slice(0, hit.start) : '');
  });
  const states = [...new Set(texts.flatMap((text) => (statusWord(text) !== null || plainStatus.test(text) ? [text] : [])))];
  const kinds = new Set(texts.filter((text) => plainKind.test(text)).flatMap((text) => readTypes([text], context.words).map(({ type }) => type)));
  return [
    ...(states.length === 1 ? [{ field: 'status' as const, value: states[0]!, labelled: false }] : []),
    ...(kinds.size === 1 ? [{ field: 'refundType' as const, value: [...kinds][0]!, labelled: false }] : []),
  ];
}

/** Cells of headed rows one by one; a box without such rows whole. */
function partsOf(box: Box, headed: ReadonlyMap<Box, ListTable>, page: Layout): Part[] {
  const table = headed.get(box);
  if (table !== undefined) return cellsByColumn(box, page).filter(({ cell }) => !page.isEmpty(cell)).map(({ cell, column }) => ({ box: cell, heads: table.columns[column] ?? [] }));
  const holds = (one: Box): boolean => [...headed.keys()].some((row) => row.first >= one.first && row.end <= one.end && row !== one);
  if (!holds(box)) return [{ box, heads: [] }];
  return box.children.flatMap((child) => (child.kind === 'box' && !page.isEmpty(child) ? partsOf(child, headed, page) : []));
}

const isField = (kind: Part['heads'][number] | undefined, field: FieldId): boolean => kind !== null && typeof kind === 'object' && kind?.field === field;

/** The values a cell has under its head; a head with several meanings needs a line for each of them. */
function readColumns(layout: Layout, part: Part, context: RowContext): Found[] {
  const lines = layout.tree.lines.filter((line) => !line.blank);
  if (lines.length === 0) return [];
  const several = part.heads.length > 1;
  return part.heads.flatMap((kind, at): Found[] => {
    const field = facts.find((one) => isField(kind, one));
    if (field === undefined) return [];
    // 平台介入 alone under 售后状态 is no label there.
    const labelled = layout.beginsWithLabel(lines[0]!) && !(field === 'status' && lines.length === 1 && layout.words.has(compact(lines[0]!.text)));
    if (labelled || (several && lines.length !== part.heads.length)) return [];
    const own = several ? [lines[at]!] : lines;
    if (field === 'status') return statusCell(own.map((line) => readable(line.text)), context);
    const read = readCell(layout, field, own, context.recipe, context.words, context.clock);
    if (read === null) return [];
    const value = valueOf(field, read, context.recipe, own.length);
    const also: Found[] = field === 'refundType' && read.rest !== undefined && statusWord(read.rest) !== null ? [{ field: 'status', value: read.rest, labelled: true }] : [];
    return [{ field, value, labelled: true }, ...also];
  });
}

function valueOf(field: Sure, read: Pick<Candidate, 'value'>, recipe: PlatformRecipe, lines: number): Value | null {
  if (read.value === unreadable) return null;
  if (field === 'amount') return { value: read.value as string, currency: recipe.currency };
  if (field === 'respondBy') return typeof read.value === 'object' && read.value !== null ? (read.value as { iso: string }).iso : null;
  // Several lines without a label: which of them is the reason is not said.
  if (field === 'reason' && lines > 1) return null;
  return read.value as Value;
}

/** A status and, it may be, the time left below it. */
function statusCell(texts: readonly string[], context: RowContext): Found[] {
  const left = texts.filter((text) => readDeadlineSentence(text, context.clock.at, context.recipe.offset) !== null);
  const said = texts.filter((text) => !left.includes(text) && !/^(?:查看|详情|复制|去处理|催|急)/.test(text));
  // The kind of request may stand above its status.
  const kinds = said.length < 2 ? [] : said.flatMap((text) => readTypes([text], context.words).filter(({ rest }) => rest === '').map(({ type }) => ({ text, type })));
  const rest = said.filter((text) => kinds.every((kind) => kind.text !== text));
  const words = rest.filter((text) => statusWord(text) !== null);
  const value = rest.length === 1 ? rest[0]! : words.length === 1 ? words[0]! : null;
  const type: Found[] = kinds.length === 1 ? [{ field: 'refundType', value: kinds[0]!.type, labelled: false }] : [];
  return value === null && rest.length === 0 ? type : [...type, { field: 'status', value: value !== null && value.length <= 40 ? value : null, labelled: true }];
}

const sameValue = (one: Value, other: Value): boolean => (typeof one === 'string' && typeof other === 'string' ? compact(one) === compact(other) || (Date.parse(one) > 0 && Math.abs(Date.parse(one) - Date.parse(other)) <= 60_000) : typeof one === 'object' && typeof other === 'object' && one !== null && other !== null ? Number((one as { value: string }).value) === Number((other as { value: string }).value) : one === other);

/** What is labelled goes before what merely stands there; two different answers, or one that could not be read, are none. */
function choose(found: readonly Found[], field: Sure): Value | null {
  for (const labelled of [true, false]) {
    const here = found.filter((one) => one.field === field && one.labelled === labelled);
    if (here.length === 0) continue;
    return here.every((one) => one.value !== null && sameValue(one.value, here[0]!.value)) ? here[0]!.value : null;
  }
  return null;
}

function idOf(segment: Segment, field: 'afterSaleId' | 'orderId'): string | null {
  const values = new Set(segment.anchors.filter((one) => one.field === field).map((one) => one.value));
  return values.size === 1 ? [...values][0]! : null;
}

function unique(images: readonly PageImage[]): PageImage[] {
  return [...new Map(images.map((image) => [image.displayed, image])).values()];
}

/** How many pictures a row says there are ("共3张", "+2" over the last one). */
function saidPictures(text: string, shown: number): number | null {
  const all = /共\s?(\d{1,2})\s?张|(?<!\d)(\d{1,2})\s?张(?:图片|凭证|图)|(?<!\d)(\d{1,2}) (?:photos|pictures|images)/i.exec(text);
  const more = /(?:^|\s)[+＋]\s?(\d{1,2})(?=\s|$)/.exec(text);
  if (all !== null) return Number(all[1] ?? all[2] ?? all[3]);
  return more === null ? null : shown + Number(more[1]);
}

function madeAddress(recipe: PlatformRecipe, ids: { afterSaleId: string | null; orderId: string | null }): string | null {
  const { detail } = recipe.list ?? {};
  if (detail === undefined || (detail.includes('{afterSaleId}') && ids.afterSaleId === null) || (detail.includes('{orderId}') && ids.orderId === null)) return null;
  return detail.replace('{afterSaleId}', encodeURIComponent(ids.afterSaleId ?? '')).replace('{orderId}', encodeURIComponent(ids.orderId ?? ''));
}
