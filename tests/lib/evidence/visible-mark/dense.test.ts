/** The kernel sums what plain loops sum. */
import { expect, test } from 'vitest';
import { dense } from '../../../../lib/evidence/visible-mark/dense';

/** Whole numbers −8..8, so that sums are exact in 32 bits. */
function numbers(count: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return (state >>> 24) % 17 - 8;
  });
}

test.each([[648, 256], [200, 48], [5, 3], [1, 17]])('%i inputs, %i outputs', (inputs, outputs) => {
  const rows = Array.from({ length: outputs }, (_, k) => Float32Array.from(numbers(inputs, k + 1)));
  const bias = numbers(outputs, 99);
  const [whole, cut] = [dense(rows, bias, false), dense(rows, bias, true)];
  for (const seed of [3, 4]) {
    const x = numbers(inputs, seed);
    const wanted = rows.map((row, k) => x.reduce((sum, value, i) => sum + value * row[i]!, bias[k]!));
    for (const [layer, expected] of [[whole, wanted], [cut, wanted.map((value) => Math.max(0, value))]] as const) {
      layer.input.set(x);
      layer.run();
      expect([...layer.output.subarray(0, outputs)].map((value) => value + 0)).toEqual(expected);
    }
    expect(wanted.some((value) => value < 0) || outputs < 5).toBe(true);
  }
});
