import { expect, test } from 'vitest';
import { metadataTable } from '../../../lib/evidence/metadata-table';
import { utf8 } from '../../fixtures/writers/bytes';
import { exifCarriers, silentFiles, textCarriers, xmpCarriers } from '../../fixtures/writers/carriers';
import { app1Exif, jpeg } from '../../fixtures/writers/jpeg';
import { png, tEXt, zTXt } from '../../fixtures/writers/png';
import { tiffBlock } from '../../fixtures/writers/tiff-block';
import { creditPacket, labelPackets } from '../../fixtures/writers/xmp-packet';
import { sharedFile, sharedFiles } from '../../fixtures/shared-data';

const value = (bytes: Uint8Array, group: string, tag: string) => metadataTable(bytes).find((row) => row.group === group && row.tag === tag)?.value;
const secret = '{"Label":"1","ContentProducer":"doubao","ProduceID":"u:1732955270041070906","PropagateID":"u:1732955270041070906"}';

test.each(['JPEG APP1', 'PNG eXIf', 'WebP EXIF chunk', 'HEIC Exif item'])('EXIF of %s in words', (carrier) => {
  const block = tiffBlock({ ifd0: [{ tag: 0x010f, value: 'Maker' }, { tag: 0x0112, value: [1], type: 3 }], exif: [{ tag: 0x829d, value: [[18, 10]] }] });
  const bytes = exifCarriers[carrier]!(block);
  expect([value(bytes, 'EXIF', 'Make'), value(bytes, 'EXIF', 'Orientation'), value(bytes, 'EXIF', 'FNumber')]).toEqual(['Maker', 'top-left', 'f/1.8']);
});

test('XMP, PNG text also compressed, and the file itself', () => {
  expect(value(xmpCarriers['GIF XMP DataXMP']!(creditPacket('somebody')), 'XMP', 'photoshop:Credit')).toBe('somebody');
  expect(value(png({ before: [zTXt('parameters', 'a cup')] }), 'PNG', 'parameters')).toBe('a cup');
  expect(value(png({ width: 30_000, height: 30_000 }), 'File', 'Problems')).toBe('too-many-pixels');
});

test.each([...Object.entries(textCarriers), ...Object.entries(labelPackets).map(([name, write]) => [name, (json: string) => png({ before: [tEXt('XML:com.adobe.xmp', write(json))] })] as const)])(
  'account identifiers of a label do not reach the table: %s',
  (_, write) => {
    const table = JSON.stringify(metadataTable(write(secret)));
    expect(table).not.toContain('1732955270041070906');
  },
);

test('nor do UUIDs or places', () => {
  const gps = [{ tag: 1, value: 'N' }, { tag: 2, value: [[39, 1], [54, 1], [27, 1]] as [number, number][] }, { tag: 3, value: 'E' }, { tag: 4, value: [[116, 1], [23, 1], [17, 1]] as [number, number][] }];
  const bytes = jpeg({ segments: [app1Exif(tiffBlock({ ifd0: [{ tag: 0x013b, value: '4800156b-8880-4786-9056-7ca3da449d8c' }], gps }))] });
  const rows = metadataTable(bytes);
  expect(JSON.stringify(rows)).not.toMatch(/4800156b|39\.9|116\.3|"39/);
  expect(value(bytes, 'GPS', 'GPS')).toContain('present');
});

test('long values are cut, and so is the table', () => {
  const bytes = png({ before: Array.from({ length: 500 }, (_, i) => tEXt(`k${i}`, 'x'.repeat(1000))) });
  const rows = metadataTable(bytes);
  expect(rows).toHaveLength(400);
  expect(Math.max(...rows.map((row) => row.value.length))).toBeLessThan(330);
});

test('never throws: silent files, no bytes, no picture, every cut of a full file', () => {
  for (const write of Object.values(silentFiles)) expect(metadataTable(write())[0]).toMatchObject({ group: 'File', tag: 'Format' });
  expect(metadataTable(new Uint8Array(0))).toEqual([]);
  expect(metadataTable(utf8('<html>'))).toEqual([]);
  const full = exifCarriers['JPEG APP1']!(tiffBlock({ ifd0: [{ tag: 0x010f, value: 'Maker' }], exif: [{ tag: 0x829d, value: [[18, 10]] }] }));
  for (let length = 3; length < full.length; length++) expect(() => metadataTable(full.slice(0, length))).not.toThrow();
  for (let at = 0; at < full.length; at++) {
    const copy = full.slice();
    copy[at] = 0xff;
    expect(() => metadataTable(copy)).not.toThrow();
  }
});

test.skipIf(sharedFiles('camera').length === 0)('camera files give rows, never a position', () => {
  for (const name of sharedFiles('camera')) {
    const rows = metadataTable(sharedFile('camera', name));
    expect(rows.length, name).toBeGreaterThan(3);
    expect(rows.filter((row) => /latitude|longitude/i.test(row.tag) && /\d/.test(row.value)), name).toEqual([]);
  }
});
