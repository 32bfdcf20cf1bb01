import { descriptorWords } from './descriptors';
import type { Features } from './features';

/** Feature `a` of the first picture looks like feature `b` of the second; best first. */
export interface Pairing {
  a: number;
  b: number;
  distance: number;
  /** Distance over that of the next best elsewhere in the picture. */
  ratio: number;
}

export const pairingSettings = { ratio: 0.88, farthest: 84, apart: 12 };

/** Nearest neighbours both ways (cross-check) that pass Lowe's ratio; the rival must lie elsewhere, not on the next pyramid level. */
export function pairFeatures(first: Features, second: Features, settings = pairingSettings): Pairing[] {
  const back = new Int32Array(second.count).fill(-1);
  const backDistance = new Uint16Array(second.count).fill(999);
  const best = new Int32Array(first.count).fill(-1);
  const bestDistance = new Uint16Array(first.count).fill(999);
  const rival = new Uint16Array(first.count).fill(999);
  const distances = new Uint16Array(second.count);
  for (let i = 0; i < first.count; i++) {
    distancesTo(first.bits, i * descriptorWords, second.bits, distances);
    let nearest = 999;
    let at = -1;
    for (let j = 0; j < second.count; j++) {
      const d = distances[j]!;
      if (d < nearest) {
        nearest = d;
        at = j;
      }
      if (d < backDistance[j]!) {
        backDistance[j] = d;
        back[j] = i;
      }
    }
    best[i] = at;
    bestDistance[i] = nearest;
    if (at < 0 || nearest > settings.farthest) continue;
    const limit = nearest / settings.ratio;
    let next = 256;
    for (let j = 0; j < second.count; j++) {
      if (distances[j]! >= next) continue;
      if (Math.abs(second.x[j]! - second.x[at]!) < settings.apart && Math.abs(second.y[j]! - second.y[at]!) < settings.apart) continue;
      next = distances[j]!;
      if (next < limit) break;
    }
    rival[i] = next;
  }
  const out: Pairing[] = [];
  for (let i = 0; i < first.count; i++) {
    const b = best[i]!;
    if (b < 0 || back[b] !== i || bestDistance[i]! > settings.farthest) continue;
    const ratio = bestDistance[i]! / Math.max(1, rival[i]!);
    if (ratio > settings.ratio) continue;
    out.push({ a: i, b, distance: bestDistance[i]!, ratio });
  }
  out.sort((x, y) => x.ratio - y.ratio || x.a - y.a);
  return distinct(out, first, second);
}

/** The same corner found on several pyramid levels is one witness, not many. */
function distinct(pairings: Pairing[], first: Features, second: Features): Pairing[] {
  const seen = new Set<string>();
  const cell = (f: Features) => Math.max(4, Math.max(f.width, f.height) / 180);
  const ca = cell(first);
  const cb = cell(second);
  return pairings.filter(({ a, b }) => {
    const key = [first.x[a]! / ca, first.y[a]! / ca, second.x[b]! / cb, second.y[b]! / cb].map(Math.floor).join();
    return !seen.has(key) && !!seen.add(key);
  });
}

/** Beyond this many differing bits of the first 128 a pair is not looked at further: 84 of 256 would be 42, give or take 4. */
const hopeless = 56;

/** Byte-wise bit counts of a word. */
function counts(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (fours + (fours >>> 4)) & 0x0f0f0f0f;
}

/**
 * Hamming distances of one descriptor to all others, 256 for those that are hopeless. Four words at a time go through a carry-save
 * adder, so that three bit counts do for four (Warren, Hacker's Delight, 5-1).
 */
function distancesTo(p: Int32Array, o: number, q: Int32Array, out: Uint16Array): void {
  const p0 = p[o]!, p1 = p[o + 1]!, p2 = p[o + 2]!, p3 = p[o + 3]!, p4 = p[o + 4]!, p5 = p[o + 5]!, p6 = p[o + 6]!, p7 = p[o + 7]!;
  for (let j = 0, r = 0; j < out.length; j++, r += descriptorWords) {
    let a = p0 ^ q[r]!, b = p1 ^ q[r + 1]!, c = p2 ^ q[r + 2]!, d = p3 ^ q[r + 3]!;
    let ab = a ^ b, odd = ab ^ c, carry = (a & b) | (ab & c), over = odd & d;
    const half = counts(odd ^ d) + (counts(carry ^ over) << 1) + (counts(carry & over) << 2);
    if (Math.imul(half, 0x01010101) >>> 24 > hopeless) {
      out[j] = 256;
      continue;
    }
    a = p4 ^ q[r + 4]!;
    b = p5 ^ q[r + 5]!;
    c = p6 ^ q[r + 6]!;
    d = p7 ^ q[r + 7]!;
    ab = a ^ b;
    odd = ab ^ c;
    carry = (a & b) | (ab & c);
    over = odd & d;
    const rest = counts(odd ^ d) + (counts(carry ^ over) << 1) + (counts(carry & over) << 2);
    out[j] = Math.imul(half + rest, 0x01010101) >>> 24;
  }
}
