import type { MarkFace } from './protocol';

/** The look that the chip on a refund page and those beside the rows of a list share; sizes and places are each one's own. */
const sharedStyle = `
button { position: absolute; display: inline-flex; align-items: center; border-radius: 999px; border: 1px solid #8a8f98; background: #fff; color: #1d2129; cursor: pointer; white-space: nowrap; box-sizing: border-box;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans SC", system-ui, sans-serif; }
button:focus-visible { outline: 3px solid #1f6feb; outline-offset: 1px; }
button.raised { border-color: #b86e00; }
i { border-radius: 50%; border: 2px solid #8a8f98; box-sizing: border-box; flex: none; }
button.busy i { border-top-color: transparent; animation: turn 1s linear infinite; }
button.raised i { border-color: #b86e00; background: #b86e00; border-radius: 0; transform: rotate(45deg); }
@keyframes turn { to { transform: rotate(360deg); } }
@media (prefers-reduced-motion: reduce) { button.busy i { animation: none; } }
@media (prefers-color-scheme: dark) { button { background: #1d2129; color: #f2f3f5; } }`;

/** A host element on the page with a shadow root of our own, so that neither style touches the other. */
export function markHost(page: Document, name: 'yantu-chip' | 'yantu-rows', ownStyle: string): { host: HTMLElement; root: ShadowRoot } {
  const host = page.createElement(name);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = page.createElement('style');
  sheet.textContent = sharedStyle + ownStyle;
  root.append(sheet);
  page.documentElement.append(host);
  return { host, root };
}

export function markButton(page: Document, open: () => void): HTMLButtonElement {
  const button = page.createElement('button');
  button.type = 'button';
  // A page may not press it.
  button.addEventListener('click', (event) => event.isTrusted && open());
  return button;
}

export function drawFace(button: HTMLButtonElement, { text, look }: MarkFace, label = text): void {
  if (button.textContent !== text) button.replaceChildren(button.ownerDocument.createElement('i'), text);
  button.className = look;
  button.setAttribute('aria-label', label);
}
