import { between, byKey, inside, smallestSide, type Rectangle, type View } from './rectangle';

export interface RegionWords {
  how: string;
  take: string;
  cancel: string;
}

const style = `
:host { all: initial; }
.field { position: fixed; inset: 0; z-index: 2147483646; cursor: crosshair; overflow: hidden; outline: none; touch-action: none; user-select: none;
  font: 14px/1.5 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", system-ui, sans-serif; }
.cut { position: absolute; box-sizing: border-box; border: 2px solid #fff; outline: 2px solid #1457c4; box-shadow: 0 0 0 200vmax rgb(0 0 0 / 45%); }
.bar { position: absolute; left: 50%; transform: translateX(-50%); display: flex; flex-wrap: wrap; gap: 8px; align-items: center; justify-content: center; cursor: default; width: max-content; max-width: calc(100vw - 24px);
  box-sizing: border-box; background: #fff; color: #1a1d23; border: 1px solid #8a8f98; border-radius: 8px; padding: 8px 12px; }
.bar.top { top: 12px; } .bar.bottom { bottom: 12px; }
button { font: inherit; color: inherit; background: #f5f6f8; border: 1px solid #8a8f98; border-radius: 6px; padding: 4px 12px; cursor: pointer; }
button.take { background: #1457c4; border-color: #1457c4; color: #fff; }
button:focus-visible, .field:focus-visible .cut { outline: 3px solid #1f6feb; }
.size { font-variant-numeric: tabular-nums; }
@media (prefers-color-scheme: dark) { .bar { background: #20242b; color: #eceef2; } button { background: #16181d; } button.take { background: #8ab4ff; border-color: #8ab4ff; color: #0b1a33; } }`;

export function viewOf(window: Window): View {
  const { visualViewport: seen } = window;
  return { width: window.innerWidth, left: seen?.offsetLeft ?? 0, top: seen?.offsetTop ?? 0, scale: seen?.scale ?? 1 };
}

/**
 * Lays a field over the page on which a rectangle is drawn by pointer, or moved by arrow keys (shift: sized; alt: fine steps).
 * Enter takes it, Escape cancels. The page gets none of these events, and the field is gone before the promise settles.
 */
export function pickRegion(window: Window, words: RegionWords): Promise<Rectangle | null> {
  const { document } = window;
  document.querySelector('yantu-region')?.remove();
  const before = document.activeElement as HTMLElement | null;
  const host = document.createElement('yantu-region');
  const root = host.attachShadow({ mode: 'open' });
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text = ''): HTMLElementTagNameMap[K] => Object.assign(document.createElement(tag), { className: name, textContent: text });
  const sheet = make('style', '', style);
  const field = make('div', 'field');
  const cut = make('div', 'cut');
  const bar = make('div', 'bar top');
  const size = make('span', 'size');
  const take = make('button', 'take', words.take);
  const cancel = make('button', 'cancel', words.cancel);
  field.tabIndex = 0;
  field.setAttribute('role', 'application');
  field.setAttribute('aria-label', words.how);
  size.setAttribute('role', 'status');
  take.type = cancel.type = 'button';
  bar.append(make('span', 'how', words.how), size, take, cancel);
  field.append(cut, bar);
  root.append(sheet, field);
  const whole = () => ({ width: window.innerWidth, height: window.innerHeight });
  let rectangle: Rectangle = inside({ x: whole().width / 4, y: whole().height / 4, width: whole().width / 2, height: whole().height / 2 }, whole());
  const draw = (next: Rectangle) => {
    rectangle = inside(next, whole());
    Object.assign(cut.style, { left: `${rectangle.x}px`, top: `${rectangle.y}px`, width: `${rectangle.width}px`, height: `${rectangle.height}px` });
    size.textContent = `${Math.round(rectangle.width)} × ${Math.round(rectangle.height)}`;
    // The bar keeps away from what is chosen.
    bar.className = rectangle.y < 90 && rectangle.y + rectangle.height < whole().height - 90 ? 'bar bottom' : 'bar top';
  };

  return new Promise((resolve) => {
    const stop = new AbortController();
    const { signal } = stop;
    const end = (chosen: Rectangle | null) => {
      stop.abort();
      host.remove();
      before?.focus?.({ preventScroll: true });
      // Two frames: the screen must be drawn without the field before it is captured.
      window.requestAnimationFrame(() => window.requestAnimationFrame(() => resolve(chosen)));
    };
    let from: { x: number; y: number } | null = null;
    const at = (event: PointerEvent) => ({ x: event.clientX, y: event.clientY });
    field.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || bar.contains(event.target as Node)) return;
      from = at(event);
      field.setPointerCapture?.(event.pointerId);
      event.preventDefault();
      field.focus({ preventScroll: true });
    });
    field.addEventListener('pointermove', (event) => from && draw(between(from, at(event))));
    field.addEventListener('pointerup', (event) => {
      if (!from) return;
      const drawn = between(from, at(event));
      from = null;
      // A mere click chooses nothing: the rectangle stays where it was.
      if (drawn.width >= smallestSide && drawn.height >= smallestSide) draw(drawn);
    });
    field.addEventListener('dblclick', (event) => !bar.contains(event.target as Node) && end(rectangle));
    take.addEventListener('click', () => end(rectangle));
    cancel.addEventListener('click', () => end(null));
    window.addEventListener(
      'keydown',
      (event) => {
        const onButton = root.activeElement?.tagName === 'BUTTON';
        if (event.key === 'Escape') end(null);
        else if (event.key === 'Enter' && !onButton) end(rectangle);
        else {
          const next = byKey(rectangle, event.key, event.shiftKey, event.altKey ? 1 : 10);
          if (next) draw(next);
          else if (event.key === 'Tab' || onButton) return event.stopPropagation();
        }
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
    window.addEventListener('resize', () => draw(rectangle), { signal });
    // Scrolling would move the page under the rectangle.
    field.addEventListener('wheel', (event) => event.preventDefault(), { passive: false });
    for (const name of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'contextmenu'] as const) host.addEventListener(name, (event) => event.stopPropagation());
    document.documentElement.append(host);
    draw(rectangle);
    field.focus({ preventScroll: true });
  });
}
