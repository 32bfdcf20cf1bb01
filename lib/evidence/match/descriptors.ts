import type { Plane } from './plane';
import { seeded } from './random';

/** Bits of a descriptor, in 32-bit words. */
export const descriptorWords = 8;
/** Farthest reach of the patch from its centre, pixels of the level. */
export const patchReach = 19;
const momentRadius = 15;
const directions = 36;

/**
 * Rotated BRIEF (Rublee et al., ICCV 2011): 256 comparisons between points drawn from a Gaussian (Calonder et al., ECCV 2010),
 * turned by the patch's orientation in steps of ten degrees. The points come from a seeded draw, not from a trained table.
 */
const patterns: readonly Int8Array[] = (() => {
  const random = seeded(20100905);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const points: [number, number][] = [];
  while (points.length < 512) {
    const x = gauss() * 6.2;
    const y = gauss() * 6.2;
    if (Math.hypot(x, y) > 17) continue;
    const mate = points.length % 2 === 1 ? points[points.length - 1]! : null;
    if (mate && Math.hypot(mate[0] - x, mate[1] - y) < 3) continue;
    points.push([x, y]);
  }
  return Array.from({ length: directions }, (_, d) => {
    const c = Math.cos((2 * Math.PI * d) / directions);
    const s = Math.sin((2 * Math.PI * d) / directions);
    return Int8Array.from(points.flatMap(([x, y]) => [Math.round(c * x - s * y), Math.round(s * x + c * y)]));
  });
})();

/** Half-widths of a disc of `momentRadius`, by row. */
const discRows = Int32Array.from({ length: momentRadius + 1 }, (_, v) => Math.floor(Math.sqrt(momentRadius * momentRadius - v * v)));

/** Direction from the centre to the patch's centroid of brightness, radians. */
export function orientation(source: Plane, x: number, y: number): number {
  const { width, data } = source;
  let mx = 0;
  let my = 0;
  for (let v = -momentRadius; v <= momentRadius; v++) {
    const half = discRows[Math.abs(v)]!;
    const row = (y + v) * width + x;
    let rowSum = 0;
    for (let u = -half; u <= half; u++) {
      const value = data[row + u]!;
      mx += u * value;
      rowSum += value;
    }
    my += v * rowSum;
  }
  return Math.atan2(my, mx);
}

/**
 * Writes the descriptor of (x, y) into `out` from word `at`. `smooth` is the level after a small blur.
 * @param side -1 for the descriptor that the point has in the mirrored picture, `angle` being the one it has here.
 */
export function describe(smooth: Plane, x: number, y: number, angle: number, out: Int32Array, at: number, side: 1 | -1 = 1): void {
  const { width, data } = smooth;
  const turn = Math.round(((side === 1 ? angle : Math.PI - angle) * directions) / (2 * Math.PI));
  const pattern = patterns[((turn % directions) + directions) % directions]!;
  const centre = y * width + x;
  for (let word = 0, p = 0; word < descriptorWords; word++) {
    let bits = 0;
    for (let bit = 0; bit < 32; bit++, p += 4) {
      const a = data[centre + pattern[p + 1]! * width + side * pattern[p]!]!;
      const b = data[centre + pattern[p + 3]! * width + side * pattern[p + 2]!]!;
      if (a < b) bits |= 1 << bit;
    }
    out[at + word] = bits;
  }
}

const popcount8 = Uint8Array.from({ length: 256 }, (_, i) => i.toString(2).split('1').length - 1);
const popcount16 = Uint8Array.from({ length: 65536 }, (_, i) => popcount8[i & 255]! + popcount8[i >> 8]!);

/** Number of set bits of a 32-bit word. */
export const popcount = (word: number): number => popcount16[word & 0xffff]! + popcount16[word >>> 16]!;
