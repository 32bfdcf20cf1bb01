import type { PageImage } from '../case/claim';
import type { Reading } from './candidates';
import { fitsRule, identity, pageImage, shownBy, statedSize } from './image-address';
import { rowEnd } from './line-row';
import { hostAllowedBy } from './original-address';
import type { Box, ImagePiece, Line } from './page-tree';
import type { PlatformRecipe } from './recipe';
import { compact, readable } from './text';
import { buyerWords, closedZones, speakerOf } from './section-words';
import type { Zone } from './section-words';
import type { LabelHit } from './labels';
import type { Layout } from './value-cells';
import { noPictures } from './words';
import { titleZone } from './section-title';
import { speechAround } from './speech';

export interface Pictures {
  evidence: PageImage[];
  listing: PageImage[];
  /** Whether a block for the buyer's pictures was found, or the page says that there are none. */
  evidenceKnown: boolean;
  /** Addresses left out because their host is none of the recipe's. */
  refused: string[];
}

/** Least side of a photograph, px: on a request's own page, and as the small pictures in a row of a list. */
const smallestOnPage = 48;
export const smallestInRow = 28;

interface Spot { line: Line; piece: ImagePiece }
interface Range { first: number; end: number; spotFrom?: number; spotEnd?: number }

/** The buyer's pictures and the goods' pictures of a page. `base` is the page's address. */
export function readPictures(layout: Layout, reading: Reading, zones: readonly Zone[], recipe: PlatformRecipe, base: string, smallest = smallestOnPage): Pictures {
  const spots: Spot[] = layout.tree.lines.flatMap((line) => line.pieces.flatMap((piece) => (piece.kind === 'image' ? [{ line, piece }] : [])));
  const isBuyers = (hit: LabelHit, at: number): boolean => /^上传(?:图片|照片)$/.test(hit.label) && hit.line.parent.tag === 'TD' && tellsWhatHappened(reading.hits.slice(0, at).findLast((one) => one.line.index !== hit.line.index));
  const buyersUploads = new Set(reading.hits.filter((hit, at) => hit.kind === 'other-picture' && isBuyers(hit, at)));
  const others = reading.hits.filter((hit) => hit.kind === 'other-picture' && !buyersUploads.has(hit)).flatMap((hit) => rangesOf(layout, hit));
  const goods = reading.hits.filter((hit) => hit.kind === 'goods').flatMap((hit) => rangesOf(layout, hit));
  const own: Range[] = [];
  let evidenceKnown = false;
  for (const hit of reading.hits) {
    const isDescription = typeof hit.kind === 'object' && hit.kind?.field === 'description';
    if (hit.kind !== 'evidence' && !isDescription && !buyersUploads.has(hit)) continue;
    const zone = zones[hit.line.index]!;
    if (closedZones.has(zone) && zone !== 'history') continue;
    if (zone === 'history') continue; // there, who speaks decides
    const ranges = rangesOf(layout, hit);
    if (ranges.some((range) => holdsUpload(layout, range))) continue;
    own.push(...ranges);
    if ((hit.kind === 'evidence' || buyersUploads.has(hit)) && (saysNone(layout, hit, ranges) || ranges.some((range) => spots.some((spot) => within(spot, range))))) evidenceKnown = true;
  }
  const evidence: Spot[] = [];
  const alone: Spot[] = [];
  const listing: Spot[] = [];
  const unlabelled: Spot[] = [];
  for (const spot of spots) {
    const zone = zones[spot.line.index]!;
    const address = shownBy(spot.piece, base, recipe)?.displayed;
    if (address === undefined) continue;
    const goodsRules = recipe.images.goods.filter((rule) => fitsRule(rule, address));
    const isGoods = goodsRules.some((rule) => rule.shared !== true);
    const mayBeGoods = goodsRules.length > 0;
    const elsewhere = others.some((range) => within(spot, range));
    if (elsewhere || !isPicture(layout, spot, address, recipe, smallest)) continue;
    const inOwn = own.some((range) => within(spot, range));
    const inGoods = zone === 'goods' || (goods.some((range) => within(spot, range)) && !inOwn);
    if (zone === 'history') {
      if (!isGoods && spokenByBuyer(layout, spot, zones)) evidence.push(spot);
      continue;
    }
    if (closedZones.has(zone)) continue;
    if (inOwn && !isGoods) evidence.push(spot);
    else if (inGoods) listing.push(spot);
    else if (mayBeGoods && !inOwn && nearGoodsWords(layout, spot)) unlabelled.push(spot);
    else if (isGoods && spot.piece.background === null && !/banner|advert|promo/i.test(address)) alone.push(spot);
    else if (!mayBeGoods && recipe.images.evidence.some((rule) => fitsRule(rule, address)) && spokenByMerchant(layout, spot) === false) evidence.push(spot);
  }
  // Where goods and uploads share one place, a picture that also stands with the goods is theirs.
  const goodsKeys = new Set([...listing, ...unlabelled].map((spot) => identity(recipe, shownBy(spot.piece, base, recipe)!.displayed)));
  const buyersOwn = evidence.filter((spot) => {
    const address = shownBy(spot.piece, base, recipe)!.displayed;
    return !recipe.images.goods.some((rule) => fitsRule(rule, address)) || (!goodsKeys.has(identity(recipe, address)) && !nearGoodsWords(layout, spot));
  });
  if (buyersOwn.length > 0) evidenceKnown = true;
  const refused: string[] = [];
  const make = (list: readonly Spot[], loud: boolean): PageImage[] => {
    const seen = new Set<string>();
    return list.flatMap((spot) => {
      const shown = shownBy(spot.piece, base, recipe)!;
      const key = identity(recipe, shown.displayed);
      if (seen.has(key)) return [];
      if (!hostAllowedBy(recipe, shown.displayed)) {
        if (loud) refused.push(shown.displayed.slice(0, 120));
        return [];
      }
      seen.add(key);
      return [pageImage(recipe, shown)];
    });
  };
  // A picture from the place where only goods lie needs no words beside it where it is the only one.
  const onlyOne = (spotted: readonly Spot[]): readonly Spot[] => (new Set(spotted.map((spot) => identity(recipe, shownBy(spot.piece, base, recipe)!.displayed))).size === 1 ? spotted : []);
  const buyers = make(buyersOwn, true);
  const keys = new Set(buyers.map((image) => identity(recipe, image.displayed)));
  return { evidence: buyers, listing: make(listing.length > 0 ? listing : unlabelled.length > 0 ? unlabelled : onlyOne(alone), false).filter((image) => !keys.has(identity(recipe, image.displayed))), evidenceKnown, refused };
}

/** 上传图片 in a table right behind the buyer's reason or words names what the buyer uploaded; behind a refusal it asks the merchant to. */
function tellsWhatHappened(hit: LabelHit | undefined): boolean {
  return typeof hit?.kind === 'object' && hit.kind !== null && (hit.kind.field === 'description' || hit.kind.field === 'reason');
}

/** All pictures of a cell whose head says whose they are. */
export function picturesUnderHead(layout: Layout, recipe: PlatformRecipe, base: string, whose: 'buyer' | 'goods'): PageImage[] {
  const seen = new Set<string>();
  return layout.tree.lines.flatMap((line) => line.pieces.flatMap((piece) => {
    const shown = piece.kind === 'image' ? shownBy(piece, base) : null;
    if (piece.kind !== 'image' || shown === null || !isPicture(layout, { line, piece }, shown.displayed, recipe, smallestInRow)) return [];
    if (!hostAllowedBy(recipe, shown.displayed) || (whose === 'buyer' && recipe.images.goods.some((rule) => fitsRule(rule, shown.displayed)))) return [];
    const key = identity(recipe, shown.displayed);
    if (seen.has(key)) return [];
    seen.add(key);
    return [pageImage(recipe, shown)];
  }));
}

/** Where a label's pictures are: behind it on its line, and in what belongs to it below. */
function rangesOf(layout: Layout, hit: LabelHit): Range[] {
  const line = hit.line;
  const ranges: Range[] = [];
  if (line.hasImage) ranges.push({ first: line.index, end: line.index + 1, spotFrom: hit.start, spotEnd: rowEnd(line, hit.start, hit.valueStart, 'image') });
  if (hit.valueEnd >= line.text.length) {
    // A table in which each row says whose pictures it holds.
    const rows = layout.cellsBelow(hit).map((cell) => ({ cell, who: speakerBefore(layout, cell.first) }));
    if (rows.some(({ who }) => who !== null)) return [...ranges, ...rows.flatMap(({ cell, who }) => (who !== null && buyerWords.has(compact(who)) ? [{ first: cell.first, end: cell.end }] : []))];
    const block = layout.blockAfter(hit);
    if (block !== null && !(block.end - block.first > 400)) ranges.push(...trimmed(layout, block));
  }
  return ranges;
}

/** Who is named in a row's cells before the one that begins with this line. */
function speakerBefore(layout: Layout, first: number): string | null {
  let row: Box | null = layout.tree.lines[first]!.parent;
  for (let climbs = 0; row !== null && row.tag !== 'TR' && climbs < 5; climbs += 1) row = row.parent;
  if (row?.tag !== 'TR') return null;
  for (let at = row.first; at < first; at += 1) {
    const { text } = layout.tree.lines[at]!;
    const who = text.length > 24 ? null : speakerOf(text);
    if (who !== null) return who;
  }
  return null;
}

/** A block ends where another section, another label for pictures or another speaker begins inside it. */
function trimmed(layout: Layout, block: { first: number; end: number }): Range[] {
  for (let at = block.first; at < block.end; at += 1) {
    const line = layout.tree.lines[at]!;
    const speaks = line.blank || line.text.length > 60 ? null : speakerOf(line.text);
    if (titleZone(line) !== null || (speaks !== null && !buyerWords.has(compact(speaks))) || (layout.beginsWithLabel(line) && at > block.first)) return [{ first: block.first, end: at }];
  }
  return [block];
}

function within(spot: Spot, range: Range): boolean {
  if (spot.line.index < range.first || spot.line.index >= range.end) return false;
  if (range.spotFrom === undefined) return true;
  let at = 0;
  for (const piece of spot.line.pieces) {
    if (piece === spot.piece) return at > range.spotFrom && (range.spotEnd === undefined || range.spotEnd === spot.line.text.length || at < range.spotEnd);
    at += (piece.kind === 'text' ? piece.text.length : 0) + 1;
  }
  return false;
}

function holdsUpload(layout: Layout, range: Range): boolean {
  for (let at = range.first; at < range.end; at += 1) {
    for (const piece of layout.tree.lines[at]!.pieces) {
      if (piece.kind === 'control' && (piece.upload || /^\+?\s*(?:点击)?(?:上传|添加|upload|add)/i.test(piece.text))) return true;
      if (piece.kind === 'text' && /^[+＋]?\s*(?:点击上传|上传图片|添加图片|上传凭证|继续上传|upload)$/i.test(piece.text.trim())) return true;
    }
  }
  return false;
}

function saysNone(layout: Layout, hit: LabelHit, ranges: readonly Range[]): boolean {
  const inline = readable(hit.line.text.slice(hit.valueStart, hit.valueEnd));
  if (noPictures.test(inline)) return true;
  return ranges.some((range) => {
    const text = readable(layout.text(range.first, range.end));
    return range.spotFrom === undefined && noPictures.test(text);
  });
}

/** Leaves out faces, signs, codes, stills of videos and whatever is too small to be a photograph. */
function isPicture(layout: Layout, spot: Spot, address: string, recipe: PlatformRecipe, smallest = smallestOnPage): boolean {
  const { element } = spot.piece;
  if (/^data:/i.test(address)) {
    if (!/^data:image\/(?:jpe?g|png|webp|heic|avif)[;,]/i.test(address) || address.length < 4000) return false;
  } else if (/\.(?:svg|ico|gif|cur)(?:[?#~!@]|$)/i.test(address)) return false;
  if ([...recipe.images.avatar, ...recipe.images.merchant].some((rule) => fitsRule(rule, address))) return false;
  const words = [element.getAttribute('alt'), element.getAttribute('class'), element.getAttribute('title'), element.getAttribute('role') === 'presentation' ? 'icon' : ''].join(' ');
  if (/头像|图标|标志|二维码|水印|avatar|(?:^|[\s_-])(?:icon|logo|badge|emoji|qr|play)(?=$|[\s_\d-])|qr-?code|watermark/i.test(words)) return false;
  if (/(?:^|[/_.-])(?:qr-?code|qrcode|watermark|avatar|icon|logo|sprite|emoji)(?=[/_.-]|\d|$)/i.test(address.replace(/^[a-z]+:\/\/[^/]+/i, '').replace(/[?#].*$/, ''))) return false;
  const { width, height } = statedSize(element);
  if ((width !== null && width < smallest && (height === null || height < smallest)) || (height !== null && height < smallest && width === null)) return false;
  const natural = element as HTMLImageElement;
  // A late picture's stand-in is small; only the size of the picture itself counts.
  if (natural.complete === true && natural.currentSrc === address && natural.naturalWidth > 0 && natural.naturalWidth < smallest && natural.naturalHeight < smallest) return false;
  return !isVideoStill(spot);
}

function isVideoStill(spot: Spot): boolean {
  let node: Element | null = spot.piece.element;
  for (let climbs = 0; node !== null && climbs < 3; climbs += 1, node = node.parentElement) {
    if (node.getElementsByTagName('img').length > 1) return false;
    const video = node.getElementsByTagName('video')[0];
    if (video !== undefined) return !areTiles(node, spot.piece.element, video);
    const text = climbs === 0 ? '' : (node.textContent ?? '').trim();
    if (text.length > 20) return false;
    if (/^(?:视频|播放|video|play|\d{1,2}:\d{2}|[▶►])$/i.test(text)) return true;
    if (/(?:^|[\s_-])(?:video|play)(?=$|[\s_-])/i.test(node.getAttribute('class') ?? '')) return true;
  }
  return false;
}

/** Whether two elements stand in tiles of their own, alike side by side: a video beside a picture, not over its still. */
function areTiles(around: Element, one: Element, other: Element): boolean {
  const tileOf = (element: Element): Element | undefined => Array.from(around.children).find((child) => child.contains(element));
  const [first, second] = [tileOf(one), tileOf(other)];
  return first !== undefined && second !== undefined && first !== second && first !== one && second !== other && first.tagName === second.tagName && first.getAttribute('class') === second.getAttribute('class');
}

function spokenByBuyer(layout: Layout, spot: Spot, zones: readonly Zone[]): boolean {
  const speech = speechAround(layout, spot.line);
  return speech !== null && speech.who === 'buyer' && zones[speech.at] === 'history';
}

function spokenByMerchant(layout: Layout, spot: Spot): boolean {
  return speechAround(layout, spot.line)?.who === 'other';
}

/** Whether price, quantity or variant stand beside a goods picture. */
function nearGoodsWords(layout: Layout, spot: Spot): boolean {
  let node: Box | null = spot.line.parent;
  for (let climbs = 0; node !== null && climbs < 4; climbs += 1, node = node.parent) {
    if (node.end - node.first > 30) return false;
    // Around two pictures, the words may be the other one's.
    if (layout.tree.lines.slice(node.first, node.end).some((line) => line.pieces.some((piece) => piece.kind === 'image' && piece !== spot.piece))) return false;
    const text = readable(layout.text(node.first, node.end));
    if (/(?:规格|数量|单价|件数|(?:商品|货品)总价|商品编码|商品ID|sku|qty|quantity|[x×✕]\s?\d+|\d+\s?件)/i.test(text)) return true;
  }
  return false;
}
