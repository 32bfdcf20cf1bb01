import { describe, expect, test } from 'vitest';
import { digitalSourceType } from '../../../../lib/analysers/provenance/digital-source-type';
import { ask, factsOf } from '../../../fixtures/ask';
import { sharedFile, sharedFiles } from '../../../fixtures/shared-data';
import { placeOf } from '../../../fixtures/writers/bytes';
import { silentFiles, xmpCarriers } from '../../../fixtures/writers/carriers';
import { app13, app1Xmp, jpeg } from '../../../fixtures/writers/jpeg';
import { iim, resources } from '../../../fixtures/writers/photoshop';
import { png, rawProfileText, tEXt, zTXt } from '../../../fixtures/writers/png';
import { tiff } from '../../../fixtures/writers/tiff';
import { creditPacket, iptcExtUri, packet, sourceTypePacket } from '../../../fixtures/writers/xmp-packet';

const inPng = (xmp: string) => png({ before: [tEXt('XML:com.adobe.xmp', xmp)] });

test.each(Object.entries(xmpCarriers))('source type in %s', async (_, carrier) => {
  const bytes = carrier(sourceTypePacket('trainedAlgorithmicMedia'));
  const finding = await ask(digitalSourceType, bytes);
  expect([finding.outcome, finding.strength]).toEqual(['suspicious', 3]);
  expect(factsOf(finding)).toMatchObject({ value: 'trainedAlgorithmicMedia', reading: 'generated', carrier: 'xmp' });
});

test.each([
  ['trainedAlgorithmicMedia', 3, 'generated'],
  ['compositeWithTrainedAlgorithmicMedia', 2, 'ai-edited'],
  ['compositeSynthetic', 2, 'ai-edited'],
  ['composite', 0, 'possible'],
  ['digitalArt', 0, 'possible'],
  ['computationalCapture', 0, 'capture'],
  ['digitalCapture', 0, 'capture'],
  ['algorithmicallyEnhanced', 0, 'neutral'],
  ['algorithmicMedia', 0, 'neutral'],
  ['humanEdits', 0, 'neutral'],
])('%s weighs %s', async (term, strength, reading) => {
  const finding = await ask(digitalSourceType, inPng(sourceTypePacket(term)));
  expect([finding.strength, factsOf(finding).reading]).toEqual([strength, reading]);
  expect(finding.outcome).toBe(strength > 0 ? 'suspicious' : 'inconclusive');
});

describe('the namespace decides, not the prefix', () => {
  test.each(['iptcExt', 'Iptc4xmpExt', 'anything'])('prefix %s', async (prefix) => {
    expect((await ask(digitalSourceType, inPng(sourceTypePacket('trainedAlgorithmicMedia', prefix)))).strength).toBe(3);
  });
  test('another namespace under the usual prefix is not IPTC', async () => {
    const other = packet({ declare: { Iptc4xmpExt: 'http://example.org/other/' }, attributes: 'Iptc4xmpExt:DigitalSourceType="trainedAlgorithmicMedia"' });
    expect((await ask(digitalSourceType, inPng(other))).strength).toBe(0);
  });
  test('element with rdf:resource, bare term, old property name', async () => {
    for (const elements of [
      '<e:DigitalSourceType rdf:resource="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"/>',
      '<e:DigitalSourceType>trainedAlgorithmicMedia</e:DigitalSourceType>',
      '<e:DigitalSourceFileType>https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</e:DigitalSourceFileType>',
      '<e:DigitalSourceType>http://c2pa.org/digitalsourcetype/trainedAlgorithmicData</e:DigitalSourceType>',
    ]) expect((await ask(digitalSourceType, inPng(packet({ declare: { e: iptcExtUri }, elements })))).strength, elements).toBe(3);
  });
});

test.each(['AISystemUsed', 'AISystemVersionUsed', 'AIPromptInformation', 'AIPromptWriterName'])('IPTC 2025.1 %s', async (name) => {
  const finding = await ask(digitalSourceType, inPng(packet({ declare: { e: iptcExtUri }, elements: `<e:${name}>Model X</e:${name}>` })));
  expect([finding.outcome, finding.strength, factsOf(finding).kind]).toEqual(['suspicious', 3, 'ai-property']);
});

describe('credit lines', () => {
  test.each([
    ['Made with Google AI', 3],
    ['Edited with Google AI', 2],
    ['Apple Image Playground', 3],
    ['Apple Photos Clean Up', 2],
    ['Apple Photos Generative Edit: Clean Up', 2],
    ['Google AI team photographer', 0],
    ['Not Made with Google AI', 0],
    ['NASA', 0],
  ])('photoshop:Credit “%s” weighs %s', async (credit, strength) => {
    expect((await ask(digitalSourceType, inPng(creditPacket(credit)))).strength).toBe(strength);
  });

  const record = iim([[1, 90, '\u001b%G'], [2, 110, 'Made with Google AI']]);
  test.each<[string, Uint8Array]>([
    ['JPEG APP13', jpeg({ segments: [app13(resources([[0x03ed, new Uint8Array(16)], [0x0404, record]]))] })],
    ['PNG zTXt raw profile iptc with resource block', png({ before: [zTXt('Raw profile type iptc', rawProfileText('iptc', resources([[0x0404, record]])))] })],
    ['PNG zTXt raw profile iptc bare', png({ before: [zTXt('Raw profile type iptc', rawProfileText('iptc', record))] })],
    ['PNG tEXt raw profile 8bim', png({ before: [tEXt('Raw profile type 8bim', rawProfileText('8bim', resources([[0x0404, record]])))] })],
    ['TIFF 0x83BB', tiff({ tags: [{ tag: 0x83bb, value: record, type: 7 }] })],
    ['TIFF 0x8649', tiff({ tags: [{ tag: 0x8649, value: resources([[0x0404, record]]), type: 7 }] })],
  ])('IPTC-IIM 2:110 in %s', async (_, bytes) => {
    const finding = await ask(digitalSourceType, bytes);
    expect([finding.outcome, finding.strength, factsOf(finding).property]).toEqual(['suspicious', 3, 'IIM 2:110']);
  });

  test('the same words in a caption say nothing', async () => {
    expect((await ask(digitalSourceType, jpeg({ segments: [app13(resources([[0x0404, iim([[2, 120, 'Made with Google AI']])]]))] }))).strength).toBe(0);
    expect((await ask(digitalSourceType, inPng(packet({ declare: { dc: 'http://purl.org/dc/elements/1.1/' }, elements: '<dc:description>Made with Google AI</dc:description>' })))).strength).toBe(0);
  });
});

test('place and words', async () => {
  const bytes = jpeg({ segments: [app1Xmp(sourceTypePacket('compositeWithTrainedAlgorithmicMedia'))] });
  const finding = await ask(digitalSourceType, bytes);
  expect(factsOf(finding)).toMatchObject({ segment: 'APP1', offset: placeOf(bytes, 'http://cv.iptc.org') });
  expect(digitalSourceType.text.zh.summary(finding)).toContain('经过生成式 AI 编辑');
});

test.each(Object.entries(silentFiles))('a silent %s is not applicable', async (_, write) => {
  expect((await ask(digitalSourceType, write())).outcome).toBe('not-applicable');
});

describe('files from the world', () => {
  const names = sharedFiles('labelled');
  test.skipIf(names.length === 0)('only the Midjourney sample has an AI source type in plain metadata', async () => {
    for (const name of names) expect((await ask(digitalSourceType, sharedFile('labelled', name))).strength, name).toBe(name === 'xmp-midjourney.png' ? 3 : 0);
  });
  test.skipIf(sharedFiles('camera').length === 0)('no camera file has one', async () => {
    for (const name of sharedFiles('camera')) expect((await ask(digitalSourceType, sharedFile('camera', name))).strength, name).toBe(0);
  });
});
