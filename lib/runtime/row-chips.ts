import { drawFace, markButton, markHost } from './page-mark';
import type { RowMark } from './protocol';

const style = `
:host { all: initial; position: absolute; left: 0; top: 0; width: 0; height: 0; z-index: 2147482000; }
button { gap: 4px; height: 20px; padding: 0 8px; font-size: 12px; line-height: 18px; }
i { width: 8px; height: 8px; }`;

/** One small chip on the upper edge of each row that is in the queue or examined, in one shadow root laid over the page; nothing of the page is moved. */
export function rowChips(page: Document, open: (id: string) => void) {
  const view = page.defaultView!;
  const marks = new Map<string, RowMark>();
  let rows: { id: string; element: Element }[] = [];
  let host: HTMLElement | null = null;
  let root: ShadowRoot | null = null;
  const buttons = new Map<string, HTMLButtonElement>();
  let frame = 0;
  const options = { capture: true, passive: true };

  function mount(): ShadowRoot {
    if (host?.isConnected && root) return root;
    buttons.clear();
    const made = markHost(page, 'yantu-rows', style);
    host = made.host;
    root = made.root;
    // Only where there are chips to keep in place; the same listener twice is one.
    view.addEventListener('scroll', settleSoon, options);
    view.addEventListener('resize', settleSoon);
    return root;
  }

  function draw(): void {
    const shown = rows.filter(({ id }) => marks.has(id));
    if (shown.length === 0) return remove();
    const into = mount();
    const wanted = new Set(shown.map(({ id }) => id));
    for (const [id, button] of buttons) {
      if (wanted.has(id)) continue;
      button.remove();
      buttons.delete(id);
    }
    for (const { id } of shown) {
      const mark = marks.get(id)!;
      let button = buttons.get(id);
      if (!button) {
        button = markButton(page, () => open(id));
        buttons.set(id, button);
        into.append(button);
      }
      drawFace(button, mark, mark.label);
    }
    settleSoon();
  }

  function settleSoon(): void {
    if (frame === 0 && buttons.size > 0) frame = view.requestAnimationFrame(settle);
  }

  /** On the upper edge of its row, at the first place from the right where no words, picture or button of the page lie beneath it. */
  function settle(): void {
    frame = 0;
    if (!host?.isConnected) return;
    const places = rows.flatMap(({ id, element }) => {
      const button = buttons.get(id);
      return button ? [{ button, box: element.getBoundingClientRect(), clip: clipOf(element) }] : [];
    });
    for (const { button } of places) button.style.visibility = 'hidden';
    for (const { button, box, clip } of places) {
      const visible = box.width > 0 && box.top >= clip.top - 4 && box.top <= clip.bottom - 8 && box.right > 0;
      if (!visible) continue;
      const width = Math.max(button.offsetWidth, 60);
      const right = Math.min(box.right, clip.right, view.innerWidth) - width - 8;
      const left = Math.max(box.left, clip.left, 0) + 8;
      const spots = [right, (left + right) / 2, left + (right - left) * 0.75, left + (right - left) * 0.25, left];
      const free = spots.find((spot) => isFree(spot, box.top - 8, width)) ?? right;
      button.style.left = `${free + view.scrollX}px`;
      button.style.top = `${box.top + view.scrollY - 10}px`;
      button.style.visibility = 'visible';
    }
  }

  /** Whether nothing to read or press lies where a chip would lie; only looked at where the row is in sight. */
  function isFree(left: number, top: number, width: number): boolean {
    return [0.05, 0.35, 0.65, 0.95].every((part) => {
      const under = page.elementFromPoint(left + width * part, top + 12);
      if (under === null) return true;
      if (/^(?:IMG|BUTTON|A|INPUT|SELECT|TEXTAREA|SPAN|EM|B|I|P)$/.test(under.tagName)) return false;
      return ![...under.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '' && coversPoint(node, left + width * part, top + 12));
    });
  }

  function coversPoint(node: Node, x: number, y: number): boolean {
    const range = page.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].some((box) => x >= box.left - 2 && x <= box.right + 2 && y >= box.top - 4 && y <= box.bottom);
  }

  /** The part of the window in which a row can be seen: its scrolling ancestors cut it off. */
  function clipOf(element: Element): { top: number; bottom: number; left: number; right: number } {
    const clip = { top: 0, bottom: view.innerHeight, left: 0, right: view.innerWidth };
    for (let up = element.parentElement; up !== null && up !== page.documentElement && up !== page.body; up = up.parentElement) {
      if (up.scrollHeight <= up.clientHeight && up.scrollWidth <= up.clientWidth) continue;
      if (!/auto|scroll|hidden/.test(view.getComputedStyle(up).overflow)) continue;
      const box = up.getBoundingClientRect();
      clip.top = Math.max(clip.top, box.top);
      clip.bottom = Math.min(clip.bottom, box.bottom);
      clip.left = Math.max(clip.left, box.left);
      clip.right = Math.min(clip.right, box.right);
    }
    return clip;
  }

  function remove(): void {
    host?.remove();
    host = null;
    root = null;
    buttons.clear();
  }

  return {
    place(now: { id: string; element: Element }[]): void {
      rows = now;
      draw();
    },
    show(mark: RowMark): void {
      marks.set(mark.id, mark);
      if (rows.some(({ id }) => id === mark.id)) draw();
    },
    remove(): void {
      rows = [];
      remove();
    },
    stop(): void {
      view.removeEventListener('scroll', settleSoon, options);
      view.removeEventListener('resize', settleSoon);
      if (frame !== 0) view.cancelAnimationFrame(frame);
      remove();
    },
  };
}
