import sharp from 'sharp';
import { expect, test } from 'vitest';
import { segmentOrder } from '../../../../lib/analysers/metadata/segment-order';
import { ask, factsOf } from '../../../fixtures/ask';
import { app13, app1Exif, comment, jpeg, segment } from '../../../fixtures/writers/jpeg';
import { resources } from '../../../fixtures/writers/photoshop';
import { png } from '../../../fixtures/writers/png';
import { tiffBlock } from '../../../fixtures/writers/tiff-block';

const camera = app1Exif(tiffBlock({ ifd0: [{ tag: 0x010f, value: 'Maker' }] }));
const adobe = segment(0xee, 'Adobe', new Uint8Array(7));
const blocks = app13(resources([1, 2, 3, 4, 5].map((id) => [0x0400 + id, new Uint8Array(4)] as const)));

test.each<[string, Uint8Array, string]>([
  ['GD', jpeg({ segments: [comment('CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90\n')] }), 'gd'],
  ['FFmpeg', jpeg({ segments: [comment('Lavc60.31.102')] }), 'ffmpeg'],
  ['Photoshop', jpeg({ segments: [camera, blocks, adobe] }), 'photoshop'],
  ['Save for Web', jpeg({ segments: [segment(0xec, 'Ducky', new Uint8Array(10)), adobe] }), 'photoshop-web'],
  ['a camera', jpeg({ jfif: false, segments: [camera] }), 'camera'],
  ['libjpeg', jpeg(), 'libjpeg'],
  ['one IPTC block is not Photoshop', jpeg({ segments: [app13(resources([[0x0404, new Uint8Array(4)]]))] }), 'libjpeg'],
])('%s', async (_, bytes, writer) => {
  const finding = await ask(segmentOrder, bytes);
  expect([finding.outcome, finding.strength, factsOf(finding).writer]).toEqual(['inconclusive', 0, writer]);
  expect(segmentOrder.text.zh.summary(finding)).toContain('不计分');
});

test('a file of libjpeg-turbo itself, and the order as read', async () => {
  const bytes = new Uint8Array(await sharp({ create: { width: 16, height: 16, channels: 3, background: '#777' } }).jpeg({ mozjpeg: false }).toBuffer());
  expect(factsOf(await ask(segmentOrder, bytes)).order).toMatch(/DQT SOF0 DHT SOS$/);
});

test('only JPEG has segments', async () => {
  expect((await ask(segmentOrder, png())).outcome).toBe('not-applicable');
});
