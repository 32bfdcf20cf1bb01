import { describe, expect, test } from 'vitest';
import { readContainer } from '../../../lib/evidence/container';
import { readMetadata } from '../../../lib/evidence/metadata';
import { join, placeOf, utf16, utf8 } from '../../fixtures/writers/bytes';
import { exifCarriers, silentFiles } from '../../fixtures/writers/carriers';
import { bmff } from '../../fixtures/writers/bmff';
import { app13, app1Exif, app1Xmp, comment, extendedXmp, jpeg, segment } from '../../fixtures/writers/jpeg';
import { iim, resources } from '../../fixtures/writers/photoshop';
import { chunk, eXIf, iTXt, png, rawProfileText, tEXt, zTXt } from '../../fixtures/writers/png';
import { sefTrailer } from '../../fixtures/writers/samsung';
import { asciiComment, tiffBlock } from '../../fixtures/writers/tiff-block';
import { packet } from '../../fixtures/writers/xmp-packet';

const read = (bytes: Uint8Array) => readMetadata(bytes, readContainer(bytes));
const texts = (bytes: Uint8Array) => Object.fromEntries(read(bytes).texts.map((one) => [one.carrier, one.text]));

describe('EXIF', () => {
  const block = (littleEndian: boolean) =>
    tiffBlock({
      littleEndian,
      ifd0: [{ tag: 0x010f, value: 'Maker' }, { tag: 0x0112, value: [6], type: 3 }],
      exif: [{ tag: 0x829a, value: [[1, 125]] }, { tag: 0x9003, value: '2026:11:06 12:00:00' }],
      gps: [{ tag: 2, value: [[0, 0], [1, 2], [3, 1]] }],
      ifd1: [{ tag: 0x0103, value: [6], type: 3 }],
      thumbnail: Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
    });

  test.each(Object.entries(exifCarriers))('all directories from %s, both byte orders', (_, carrier) => {
    for (const littleEndian of [true, false]) {
      const { exif } = read(carrier(block(littleEndian)));
      const tag = (directory: string, name: string) => exif.find((one) => one.directory === directory && one.name === name);
      expect(tag('IFD0', 'Make')?.text).toBe('Maker');
      expect(tag('IFD0', 'Orientation')?.numbers).toEqual([6]);
      expect(tag('Exif', 'ExposureTime')?.numbers).toEqual([1 / 125]);
      expect(tag('GPS', 'GPSLatitude')?.numbers).toEqual([Number.NaN, 0.5, 3]);
      expect(tag('IFD1', 'ThumbnailLength')?.numbers).toEqual([4]);
    }
  });

  test('offsets are places in the file, also in the second of two blocks', () => {
    const bytes = png({ before: [eXIf(tiffBlock({ ifd0: [{ tag: 0x013b, value: 'first artist' }] }))], after: [eXIf(tiffBlock({ ifd0: [{ tag: 0x013b, value: 'second artist' }] }))] });
    const artists = read(bytes).exif.filter((tag) => tag.name === 'Artist');
    expect(artists.map((tag) => [tag.text, tag.offset, tag.block])).toEqual([['first artist', placeOf(bytes, 'first artist'), 0], ['second artist', placeOf(bytes, 'second artist'), 1]]);
  });

  test('a string of no length, and one that points outside, are harmless', () => {
    const bytes = jpeg({ segments: [app1Exif(tiffBlock({ ifd0: [{ tag: 0x010e, value: new Uint8Array(0), type: 2 }, { tag: 0x010f, value: 'Maker' }] }))] });
    expect(read(bytes).exif.map((tag) => [tag.name, tag.text])).toEqual([['ImageDescription', ''], ['Make', 'Maker']]);
  });

  test.each([
    ['ASCII', join('ASCII\0\0\0', 'plain')],
    ['ASCII that is UTF-8', join('ASCII\0\0\0', '豆包 plain')],
    ['UNICODE big-endian', join('UNICODE\0', utf16('豆包 plain', false))],
    ['UNICODE little-endian', join('UNICODE\0', utf16('豆包 plain', true))],
    ['UNICODE with a byte order mark', join('UNICODE\0', [0xff, 0xfe], utf16('豆包 plain', true))],
    ['UTF-16 behind an ASCII prefix', join('ASCII\0\0\0', utf16('plain', false))],
    ['no code', utf8('豆包 plain')],
    ['zeros as code', join(new Uint8Array(8), 'plain')],
    ['JIS escapes', join('JIS\0\0\0\0\0', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42], 'plain')],
  ])('UserComment, %s', (_, value) => {
    expect(texts(jpeg({ segments: [app1Exif(tiffBlock({ exif: [{ tag: 0x9286, value }] }))] }))['exif:Exif:UserComment']).toMatch(/^(豆包 |日)?plain$/);
  });

  test('GB 18030 in an ASCII field', () => {
    const name = Uint8Array.of(0xb6, 0xb9, 0xb0, 0xfc, 0); // 豆包
    expect(texts(jpeg({ segments: [app1Exif(tiffBlock({ ifd0: [{ tag: 0x010e, value: name, type: 2 }] }))] }))['exif:IFD0:ImageDescription']).toBe('豆包');
  });
});

describe('PNG text', () => {
  test('every chunk kind, before and after IDAT, with its offset', () => {
    const bytes = png({ before: [tEXt('a', 'first'), zTXt('b', 'second')], after: [iTXt('c', '第三'), iTXt('d', 'fourth', true)] });
    const metadata = read(bytes);
    expect(Object.fromEntries(metadata.texts.map((one) => [one.carrier, one.text]))).toEqual({ 'png:a': 'first', 'png:b': 'second', 'png:c': '第三', 'png:d': 'fourth' });
    expect(metadata.texts[0]!.offset).toBe(placeOf(bytes, 'first'));
    expect(metadata.texts[2]!.offset).toBe(placeOf(bytes, '第三'));
  });

  test('ISO 8859-1 in tEXt', () => {
    expect(texts(png({ before: [tEXt('Author', Uint8Array.of(0x41, 0xe9, 0x20))] }))['png:Author']).toBe('Aé ');
  });

  test('a broken zlib stream gives what came out before the break, a chunk without keyword gives nothing', () => {
    const whole = zTXt('k', 'word '.repeat(40_000));
    const cut = chunk('zTXt', whole.subarray(8, 8 + Math.floor((whole.length - 12) / 2)));
    const text = texts(png({ before: [cut, chunk('tEXt', 'x'.repeat(300))] }));
    expect(Object.keys(text)).toEqual(['png:k']);
    expect(text['png:k']!.startsWith('word word')).toBe(true);
  });

  test('ImageMagick profiles: exif and iptc', () => {
    const exif = rawProfileText('exif', join('Exif\0\0', tiffBlock({ ifd0: [{ tag: 0x0131, value: 'Editor' }] })));
    const iptc = rawProfileText('iptc', iim([[2, 110, 'somebody']]));
    const found = texts(png({ before: [tEXt('Raw profile type exif', exif), zTXt('Raw profile type iptc', iptc)] }));
    expect(found).toMatchObject({ 'exif:IFD0:Software': 'Editor', 'iim:2:110': 'somebody' });
  });
});

describe('JPEG segments', () => {
  test('COM, IPTC, bare text in APPn, trailer; colour profiles and multi-picture headers are no words', () => {
    const found = texts(jpeg({
      segments: [comment('note'), app13(resources([[0x03ed, new Uint8Array(9)], [0x0404, iim([[2, 110, 'somebody']])]])), segment(0xe4, 'free text here'), segment(0xe2, 'ICC_PROFILE\0', 'textual profile'), segment(0xe2, 'MPF\0', 'textual')],
      trailer: sefTrailer([{ type: 0x0a01, name: 'Image_UTC_Data', data: '1766925533000' }]),
    }));
    expect(found).toEqual({ 'jpeg:COM': 'note', 'iim:2:110': 'somebody', 'jpeg:APP4': 'free text here', 'sef:Image_UTC_Data': '1766925533000' });
  });

  test('Extended XMP is put together whatever the order of its parts', () => {
    const rest = packet({ declare: { n: 'http://example.org/n/' }, elements: '<n:long>abcdefghijklmnopqrstuvwxyz</n:long>' });
    const parts = extendedXmp(utf8(rest), 150);
    const half = 4 + 29 + 6 + 40 + 150;
    const swapped = join(parts.subarray(half, 2 * half), parts.subarray(0, half), parts.subarray(2 * half));
    for (const part of [parts, swapped]) expect(read(jpeg({ segments: [app1Xmp(packet({ declare: {} })), part] })).xmp.map((one) => one.value)).toContain('abcdefghijklmnopqrstuvwxyz');
  });
});

test('EXIF item whose header is displaced (ISO/IEC 23008-12 Annex A)', () => {
  const bytes = bmff({ exif: tiffBlock({ ifd0: [{ tag: 0x010f, value: 'Maker' }], exif: [{ tag: 0x9286, value: asciiComment('words') }] }) });
  expect(texts(bytes)).toEqual({ 'exif:IFD0:Make': 'Maker', 'exif:Exif:UserComment': 'words' });
});

test.each(Object.entries(silentFiles))('a %s without metadata has no words', (_, write) => {
  expect(read(write())).toMatchObject({ texts: [], xmp: [], iim: [], sef: [], problems: [] });
});
