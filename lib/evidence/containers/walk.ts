import type { Container, Segment } from '../container';

/** More pieces than any honest file has; a walk stops there. */
export const maxSegments = 100_000;

/** What one format's reader builds up. Clamps every length to the file. */
export class Walk implements Omit<Container, 'format'> {
  width = 0;
  height = 0;
  readonly segments: Segment[] = [];
  readonly problems: string[] = [];

  constructor(readonly bytes: Uint8Array) {}

  problem(code: string): void {
    if (!this.problems.includes(code)) this.problems.push(code);
  }

  /** @param header bytes before the payload. @param footer bytes after it (CRC). @returns false when the walk should end. */
  add(kind: string, offset: number, length: number, header: number, footer = 0, detail?: string): boolean {
    const size = this.bytes.length;
    if (this.segments.length >= maxSegments) {
      this.problem('too-many-segments');
      return false;
    }
    const start = Math.min(size, offset);
    const end = Math.max(start, Math.min(size, offset + length));
    const dataOffset = Math.min(end, offset + header);
    // A cut-off chunk keeps what is left of its payload; its CRC is gone.
    const dataEnd = offset + length > size ? end : Math.max(dataOffset, end - footer);
    const segment: Segment = { kind, offset: start, length: end - start, dataOffset, dataLength: dataEnd - dataOffset };
    if (detail !== undefined) segment.detail = detail;
    this.segments.push(segment);
    return true;
  }

  /** A piece whose payload lies elsewhere in the file (TIFF values, BMFF items). */
  addAt(kind: string, offset: number, length: number, dataOffset: number, dataLength: number, detail?: string): boolean {
    if (this.segments.length >= maxSegments) {
      this.problem('too-many-segments');
      return false;
    }
    const from = Math.min(this.bytes.length, dataOffset);
    const to = Math.min(this.bytes.length, dataOffset + dataLength);
    if (to - from < dataLength) this.problem('truncated');
    const segment: Segment = { kind, offset, length: Math.max(0, Math.min(length, this.bytes.length - offset)), dataOffset: from, dataLength: to - from };
    if (detail !== undefined) segment.detail = detail;
    this.segments.push(segment);
    return true;
  }

  trailer(from: number): void {
    if (from < this.bytes.length) this.add('trailer', from, this.bytes.length - from, 0);
  }
}
