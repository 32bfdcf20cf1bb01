import { recipes } from './index';
import { kindByAddress, recipeFor } from './page-kind';
import { readPage } from './read-page';
import type { PageReading } from './read-page';

export interface WatchOptions {
  signal: AbortSignal;
  /** Quiet time after a change before reading again, ms; a page that never rests is read at least every `patience` ms. */
  quiet?: number;
  patience?: number;
}

/** Reads now, whatever else is going on. */
export interface PageWatcher {
  read(): void;
}

/**
 * Reads the page when it may be a refund page, and again when it changes: another address in the same page (history or hash),
 * late content, late pictures. A list is read again when rows come or go, not when a countdown in one moves. On other pages nothing is observed; only the address is listened to.
 */
export function watchPage(window: Window & typeof globalThis, onRead: (reading: PageReading, rows: Element[]) => void, { signal, quiet = 250, patience = 1500 }: WatchOptions): PageWatcher {
  const { document } = window;
  let timer: number | undefined;
  let waitingSince = 0;
  let address = '';
  let idle = true;

  let isList = false;
  const observer = new window.MutationObserver((records) => {
    if (!isList || records.some(bringsElements)) changed();
  });
  const roots = new Set<Node>();
  const observe = (): void => {
    for (const root of [document, ...openRoots(document)]) {
      if (roots.has(root)) continue;
      roots.add(root);
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['src', 'srcset', 'style', 'href', 'hidden', 'data-src'] });
    }
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
    isList = kind === 'refund-list';
    if (kind === 'none') rest();
    else if (idle || openRoots(document).length + 1 > roots.size) {
      idle = false;
      observe();
    }
    if (recipe === null) return;
    let rows: Element[] = [];
    const reading = readPage(document, address, new Date().toISOString(), { onRowElements: (elements) => (rows = elements) });
    onRead(reading, rows);
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
  // `navigatesuccess` tells of pushState too; where it is missing (Firefox before 147), the title or body changing is what is noticed.
  navigation?.addEventListener('navigatesuccess', moved, options);
  window.addEventListener('popstate', moved, options);
  window.addEventListener('hashchange', moved, options);
  window.addEventListener('wxt:locationchange', moved, options);
  window.addEventListener('pageshow', moved, options);
  document.addEventListener('load', (event) => {
    if (!idle && (event.target as Element | null)?.nodeName === 'IMG') changed();
  }, { capture: true, signal });
  const titles = navigation === undefined ? new window.MutationObserver(moved) : null;
  titles?.observe(document.documentElement, { subtree: true, childList: true });
  signal.addEventListener('abort', () => {
    rest();
    titles?.disconnect();
  });
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

/** Open shadow roots of custom elements: changes inside them are not seen from outside. */
function openRoots(root: Document | ShadowRoot): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  for (const element of Array.from(root.querySelectorAll('*'))) {
    if (element.shadowRoot) found.push(element.shadowRoot, ...openRoots(element.shadowRoot));
  }
  return found;
}
