import { lookBits, type HuffmanTable } from './huffman-table';

/** Reads bits, Huffman symbols and signed values from unstuffed entropy-coded data. Past its end it reads zeros. */
export class BitReader {
  private buffer = 0;
  private count = 0;
  private at = 0;
  private end = 0;

  constructor(private readonly data: Uint8Array) {}

  /** Starts on a new segment, dropping what is left of the last. */
  open(start: number, end: number): void {
    this.at = start;
    this.end = end;
    this.buffer = 0;
    this.count = 0;
  }

  /** More bits were asked for than the segment holds. */
  get overrun(): boolean {
    return this.at - (this.count >> 3) > this.end;
  }

  private fill(): void {
    while (this.count <= 24) {
      this.buffer = (this.buffer << 8) | this.data[this.at]!;
      this.at += 1;
      this.count += 8;
    }
  }

  bit(): number {
    if (this.count < 1) this.fill();
    this.count -= 1;
    return (this.buffer >>> this.count) & 1;
  }

  /** @param size 0..16 */
  bits(size: number): number {
    if (size === 0) return 0;
    if (this.count < size) this.fill();
    this.count -= size;
    return (this.buffer >>> this.count) & ((1 << size) - 1);
  }

  /** Value of `size` magnitude bits, extended to its sign (T.81 F.2.2.1). */
  signed(size: number): number {
    const value = this.bits(size);
    return size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }

  symbol(table: HuffmanTable): number {
    if (this.count < 16) this.fill();
    const entry = table.short[(this.buffer >>> (this.count - lookBits)) & ((1 << lookBits) - 1)]!;
    if (entry !== 0) {
      this.count -= entry >> 8;
      return entry & 255;
    }
    const code = (this.buffer >>> (this.count - 16)) & 0xffff;
    let length = lookBits + 1;
    while (code >= table.limit[length]!) length += 1;
    if (length > 16) {
      this.count -= 16;
      return 0;
    }
    this.count -= length;
    return table.symbols[(code >> (16 - length)) + table.base[length]!]!;
  }

  /**
   * One AC step in a single look-up where code and value are both short.
   * @returns value << 16 | run << 8 | bits used, already consumed, or 0 when `symbol` must be used.
   */
  wholeStep(table: HuffmanTable): number {
    if (this.count < 16) this.fill();
    const step = table.whole[(this.buffer >>> (this.count - lookBits)) & ((1 << lookBits) - 1)]!;
    this.count -= step & 255;
    return step;
  }
}
