/** Injected by the build from the recipes (wxt.config.ts): one regular expression for all addresses a recipe may read. */
declare const READABLE_ADDRESSES: string;

interface Runtime { sendMessage(message: unknown): Promise<boolean> }

/**
 * All that runs on a seller's page that is no refund page: looks at the address, and asks for the reader where a recipe may read it.
 * It observes nothing, keeps nothing and is small; that is why it names the browser itself instead of bringing in browser.ts.
 */
export function guardPage(window: Window): void {
  const { browser, chrome } = globalThis as { browser?: { runtime: Runtime }; chrome?: { runtime: Runtime } };
  const runtime = browser?.runtime ?? chrome!.runtime;
  const readable = new RegExp(READABLE_ADDRESSES, 'i');
  const stop = new AbortController();
  let asked = false;
  const look = (): void => {
    if (asked || !readable.test(window.location.href)) return;
    asked = true;
    // A platform that is switched off has no reader; it may be switched on later.
    runtime.sendMessage({ yantu: 'wantReader', to: 'background', body: { url: window.location.href } }).then((given) => (given ? stop.abort() : (asked = false)), () => (asked = false));
  };
  const { signal } = stop;
  (window as { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', look, { signal });
  window.addEventListener('popstate', look, { signal });
  window.addEventListener('hashchange', look, { signal });
  look();
}
