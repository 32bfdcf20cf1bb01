import { popcount } from '../match/descriptors';
import { BucketChains, enlarged } from './bucket-chains';
import { placeOf, type Place } from './window-hashes';

export interface WindowHit {
  id: string;
  /** Different kept windows found again, all in one orientation and lying to each other as they did. */
  votes: number;
  /** Place in `orientationNames`. */
  orientation: number;
}

/**
 * `near`: differing bits of 64 of one place seen twice; `common`: a window found in more places than this tells no picture from another;
 * `apart`: shares of the longest side, radians and factor within which two places lie to each other as they did.
 */
export const windowLookupSettings = { near: 12, votes: 2, common: 400, apart: 0.02, turn: 0.2, scale: 1.6 };

const stride = 3;
const chunks = 4;
const buckets = 1 << 20;
const orientations = 8;

/**
 * Earlier pictures by their windows: twenty bits at a time in four tables, as in index-lookup.ts. What it gives are candidates to be laid over,
 * never a statement. Pure data.
 */
export class WindowIndex {
  #ids: (string | null)[] = [];
  #places = new Map<string, number>();
  /** Place and two words of each window, and the picture it stands in. */
  #words = new Uint32Array(2048 * stride);
  #owner = new Int32Array(2048);
  #chains = new BucketChains(chunks, buckets, 2048);
  #count = 0;

  get size(): number {
    return this.#places.size;
  }

  /** Bytes held in typed arrays. */
  get byteLength(): number {
    return this.#words.byteLength + this.#owner.byteLength + this.#chains.byteLength;
  }

  /** @returns false where the id is known already. */
  add(id: string, kept: Uint32Array): boolean {
    if (this.#places.has(id)) return false;
    const owner = this.#ids.push(id) - 1;
    this.#places.set(id, owner);
    for (let k = 0; k + stride <= kept.length; k += stride) {
      const at = this.#count++;
      this.#grow(this.#count);
      for (let w = 0; w < stride; w++) this.#words[stride * at + w] = kept[k + w]!;
      this.#owner[at] = owner;
      for (let chunk = 0; chunk < chunks; chunk++) this.#chains.insert(at, chunk, part(kept[k + 1]!, kept[k + 2]!, chunk));
    }
    return true;
  }

  /** Its windows stay in the tables unread until the index is filled anew. @returns false where the id is not known. */
  remove(id: string): boolean {
    const at = this.#places.get(id);
    if (at === undefined) return false;
    this.#places.delete(id);
    this.#ids[at] = null;
    return true;
  }

  /** @param asked see WindowHashes. @returns pictures with enough windows in common, most first. */
  lookup(asked: Uint32Array, settings = windowLookupSettings): WindowHit[] {
    // By picture and orientation: kept window and place word of the asked one, the first that found it.
    const seen = new Map<number, Map<number, number>>();
    const found: number[] = [];
    for (let o = 0; o + 2 * orientations < asked.length; o += 1 + 2 * orientations) {
      for (let orientation = 0; orientation < orientations; orientation++) {
        this.#near(asked[o + 1 + 2 * orientation]!, asked[o + 2 + 2 * orientation]!, settings.near, found);
        if (found.length > settings.common) continue;
        for (const at of found) {
          const key = this.#owner[at]! * orientations + orientation;
          let places = seen.get(key);
          if (!places) seen.set(key, (places = new Map()));
          if (!places.has(at)) places.set(at, asked[o]!);
        }
      }
    }
    const best = new Map<number, WindowHit>();
    for (const [key, places] of seen) {
      const owner = Math.floor(key / orientations), id = this.#ids[owner], orientation = key % orientations;
      const least = Math.max(settings.votes, (best.get(owner)?.votes ?? 0) + 1);
      if (id == null || places.size < least) continue;
      const votes = agreeing([...places].map(([at, place]) => [placeOf(this.#words[stride * at]!), turn(placeOf(place), orientation)]), settings);
      if (votes >= least) best.set(owner, { id, votes, orientation });
    }
    return [...best.values()].sort((p, q) => q.votes - p.votes);
  }

  /** Windows within `near` bits of the given one, of those that share twenty in a row with it; some stand there twice. */
  #near(a: number, b: number, near: number, out: number[]): void {
    out.length = 0;
    for (let chunk = 0; chunk < chunks; chunk++) {
      for (let at = this.#chains.first(chunk, part(a, b, chunk)); at >= 0; at = this.#chains.before(at, chunk)) {
        if (popcount(a ^ this.#words[stride * at + 1]!) + popcount(b ^ this.#words[stride * at + 2]!) <= near) out.push(at);
      }
    }
  }

  #grow(count: number): void {
    if (count <= this.#owner.length) return;
    const size = Math.ceil(count * 1.25);
    this.#words = enlarged(this.#words, stride * size);
    this.#owner = enlarged(this.#owner, size);
    this.#chains.resize(size);
  }
}

/** Twenty bits of the hash: of either word the lower and the upper ones. */
const part = (first: number, second: number, chunk: number) => (chunk < 2 ? first : second) >>> (chunk % 2 === 0 ? 0 : 12) & (buckets - 1);

/** Where a place of the asked picture lies once that is turned as in pdq.ts: transposed, then mirrored, then flipped. */
function turn({ x, y, size }: Place, orientation: number): Place {
  const [u, v] = orientation >= 4 ? [y, x] : [x, y];
  return { x: orientation % 2 === 1 ? -u : u, y: orientation % 4 >= 2 ? -v : v, size };
}

/** Size of the largest group of places that lie to one of them as they did, at the scale that the windows' sizes say. */
function agreeing(places: readonly (readonly [Place, Place])[], { apart, turn: most, scale }: typeof windowLookupSettings): number {
  let best = 0;
  for (const [a, p] of places) {
    let votes = 1;
    for (const [b, q] of places) {
      const dx = b.x - a.x, dy = b.y - a.y, ex = q.x - p.x, ey = q.y - p.y;
      const there = Math.hypot(dx, dy), here = Math.hypot(ex, ey);
      if (there < apart || here < apart) continue;
      const ratio = Math.log(there / here);
      if (Math.abs(ratio - (a.size - p.size)) > Math.log(scale) || Math.abs(ratio - (b.size - q.size)) > Math.log(scale)) continue;
      if (Math.abs(Math.atan2(dx * ey - dy * ex, dx * ex + dy * ey)) < most) votes++;
    }
    best = Math.max(best, votes);
  }
  return best;
}
