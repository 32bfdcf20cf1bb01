import { descriptorWords, popcount } from './descriptors';
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
  const p = first.bits;
  const q = second.bits;
  for (let i = 0; i < first.count; i++) {
    const o = i * descriptorWords;
    let nearest = 999;
    let at = -1;
    for (let j = 0, r = 0; j < second.count; j++, r += descriptorWords) {
      const d =
        popcount(p[o]! ^ q[r]!) + popcount(p[o + 1]! ^ q[r + 1]!) + popcount(p[o + 2]! ^ q[r + 2]!) + popcount(p[o + 3]! ^ q[r + 3]!) +
        popcount(p[o + 4]! ^ q[r + 4]!) + popcount(p[o + 5]! ^ q[r + 5]!) + popcount(p[o + 6]! ^ q[r + 6]!) + popcount(p[o + 7]! ^ q[r + 7]!);
      distances[j] = d;
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
