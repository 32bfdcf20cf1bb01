import { recipes } from './index';
import { kindByAddress, recipeFor } from './page-kind';
import { readWithTaught, taughtAt } from './taught/read-with-taught';
import type { TaughtReading } from './taught/read-with-taught';
import type { TaughtRecipe } from './taught/taught-recipe';

export interface WatchOptions {
  signal: AbortSignal;
  /** Quiet time after a change before reading again, ms; a page that never rests is read at least every `patience` ms. */
  quiet?: number;
  patience?: number;
  /** The merchant's own recipes as they are now. */
  taught?: () => readonly TaughtRecipe[];
}

/** Reads now, whatever else is going on. */
export interface PageWatcher {
  read(): void;
}

/**
 * Reads the page when it may be a refund page, and again when it changes: another address in the same page (history or hash),
 * late content, late pictures. A list is read again when rows come or go, not when a countdown in one moves. On other pages nothing is observed; only the address is listened to.
 */
export function watchPage(window: Window & typeof globalThis, onRead: (reading: TaughtReading, rows: Element[]) => void, { signal, quiet = 250, patience = 1500, taught = () => [] }: WatchOptions): PageWatcher {
  const { document } = window;
  let timer: number | undefined;
  let waitingSince = 0;
  let address = '';
  let idle = true;

  let isList = false;
  const observer = new window.MutationObserver((records) => {
    if (isList ? records.some(bringsElements) : !records.every(isOwnMark)) changed();
  });
  const roots = new Set<Node>();
  const observe = (root: Node): void => {
    if (roots.has(root)) return;
    roots.add(root);
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['src', 'srcset', 'style', 'href', 'hidden', 'data-src'] });
  };
  const rest = (): void => {
    observer.disconnect();
    roots.clear();
    window.clearTimeout(timer);
    timer = undefined;
    idle = true;
  };
  const read = (): void => {
    window.clearTimeout(timer);
    timer = undefined;
    waitingSince = 0;
    if (signal.aborted) return;
    address = window.location.href;
    const recipe = recipeFor(recipes, address);
    const kind = recipe === null ? 'none' : kindByAddress(recipe, address);
    // Only a page that is, or may hold, a refund page is kept under watch.
    const own = taughtAt(taught(), address);
    isList = kind === 'refund-list' && own.length === 0;
    if (kind === 'none' && own.length === 0) rest();
    else {
      idle = false;
      observe(document);
    }
    if (recipe === null && own.length === 0) return;
    let rows: Element[] = [];
    // Changes inside an open shadow root are not seen from outside.
    const whole = { onRowElements: (elements: Element[]) => void (rows = elements), onShadowRoot: observe };
    if (kind === 'none' && own.length === 0) onRead({ platform: recipe === null || recipe.id === 'manual' ? null : recipe.id, page: 'none', claim: null, mismatches: [] }, rows);
    else onRead(readWithTaught(document, address, new Date().toISOString(), own, whole), rows);
  };
  const changed = (): void => {
    if (signal.aborted) return;
    const now = Date.now();
    if (waitingSince === 0) waitingSince = now;
    window.clearTimeout(timer);
    const rest = isList ? quiet * 2 : quiet;
    timer = window.setTimeout(read, now - waitingSince > (isList ? patience * 2 : patience) ? 0 : rest);
  };
  const moved = (): void => {
    if (window.location.href !== address) changed();
  };

  const navigation = (window as unknown as { navigation?: EventTarget }).navigation;
  const options = { signal };
  // `navigatesuccess` tells of pushState too (Chromium 102, Firefox 147).
  navigation?.addEventListener('navigatesuccess', moved, options);
  window.addEventListener('popstate', moved, options);
  window.addEventListener('hashchange', moved, options);
  window.addEventListener('wxt:locationchange', moved, options);
  window.addEventListener('pageshow', moved, options);
  document.addEventListener('load', (event) => {
    const image = event.target as HTMLImageElement | null;
    if (!idle && image?.nodeName === 'IMG' && saysMore(image)) changed();
  }, { capture: true, signal });
  signal.addEventListener('abort', rest);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', read, { once: true, signal });
  else read();
  return { read };
}

/** Whether a change may have brought, taken or filled a row. */
function bringsElements(record: MutationRecord): boolean {
  if (record.type === 'attributes') return record.attributeName !== 'style';
  if (record.type !== 'childList') return false;
  return [...record.addedNodes, ...record.removedNodes].some((node) => node.nodeType === 1 && node.nodeName !== 'YANTU-CHIP' && node.nodeName !== 'YANTU-ROWS');
}

/** Whether a change is nothing but this extension's own mark being put on the page or taken off it. */
function isOwnMark(record: MutationRecord): boolean {
  return record.type === 'childList' && [...record.addedNodes, ...record.removedNodes].every((node) => node.nodeName.startsWith('YANTU-'));
}

/** Whether a picture that has loaded may be read anew: its size, or which of its addresses is shown, is known only now. */
function saysMore(image: HTMLImageElement): boolean {
  return (image.naturalWidth < 48 && image.naturalHeight < 48) || image.hasAttribute('srcset') || image.parentElement?.tagName === 'PICTURE';
}
