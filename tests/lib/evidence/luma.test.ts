import { describe, expect, it } from 'vitest';
import { centralWindow, cropLuma, lumaOf } from '../../../lib/evidence/luma';

describe('luma', () => {
  it('rounds 0.299 R + 0.587 G + 0.114 B', () => {
    const colours = [[255, 255, 255], [0, 0, 0], [255, 0, 0], [0, 255, 0], [0, 0, 255], [10, 200, 90]];
    const { data } = lumaOf({ width: 6, height: 1, rgb: new Uint8Array(colours.flat()) });
    expect([...data]).toEqual([255, 0, 76, 150, 29, 131]);
  });
  it('takes central windows on the 8 px grid', () => {
    const window = centralWindow({ width: 4000, height: 900 }, 1600);
    expect(window).toEqual({ x: 1200, y: 0, width: 1600, height: 900 });
    const odd = centralWindow({ width: 1621, height: 1613 }, 1600);
    expect([odd.x % 8, odd.y % 8]).toEqual([0, 0]);
    expect(odd.x + odd.width).toBeLessThanOrEqual(1621);
  });
  it('crops rows', () => {
    const luma = { width: 4, height: 3, data: new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) };
    expect([...cropLuma(luma, { x: 1, y: 1, width: 2, height: 2 }).data]).toEqual([5, 6, 9, 10]);
  });
});
