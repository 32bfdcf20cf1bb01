import { describe, expect, it } from 'vitest';
import { crop, cropGrid, texture, texturedCrops } from '../../../../lib/runtime/classifier/crops';

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

describe('texture', () => {
  it('is the mean magnitude of the luma’s cross-difference', () => {
    expect(texture(new Uint8Array(5 * 5 * 3).fill(90), 5)).toBeCloseTo(0, 4);
    // A grey checkerboard of 0 and 10: every cross-difference is ±20.
    const board = Uint8Array.from({ length: 4 * 4 * 3 }, (_, i) => ((Math.floor(i / 3) % 4) + Math.floor(i / 12)) % 2 * 10);
    expect(texture(board, 4)).toBeCloseTo(20, 3);
    // A ramp has none.
    expect(texture(Uint8Array.from({ length: 27 }, (_, i) => (Math.floor(i / 3) % 3) * 50), 3)).toBeCloseTo(0, 4);
  });
});

describe('texturedCrops', () => {
  it('keeps the half that has texture', () => {
    const [width, height, size] = [40, 10, 10];
    const rgb = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
      const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
      return x >= 30 ? ((x + y) % 2) * 80 : x >= 10 && x < 20 ? ((x + y) % 2) * 40 : 128;
    });
    expect(texturedCrops({ width, height, rgb }, size, 4).map(({ x }) => x)).toEqual([30, 10]);
    expect(texturedCrops({ width: 10, height: 10, rgb: rgb.subarray(0, 300) }, size, 4)).toHaveLength(1);
    expect(texturedCrops({ width: 9, height: 10, rgb }, size, 4)).toEqual([]);
  });
});
