import { copyPage, readyToCopy } from './copy-page';
import type { PageCopy } from './copy-page';
import type { StopSignal } from './stop-signal';
import type { CopyReading, PagePlan } from './taught/page-plan';
import type { TaughtReading } from './taught/read-with-taught';

/** Who knows the recipes; not the page's own thread, which pays only for a copy. */
export interface Reader {
  plan(url: string): Promise<PagePlan>;
  read(copy: PageCopy, url: string, at: string): Promise<CopyReading>;
}

export interface WatchOptions {
  signal: StopSignal;
  /** Quiet time after a change before reading again, ms; a page that never rests is read at least every `patience` ms. */
  quiet?: number;
  patience?: number;
}

export interface PageWatcher {
  /** Reads now, asking anew what is to be done here: a recipe may have been taught or forgotten. */
  read(): void;
}

/**
 * Reads the page when it may be a refund page, and again when it changes: another address in the same page (history or hash),
 * late content, late pictures. A list is read again when rows come or go, not when a countdown in one moves. On other pages nothing is observed; only the address is listened to.
 */
export function watchPage(window: Window & typeof globalThis, reader: Reader, onRead: (reading: TaughtReading, rows: Element[], onlyHere: readonly (readonly [string, string])[]) => void, { signal, quiet = 250, patience = 1500 }: WatchOptions): PageWatcher {
  const { document } = window;
  let timer: number | undefined;
  let waitingSince = 0;
  let address = '';
  let plan: PagePlan | null = null;
  let idle = true;
  let reading = false;
  let again = false;

  // The page's own work goes first.
  const breath = (): Promise<void> => new Promise((resolve) => void window.setTimeout(resolve));
  const observer = new window.MutationObserver((records) => {
    if (plan?.isList ? records.some(bringsElements) : !records.every(isOwnMark)) changed();
  });
  const roots = new Set<Node>();
  // Changes inside an open shadow root are not seen from outside.
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
  const readOnce = async (): Promise<void> => {
    const url = window.location.href;
    if (url !== address) plan = null;
    address = url;
    const now = plan ?? (await reader.plan(url));
    if (signal.aborted || window.location.href !== url) return;
    plan = now;
    if (!now.known) return rest();
    // Only a page that is, or may hold, a refund page is kept under watch.
    if (now.kind === 'none') {
      rest();
      return onRead({ platform: now.platform, page: 'none', claim: null, mismatches: [] }, [], []);
    }
    idle = false;
    observe(document);
    const ready = await readyToCopy(document, now.numbers, breath);
    if (signal.aborted || window.location.href !== url) return;
    const { copy, elements, standsFor } = copyPage(document, { numbers: now.numbers, ready, onShadowRoot: observe });
    const { reading: read, rows, onlyHere } = await reader.read(copy, url, new Date().toISOString());
    // What was read is of the address it was read at, or of nothing.
    if (signal.aborted || window.location.href !== url) return;
    onRead(read, rows.map((row) => elements[row]!), onlyHere.map((address) => [address, standsFor(address)]));
  };
  const read = async (): Promise<void> => {
    window.clearTimeout(timer);
    timer = undefined;
    waitingSince = 0;
    if (signal.aborted) return;
    // One at a time; a change meanwhile is one more reading.
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    try {
      await readOnce();
    } catch {
      // nobody answers: the extension was reloaded or switched off
    }
    reading = false;
    if (again || (!signal.aborted && window.location.href !== address)) {
      again = false;
      changed();
    }
  };
  const changed = (): void => {
    if (signal.aborted) return;
    const now = Date.now();
    if (waitingSince === 0) waitingSince = now;
    window.clearTimeout(timer);
    const isList = plan?.isList === true;
    const pause = isList ? quiet * 2 : quiet;
    timer = window.setTimeout(() => void read(), now - waitingSince > (isList ? patience * 2 : patience) ? 0 : pause);
  };
  const moved = (): void => {
    if (window.location.href !== address) changed();
  };

  const navigation = (window as unknown as { navigation?: EventTarget }).navigation;
  const loaded = (event: Event): void => {
    const image = event.target as HTMLImageElement | null;
    if (!idle && image?.nodeName === 'IMG' && saysMore(image)) changed();
  };
  const follow = (change: 'addEventListener' | 'removeEventListener'): void => {
    // `navigatesuccess` tells of pushState too (Chromium 102, Firefox 147).
    navigation?.[change]('navigatesuccess', moved);
    for (const name of ['popstate', 'hashchange', 'pageshow']) window[change](name, moved);
    document[change]('load', loaded, true);
  };
  follow('addEventListener');
  signal.addEventListener('abort', () => {
    rest();
    follow('removeEventListener');
  });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void read(), { once: true });
  else void read();
  return {
    read() {
      plan = null;
      void read();
    },
  };
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
