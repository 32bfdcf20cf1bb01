import type { ClaimFacts } from '../../case/claim';
import { shownBy } from '../image-address';
import type { Line, PageTree } from '../page-tree';
import { readTree, SEAM } from '../page-tree';
import { readPage, type PageReading, type ReadOptions } from '../read-page';
import type { FieldId, PlatformRecipe } from '../recipe';
import { fromStyleSheets } from '../style-sheets';
import { compact, readable } from '../text';
import { addressOf } from './address';
import { agrees, numberIn } from './agreement';
import { shapeOf } from './id-shape';
import { besideLabels, labelsNear } from './label-near';
import { asRecipe, type TaughtRecipe } from './taught-recipe';

/** What the merchant pointed at. A fact is the text node that was clicked; null: the page does not tell it. */
export interface Pointed {
  facts: Partial<Record<FieldId, Text | null>>;
  pictures: readonly Element[];
}

/** Why something pointed at could not be learnt; the interface has a sentence for each (`teach_*`). */
export type TeachProblem = 'not-seen' | 'no-number' | 'no-label' | 'not-one-group' | 'insecure-host' | 'required';

export interface Derived {
  /** Null where the order number or the pictures could not be learnt. */
  recipe: TaughtRecipe | null;
  /** What the recipe reads from this very page. */
  reading: PageReading | null;
  problems: Partial<Record<FieldId | 'evidence', TeachProblem>>;
}

export interface TeachContext {
  url: string;
  /** ISO 8601, when the page shows what it shows. */
  at: string;
  /** Our own recipe of this back-end, where there is one. */
  base: PlatformRecipe | null;
  name: string;
  id: string;
  revision: number;
  taughtOn: string;
  offset: string;
  parseFrame?: ReadOptions['parseFrame'];
}

interface Spot {
  line: Line;
  text: string;
}

function spotOf(tree: PageTree, node: Text): Spot | null {
  const words = readable(node.data);
  for (const line of tree.lines) for (const piece of line.pieces) if (piece.kind === 'text' && piece.element === node.parentElement && readable(piece.text) === words) return { line, text: words };
  return null;
}

const shownAddress = (tree: PageTree, element: Element, url: string): string | null => {
  for (const line of tree.lines) for (const piece of line.pieces) if (piece.kind === 'image' && piece.element === element) return shownBy(piece, url)?.displayed ?? null;
  return null;
};

/** One host, or all beside it where it is one of a numbered row (img2.example.com). */
function hostPattern(host: string): string {
  const [first = '', ...rest] = host.split('.');
  return /\d/.test(first) && rest.length >= 2 && rest.join('.').length >= 8 ? `*.${rest.join('.')}` : host;
}

/** Where pictures without a heading come from: host and the leading folders all share, up to the first with a digit. */
function placesOf(addresses: readonly string[]): TaughtRecipe['evidence']['places'] {
  const byHost = new Map<string, string[][]>();
  for (const address of addresses) {
    const { hostname, pathname } = new URL(address);
    byHost.set(hostname, [...(byHost.get(hostname) ?? []), pathname.split('/').slice(1, -1)]);
  }
  return [...byHost].map(([host, paths]) => {
    const shared: string[] = [];
    for (const part of paths[0]!) {
      if (/\d/.test(part) || !paths.every((path) => path[shared.length] === part)) break;
      shared.push(part);
    }
    return { host, path: `/${shared.map((part) => `${part}/`).join('')}` };
  });
}

/**
 * Learns a page from what was pointed at. Every label is tried with the reader itself: one is taken only where the reader, given that
 * label, reads from this page the very thing pointed at. What cannot be learnt is named; nothing is guessed.
 */
export function deriveRecipe(document: Document, pointed: Pointed, context: TeachContext): Derived {
  const { url, at, base } = context;
  const tree = readTree(document, { ...fromStyleSheets(document), parseFrame: context.parseFrame });
  const problems: Derived['problems'] = {};
  const none: Derived = { recipe: null, reading: null, problems };
  const spots = new Map<FieldId, Spot>();
  for (const [field, node] of Object.entries(pointed.facts) as [FieldId, Text | null][]) {
    const spot = node === null ? null : spotOf(tree, node);
    if (spot) spots.set(field, spot);
    else if (node !== null) problems[field] = 'not-seen';
  }
  const number = (field: 'orderId' | 'afterSaleId') => {
    const spot = spots.get(field);
    const found = spot ? numberIn(spot.text) : null;
    if (spot && found === null) problems[field] = 'no-number';
    return found;
  };
  const [orderId, afterSaleId] = [number('orderId'), number('afterSaleId')];
  const addresses = pointed.pictures.map((element) => shownAddress(tree, element, url));
  if (orderId === null) problems.orderId ??= 'required';
  if (pointed.pictures.length === 0) problems.evidence = 'required';
  else if (addresses.includes(null)) problems.evidence = 'not-seen';
  else if (addresses.some((address) => !/^(?:https:|blob:|http:|data:image\/)/i.test(address!))) problems.evidence = 'insecure-host';
  if (orderId === null || problems.evidence) return none;
  const shown = [...new Set(addresses as string[])];
  const remote = shown.filter((address) => /^https?:/i.test(address));

  const recipe: TaughtRecipe = {
    format: 'yantu-recipe', version: 1, id: context.id, revision: context.revision, name: context.name, taughtOn: context.taughtOn,
    ...addressOf(url, orderId, afterSaleId),
    shapes: { orderId: shapeOf(orderId), afterSaleId: afterSaleId === null ? null : shapeOf(afterSaleId) },
    labels: Object.fromEntries(Object.entries(pointed.facts).flatMap(([field, node]) => (node === null ? [[field, []]] : []))),
    others: [],
    evidence: { labels: [], places: [] },
    imageHosts: [...new Set(remote.map((address) => hostPattern(new URL(address).hostname)))],
    currency: base?.currency ?? 'CNY',
    offset: base?.offset ?? context.offset,
  };
  const read = (changed: TaughtRecipe): PageReading => readPage(document, url, at, { recipes: [asRecipe(changed, base)], parseFrame: context.parseFrame });
  // All labels are tried together: a value ends where the next label begins, so the reader must know the others to read any of them.
  const values = new Set([...spots.values()].map((spot) => compact(spot.text)));
  const headings = headingsOf(tree, pointed.pictures).filter((word) => !values.has(compact(word)));
  const near = new Map([...spots].map(([field, spot]) => [field, labelsNear(tree, spot.line, spot.text).filter((word) => !values.has(compact(word)))]));
  const taken = (word: string, by: FieldId) => Object.entries(recipe.labels).some(([field, labels]) => field !== by && labels.includes(word));
  for (const [field, words] of near) {
    const word = words.find((one) => !taken(one, field));
    if (word !== undefined) recipe.labels[field] = [word];
  }
  recipe.evidence.labels = headings.slice(0, 1);
  const settled = (field: FieldId, word: string, partly: boolean, tried: TaughtRecipe): boolean => {
    const { claim } = read(tried);
    const others = [...spots].filter(([other]) => other !== field).map(([, spot]) => compact(spot.text));
    return claim !== null && agrees(field, claim, spots.get(field)!.text, word, partly ? others : null);
  };
  const order: FieldId[] = ['orderId', ...[...spots.keys()].filter((field) => field !== 'orderId')];
  for (let pass = 0; pass < 3; pass += 1) {
    for (const field of order) delete problems[field];
    for (const field of order) {
      const words = near.get(field)!;
      const found = [false, true].map((partly) => words.find((word) => settled(field, word, partly, { ...recipe, labels: { ...recipe.labels, [field]: [word] } }))).find((word) => word !== undefined);
      if (found === undefined) problems[field] = 'no-label';
      else recipe.labels[field] = [found];
    }
    recipe.others = besideLabels(tree, [...Object.values(recipe.labels).flat(), ...recipe.evidence.labels], values);
    if (order.every((field) => !problems[field])) break;
  }
  for (const field of order) if (problems[field]) delete recipe.labels[field];
  if (problems.orderId) return none;

  const same = (claim: ClaimFacts | null): boolean => {
    const found = new Set((claim?.evidence ?? []).map((image) => image.displayed));
    return found.size === shown.length && shown.every((address) => found.has(address));
  };
  const tries: TaughtRecipe['evidence'][] = [...headings.map((word) => ({ labels: [word], places: [] })), { labels: [], places: [] }, ...(remote.length === shown.length ? [{ labels: [], places: placesOf(remote) }] : [])];
  const learnt = tries.find((evidence) => same(read({ ...recipe, evidence }).claim));
  if (!learnt) {
    problems.evidence = 'not-one-group';
    return { ...none, reading: read(recipe) };
  }
  recipe.evidence = learnt;
  return { recipe, reading: read(recipe), problems };
}

/** Texts that could head the pictures, those near all of them first. */
function headingsOf(tree: PageTree, pictures: readonly Element[]): string[] {
  const lists = pictures.slice(0, 6).map((element) => {
    const line = tree.lines.find((one) => one.pieces.some((piece) => piece.kind === 'image' && piece.element === element));
    return line ? labelsNear(tree, line, null) : [];
  });
  const shared = (lists[0] ?? []).filter((word) => lists.every((list) => list.some((other) => compact(other) === compact(word))));
  return [...new Set([...shared, ...lists.flat()])].filter((word) => !word.includes(SEAM)).slice(0, 12);
}
