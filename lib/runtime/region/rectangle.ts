/** A rectangle in CSS pixels of the page's viewport. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What of the page the screen shows: the visual viewport within the layout viewport, CSS pixels; `scale` is the pinch zoom. */
export interface View {
  width: number;
  left: number;
  top: number;
  scale: number;
}

export const smallestSide = 24;

const clip = (value: number, low: number, high: number) => Math.min(Math.max(value, low), Math.max(low, high));

/** The same rectangle inside a field of this size, no side below the smallest. */
export function inside({ x, y, width, height }: Rectangle, field: { width: number; height: number }): Rectangle {
  const [w, h] = [clip(width, smallestSide, field.width), clip(height, smallestSide, field.height)];
  return { x: clip(x, 0, field.width - w), y: clip(y, 0, field.height - h), width: w, height: h };
}

export const between = (from: { x: number; y: number }, to: { x: number; y: number }): Rectangle => ({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) });

/** One press of an arrow key: moves, or with shift sizes, by `step` pixels. Null for other keys. */
export function byKey(rectangle: Rectangle, key: string, sizing: boolean, step: number): Rectangle | null {
  const [dx, dy] = key === 'ArrowLeft' ? [-step, 0] : key === 'ArrowRight' ? [step, 0] : key === 'ArrowUp' ? [0, -step] : key === 'ArrowDown' ? [0, step] : [0, 0];
  if (dx === 0 && dy === 0) return null;
  return sizing ? { ...rectangle, width: rectangle.width + dx, height: rectangle.height + dy } : { ...rectangle, x: rectangle.x + dx, y: rectangle.y + dy };
}

/** The rectangle in pixels of the shot, which shows the whole visual viewport; whole pixels, within the shot. */
export function onShot(rectangle: Rectangle, view: View, shot: { width: number; height: number }): Rectangle {
  // Device pixels per CSS pixel, from the shot itself: page zoom and device pixel ratio are both in it.
  const ratio = shot.width / view.width;
  const place = (value: number, origin: number) => Math.round((value - origin) * view.scale * ratio);
  const [x, y] = [clip(place(rectangle.x, view.left), 0, shot.width - 1), clip(place(rectangle.y, view.top), 0, shot.height - 1)];
  return { x, y, width: clip(Math.round(rectangle.width * view.scale * ratio), 1, shot.width - x), height: clip(Math.round(rectangle.height * view.scale * ratio), 1, shot.height - y) };
}

/** A rectangle and view as a content script sent them, or null where a number is none. */
export function validPick(raw: unknown): { rectangle: Rectangle; view: View } | null {
  const { rectangle, view } = (raw ?? {}) as { rectangle?: Partial<Rectangle>; view?: Partial<View> };
  const numbers = [rectangle?.x, rectangle?.y, rectangle?.width, rectangle?.height, view?.width, view?.left, view?.top, view?.scale];
  if (!numbers.every((value) => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e6)) return null;
  return view!.width! > 0 && view!.scale! > 0 ? { rectangle: rectangle as Rectangle, view: view as View } : null;
}
