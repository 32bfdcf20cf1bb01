import { describe, expect, test } from 'vitest';
import { differenceOf } from '../../../../lib/evidence/match/difference';
import { overlayOf } from '../../../../lib/evidence/match/overlay';
import type { Registration } from '../../../../lib/evidence/match/registration';
import { asSharp, jpeg, paint, decoded, type Picture } from '../../../fixtures/scenes/scenes';

const [width, height] = [246, 500];

/** A dark article that leaves the frame at the top, where the file has a white line, as packshots cut by a shop's template do. */
const article = paint(width, height, (x, y) => (y < 2 || x < 90 || x > 165 ? [254, 254, 254] : [16 + y / 12 + 3 * Math.sin(x), 36 + y / 12, 64 + y / 12]));

/** The mapping is right at the foot and `off` px wrong at the top, as it is where nothing above holds it. */
const laid = (off: number): Registration => {
  const flow = { step: height, columns: 1, rows: 1, dx: new Float32Array(1), dy: new Float32Array(1) };
  return { width, height, working: Float64Array.from([1, 0, 0, 0, 1 - off / height, off, 0, 0, 1]), flow, second: { width, height } } as unknown as Registration;
};
const areas = (ours: Picture, theirs: Picture, off: number) => differenceOf(laid(off), overlayOf(laid(off), ours, theirs)).areas;

describe('what differs along the edge of the frame', () => {
  test('a line that the mapping puts some pixels away is no change', async () => {
    expect(areas(await jpeg(article, 50), article, 3)).toEqual([]);
  });

  test('a stain that begins at the edge and goes on is found', async () => {
    const stained = await decoded(asSharp(article).composite([{ input: Buffer.from(`<svg width="${width}" height="${height}"><ellipse cx="128" cy="0" rx="20" ry="60" fill="#b08050"/></svg>`), left: 0, top: 0 }]));
    const found = areas(await jpeg(stained, 50), article, 3);
    expect(found.length).toBeGreaterThan(0);
    expect(Math.max(...found[0]!.outline.map(([, y]) => y * height))).toBeGreaterThan(50);
  });
});
