import type { ClaimFacts, ClaimRow } from '../case/claim';
import type { PlatformId } from '../case/platform';
import { readBuyer } from './buyer';
import { readCandidates } from './candidates';
import { readFacts } from './facts';
import type { Facts } from './facts';
import { readIds, setAsideOthers } from './ids';
import { recipes as allRecipes } from './index';
import { vocabularyOf } from './labels';
import { tellingElements } from './far-noise';
import { missing, noEvidence, problem, refusedImages, stale } from './messages';
import type { Mismatch } from './messages';
import { isOwnFrame, kindByAddress, numbersInAddress, recipeFor } from './page-kind';
import type { PageKind } from './page-kind';
import { readTree } from './page-tree';
import type { PageTree, TreeOptions } from './page-tree';
import { readPictures } from './pictures';
import { readRows } from './read-rows';
import type { FieldId, PlatformRecipe } from './recipe';
import { typeWords } from './refund-type';
import { zonesOf } from './sections';
import { fromStyleSheets } from './style-sheets';
import { looksLikeClaim, looksLikeList } from './text-kind';
import { Layout } from './value-cells';

export type { Mismatch } from './messages';
export type { PageKind } from './page-kind';

/** What one page says. `claim` is null where the page is no refund page or a required fact was not found; then `mismatches` names it. */
export interface PageReading {
  platform: PlatformId | null;
  page: PageKind;
  claim: ClaimFacts | null;
  mismatches: Mismatch[];
  /** Only of a refund page with a claim, and only where it shows one: the buyer's account as shown. */
  buyer?: string;
  /** Only of a list page: its requests as far as they are in the page now; null where none could be told apart. */
  rows?: ClaimRow[] | null;
  /** Only of a list page: how many requests it says the whole list holds. */
  rowsTotal?: number | null;
}

export interface ReadOptions {
  /** Recipes to read with; ours where not given. */
  recipes?: readonly PlatformRecipe[];
  /** Told the element of each row of a list page, in the order of `rows`. */
  onRowElements?: (elements: Element[]) => void;
  /** Hears of every live shadow root that was read. */
  onShadowRoot?: TreeOptions['onShadowRoot'];
  /** Parses a saved frame's `srcdoc` into an inert document. */
  parseFrame?: TreeOptions['parseFrame'];
  /** Given where `document` is a copy: what its style sheets did, and what was left out of it. */
  copied?: Pick<TreeOptions, 'hidden' | 'backgrounds' | 'marks'>;
}

/**
 * Reads a seller page with the recipe of its address. `at` (ISO 8601) is when the page showed what it shows; without it a countdown
 * cannot be dated. Labels are read, not layouts: docs in value-cells.ts and sections.ts. Works in a browser and in jsdom.
 */
export function readPage(document: Document, url: string, at: string | null, options: ReadOptions = {}): PageReading {
  const recipe = recipeFor(options.recipes ?? allRecipes, url);
  if (recipe === null) return { platform: null, page: 'none', claim: null, mismatches: [] };
  const nothing = (page: PageKind): PageReading => ({ platform: platformOf(recipe), page, claim: null, mismatches: [] });
  const kind = kindByAddress(recipe, url);
  if (kind === 'none' && document.querySelector('iframe, frame') === null) return nothing(kind);

  const sheets = options.copied ?? fromStyleSheets(document);
  const telling = !options.copied && mayLeaveOut(recipe, kind) ? tellingElements(document, [...numbersInAddress(url)], sheets.backgrounds?.keys() ?? []) : null;
  const read = (treeOptions: TreeOptions = {}): PageReading => readOnce(document, url, at, recipe, kind, { ...sheets, telling, parseFrame: options.parseFrame, onShadowRoot: options.onShadowRoot, ...treeOptions }, options.onRowElements);
  const first = read();
  if (first.page === 'refund-list' && first.rows === null && document.querySelector('[aria-hidden="true"]') !== null) return read({ throughAriaHidden: true });
  if (first.claim !== null || first.page !== 'refund-detail' || !first.mismatches.some((one) => one.field === 'orderId')) return first;
  // An open dialog marks all behind it as hidden from assistive technology, though it is in plain sight.
  const second = document.querySelector('[aria-hidden="true"]') === null ? first : read({ throughAriaHidden: true });
  return second.claim !== null ? second : first;
}

/** Whether parts of such a page that say nothing may go unread: every row of a list may matter, the words are Chinese and English, and a merchant may have pointed at any others. */
export const mayLeaveOut = (recipe: PlatformRecipe, kind: PageKind | 'by-text'): boolean => kind !== 'refund-list' && recipe.checkedOn !== 'taught' && recipe.currency === 'CNY';

function readOnce(document: Document, url: string, at: string | null, recipe: PlatformRecipe, byAddress: PageKind | 'by-text', treeOptions: TreeOptions, onRowElements?: ReadOptions['onRowElements']): PageReading {
  const tree = readTree(document, { ...treeOptions, ownFrame: (address) => isOwnFrame(recipe, address, url) });
  const { page, address } = kindOf(recipe, url, byAddress, tree);
  const nothing: PageReading = { platform: platformOf(recipe), page: page === 'by-text' ? 'none' : page, claim: null, mismatches: [] };
  if (page === 'none') return nothing;
  const list = (): PageReading => {
    const said = at === null ? Number.NaN : Date.parse(at);
    const { rows, total, elements } = readRows(tree, address, recipe, { at: Number.isNaN(said) ? null : said }, document, treeOptions);
    onRowElements?.(elements);
    return { ...nothing, page: 'refund-list', rows, rowsTotal: total };
  };
  if (page === 'refund-list') return list();

  const layout = new Layout(tree, vocabularyOf(recipe));
  const numbers = [...numbersInAddress(address)];
  const zones = zonesOf(layout, tree.lines.filter((line) => numbers.some((number) => line.text.includes(number))).map((line) => line.index));
  const time = at === null ? Number.NaN : Date.parse(at);
  const clock = { at: Number.isNaN(time) ? null : time };
  const words = typeWords(recipe.refundTypes);
  const reading = readCandidates(layout, recipe, words, clock);
  if (page === 'by-text') {
    if (looksLikeList(reading, zones, address)) return list();
    if (!looksLikeClaim(reading, zones)) return nothing;
  }
  const ids = readIds(layout, reading, zones, recipe, address);
  const mismatches: Mismatch[] = ids.problems.map((one) => (one.problem === 'stale' ? stale(recipe, one.field) : problem(recipe, one.field, one.problem)));
  const isStale = ids.problems.some((one) => one.problem === 'stale');
  if (ids.orderId === null || isStale) {
    if (!mismatches.some((one) => one.field === 'orderId') && ids.orderId === null) mismatches.push(missing(recipe, 'orderId'));
    return { platform: platformOf(recipe), page: 'refund-detail', claim: null, mismatches };
  }
  setAsideOthers(layout, reading, zones, ids);
  const facts = withoutUntold(readFacts(layout, reading, zones, recipe, words, clock), recipe);
  const pictures = readPictures(layout, reading, zones, recipe, address);
  for (const [field, choice] of Object.entries(facts)) if (choice.problem !== null) mismatches.push(problem(recipe, field, choice.problem));
  if (pictures.refused.length > 0) mismatches.push(refusedImages(pictures.refused.length));
  else if (!pictures.evidenceKnown) mismatches.push(noEvidence(recipe));
  const claim: ClaimFacts = {
    orderId: ids.orderId,
    afterSaleId: ids.afterSaleId,
    refundType: facts.refundType.value ?? 'unknown',
    amount: facts.amount.value,
    reason: facts.reason.value,
    description: facts.description.value,
    status: facts.status.value,
    appliedAt: facts.appliedAt.value,
    respondBy: facts.respondBy.value,
    evidence: pictures.evidence,
    listing: pictures.listing,
  };
  const buyer = readBuyer(layout, reading, zones);
  return { platform: platformOf(recipe), page: 'refund-detail', claim, mismatches, ...(buyer !== null && { buyer }) };
}

/** What the merchant said the page does not tell is not guessed from its titles and notes either. */
function withoutUntold(facts: Facts, recipe: PlatformRecipe): Facts {
  const untold = (field: FieldId) => recipe.fields[field]?.only === true && recipe.fields[field].labels.length === 0;
  return Object.fromEntries(Object.entries(facts).map(([field, choice]) => [field, untold(field as FieldId) ? { value: null, problem: null } : choice])) as unknown as Facts;
}

/** A back-end only the merchant's own recipe knows is none of our platforms. */
const platformOf = ({ id }: PlatformRecipe): PlatformId | null => (id === 'manual' ? null : id);

/** A page's own address decides; where it says nothing, that of a frame in it (1688 shows its refund pages in one). */
function kindOf(recipe: PlatformRecipe, url: string, byAddress: PageKind | 'by-text', tree: PageTree): { page: PageKind | 'by-text'; address: string } {
  if (byAddress !== 'none') return { page: byAddress, address: url };
  for (const frame of tree.frames) {
    const address = absolute(frame, url);
    const kind = address === null ? 'none' : kindByAddress(recipe, address);
    if (kind !== 'none' && kind !== 'by-text') return { page: kind, address: address! };
  }
  return { page: 'none', address: url };
}

function absolute(address: string, base: string): string | null {
  try {
    return new URL(address, base).href;
  } catch {
    return null;
  }
}
