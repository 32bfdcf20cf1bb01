import { popcount } from '../match/descriptors';
import { BucketChains, enlarged } from './bucket-chains';
import type { ImageHashes } from './image-hashes';

/** What is kept of one picture of an earlier claim. `id` names it for the caller; adding the same id again changes nothing. */
export interface IndexEntry {
  id: string;
  /** Lower-case hex. */
  sha256: string;
  /** As it stood, eight words. */
  pdq: Uint32Array;
  /** As it stood, two words. */
  difference: Uint32Array;
  quality: number;
}

export const hitKinds = ['exact', 'near-identical', 'candidate'] as const;
export type HitKind = (typeof hitKinds)[number];

export interface IndexHit {
  id: string;
  /** `exact`: the same bytes; `near-identical`: both hashes agree; `candidate`: worth registering, not yet a statement. */
  kind: HitKind;
  /** Differing bits of 256, and of 64. */
  distance: number;
  differenceDistance: number;
  /** Place in `orientationNames`: how the picture was turned against the earlier one. */
  orientation: number;
}

export const indexSettings = {
  /** PDQ's own match limit; unrelated pictures lie near 128. */
  near: 31,
  nearDifference: 12,
  candidate: 60,
  candidateDifference: 16,
  /** Under this a picture is too plain to be told from another by hash. */
  quality: 30,
};

const words = 8;
const chunks = 16;
const buckets = 65536;
const magic = 0x49525459; // "YTRI"
const version = 1;
const recordBytes = 32 + 32 + 8 + 1;

const hexBytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const bytesHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export function entryOf(id: string, sha256: string, hashes: ImageHashes): IndexEntry {
  return { id, sha256, pdq: hashes.pdq[0]!, difference: hashes.difference[0]!, quality: hashes.quality };
}

/**
 * Earlier pictures by hash: multi-index hashing (Norouzi, Punjani and Fleet, 2012). The 256 bits stand in sixteen tables by their sixteen
 * 16-bit parts; at distance 31 or less at least one part differs by one bit at most, so probing each part and its sixteen neighbours
 * misses nothing within PDQ's limit. Pure data: no clock, no storage.
 */
export class ReuseIndex {
  #ids: (string | null)[] = [];
  #places = new Map<string, number>();
  #bySha = new Map<string, number[]>();
  #sha: string[] = [];
  #quality = new Uint8Array(1024);
  #pdq = new Uint32Array(1024 * words);
  #difference = new Uint32Array(1024 * 2);
  #chains = new BucketChains(chunks, buckets, 1024);

  /** Entries that can be found. */
  get size(): number {
    return this.#places.size;
  }

  /** Bytes held in typed arrays. */
  get byteLength(): number {
    return this.#pdq.byteLength + this.#difference.byteLength + this.#quality.byteLength + this.#chains.byteLength;
  }

  ids(): string[] {
    return [...this.#places.keys()];
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  /** @returns false where the id is known already. */
  add(entry: IndexEntry): boolean {
    if (this.#places.has(entry.id)) return false;
    const at = this.#ids.length;
    this.#grow(at + 1);
    this.#ids.push(entry.id);
    this.#sha.push(entry.sha256);
    this.#places.set(entry.id, at);
    const same = this.#bySha.get(entry.sha256);
    if (same) same.push(at);
    else this.#bySha.set(entry.sha256, [at]);
    this.#quality[at] = entry.quality;
    this.#pdq.set(entry.pdq, at * words);
    this.#difference.set(entry.difference, at * 2);
    for (let chunk = 0; chunk < chunks; chunk++) this.#chains.insert(at, chunk, part(entry.pdq, chunk));
    return true;
  }

  /** Its place is not reused until the index is written and read again. @returns false where the id is not known. */
  remove(id: string): boolean {
    const at = this.#places.get(id);
    if (at === undefined) return false;
    this.#places.delete(id);
    this.#ids[at] = null;
    const same = this.#bySha.get(this.#sha[at]!)!.filter((one) => one !== at);
    if (same.length) this.#bySha.set(this.#sha[at]!, same);
    else this.#bySha.delete(this.#sha[at]!);
    return true;
  }

  /** Best first: exact, then by distance. Each earlier picture once, in its best orientation. */
  lookup(sha256: string, hashes: Pick<ImageHashes, 'pdq' | 'difference' | 'quality'>, settings = indexSettings): IndexHit[] {
    const found = new Map<number, IndexHit>();
    for (const at of this.#bySha.get(sha256) ?? []) found.set(at, { id: this.#ids[at]!, kind: 'exact', distance: 0, differenceDistance: 0, orientation: 0 });
    if (hashes.quality < settings.quality) return [...found.values()];
    hashes.pdq.forEach((query, orientation) => {
      const seen = new Set<number>();
      for (let chunk = 0; chunk < chunks; chunk++) {
        const own = part(query, chunk);
        for (let flip = -1; flip < 16; flip++) {
          for (let at = this.#chains.first(chunk, flip < 0 ? own : own ^ (1 << flip)); at >= 0; at = this.#chains.before(at, chunk)) {
            if (seen.has(at)) continue;
            seen.add(at);
            this.#judge(at, query, hashes.difference[orientation]!, orientation, found, settings);
          }
        }
      }
    });
    return [...found.values()].sort((a, b) => hitKinds.indexOf(a.kind) - hitKinds.indexOf(b.kind) || a.distance - b.distance);
  }

  #judge(at: number, query: Uint32Array, difference: Uint32Array, orientation: number, found: Map<number, IndexHit>, settings: typeof indexSettings): void {
    const id = this.#ids[at];
    if (id == null || this.#quality[at]! < settings.quality) return;
    let distance = 0;
    for (let w = 0; w < words; w++) {
      distance += popcount(query[w]! ^ this.#pdq[at * words + w]!);
      if (distance > settings.candidate) return;
    }
    const differenceDistance = popcount(difference[0]! ^ this.#difference[at * 2]!) + popcount(difference[1]! ^ this.#difference[at * 2 + 1]!);
    if (differenceDistance > settings.candidateDifference && distance > settings.near) return;
    const kind: HitKind = distance <= settings.near && differenceDistance <= settings.nearDifference ? 'near-identical' : 'candidate';
    const before = found.get(at);
    if (before && before.distance <= distance) return;
    found.set(at, { id, kind, distance, differenceDistance, orientation });
  }

  #grow(count: number): void {
    if (count <= this.#quality.length) return;
    const size = Math.ceil(count * 1.5);
    this.#quality = enlarged(this.#quality, size);
    this.#pdq = enlarged(this.#pdq, size * words);
    this.#difference = enlarged(this.#difference, size * 2);
    this.#chains.resize(size);
  }

  /** One block of bytes: header, records, ids, and a checksum (FNV-1a) at the end. Removed entries are left out. */
  serialise(): Uint8Array {
    const live = this.#ids.flatMap((id, at) => (id === null ? [] : [at]));
    const ids = live.map((at) => new TextEncoder().encode(this.#ids[at]!));
    const bytes = new Uint8Array(12 + live.length * recordBytes + ids.reduce((sum, id) => sum + 2 + id.length, 0) + 4);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, magic, true);
    view.setUint32(4, version, true);
    view.setUint32(8, live.length, true);
    let o = 12;
    live.forEach((at, k) => {
      bytes.set(hexBytes(this.#sha[at]!), o);
      for (let w = 0; w < words; w++) view.setUint32(o + 32 + 4 * w, this.#pdq[at * words + w]!, true);
      for (let w = 0; w < 2; w++) view.setUint32(o + 64 + 4 * w, this.#difference[at * 2 + w]!, true);
      bytes[o + 72] = this.#quality[at]!;
      view.setUint16(o + 73, ids[k]!.length, true);
      bytes.set(ids[k]!, o + 75);
      o += 75 + ids[k]!.length;
    });
    view.setUint32(o, checksum(bytes.subarray(0, o)), true);
    return bytes;
  }

  /** @throws RangeError for bytes that are not such a block, are cut short, or were changed. */
  static read(bytes: Uint8Array): ReuseIndex {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 16 || view.getUint32(0, true) !== magic) throw new RangeError('not an index of earlier pictures');
    if (view.getUint32(4, true) !== version) throw new RangeError(`index version ${view.getUint32(4, true)} is not known`);
    if (view.getUint32(bytes.length - 4, true) !== checksum(bytes.subarray(0, bytes.length - 4))) throw new RangeError('the index was cut short or changed');
    const index = new ReuseIndex();
    const count = view.getUint32(8, true);
    let o = 12;
    for (let k = 0; k < count; k++) {
      const length = view.getUint16(o + 73, true);
      index.add({
        sha256: bytesHex(bytes.subarray(o, o + 32)),
        pdq: Uint32Array.from({ length: words }, (_, w) => view.getUint32(o + 32 + 4 * w, true)),
        difference: Uint32Array.from({ length: 2 }, (_, w) => view.getUint32(o + 64 + 4 * w, true)),
        quality: bytes[o + 72]!,
        id: new TextDecoder().decode(bytes.subarray(o + 75, o + 75 + length)),
      });
      o += 75 + length;
    }
    return index;
  }
}

const part = (hash: Uint32Array, chunk: number) => (chunk % 2 === 0 ? hash[chunk >> 1]! & 0xffff : hash[chunk >> 1]! >>> 16);

function checksum(bytes: Uint8Array): number {
  let value = 0x811c9dc5;
  for (const byte of bytes) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
