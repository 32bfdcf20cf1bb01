import { Budget } from './budget';
import { indexOfAscii, startsWith, u8 } from './bytes';
import { readExif, type ExifTag } from './exif';
import type { Metadata } from './metadata';
import { readIim, readResources } from './photoshop-resources';
import type { SefBlock } from './samsung-trailer';
import { decodeText, decodeUtf8 } from './text-encoding';
import { readXmp } from './xmp';

/** 16 MiB of decoded text per file; the longest honest ones seen are ComfyUI workflows of about 1 MiB. */
const textBudget = 16 << 20;
const maxTexts = 5000;

/** Where the carriers of each format put what they hold. One collector per file. */
export class MetadataCollector {
  readonly budget = new Budget(textBudget);
  private readonly metadata: Metadata = { texts: [], exif: [], xmp: [], iim: [], photoshop: [], sef: [], thumbnails: [], problems: [] };
  private exifBlocks = 0;

  constructor(readonly bytes: Uint8Array) {}

  text(carrier: string, text: string, offset: number, segment: string): void {
    if (text.trim() !== '' && this.metadata.texts.length < maxTexts) this.metadata.texts.push({ carrier, text, offset, segment });
  }

  /** A TIFF structure at [base, end) of `source`; a view of the file, or a profile decoded from `origin`. */
  exif(base: number, end: number, segment: string, source = this.bytes, origin?: number): void {
    const tags = readExif(source, base, end, segment, this.exifBlocks, this.budget);
    if (tags.length > 0) this.exifBlocks++;
    if (origin === undefined) this.thumbnail(tags, base, end);
    for (const tag of tags) {
      if (origin !== undefined) tag.offset = origin;
      this.metadata.exif.push(tag);
      if (tag.text !== null) this.text(`exif:${tag.directory}:${tag.name}`, tag.text, tag.offset, segment);
      else if (tag.name === 'MakerNote' && origin === undefined) this.makerNote(tag, segment);
    }
  }

  /** Maker notes stay unread, but for a label that a phone put there. */
  private makerNote(tag: ExifTag, segment: string): void {
    const end = tag.offset + tag.length;
    const at = indexOfAscii(this.bytes, 'AIGC', tag.offset, end);
    if (at !== -1) this.text('exif:Exif:MakerNote', decodeText(this.bytes.subarray(at, Math.min(end, at + this.budget.take(8192)))), at, segment);
  }

  /** EXIF 2.32 §4.5.2: offset and length of a JPEG, counted from the TIFF header. */
  private thumbnail(tags: ExifTag[], base: number, end: number): void {
    const number = (name: string) => tags.find((tag) => tag.directory === 'IFD1' && tag.name === name)?.numbers[0] ?? 0;
    const [offset, length] = [base + number('ThumbnailOffset'), number('ThumbnailLength')];
    if (length < 100 || offset + length > end || u8(this.bytes, offset) !== 0xff || u8(this.bytes, offset + 1) !== 0xd8) return;
    this.metadata.thumbnails.push({ offset, length });
  }

  /** @param origin place in the file that every value gets when `source` is not the file itself. */
  xmp(from: number, to: number, segment: string, source = this.bytes, origin?: number): void {
    const length = this.budget.take(to - from);
    if (length <= 0) return;
    this.text('xmp', decodeUtf8(source.subarray(from, from + length)), origin ?? from, segment);
    for (const property of readXmp(source, from, from + length)) this.metadata.xmp.push({ ...property, offset: origin ?? property.offset, segment });
  }

  iim(from: number, to: number, segment: string, source = this.bytes, origin?: number): void {
    for (const dataset of readIim(source, from, from + this.budget.take(to - from))) {
      const placed = { ...dataset, offset: origin ?? dataset.offset, segment };
      this.metadata.iim.push(placed);
      this.text(`iim:${dataset.record}:${dataset.dataset}`, dataset.text, placed.offset, segment);
    }
  }

  /** Photoshop image resources: IPTC (0x0404), EXIF (0x0422) and XMP (0x0424) are read on. */
  resources(from: number, to: number, segment: string, source = this.bytes, origin?: number): void {
    for (const { id, offset, length } of readResources(source, from, to)) {
      this.metadata.photoshop.push({ id, offset: origin ?? offset });
      if (id === 0x0404) this.iim(offset, offset + length, segment, source, origin);
      if (id === 0x0422) this.exif(offset, offset + length, segment, source, origin);
      if (id === 0x0424) this.xmp(offset, offset + length, segment, source, origin);
    }
  }

  /** An EXIF block that may or may not begin with `Exif\0\0`. */
  exifBlock(from: number, to: number, segment: string, source = this.bytes, origin?: number): void {
    const base = startsWith(source, 'Exif\0', from) ? from + 6 : from;
    this.exif(base, to, segment, source, origin);
  }

  sef(blocks: SefBlock[]): void {
    for (const block of blocks) {
      this.metadata.sef.push(block);
      this.text(`sef:${block.name}`, block.text, block.offset, 'trailer');
    }
  }

  finish(): Metadata {
    if (this.budget.spent || this.metadata.texts.length >= maxTexts) this.metadata.problems.push('text-limit');
    return this.metadata;
  }
}
