import { describe, expect, it } from 'vitest';
import { lumaOf } from '../../../../lib/evidence/luma';
import { errorLevel } from '../../../../lib/evidence/views/error-level';
import { jpegGhosts } from '../../../../lib/evidence/views/jpeg-ghost';
import { decode, paste, surface, toJpeg } from '../../../fixtures/texture';

const mean = (data: ArrayLike<number>, width: number, [left, top, right, bottom]: readonly [number, number, number, number]) => {
  let [sum, count] = [0, 0];
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) [sum, count] = [sum + data[y * width + x]!, count + 1];
  return sum / count;
};

describe('views', () => {
  it('error level is dark where the picture was already saved at that quality', async () => {
    const fresh = surface(256, 192, 4);
    paste(await decode(await toJpeg(fresh, 90)), { x: 0, y: 0, width: 128, height: 192 }, fresh, 0, 0);
    const { data, width } = errorLevel(lumaOf(fresh));
    expect(mean(data, width, [8, 8, 120, 184])).toBeLessThan(0.35 * mean(data, width, [136, 8, 248, 184]));
  });
  it('a ghost is dark at the quality it was saved at before, and only there', async () => {
    const picture = await decode(await toJpeg(surface(320, 256, 6), 95));
    paste(await decode(await toJpeg(surface(320, 256, 6), 65)), { x: 96, y: 64, width: 128, height: 128 }, picture, 96, 64);
    const { qualities, maps, width } = jpegGhosts(lumaOf(picture));
    const inside = maps.map((map) => mean(map, width, [112, 80, 208, 176]));
    const outside = maps.map((map) => mean(map, width, [8, 8, 80, 248]));
    expect(qualities[inside.indexOf(Math.min(...inside))]).toBe(65);
    expect(Math.min(...inside)).toBeLessThan(0.1);
    expect(outside[qualities.indexOf(65)]).toBeGreaterThan(0.3);
    expect(qualities[outside.indexOf(Math.min(...outside))]).toBe(95);
  });
});
