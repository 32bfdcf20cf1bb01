// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { pickRegion } from '../../../../lib/runtime/region/pick-region';

const words = { how: '拖动选择', take: '检查此区域', cancel: '取消' };
const field = () => document.querySelector('yantu-region')!.shadowRoot!.querySelector<HTMLElement>('.field')!;
const press = (key: string, more: KeyboardEventInit = {}) => window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
const point = (type: string, x: number, y: number) => field().dispatchEvent(Object.assign(new MouseEvent(type, { clientX: x, clientY: y, button: 0, bubbles: true }), { pointerId: 1 }));

afterEach(() => {
  document.body.innerHTML = '';
});

test('drawn by pointer and taken with Enter; the page gets no key, and nothing of ours is left', async () => {
  document.body.innerHTML = '<button id="own">页面</button>';
  document.getElementById('own')!.focus();
  const heard = vi.fn();
  document.addEventListener('keydown', heard);
  const chosen = pickRegion(window, words);
  point('pointerdown', 400, 300);
  point('pointermove', 300, 250);
  point('pointerup', 200, 100);
  press('Enter');
  expect(await chosen).toEqual({ x: 200, y: 100, width: 200, height: 200 });
  expect(document.querySelector('yantu-region')).toBeNull();
  expect(document.activeElement?.id).toBe('own');
  expect(heard).not.toHaveBeenCalled();
  document.removeEventListener('keydown', heard);
});

test('by keyboard alone: moved, sized, taken', async () => {
  const chosen = pickRegion(window, words);
  // jsdom's window is 1024 × 768: the rectangle begins as the middle half.
  press('ArrowRight');
  press('ArrowDown', { shiftKey: true, altKey: true });
  expect(field().getAttribute('aria-label')).toBe('拖动选择');
  press('Enter');
  expect(await chosen).toEqual({ x: 266, y: 192, width: 512, height: 385 });
});

test('a mere click leaves the rectangle; Escape cancels', async () => {
  const chosen = pickRegion(window, words);
  point('pointerdown', 10, 10);
  point('pointerup', 11, 11);
  const cut = field().querySelector<HTMLElement>('.cut')!;
  expect(cut.style.width).toBe('512px');
  press('Escape');
  expect(await chosen).toBeNull();
});
