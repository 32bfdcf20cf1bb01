import { describe, expect, it } from 'vitest';
import { outline } from '../../../lib/evidence/outline';

const draw = (rows: string[]) => Uint8Array.from(rows.join(''), (mark) => (mark === '#' ? 1 : 0));

describe('outline', () => {
  it('goes clockwise round a rectangle, in fractions of the picture', () => {
    const mask = draw(['....', '.##.', '.##.', '.##.']);
    const points = outline(mask, { x: 10, y: 20, width: 4, height: 4 }, { width: 100, height: 50 }, 0.1);
    expect(points).toEqual([[0.11, 0.42], [0.13, 0.42], [0.13, 0.48], [0.11, 0.48]]);
  });
  it('follows a notch', () => {
    const mask = draw(['###', '#..', '###']);
    const points = outline(mask, { x: 0, y: 0, width: 3, height: 3 }, { width: 3, height: 3 }, 0.1).map(([x, y]) => [Math.round(x * 3), Math.round(y * 3)]);
    expect(points).toEqual([[0, 0], [3, 0], [3, 1], [1, 1], [1, 2], [3, 2], [3, 3], [0, 3]]);
  });
  it('has nothing to follow in an empty mask', () => expect(outline(new Uint8Array(4), { x: 0, y: 0, width: 2, height: 2 }, { width: 2, height: 2 })).toEqual([]));
});
