import { describe, expect, it } from 'vitest';
import { crop, cropGrid } from '../../../../lib/runtime/classifier/crops';

describe('cropGrid', () => {
  it('lays one crop in the middle of a picture hardly larger than it', () => {
    expect(cropGrid(160, 160, 160, 12)).toEqual([{ x: 0, y: 0 }]);
    expect(cropGrid(171, 160, 160, 1)).toEqual([{ x: 5, y: 0 }]);
  });

  it('reaches both edges and stays inside', () => {
    const places = cropGrid(400, 160, 160, 12);
    expect(places).toEqual([{ x: 0, y: 0 }, { x: 120, y: 0 }, { x: 240, y: 0 }]);
  });

  it('keeps to the most allowed, in the shape of the picture', () => {
    // 1600×1200 wants 10×8; the grid that stays within 12 in the same shape is 4×3.
    const places = cropGrid(1600, 1200, 160, 12);
    expect(places).toHaveLength(12);
    expect(new Set(places.map(({ x }) => x))).toEqual(new Set([0, 480, 960, 1440]));
    expect(new Set(places.map(({ y }) => y))).toEqual(new Set([0, 520, 1040]));
  });

  it('is empty for what is smaller than a crop', () => {
    expect(cropGrid(159, 900, 160, 12)).toEqual([]);
  });
});

describe('crop', () => {
  it('copies the square at its place, row by row', () => {
    const rgb = Uint8Array.from({ length: 4 * 3 * 3 }, (_, i) => i);
    expect([...crop({ width: 4, height: 3, rgb }, 1, 1, 2)]).toEqual([15, 16, 17, 18, 19, 20, 27, 28, 29, 30, 31, 32]);
  });
});
