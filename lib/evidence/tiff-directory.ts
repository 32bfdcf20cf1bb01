import { startsWith, u16be, u16le, u32be, u32le } from './bytes';

/** One entry of a TIFF directory (TIFF 6.0 §2; EXIF uses the same). Offsets are absolute in the buffer given to the reader. */
export interface DirectoryEntry {
  tag: number;
  /** 1 BYTE, 2 ASCII, 3 SHORT, 4 LONG, 5 RATIONAL, 7 UNDEFINED, … */
  type: number;
  count: number;
  entryOffset: number;
  valueOffset: number;
  /** Bytes of the value inside the buffer; shorter than declared when the file is cut off. */
  valueLength: number;
}

export interface Directory {
  /** `IFD0`, `IFD1`, … in chain order; `Exif`, `GPS`, `Interop`, `SubIFD0`, …. */
  name: string;
  offset: number;
  entries: DirectoryEntry[];
}

export interface TiffTree {
  littleEndian: boolean;
  directories: Directory[];
  problems: string[];
}

const typeSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const maxEntries = 1000;
const maxDirectories = 32;
const children = new Map([[0x8769, 'Exif'], [0x8825, 'GPS'], [0xa005, 'Interop']]);

/**
 * Directories of a TIFF structure that begins at `base` and may not pass `end`. Each directory is visited once,
 * so loops of offsets end. Returns null without a TIFF header.
 */
export function readDirectories(bytes: Uint8Array, base: number, end: number): TiffTree | null {
  const littleEndian = startsWith(bytes, 'II', base);
  if (!littleEndian && !startsWith(bytes, 'MM', base)) return null;
  const u16 = littleEndian ? u16le : u16be;
  const u32 = littleEndian ? u32le : u32be;
  const problems = new Set<string>();
  const directories: Directory[] = [];
  const visited = new Set<number>();
  const queue: { offset: number; name: string; chain: number }[] = [{ offset: u32(bytes, base + 4), name: 'IFD0', chain: 0 }];

  while (queue.length > 0 && directories.length < maxDirectories) {
    const { offset, name, chain } = queue.shift()!;
    const start = base + offset;
    if (offset < 8 || start + 2 > end) {
      problems.add('bad-offset');
      continue;
    }
    if (visited.has(start)) {
      problems.add('directory-loop');
      continue;
    }
    visited.add(start);
    const declared = u16(bytes, start);
    const fits = Math.floor((end - start - 2) / 12);
    const count = Math.min(declared, fits, maxEntries);
    if (count < declared) problems.add('truncated');
    const entries: DirectoryEntry[] = [];
    for (let i = 0; i < count; i++) {
      const entryOffset = start + 2 + 12 * i;
      const type = u16(bytes, entryOffset + 2);
      const items = u32(bytes, entryOffset + 4);
      const length = (typeSizes[type] ?? 0) * items;
      const valueOffset = length <= 4 ? entryOffset + 8 : base + u32(bytes, entryOffset + 8);
      const valueLength = Math.max(0, Math.min(length, end - valueOffset));
      if (valueLength < length) problems.add('bad-offset');
      const entry = { tag: u16(bytes, entryOffset), type, count: items, entryOffset, valueOffset, valueLength };
      entries.push(entry);
      const child = children.get(entry.tag);
      if (child && (type === 4 || type === 13)) queue.push({ offset: u32(bytes, entryOffset + 8), name: child, chain: -1 });
      // SubIFDs hold previews of DNG and some TIFF; four are plenty.
      if (entry.tag === 0x014a) for (let k = 0; k < Math.min(4, valueLength / 4); k++) queue.push({ offset: u32(bytes, valueOffset + 4 * k), name: `SubIFD${k}`, chain: -1 });
    }
    directories.push({ name, offset: start, entries });
    const next = chain >= 0 && count === declared && start + 2 + 12 * count + 4 <= end ? u32(bytes, start + 2 + 12 * count) : 0;
    if (next !== 0) queue.push({ offset: next, name: `IFD${chain + 1}`, chain: chain + 1 });
  }
  if (queue.length > 0) problems.add('too-many-directories');
  return { littleEndian, directories, problems: [...problems] };
}

/** Numbers of an integer or rational entry, at most `limit` of them. A rational with denominator 0 is NaN. */
export function numbersOf(bytes: Uint8Array, tree: Pick<TiffTree, 'littleEndian'>, entry: DirectoryEntry, limit = 64): number[] {
  const u16 = tree.littleEndian ? u16le : u16be;
  const u32 = tree.littleEndian ? u32le : u32be;
  const size = typeSizes[entry.type] ?? 0;
  if (size === 0) return [];
  const values: number[] = [];
  const count = Math.min(limit, Math.floor(entry.valueLength / size));
  for (let i = 0; i < count; i++) {
    const at = entry.valueOffset + i * size;
    if (entry.type === 3) values.push(u16(bytes, at));
    else if (entry.type === 8) values.push((u16(bytes, at) << 16) >> 16);
    else if (entry.type === 4 || entry.type === 13) values.push(u32(bytes, at));
    else if (entry.type === 9) values.push(u32(bytes, at) | 0);
    else if (entry.type === 5 || entry.type === 10) {
      const [top, bottom] = [u32(bytes, at), u32(bytes, at + 4)];
      values.push(bottom === 0 ? Number.NaN : entry.type === 5 ? top / bottom : (top | 0) / (bottom | 0));
    } else if (size === 1) values.push(bytes[at] ?? 0);
  }
  return values;
}
