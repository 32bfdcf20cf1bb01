import { expect, test } from 'vitest';
import { between, byKey, inside, onShot, validPick } from '../../../../lib/runtime/region/rectangle';

const field = { width: 1280, height: 900 };

test('a rectangle drawn backwards is the same one', () => {
  expect(between({ x: 300, y: 200 }, { x: 100, y: 50 })).toEqual({ x: 100, y: 50, width: 200, height: 150 });
});

test('it stays inside the viewport and never shrinks to nothing', () => {
  expect(inside({ x: -50, y: 890, width: 2, height: 4000 }, field)).toEqual({ x: 0, y: 0, width: 24, height: 900 });
});

test('arrow keys move, with shift they size, others do nothing', () => {
  const start = { x: 100, y: 100, width: 200, height: 100 };
  expect(byKey(start, 'ArrowLeft', false, 10)).toEqual({ ...start, x: 90 });
  expect(byKey(start, 'ArrowDown', true, 1)).toEqual({ ...start, height: 101 });
  expect(byKey(start, 'a', false, 10)).toBeNull();
});

test.each([
  ['device pixel ratio 1', { width: 1280, left: 0, top: 0, scale: 1 }, { width: 1280, height: 900 }, { x: 100, y: 50, width: 200, height: 150 }],
  ['ratio 1.5', { width: 1280, left: 0, top: 0, scale: 1 }, { width: 1920, height: 1350 }, { x: 150, y: 75, width: 300, height: 225 }],
  ['page zoomed to 200 % on a ratio of 2', { width: 640, left: 0, top: 0, scale: 1 }, { width: 2560, height: 1800 }, { x: 400, y: 200, width: 800, height: 600 }],
  ['pinched to twice the size, moved to the right', { width: 1280, left: 60, top: 20, scale: 2 }, { width: 1280, height: 900 }, { x: 80, y: 60, width: 400, height: 300 }],
])('%s', (_name, view, shot, expected) => {
  expect(onShot({ x: 100, y: 50, width: 200, height: 150 }, view, shot)).toEqual(expected);
});

test('a rectangle over the edge is cut off at the edge of the shot', () => {
  expect(onShot({ x: 1200, y: 880, width: 200, height: 150 }, { width: 1280, left: 0, top: 0, scale: 1 }, field)).toEqual({ x: 1200, y: 880, width: 80, height: 20 });
});

test.each([null, 5, {}, { rectangle: { x: 0, y: 0, width: 1, height: Number.NaN }, view: { width: 1, left: 0, top: 0, scale: 1 } }, { rectangle: { x: '0', y: 0, width: 1, height: 1 }, view: { width: 1, left: 0, top: 0, scale: 1 } }, { rectangle: { x: 0, y: 0, width: 1, height: 1 }, view: { width: 0, left: 0, top: 0, scale: 1 } }])('no sane numbers, no shot: %j', (raw) => {
  expect(validPick(raw)).toBeNull();
});
