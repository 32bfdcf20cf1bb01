import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { payload, pixelCap, problemOf, readContainer, type Container } from '../../../lib/evidence/container';
import { sniffFormat, UnreadableImage } from '../../../lib/evidence/sniff';
import { bmff, box } from '../../fixtures/writers/bmff';
import { be16, join, utf8 } from '../../fixtures/writers/bytes';
import { gif } from '../../fixtures/writers/gif';
import { comment, jpeg, segment } from '../../fixtures/writers/jpeg';
import { chunk, png, tEXt } from '../../fixtures/writers/png';
import { tiff } from '../../fixtures/writers/tiff';
import { riffChunk, webp } from '../../fixtures/writers/webp';
import { sharedFile, sharedFiles } from '../../fixtures/shared-data';

const kinds = (container: Container) => container.segments.map((one) => one.kind);
const word = (bytes: Uint8Array, container: Container, kind: string) => new TextDecoder().decode(payload(bytes, container.segments.find((one) => one.kind === kind)!));

/** Every segment lies inside the file and its payload inside it (TIFF values and BMFF items lie elsewhere in the file). */
function expectInside(bytes: Uint8Array, container: Container): void {
  for (const one of container.segments) {
    expect(one.offset + one.length).toBeLessThanOrEqual(bytes.length);
    expect(one.dataOffset + one.dataLength).toBeLessThanOrEqual(bytes.length);
    expect(Math.min(one.offset, one.length, one.dataOffset, one.dataLength)).toBeGreaterThanOrEqual(0);
  }
}

describe('format and size by magic bytes', () => {
  const picture = () => sharp({ create: { width: 37, height: 23, channels: 3, background: '#8a5' } });
  test.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)('%s written by another program', async (format) => {
    const bytes = new Uint8Array(await picture()[format]().toBuffer());
    const container = readContainer(bytes);
    expect([container.format, container.width, container.height, container.problems]).toEqual([format, 37, 23, []]);
    expectInside(bytes, container);
  });

  test('lossless WebP, and HEIC from its primary item', async () => {
    const lossless = readContainer(new Uint8Array(await picture().webp({ lossless: true }).toBuffer()));
    expect([lossless.width, lossless.height]).toEqual([37, 23]);
    const heic = readContainer(bmff({ brand: 'heic', width: 4032, height: 3024 }));
    expect([heic.format, heic.width, heic.height]).toEqual(['heic', 4032, 3024]);
  });

  test('BMP with rows from top to bottom', () => {
    const header = new DataView(new ArrayBuffer(58));
    header.setUint16(0, 0x424d);
    header.setUint32(2, 58, true);
    header.setUint32(10, 54, true);
    header.setUint32(14, 40, true);
    header.setInt32(18, 1, true);
    header.setInt32(22, -1, true);
    const container = readContainer(new Uint8Array(header.buffer));
    expect([container.format, container.width, container.height, container.problems]).toEqual(['bmp', 1, 1, []]);
  });

  test.each([
    ['a page sent as a picture', utf8('<!DOCTYPE html><html><body>403</body></html>')],
    ['a text that begins with BM', utf8('BM is the beginning of this long enough sentence.')],
    ['an MP4', box('ftyp', 'isom', [0, 0, 2, 0], 'isomiso2mp41')],
    ['one byte', Uint8Array.of(0xff)],
  ])('%s is no picture', (_, bytes) => {
    expect(sniffFormat(bytes)).toBeNull();
    expect(() => readContainer(bytes)).toThrow(expect.objectContaining({ name: 'UnreadableImage', problem: 'not-an-image' }));
  });

  test('no bytes at all', () => {
    expect(() => readContainer(new Uint8Array(0))).toThrow(UnreadableImage);
    expect(() => readContainer(new Uint8Array(0))).toThrow(expect.objectContaining({ problem: 'empty' }));
  });

  test('a header of 30,000 × 30,000 is refused without decoding, and its chunks are still read', () => {
    const started = performance.now();
    const container = readContainer(png({ width: 30_000, height: 30_000, before: [tEXt('AIGC', '{}')] }));
    expect(performance.now() - started).toBeLessThan(50);
    expect(container.width * container.height).toBeGreaterThan(pixelCap);
    expect(problemOf(container)).toBe('too-many-pixels');
    expect(kinds(container)).toContain('tEXt');
  });
});

describe('JPEG', () => {
  test('segments in order with exact places, fill bytes, trailer after EOI', () => {
    const bytes = jpeg({ segments: [comment('hello'), join([0xff, 0xff], segment(0xe5, 'xyz'))], trailer: utf8('after') });
    const container = readContainer(bytes);
    expect(kinds(container)).toEqual(['SOI', 'APP0', 'COM', 'APP5', 'DQT', 'SOF0', 'DHT', 'DHT', 'SOS', 'scan', 'EOI', 'trailer']);
    expect(word(bytes, container, 'COM')).toBe('hello');
    expect(word(bytes, container, 'APP5')).toBe('xyz');
    expect(word(bytes, container, 'trailer')).toBe('after');
    expectInside(bytes, container);
  });

  test('a cut file gives what is left and says so', () => {
    const whole = jpeg({ segments: [comment('hello')] });
    for (const length of [3, 22, 26, 60, whole.length - 2]) {
      const container = readContainer(whole.subarray(0, length));
      expect(container.problems, String(length)).toContain('truncated');
      expect(problemOf(container)).toBe('truncated');
    }
    expect(word(whole.subarray(0, 27), readContainer(whole.subarray(0, 27)), 'COM')).toBe('hel');
  });

  test('a length beyond the file is clamped, one below 2 does not stop the walk', () => {
    const long = join([0xff, 0xd8], [0xff, 0xe1], be16(0xffff), 'abc');
    expect(readContainer(long).segments.find((one) => one.kind === 'APP1')).toMatchObject({ offset: 2, dataOffset: 6, dataLength: 3 });
    const short = readContainer(join([0xff, 0xd8], [0xff, 0xe1], be16(0), comment('x'), [0xff, 0xd9]));
    expect(short.problems).toContain('bad-length');
    expect(kinds(short)).toContain('COM');
  });
});

describe('PNG', () => {
  test('chunks after IDAT and bytes after IEND', () => {
    const bytes = png({ before: [tEXt('a', '1')], after: [tEXt('b', '2')], trailer: utf8('SEFT') });
    const container = readContainer(bytes);
    expect(kinds(container)).toEqual(['IHDR', 'tEXt', 'IDAT', 'tEXt', 'IEND', 'trailer']);
    expect(payload(bytes, container.segments[1]!)).toEqual(utf8('a\u00001'));
    expect(container.problems).toEqual([]);
  });

  test('a chunk length that lies is clamped', () => {
    const bytes = join(png().subarray(0, 33), [0x7f, 0xff, 0xff, 0xff], 'tEXtk', 0, 'rest');
    const container = readContainer(bytes);
    expect(container.segments.at(-1)).toMatchObject({ kind: 'tEXt', dataLength: 6 });
    expect(container.problems).toContain('truncated');
  });

  test('a name that is none ends the walk', () => {
    const container = readContainer(join(png().subarray(0, 33), [0, 0, 0, 0, 1, 2, 3, 4], chunk('tEXt', 'x')));
    expect(container.problems).toContain('bad-chunk');
    expect(kinds(container)).toEqual(['IHDR', 'trailer']);
  });
});

describe('other containers', () => {
  test('WebP: chunks, odd sizes, chunks behind the declared end', () => {
    const bytes = join(webp({ xmp: 'abc' }), riffChunk('C2PA', 'late'));
    const container = readContainer(bytes);
    expect(kinds(container)).toEqual(['VP8X', 'VP8 ', 'XMP ', 'C2PA']);
    expect(word(bytes, container, 'XMP ')).toBe('abc');
    expect(word(bytes, container, 'C2PA')).toBe('late');
    expect([container.width, container.height]).toEqual([16, 16]);
  });

  test('BMFF: items through iloc in mdat and in idat, uuid boxes with their id', () => {
    for (const idat of [false, true]) {
      const bytes = bmff({ brand: 'avif', xmp: '<x/>', idat, top: [box('uuid', new Uint8Array(16).fill(0xab), 'body')] });
      const container = readContainer(bytes);
      const item = container.segments.find((one) => one.kind === 'item:mime')!;
      expect(new TextDecoder().decode(payload(bytes, item))).toBe('<x/>');
      expect(item.detail).toBe('application/rdf+xml');
      const uuid = container.segments.find((one) => one.kind === 'uuid')!;
      expect([uuid.detail, new TextDecoder().decode(payload(bytes, uuid))]).toEqual(['ab'.repeat(16), 'body']);
      expectInside(bytes, container);
    }
  });

  test('GIF: application id, XMP payload, comment, bytes after the end', () => {
    const bytes = gif({ xmp: '<x:xmpmeta/>', comment: 'hi', trailer: utf8('!') });
    const container = readContainer(bytes);
    expect(kinds(container)).toEqual(['application', 'comment', 'image', 'trailer']);
    expect(container.segments[0]!.detail).toBe('XMP DataXMP');
    expect(word(bytes, container, 'application').startsWith('<x:xmpmeta/>')).toBe(true);
  });

  test('TIFF: one segment per entry, either byte order', () => {
    for (const littleEndian of [true, false]) {
      const bytes = tiff({ littleEndian, tags: [{ tag: 0x010e, value: 'a longer description' }] });
      const container = readContainer(bytes);
      expect([container.width, container.height]).toEqual([1, 1]);
      expect(word(bytes, container, '0x010E')).toBe('a longer description\0');
      expect(container.segments.find((one) => one.kind === '0x010E')!.detail).toBe('IFD0');
    }
  });

  test('a TIFF directory that points at itself ends', () => {
    const bytes = tiff();
    const view = new DataView(bytes.buffer);
    const count = view.getUint16(8, true);
    view.setUint32(10 + 12 * count, 8, true);
    expect(readContainer(bytes).problems).toContain('directory-loop');
  });
});

describe('files from the world', () => {
  for (const folder of ['labelled', 'camera']) {
    test.skipIf(sharedFiles(folder).length === 0)(`${folder}: sound structure, plausible size, all segments inside`, () => {
      for (const name of sharedFiles(folder)) {
        const bytes = sharedFile(folder, name);
        const container = readContainer(bytes);
        expect(container.problems, name).toEqual([]);
        expect(container.width, name).toBeGreaterThan(0);
        expect(container.height, name).toBeGreaterThan(0);
        expectInside(bytes, container);
      }
    });
  }
});
