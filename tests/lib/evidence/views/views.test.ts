import { describe, expect, it } from 'vitest';
import { lumaOf } from '../../../../lib/evidence/luma';
import { errorLevel } from '../../../../lib/evidence/views/error-level';
import { grain } from '../../../../lib/evidence/views/grain';
import { ghostQualities, jpegGhosts } from '../../../../lib/evidence/views/jpeg-ghost';
import { viewFrames, viewIds } from '../../../../lib/evidence/views/view';
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
    // One value every 8 pixels.
    const inside = maps.map((map) => mean(map, width, [14, 10, 25, 21]));
    const outside = maps.map((map) => mean(map, width, [1, 1, 9, 30]));
    expect(qualities[inside.indexOf(Math.min(...inside))]).toBe(65);
    expect(Math.min(...inside)).toBeLessThan(0.1);
    expect(outside[qualities.indexOf(65)]).toBeGreaterThan(0.3);
    expect(qualities[outside.indexOf(Math.min(...outside))]).toBe(95);
  });
  it('grain is dark where it was softened and bright where it was not', () => {
    const picture = surface(320, 256, 5);
    const soft = { ...picture, rgb: picture.rgb.slice() };
    for (let y = 64; y < 192; y += 1) {
      for (let x = 96; x < 224; x += 1) {
        for (let c = 0; c < 3; c += 1) {
          let sum = 0;
          for (let v = -1; v <= 1; v += 1) for (let u = -1; u <= 1; u += 1) sum += picture.rgb[((y + v) * 320 + x + u) * 3 + c]!;
          soft.rgb[(y * 320 + x) * 3 + c] = Math.round(sum / 9);
        }
      }
    }
    const { data, width, height } = grain(lumaOf(soft));
    expect([width, height]).toEqual([39, 31]);
    expect(mean(data, width, [13, 9, 26, 22])).toBeLessThan(0.4 * mean(data, width, [0, 0, 10, 31]));
  });
  it('every view gives frames of the picture’s proportions', () => {
    const luma = lumaOf(surface(320, 240, 7));
    for (const id of viewIds) {
      const frames = viewFrames(id, luma, { x: 3, y: 5 });
      expect(frames.map(({ quality }) => quality), id).toEqual(id === 'jpeg-ghost' ? ghostQualities : [null]);
      for (const { picture } of frames) expect(picture.width / picture.height, id).toBeCloseTo(320 / 240, 0);
    }
  });
});
