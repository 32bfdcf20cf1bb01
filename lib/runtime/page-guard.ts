import type { readableAddresses } from '../platforms/hosts';

/** Injected by the build from the recipes (wxt.config.ts): the addresses a recipe may read. */
declare const READABLE_ADDRESSES: typeof readableAddresses;

interface Runtime { sendMessage(message: unknown): Promise<boolean> }

function isReadable({ hostname, href }: Location): boolean {
  const addresses = READABLE_ADDRESSES.sources[READABLE_ADDRESSES.hosts[hostname] ?? -1];
  return addresses !== undefined && new RegExp(addresses, 'i').test(href);
}

/**
 * All that runs on a seller's page that is no refund page: looks at the address, and asks for the reader where a recipe may read it.
 * It observes nothing, keeps nothing and is small; that is why it names the browser itself instead of bringing in browser.ts.
 */
export function guardPage(window: Window & typeof globalThis, { everyAddress = false } = {}): void {
  const stop = new window.AbortController();
  let asked = false;
  const look = (): void => {
    if (asked || !(everyAddress || isReadable(window.location))) return;
    asked = true;
    // The browser makes its interfaces when they are first touched, which costs more than all the rest here.
    const { browser, chrome } = globalThis as { browser?: { runtime: Runtime }; chrome?: { runtime: Runtime } };
    const runtime = browser?.runtime ?? chrome!.runtime;
    // A platform that is switched off has no reader; it may be switched on later.
    runtime.sendMessage({ yantu: 'wantReader', to: 'background', body: { url: window.location.href } }).then((given) => (given ? stop.abort() : (asked = false)), () => (asked = false));
  };
  const { signal } = stop;
  (window as unknown as { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', look, { signal });
  window.addEventListener('popstate', look, { signal });
  window.addEventListener('hashchange', look, { signal });
  look();
}
