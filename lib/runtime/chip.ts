import { drawFace, markButton, markHost } from './page-mark';
import type { MarkFace } from './protocol';

const style = `
:host { all: initial; }
button { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; gap: 6px; padding: 4px 10px; font-size: 13px; line-height: 1.4; }
i { width: 10px; height: 10px; }`;

/** One small chip in a shadow root, laid over free space beside the evidence pictures; nothing of the page is moved. */
export function chip(page: Document, open: () => void) {
  let host: HTMLElement | null = null;
  let button: HTMLButtonElement | null = null;
  let anchors: string[] = [];
  let soon = 0;

  function mount(): HTMLButtonElement {
    if (host?.isConnected && button) return button;
    const made = markHost(page, 'yantu-chip', style);
    host = made.host;
    button = markButton(page, open);
    made.root.append(button);
    return button;
  }

  /** To the right of the last evidence picture, in page coordinates; the lower right corner where none is visible. */
  function settle(): void {
    const view = page.defaultView;
    if (!button || !view) return;
    let last: DOMRect | undefined;
    for (const image of page.images) {
      if (!anchors.includes(image.currentSrc) && !anchors.includes(image.src)) continue;
      const box = image.getBoundingClientRect();
      if (box.width > 0) last = box;
    }
    // All measuring before all writing: the page is laid out once.
    const beside = last !== undefined && last.right + 12 + button.offsetWidth < view.innerWidth ? last : null;
    const place = beside ? `position: absolute; left: ${beside.right + view.scrollX + 12}px; top: ${beside.top + view.scrollY}px; right: auto; bottom: auto;` : '';
    if (button.style.cssText !== place) button.style.cssText = place;
  }

  /** Behind the next frame, when the browser has laid the page out anyway: measuring before would make it do so once more. */
  function settleSoon(): void {
    const view = page.defaultView;
    if (!view || soon !== 0) return;
    soon = view.requestAnimationFrame(() => view.setTimeout(() => {
      soon = 0;
      settle();
    }));
  }

  return {
    /** @param displayed Addresses of the evidence pictures it stands beside. */
    place(displayed: readonly string[]): void {
      anchors = [...displayed];
      if (button) settleSoon();
    },
    show(face: MarkFace): void {
      drawFace(mount(), face);
      settleSoon();
    },
    remove(): void {
      host?.remove();
      host = null;
      button = null;
    },
  };
}
