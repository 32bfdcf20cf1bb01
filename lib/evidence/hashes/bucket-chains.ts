/** Entries in buckets, in several tables at once: a linked list a bucket, in two arrays. What an entry is, its number tells whoever keeps it. */
export class BucketChains {
  /** First entry of each bucket and the next of each entry, +1 so that 0 means none. */
  #heads: Int32Array;
  #next: Int32Array;

  /** @param entries Room for so many at first. */
  constructor(private readonly tables: number, private readonly buckets: number, entries: number) {
    this.#heads = new Int32Array(tables * buckets);
    this.#next = new Int32Array(entries * tables);
  }

  get byteLength(): number {
    return this.#heads.byteLength + this.#next.byteLength;
  }

  /** Makes room for so many entries in all. */
  resize(entries: number): void {
    this.#next = enlarged(this.#next, entries * this.tables);
  }

  insert(entry: number, table: number, bucket: number): void {
    const at = table * this.buckets + bucket;
    this.#next[entry * this.tables + table] = this.#heads[at]!;
    this.#heads[at] = entry + 1;
  }

  /** The entry put into the bucket last, or -1. */
  first(table: number, bucket: number): number {
    return this.#heads[table * this.buckets + bucket]! - 1;
  }

  /** The one put into the same bucket before `entry`, or -1. */
  before(entry: number, table: number): number {
    return this.#next[entry * this.tables + table]! - 1;
  }
}

/** The same numbers in an array of `length`. */
export function enlarged<T extends Uint8Array | Uint32Array | Int32Array>(old: T, length: number): T {
  const made = new (old.constructor as new (length: number) => T)(length);
  made.set(old as never);
  return made;
}
