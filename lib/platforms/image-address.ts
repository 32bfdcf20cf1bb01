import type { PageImage } from '../case/claim';
import { backgroundAddress, styleSize } from './inline-style';
import { hostAllowedBy, hostMatches, originalAddresses } from './original-address';
import type { ImagePiece } from './page-tree';
import type { AddressRule, PlatformRecipe } from './recipe';

/** Attributes in which late-loading pictures keep their address, and those in which a preview keeps the large one. */
const lateAttributes = ['data-src', 'data-lazy-src', 'data-original', 'data-lazy', 'lazy-src', 'data-lazyload', 'data-ks-lazyload', 'data-url', 'data-img', 'data-image'];
const previewAttributes = ['data-preview', 'data-origin', 'data-original-src', 'data-large', 'data-big', 'data-zoom', 'data-full', 'data-raw', 'data-preview-src', 'data-preview-url', 'data-origin-src', 'data-origin-url', 'preview', 'data-high-res-src', 'data-source', 'data-href', 'zoom-src', 'data-viewer', 'data-bigimg'];
const placeholder = /(?:^|[/_.-])(?:placeholder|loading|blank|spacer|transparent|pixel|lazy|default|1x1|grey|gray|empty|skeleton)[^/]*\.(?:gif|png|jpe?g|svg|webp)(?:[?#]|$)|\.svg(?:[?#]|$)/i;

/** What an image element shows, resolved against the page; null where it has no address at all. */
export interface Shown {
  displayed: string;
  /** Larger ones the page itself names, best first. */
  larger: string[];
}

export function shownBy(piece: ImagePiece, base: string, recipe?: PlatformRecipe): Shown | null {
  if (piece.background === 'video:') return null;
  const { element } = piece;
  const previews = previewAttributes.map((name) => element.getAttribute(name));
  for (let up = element.parentElement, climbs = 0; up !== null && climbs < 3; up = up.parentElement, climbs += 1) {
    if (up.childElementCount > 4 && climbs > 0) break;
    if (up.tagName === 'A' && looksLikePicture(up.getAttribute('href'))) previews.push(up.getAttribute('href'));
    if (up.childElementCount <= 4 && holdsOnePicture(up)) previews.push(...previewAttributes.map((name) => up.getAttribute(name)));
  }
  if (piece.background !== null) return make(piece.background, previews, base);
  const src = given(element.getAttribute('src'));
  const current = given((element as HTMLImageElement).currentSrc ?? null);
  const late = lateAttributes.map((name) => given(element.getAttribute(name)) ?? (backgroundAddress(element.getAttribute('style') ?? '') ?? null));
  const set = [...sources(element.getAttribute('srcset') ?? element.getAttribute('data-srcset'))];
  const firstLate = late.find((one): one is string => one !== null && one !== undefined) ?? null;
  const isStandIn = src === null || placeholder.test(src) || (firstLate !== null && recipe?.images.avatar.some((rule) => fitsRule(rule, src)) === true) || (src.startsWith('data:') && (firstLate !== null || set.length > 0 || src.length < 4000));
  const displayed = isStandIn ? (firstLate ?? set[0] ?? (src !== null && !placeholder.test(src) ? src : null)) : src;
  if (displayed === null) return null;
  return make(displayed, [...previews, ...(firstLate === displayed ? [] : [firstLate]), ...set.slice().reverse(), current], base);
}

function given(text: string | null | undefined): string | null {
  const value = text?.trim() ?? '';
  return value === '' || value === '#' || value.startsWith('about:') || value.startsWith('javascript:') ? null : value;
}

function holdsOnePicture(element: Element): boolean {
  return element.getElementsByTagName('img').length <= 1;
}

function looksLikePicture(address: string | null): boolean {
  return address !== null && (/\.(?:jpe?g|png|webp|gif|heic|avif|image)(?:[?#~!_@]|$)/i.test(address) || /~tplv-|imageView2|imageMogr2/i.test(address));
}

/** Addresses of a srcset, smallest first. */
function sources(set: string | null): string[] {
  if (set === null || set.startsWith('data:')) return [];
  const found = set.split(/,\s+|,(?=https?:|\/\/)/).map((part) => part.trim().split(/\s+/)).filter((part) => part[0] !== '');
  return found.map(([address, size]) => ({ address: address!, size: Number.parseFloat(size ?? '1') || 1 })).sort((one, other) => one.size - other.size).map(({ address }) => address);
}

function make(address: string, larger: readonly (string | null | undefined)[], base: string): Shown | null {
  const displayed = absolute(address, base);
  if (displayed === null) return null;
  const others = larger.flatMap((one) => (given(one) === null ? [] : [absolute(given(one)!, base)])).filter((one): one is string => one !== null && one !== displayed && !one.startsWith('data:'));
  return { displayed, larger: [...new Set(others)] };
}

/** An absolute address; one that is absolute already stays letter by letter as the page has it. */
function absolute(address: string, base: string): string | null {
  const text = address.trim();
  if (/^(?:https?:\/\/|blob:|data:)/i.test(text)) return text;
  if (text.startsWith('//')) return `https:${text}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return text;
  try {
    return new URL(text, base).href;
  } catch {
    return null;
  }
}

export function fitsRule(rule: AddressRule, address: string): boolean {
  try {
    const url = new URL(address);
    return (rule.host === undefined || hostMatches(rule.host, url.hostname)) && (rule.path === undefined || new RegExp(rule.path, 'i').test(url.pathname));
  } catch {
    return false;
  }
}

/** The picture with the addresses to try in order: original size, the page's own larger ones, the displayed one. Other hosts are left out. */
export function pageImage(recipe: PlatformRecipe, shown: Shown): PageImage {
  const tries = [...originalAddresses(recipe, shown.displayed), ...shown.larger.flatMap((one) => [...originalAddresses(recipe, one), one]), shown.displayed];
  return { displayed: shown.displayed, candidates: [...new Set(tries)].filter((one) => hostAllowedBy(recipe, one)) };
}

/** What makes two addresses the same picture: the stored object, whatever size or signature it is asked for with. */
export function identity(recipe: PlatformRecipe, address: string): string {
  if (/^(?:blob|data):/.test(address)) return address;
  const best = originalAddresses(recipe, address)[0] ?? address;
  return best.replace(/^https?:/, '').replace(/[?#].*$/, '').replace(/~tplv-.*$/, '').replace(/^\/\/p\d+-/, '//');
}

/** Width and height the page gives an image, in px, where it says so. */
export function statedSize(element: Element): { width: number | null; height: number | null } {
  const style = element.getAttribute('style') ?? '';
  const side = (name: 'width' | 'height'): number | null => {
    const fromStyle = styleSize(style, name);
    if (fromStyle !== null) return fromStyle;
    const attribute = element.getAttribute(name);
    return attribute !== null && /^\d+(?:px)?$/.test(attribute) ? Number.parseInt(attribute, 10) : null;
  };
  return { width: side('width'), height: side('height') };
}
