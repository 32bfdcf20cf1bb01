import { bandText } from '../scoring/band-text';
import { isRaised } from '../scoring/bands';
import type { ChipState } from './protocol';

const style = `
:host { all: initial; }
button { position: absolute; z-index: 2147483000; display: inline-flex; align-items: center; gap: 6px; padding: 4px 10px; border-radius: 999px;
  border: 1px solid #8a8f98; background: #fff; color: #1d2129; font: 13px/1.4 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", system-ui, sans-serif; cursor: pointer; white-space: nowrap; }
button:focus-visible { outline: 3px solid #1f6feb; outline-offset: 1px; }
button.raised { border-color: #b86e00; }
i { width: 10px; height: 10px; border-radius: 50%; border: 2px solid #8a8f98; box-sizing: border-box; }
button.busy i { border-top-color: transparent; animation: turn 1s linear infinite; }
button.raised i { border-color: #b86e00; background: #b86e00; border-radius: 0; transform: rotate(45deg); }
@keyframes turn { to { transform: rotate(360deg); } }
@media (prefers-reduced-motion: reduce) { button.busy i { animation: none; } }
@media (prefers-color-scheme: dark) { button { background: #1d2129; color: #f2f3f5; } }`;

/** What the chip says; neutral until the pictures are examined. */
export function chipText(state: ChipState): string {
  if (state.status === 'done') return `验图 · ${state.band ? bandText.zh[state.band as keyof typeof bandText.zh] : '已检验'} · ${state.total} 张`;
  if (state.status === 'interrupted') return '验图 · 检验中断，点此继续';
  return state.status === 'examining' ? `验图 · 检验中 ${state.done}/${state.total}` : '验图 · 取图中';
}


/** One small chip in a shadow root, laid over free space beside the evidence pictures; nothing of the page is moved. */
export function chip(page: Document, open: () => void) {
  let host: HTMLElement | null = null;
  let button: HTMLButtonElement | null = null;
  let anchors: string[] = [];

  function mount(): HTMLButtonElement {
    if (host?.isConnected && button) return button;
    host = page.createElement('yantu-chip');
    const root = host.attachShadow({ mode: 'open' });
    const sheet = page.createElement('style');
    sheet.textContent = style;
    button = page.createElement('button');
    button.type = 'button';
    button.addEventListener('click', (event) => event.isTrusted && open());
    root.append(sheet, button);
    page.documentElement.append(host);
    return button;
  }

  function write(text: string, look: string): void {
    const at = mount();
    at.className = look;
    at.replaceChildren(page.createElement('i'), text);
    at.setAttribute('aria-label', text);
    settle();
  }

  /** To the right of the last evidence picture, in page coordinates; the lower right corner where none is visible. */
  function settle(): void {
    const view = page.defaultView;
    if (!button || !view) return;
    const shown = [...page.images].filter((image) => anchors.includes(image.currentSrc) || anchors.includes(image.src)).map((image) => image.getBoundingClientRect()).filter((box) => box.width > 0);
    const last = shown.at(-1);
    const fits = last && last.right + 12 + button.offsetWidth < view.innerWidth;
    button.style.position = fits ? 'absolute' : 'fixed';
    button.style.left = fits ? `${last.right + view.scrollX + 12}px` : 'auto';
    button.style.top = fits ? `${last.top + view.scrollY}px` : 'auto';
    button.style.right = fits ? 'auto' : '16px';
    button.style.bottom = fits ? 'auto' : '16px';
  }

  return {
    place(displayed: string[]): void {
      anchors = displayed;
      if (!button) write('验图 · 取图中', 'busy');
      settle();
    },
    show(state: ChipState): void {
      const busy = state.status === 'reading' || state.status === 'collecting' || state.status === 'examining';
      write(chipText(state), busy ? 'busy' : isRaised(state.band) ? 'raised' : '');
    },
    warn(): void {
      write('验图 · 此页面结构已变化', '');
    },
    remove(): void {
      host?.remove();
      host = null;
      button = null;
    },
  };
}
