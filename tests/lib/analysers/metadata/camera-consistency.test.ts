import { expect, test } from 'vitest';
import { cameraConsistency } from '../../../../lib/analysers/metadata/camera-consistency';
import { ask, factsOf } from '../../../fixtures/ask';
import { sharedFile, sharedFiles } from '../../../fixtures/shared-data';
import { silentFiles } from '../../../fixtures/writers/carriers';
import { app1Exif, jpeg } from '../../../fixtures/writers/jpeg';
import { asciiComment, tiffBlock, type Tag, type TiffParts } from '../../../fixtures/writers/tiff-block';

const exif: Tag[] = [
  { tag: 0x829a, value: [[1, 120]] },
  { tag: 0x829d, value: [[18, 10]] },
  { tag: 0x8827, value: [64], type: 3 },
  { tag: 0x920a, value: [[686, 100]] },
  { tag: 0x9003, value: '2026:11:06 12:00:00' },
  { tag: 0x927c, value: new Uint8Array(64).fill(7) },
  { tag: 0xa002, value: [8] },
  { tag: 0xa003, value: [8] },
];
const ifd0: Tag[] = [{ tag: 0x010f, value: 'Apple' }, { tag: 0x0110, value: 'iPhone 15 Pro' }, { tag: 0x0131, value: '17.3' }];
const photo = (change: Partial<TiffParts> = {}) => jpeg({ jfif: false, segments: [app1Exif(tiffBlock({ ifd0, exif, ...change }))] });
const without = (tag: number) => exif.filter((one) => one.tag !== tag);
const instead = (tag: Tag) => [...without(tag.tag), tag];

test('a whole set of camera data speaks softly for a photograph', async () => {
  const finding = await ask(cameraConsistency, photo());
  expect([finding.outcome, finding.strength]).toEqual(['consistent', -0.2]);
  expect(factsOf(finding)).toMatchObject({ make: 'Apple', model: 'iPhone 15 Pro', exposureFields: 4, makerNote: true, sizeMatches: true, gps: 'absent' });
});

test.each<[string, Uint8Array]>([
  ['the pixel size differs', photo({ exif: instead({ tag: 0xa002, value: [4032] }) })],
  ['no maker note', photo({ exif: without(0x927c) })],
  ['no capture time', photo({ exif: without(0x9003) })],
  ['exposure that is no number', photo({ exif: [...exif.filter((one) => one.tag !== 0x829a && one.tag !== 0x829d), { tag: 0x829a, value: [[0, 0]] }, { tag: 0x829d, value: [[0, 0]] }] })],
  ['an editor saved it', photo({ ifd0: [...ifd0.slice(0, 2), { tag: 0x0131, value: 'Adobe Photoshop 25.1' }] })],
  ['a generator left its words', photo({ exif: [...exif, { tag: 0x9286, value: asciiComment('Steps: 20, Sampler: Euler, CFG scale: 7, Seed: 1') }] })],
])('says nothing when %s', async (_, bytes) => {
  const finding = await ask(cameraConsistency, bytes);
  expect([finding.outcome, finding.strength]).toEqual(['inconclusive', 0]);
});

test('position is shown as present, unreadable or absent, never as a place', async () => {
  const gps = (value: [number, number][]): Tag[] => [{ tag: 1, value: 'N' }, { tag: 2, value }, { tag: 3, value: 'E' }, { tag: 4, value }];
  const present = await ask(cameraConsistency, photo({ gps: gps([[39, 1], [54, 1], [2700, 100]]) }));
  const unreadable = await ask(cameraConsistency, photo({ gps: gps([[0, 0], [0, 0], [0, 0]]) }));
  expect([factsOf(present).gps, factsOf(unreadable).gps, unreadable.outcome]).toEqual(['present', 'unreadable', 'consistent']);
  expect(JSON.stringify(present.facts)).not.toContain('39');
});

test.each(Object.entries(silentFiles))('a silent %s is not applicable', async (_, write) => {
  expect((await ask(cameraConsistency, write())).outcome).toBe('not-applicable');
});

test.skipIf(sharedFiles('camera').length === 0)('no camera file is ever called suspicious', async () => {
  for (const name of sharedFiles('camera')) expect((await ask(cameraConsistency, sharedFile('camera', name))).strength, name).toBeLessThanOrEqual(0);
});
