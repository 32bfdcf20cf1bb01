import { describe, expect, test } from 'vitest';
import { vendorEdit } from '../../../../lib/analysers/provenance/vendor-edit';
import { ask, factsOf } from '../../../fixtures/ask';
import { sharedFile, sharedFiles } from '../../../fixtures/shared-data';
import { bmff, box } from '../../../fixtures/writers/bmff';
import { join, placeOf, utf8 } from '../../../fixtures/writers/bytes';
import { silentFiles } from '../../../fixtures/writers/carriers';
import { jpeg } from '../../../fixtures/writers/jpeg';
import { png } from '../../../fixtures/writers/png';
import { sefTrailer } from '../../../fixtures/writers/samsung';

const utc = { type: 0x0a01, name: 'Image_UTC_Data', data: '1766925533000' };
const generative = { type: 0x0d91, name: 'PEg_Info', data: '{"genImageVersion":"v1","connectorType":"srvg","genAIType":8}' };
const reEdit = (genAi: string) => ({ type: 0x0ba1, name: 'PhotoEditor_Re_Edit_Data', data: `{"originalPath":"/data/sec/photoeditor/0/x","clipInfoValue":"{}","isScaleAI":false${genAi}}` });

test.each<[string, (trailer: Uint8Array) => Uint8Array]>([
  ['JPEG after EOI', (trailer) => jpeg({ trailer })],
  ['PNG after IEND', (trailer) => png({ trailer })],
  ['JPEG, other bytes before the blocks', (trailer) => jpeg({ trailer: join(utf8('MotionPhoto_Data padding'), trailer) })],
  ['HEIC in a sefd box', (trailer) => bmff({ brand: 'heic', top: [box('sefd', trailer)] })],
  ['JPEG, a few bytes behind the directory', (trailer) => jpeg({ trailer: join(trailer, new Uint8Array(20)) })],
])('genAIType in %s', async (_, write) => {
  const bytes = write(sefTrailer([utc, generative]));
  const finding = await ask(vendorEdit, bytes);
  expect([finding.outcome, finding.strength]).toEqual(['suspicious', 2]);
  expect(factsOf(finding)).toMatchObject({ genAIType: 8, block: 'PEg_Info', offset: placeOf(bytes, '{"genImageVersion') });
});

describe('what counts', () => {
  test.each<[string, Parameters<typeof sefTrailer>[0], string, number]>([
    ['a gallery edit with generative AI', [reEdit(',"genAIType":3')], 'suspicious', 2],
    ['a gallery edit without', [reEdit('')], 'suspicious', 0.3],
    ['a gallery edit with genAIType 0', [reEdit(',"genAIType":0')], 'suspicious', 0.3],
    ['the capture time alone', [utc], 'inconclusive', 0],
  ])('%s', async (_, blocks, outcome, strength) => {
    const finding = await ask(vendorEdit, jpeg({ trailer: sefTrailer(blocks) }));
    expect([finding.outcome, finding.strength]).toEqual([outcome, strength]);
  });

  test('paths on the phone are private', async () => {
    const finding = await ask(vendorEdit, jpeg({ trailer: sefTrailer([reEdit('')]) }));
    expect(finding.facts.filter((one) => one.private).map((one) => one.key)).toEqual(['raw']);
  });
});

test('a directory that points outside of the trailer gives nothing', async () => {
  const trailer = sefTrailer([generative]);
  const view = new DataView(trailer.buffer);
  view.setUint32(trailer.length - 8 - 12 + 4, 0xffffff, true);
  expect((await ask(vendorEdit, jpeg({ trailer }))).outcome).toBe('not-applicable');
});

test.each(Object.entries(silentFiles))('a silent %s is not applicable', async (_, write) => {
  expect((await ask(vendorEdit, write())).outcome).toBe('not-applicable');
});

describe('files from the world', () => {
  const names = sharedFiles('labelled');
  test.skipIf(names.length === 0)('only the Samsung sample is edited with AI', async () => {
    for (const name of names) expect((await ask(vendorEdit, sharedFile('labelled', name))).strength, name).toBe(name === 'sef-genai-samsung.png' ? 2 : 0);
  });
});
