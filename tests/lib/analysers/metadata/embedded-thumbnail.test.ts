import sharp, { type Sharp } from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { nodeHost } from '../../../../cli/node-host';
import { embeddedThumbnail } from '../../../../lib/analysers/metadata/embedded-thumbnail';
import { examine } from '../../../../lib/analysers/examine';
import { traceSource } from '../../../../lib/evidence/traces';
import { factsOf } from '../../../fixtures/ask';
import { sharedFile, sharedFiles } from '../../../fixtures/shared-data';
import { join } from '../../../fixtures/writers/bytes';
import { app1Exif, jpeg } from '../../../fixtures/writers/jpeg';
import { tiffBlock } from '../../../fixtures/writers/tiff-block';

const ask = async (bytes: Uint8Array) => (await examine(traceSource(bytes, nodeHost), {}, [embeddedThumbnail]))[0]!;

/** A scene of two soft lights, or a chessboard. */
function scene(width: number, height: number, board = false) {
  const rgb = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height];
      const light = (cu: number, cv: number) => Math.exp(-((u - cu) ** 2 + (v - cv) ** 2) / 0.03);
      const shade = board ? 40 + 150 * ((Math.floor(u * 4) + Math.floor(v * 4)) % 2) : 40 + 190 * light(0.25, 0.7) + 60 * light(0.5, 0.1);
      rgb.fill(Math.min(255, shade), 3 * (y * width + x), 3 * (y * width + x) + 3);
    }
  return sharp(rgb, { raw: { width, height, channels: 3 } });
}
const bytesOf = async (picture: Sharp) => new Uint8Array(await picture.jpeg({ quality: 85 }).toBuffer());
/** Puts an EXIF block with this thumbnail behind SOI. */
const withThumbnail = (picture: Uint8Array, thumbnail: Uint8Array) => join(picture.subarray(0, 2), app1Exif(tiffBlock({ ifd0: [{ tag: 0x010f, value: 'Maker' }], thumbnail })), picture.subarray(2));

let picture: Uint8Array;
beforeAll(async () => {
  picture = await bytesOf(scene(320, 240));
});

test('the same scene agrees, and is no evidence either way', async () => {
  const finding = await ask(withThumbnail(picture, await bytesOf(scene(160, 120))));
  expect([finding.outcome, finding.strength]).toEqual(['inconclusive', 0]);
  expect(Number(factsOf(finding).correlation)).toBeGreaterThan(0.98);
});

test('bars around the thumbnail and a turned picture are allowed for', async () => {
  const barred = await bytesOf(scene(160, 107).extend({ top: 7, bottom: 6, background: '#000' }));
  expect((await ask(withThumbnail(await bytesOf(scene(320, 214)), barred))).outcome).toBe('inconclusive');
  for (const angle of [90, 180, 270]) expect((await ask(withThumbnail(await bytesOf(scene(320, 240).rotate(angle)), await bytesOf(scene(160, 120))))).outcome, String(angle)).toBe('inconclusive');
});

test('another scene is a hint', async () => {
  const finding = await ask(withThumbnail(picture, await bytesOf(scene(160, 120, true))));
  expect([finding.outcome, finding.strength]).toEqual(['suspicious', 0.7]);
  expect(embeddedThumbnail.text.zh.summary(finding)).toContain('明显不同');
});

test.each<[string, () => Promise<Uint8Array>]>([
  ['no thumbnail', async () => picture],
  ['a flat picture', async () => withThumbnail(await bytesOf(sharp({ create: { width: 64, height: 64, channels: 3, background: '#777' } })), await bytesOf(scene(160, 120)))],
  ['bytes that are no JPEG', async () => jpeg({ segments: [app1Exif(tiffBlock({ thumbnail: new Uint8Array(200) }))] })],
])('%s: not applicable', async (_, write) => {
  expect((await ask(await write())).outcome).toBe('not-applicable');
});

test.skipIf(sharedFiles('camera').length === 0)('camera files: one cropped copy is called, no other', async () => {
  const called: string[] = [];
  for (const name of sharedFiles('camera')) if ((await ask(sharedFile('camera', name))).strength > 0) called.push(name);
  expect(called).toEqual(['63b259ecd0.jpg']);
});
