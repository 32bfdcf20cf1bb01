import { describe, expect, it } from 'vitest';
import { reduced, withinSide } from '../../../../lib/runtime/classifier/resample';

const grey = (width: number, values: number[]) => ({ width, height: values.length / width, rgb: Uint8Array.from(values.flatMap((v) => [v, v, v])) });
const red = ({ rgb }: { rgb: Uint8Array }) => [...rgb].filter((_, i) => i % 3 === 0);

describe('reduced', () => {
  it('averages whole areas, rounding a half up', () => {
    expect(red(reduced(grey(4, [0, 10, 20, 30, 10, 20, 40, 50]), 2, 1))).toEqual([10, 35]);
    expect(red(reduced(grey(2, [0, 1]), 1, 1))).toEqual([1]);
  });

  it('shares a sample between the areas it lies in', () => {
    // 3 -> 2: the first area holds sample 0 and half of sample 1, so (0 + 0.5·90) / 1.5 = 30; the second (0.5·90 + 60) / 1.5 = 70.
    expect(red(reduced(grey(3, [0, 90, 60]), 2, 1))).toEqual([30, 70]);
  });

  it('keeps flat colour and does not mix channels', () => {
    const rgb = Uint8Array.from({ length: 7 * 5 * 3 }, (_, i) => [200, 100, 3][i % 3]!);
    const { rgb: out } = reduced({ width: 7, height: 5, rgb }, 3, 2);
    expect([...out]).toEqual(Array.from({ length: 6 }, () => [200, 100, 3]).flat());
  });

  it('agrees with training/resample.py on a made picture', () => {
    // From: reduced(np.arange(7*5*3).reshape(5,7,3)*37 % 256, 3, 2)[:, :, 0]
    const rgb = Uint8Array.from({ length: 7 * 5 * 3 }, (_, i) => (i * 37) % 256);
    expect(red(reduced({ width: 7, height: 5, rgb }, 3, 2))).toEqual([86, 157, 118, 93, 150, 140]);
  });
});

describe('withinSide', () => {
  it('leaves small pictures alone and caps the longer side', () => {
    expect(withinSide({ width: 1200, height: 900 }, 1600)).toEqual({ width: 1200, height: 900 });
    expect(withinSide({ width: 4000, height: 3000 }, 1600)).toEqual({ width: 1600, height: 1200 });
    expect(withinSide({ width: 10, height: 100_000 }, 1600)).toEqual({ width: 1, height: 1600 });
  });
});
