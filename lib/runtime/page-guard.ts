import type { readableAddresses } from '../platforms/hosts';

/** Injected by the build from the recipes (wxt.config.ts): the addresses a recipe may read. */
declare const READABLE_ADDRESSES: typeof readableAddresses;

interface Runtime { sendMessage(message: unknown): Promise<boolean> }

function isReadable({ hostname, href }: Location): boolean {
  // Named twice, the build would put the whole table in twice.
  const { sources, hosts } = READABLE_ADDRESSES;
  const addresses = sources[hosts[hostname] ?? -1];
  return addresses !== undefined && new RegExp(addresses, 'i').test(href);
}

/**
 * All that runs on a seller's page that is no refund page: looks at the address, and asks for the reader where a recipe may read it.
 * It observes nothing, keeps nothing and is small; that is why it names the browser itself instead of bringing in browser.ts.
 */
export function guardPage(window: Window & typeof globalThis, { everyAddress = false } = {}): void {
  let asked = false;
  let following = false;
  const follow = (wanted: boolean): void => {
    if (wanted === following) return;
    following = wanted;
    const change = wanted ? 'addEventListener' : 'removeEventListener';
    // `navigatesuccess` tells of pushState too (Chromium 102, Firefox 147).
    (window as unknown as { navigation?: EventTarget }).navigation?.[change]('navigatesuccess', look);
    window[change]('popstate', look);
    window[change]('hashchange', look);
  };
  const look = (): void => {
    if (asked) return;
    if (!(everyAddress || isReadable(window.location))) return follow(true);
    asked = true;
    const url = window.location.href;
    // The browser makes its interfaces when they are first touched, which costs more than all the rest here.
    const { browser, chrome } = globalThis as { browser?: { runtime: Runtime }; chrome?: { runtime: Runtime } };
    const runtime = browser?.runtime ?? chrome!.runtime;
    // A platform that is switched off has no reader; it may be switched on later. The reader follows the address by itself.
    runtime.sendMessage({ yantu: 'wantReader', to: 'background', body: { url } }).then((given) => (given ? follow(false) : refused(url)), () => refused(url));
  };
  const refused = (url: string): void => {
    asked = false;
    follow(true);
    if (window.location.href !== url) look();
  };
  look();
}
