import { expect, test } from 'vitest';
import { editingSoftware } from '../../../../lib/analysers/metadata/editing-software';
import { ask, factsOf } from '../../../fixtures/ask';
import { placeOf } from '../../../fixtures/writers/bytes';
import { silentFiles } from '../../../fixtures/writers/carriers';
import { app13, app1Exif, app1Xmp, jpeg } from '../../../fixtures/writers/jpeg';
import { iim, resources } from '../../../fixtures/writers/photoshop';
import { png, tEXt } from '../../../fixtures/writers/png';
import { tiffBlock } from '../../../fixtures/writers/tiff-block';
import { packet } from '../../../fixtures/writers/xmp-packet';

const software = (name: string) => jpeg({ segments: [app1Exif(tiffBlock({ ifd0: [{ tag: 0x010f, value: 'Maker' }, { tag: 0x0131, value: name }] }))] });
const event = 'http://ns.adobe.com/xap/1.0/sType/ResourceEvent#';
const history = packet({
  declare: { xmpMM: 'http://ns.adobe.com/xap/1.0/mm/', stEvt: event },
  elements: '<xmpMM:History><rdf:Seq><rdf:li stEvt:action="created" stEvt:softwareAgent="Camera"/><rdf:li stEvt:action="saved" stEvt:softwareAgent="Adobe Photoshop 25.1 (Windows)"/></rdf:Seq></xmpMM:History>',
});

test.each([
  ['Adobe Photoshop 25.1 (Windows)', 'Photoshop'],
  ['Adobe Photoshop Lightroom Classic 13.0', 'Photoshop'],
  ['Lightroom 9.1 (Android)', 'Lightroom'],
  ['GIMP 2.10.32', 'GIMP'],
  ['Snapseed 2.0', 'Snapseed'],
  ['www.meitu.com', '美图'],
  ['美图秀秀 10', '美图'],
  ['醒图', '醒图'],
  ['PicsArt', 'PicsArt'],
  ['canva', 'Canva'],
])('Software “%s” is %s', async (value, editor) => {
  const bytes = software(value);
  const finding = await ask(editingSoftware, bytes);
  expect([finding.outcome, finding.strength]).toEqual(['suspicious', 0.3]);
  expect(factsOf(finding)).toMatchObject({ editor, value, segment: 'APP1', offset: placeOf(bytes, value) });
});

test.each(['17.3', 'HDR+ 1.0.540104767zd', 'Nikon Transfer 1.1 W', 'Nova Canvas', 'E5000v1.6', 'Canvas Camera', 'not photoshop', 'vscode'])('Software “%s” is no editor', async (value) => {
  const finding = await ask(editingSoftware, software(value));
  expect([finding.outcome, finding.strength, factsOf(finding).tool]).toEqual(['inconclusive', 0, value]);
});

test('XMP history, PNG Software, IPTC program', async () => {
  const edited = await ask(editingSoftware, jpeg({ segments: [app1Xmp(history), app13(resources([[0x03ed, new Uint8Array(4)]]))] }));
  expect(factsOf(edited)).toMatchObject({ editor: 'Photoshop', history: 'created, saved', photoshopBlocks: 1, carrier: 'xmp:softwareAgent' });
  expect(factsOf(await ask(editingSoftware, png({ before: [tEXt('Software', 'Pixelmator Pro 3')] }))).editor).toBe('Pixelmator');
  expect(factsOf(await ask(editingSoftware, jpeg({ segments: [app13(resources([[0x0404, iim([[2, 65, 'Affinity Photo']])]]))] }))).editor).toBe('Affinity Photo');
});

test('an editor named in a caption or by the thumbnail’s directory says nothing', async () => {
  const caption = await ask(editingSoftware, jpeg({ segments: [app1Exif(tiffBlock({ ifd0: [{ tag: 0x010e, value: 'Photoshop' }], ifd1: [{ tag: 0x0131, value: 'Photoshop' }] }))] }));
  expect(caption.outcome).toBe('not-applicable');
});

test.each(Object.entries(silentFiles))('a silent %s is not applicable', async (_, write) => {
  expect((await ask(editingSoftware, write())).outcome).toBe('not-applicable');
});
