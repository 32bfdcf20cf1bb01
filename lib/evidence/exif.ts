import type { Budget } from './budget';
import { tagName } from './exif-tags';
import { decodeText, decodeUserComment, decodeUtf16, looksLikeText } from './text-encoding';
import { numbersOf, readDirectories, type DirectoryEntry, type TiffTree } from './tiff-directory';

/** One EXIF tag with its place. `text` for ASCII, XP* and comments; `numbers` for the rest (denominator 0 is NaN). */
export interface ExifTag {
  /** `IFD0`, `IFD1`, `Exif`, `GPS`, … */
  directory: string;
  tag: number;
  name: string;
  text: string | null;
  numbers: number[];
  /** Of the value, from the start of the file. */
  offset: number;
  length: number;
  /** Kind of the segment that holds the block (`APP1`, `eXIf`, `EXIF`, `item:Exif`, `0x…`). */
  segment: string;
  /** Which EXIF block of the file, counted from 0: a PNG may hold several. */
  block: number;
}

/** A tag's bytes as text, or null where the type holds numbers. */
function textOf(bytes: Uint8Array, tree: TiffTree, entry: DirectoryEntry, budget: Budget): string | null {
  const length = budget.take(entry.valueLength);
  const value = bytes.subarray(entry.valueOffset, entry.valueOffset + length);
  if (entry.tag === 0x9286) return decodeUserComment(value, tree.littleEndian);
  if (entry.tag >= 0x9c9b && entry.tag <= 0x9c9f) return decodeUtf16(value, true);
  if (entry.type === 2 || entry.type === 129) return decodeText(value);
  return (entry.type === 7 || entry.type === 1) && value.length >= 8 && looksLikeText(value) ? decodeText(value) : null;
}

// Structures with a reader of their own; their bytes are no text here.
const opaque = new Set([0x02bc, 0x83bb, 0x8649, 0x927c, 0xcd41, 0x0111, 0x0117, 0x0144, 0x0145]);

/**
 * Every tag of the TIFF structure at [base, end): IFD0, IFD1, Exif, GPS, Interop. Tolerates zero-length strings,
 * loops, offsets outside the block and values that are no numbers.
 * @returns an empty list where there is no TIFF header.
 */
export function readExif(bytes: Uint8Array, base: number, end: number, segment: string, block: number, budget: Budget): ExifTag[] {
  const tree = readDirectories(bytes, base, end);
  if (!tree) return [];
  const tags: ExifTag[] = [];
  for (const { name: directory, entries } of tree.directories) {
    for (const entry of entries) {
      const skip = opaque.has(entry.tag);
      const text = skip ? null : textOf(bytes, tree, entry, budget);
      const numbers = skip || text !== null ? [] : numbersOf(bytes, tree, entry, 16);
      tags.push({ directory, tag: entry.tag, name: tagName(directory, entry.tag), text, numbers, offset: entry.valueOffset, length: entry.valueLength, segment, block });
    }
  }
  return tags;
}
