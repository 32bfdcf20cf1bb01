import { latin1 } from '../bytes';
import type { Container } from '../container';

/** A file as the sequence of named boxes that `c2pa.hash.boxes` counts (C2PA 2.2 §18.7.1), or null for formats not covered. */
export interface NamedRange {
  name: string;
  from: number;
  to: number;
}

/** JPEG: one box per marker; SOS runs to the next marker; neighbouring APP11 segments of the store are one box `C2PA`. */
function ofJpeg(bytes: Uint8Array, { segments }: Container): NamedRange[] {
  const ranges: NamedRange[] = [];
  for (const { kind, offset, length, dataOffset } of segments) {
    const last = ranges.at(-1);
    const store = kind === 'APP11' && latin1(bytes, dataOffset, 2) === 'JP';
    if (last && (kind === 'scan' || kind === 'trailer' || (store && last.name === 'C2PA'))) last.to = offset + length;
    else ranges.push({ name: store ? 'C2PA' : kind, from: offset, to: offset + length });
  }
  return ranges;
}

/** PNG: signature as `PNGh`, then chunks by their type, `caBX` as `C2PA`. */
function ofPng(_: Uint8Array, { segments }: Container): NamedRange[] {
  const chunks = segments.filter(({ kind }) => kind !== 'trailer');
  return [{ name: 'PNGh', from: 0, to: 8 }, ...chunks.map(({ kind, offset, length }) => ({ name: kind === 'caBX' ? 'C2PA' : kind, from: offset, to: offset + length }))];
}

export function boxRanges(bytes: Uint8Array, container: Container): NamedRange[] | null {
  if (container.format === 'jpeg') return ofJpeg(bytes, container);
  if (container.format === 'png') return ofPng(bytes, container);
  return null;
}
