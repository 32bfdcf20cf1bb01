import { describe, expect, test } from 'vitest';
import { aiLabel } from '../../../../lib/analysers/provenance/ai-label';
import { ask, factsOf } from '../../../fixtures/ask';
import { sharedFile, sharedFiles } from '../../../fixtures/shared-data';
import { placeOf, join, utf8 } from '../../../fixtures/writers/bytes';
import { exifCarriers, silentFiles, textCarriers, xmpCarriers } from '../../../fixtures/writers/carriers';
import { app1Exif, extendedXmp, jpeg } from '../../../fixtures/writers/jpeg';
import { png, tEXt } from '../../../fixtures/writers/png';
import { asciiComment, tiffBlock } from '../../../fixtures/writers/tiff-block';
import { labelPackets, packet, tc260Uri } from '../../../fixtures/writers/xmp-packet';

const doubaoCode = '001191110102MACQD9K64010000';
const members = { Label: '1', ContentProducer: doubaoCode, ProduceID: 'p-77', ReservedCode1: '', ContentPropagator: 'someplatform', PropagateID: 'q-88', ReservedCode2: '' };
const label = (change: Record<string, unknown> = {}) => JSON.stringify({ ...members, ...change });
const wrapped = (change: Record<string, unknown> = {}) => JSON.stringify({ AIGC: { ...members, ...change } });

const expectLabel = async (bytes: Uint8Array, value = '1') => {
  const finding = await ask(aiLabel, bytes);
  expect(finding.outcome).toBe('suspicious');
  const facts = factsOf(finding);
  expect(facts.label).toBe(value);
  return { finding, facts };
};

describe('every carrier of the image guide and of real files', () => {
  test.each(Object.entries(xmpCarriers))('XMP in %s', async (_, carrier) => {
    const { facts } = await expectLabel(carrier(labelPackets['element, entities']!(label())));
    expect(facts).toMatchObject({ producer: doubaoCode, produceId: 'p-77', propagator: 'someplatform', propagateId: 'q-88', carrier: 'xmp:AIGC', serialisation: 'xmp-element' });
  });

  test.each(Object.entries(labelPackets))('XMP written as: %s', async (_, write) => {
    const { facts } = await expectLabel(png({ before: [tEXt('XML:com.adobe.xmp', write(label()))] }));
    expect(facts).toMatchObject({ producer: doubaoCode, produceId: 'p-77' });
  });

  test.each(Object.entries(textCarriers))('wrapped JSON in %s', async (_, carrier) => {
    const { facts } = await expectLabel(carrier(wrapped()));
    expect(facts).toMatchObject({ producer: doubaoCode, produceId: 'p-77' });
  });

  test.each(Object.entries(exifCarriers))('UserComment in %s', async (_, carrier) => {
    await expectLabel(carrier(tiffBlock({ exif: [{ tag: 0x9286, value: asciiComment(wrapped()) }] })));
  });

  test('extended XMP in several parts', async () => {
    const filler = `<a:Data>${'Q'.repeat(3000)}</a:Data>`;
    const rest = packet({ declare: { TC260: tc260Uri, a: 'http://example.org/a/' }, elements: `${filler}<TC260:AIGC>${label()}</TC260:AIGC>` });
    await expectLabel(jpeg({ segments: [extendedXmp(utf8(rest), 900)] }));
  });

  test('the offset is where the value begins', async () => {
    for (const bytes of [xmpCarriers['PNG iTXt']!(labelPackets.element!(label())), xmpCarriers['HEIC mime item']!(labelPackets.element!(label())), textCarriers['PNG tEXt AIGC']!(label())]) {
      const { facts } = await expectLabel(bytes);
      expect(facts.offset).toBe(placeOf(bytes, '{"Label"'));
    }
  });
});

describe('serialisations', () => {
  const inText = (json: string) => png({ before: [tEXt('AIGC', json)] });
  test.each([
    ['unwrapped, keys in another order', JSON.stringify({ ContentPropagator: 'x', Label: '1', ProduceID: 'p' })],
    ['lower camel keys', '{"AIGC":{"label":"1","contentProducer":"c","produceId":"p"}}'],
    ['a bare number', '{"Label":1,"ContentProducer":"c"}'],
    ['spaces and line ends', '{ "AIGC" :\n { "Label" : "1" ,\n "ContentProducer" : "c" } }'],
    ['JSON as a string', JSON.stringify({ AIGC: JSON.stringify({ Label: '1', ContentProducer: 'c' }) })],
    ['JSON as a string, twice', JSON.stringify({ AIGC: JSON.stringify(JSON.stringify({ Label: '1', ContentProducer: 'c' })) })],
    ['nested deeper', '{"meta":{"info":{"AIGC":{"Label":"1","ContentProducer":"c"}}}}'],
    ['single quotes, as str(dict) writes it', "{'AIGC': {'Label': '1', 'ContentProducer': 'c', 'ProduceID': 'p'}}"],
    ['cut off in the middle', '{"AIGC":{"Label":"1","ContentProducer":"c","ProduceID":"p","ReservedCode1":"abcdef'],
    ['quotes inside a reserved code not escaped', '{"AIGC":{"Label":"1","ContentProducer":"c","ReservedCode1":"{"Type":"TC260PG"}"}}'],
    ['a byte order mark first', '\ufeff{"Label":"1","ContentProducer":"c"}'],
  ])('%s', async (_, json) => {
    const { facts } = await expectLabel(inText(json));
    if (!json.includes('Propagator')) expect(facts.producer ?? 'c').toBe('c');
  });

  test('what is not valid JSON is marked as loosely read', async () => {
    const { facts } = await expectLabel(inText("{'Label': '2', 'ContentPropagator': 'x'}"), '2');
    expect(facts).toMatchObject({ serialisation: 'png-text+loose', propagator: 'x' });
    const notOne = await ask(aiLabel, png({ before: [tEXt('Comment', "Label: '1', ContentProducer: 'somebody' said nothing of it")] }));
    expect(notOne.strength).toBe(0);
  });

  test('bare in text: AIGC needs a label and somebody who wrote it', async () => {
    await expectLabel(png({ before: [tEXt('Comment', 'note AIGC{"Label":"1","ProduceID":"p"} end')] }));
    const without = await ask(aiLabel, png({ before: [tEXt('Comment', 'AIGC{"Label":"1"}')] }));
    expect(without.outcome).toBe('inconclusive');
    const shop = await ask(aiLabel, png({ before: [tEXt('Comment', '{"Label":"1","Price":"9.90"}')] }));
    expect(shop.outcome).toBe('inconclusive');
  });
});

describe('what the label says', () => {
  test('1 is the generator’s word, 2 and 3 a platform’s guess', async () => {
    const strengths: Record<string, number> = {};
    for (const value of ['1', '2', '3']) strengths[value] = (await expectLabel(png({ before: [tEXt('AIGC', label({ Label: value }))] }), value)).finding.strength;
    expect(strengths).toEqual({ '1': 3, '2': 1.5, '3': 1.5 });
  });

  test('any other value is shown and weighs nothing', async () => {
    const finding = await ask(aiLabel, png({ before: [tEXt('AIGC', label({ Label: '9' }))] }));
    expect([finding.outcome, finding.strength, factsOf(finding).label]).toEqual(['inconclusive', 0, '9']);
  });

  test('of two labels the stronger leads and the other is named with its place', async () => {
    const { facts } = await expectLabel(png({ before: [tEXt('AIGC', label({ Label: '2' }))], after: [tEXt('AIGC', label())] }));
    expect(String(facts.alsoIn)).toMatch(/tEXt@\d+ png:AIGC/);
  });

  test('a code is decoded, its check digit tried, its holder named; a bare name is taken as it is', async () => {
    const known = (await expectLabel(png({ before: [tEXt('AIGC', label())] }))).facts;
    expect(known).toMatchObject({ producerOperator: '字节跳动系主体（豆包）', producerCodeValid: true, propagator: 'someplatform' });
    expect(known.propagatorOperator).toBeUndefined();
    const broken = (await expectLabel(png({ before: [tEXt('AIGC', label({ ContentProducer: doubaoCode.replace('K640', 'K641') }))] }))).facts;
    expect(broken.producerCodeValid).toBe(false);
  });

  test('account identifiers and raw text are private, the rest is not', async () => {
    const { finding } = await expectLabel(png({ before: [tEXt('AIGC', label())] }));
    expect(finding.facts.filter((one) => one.private).map((one) => one.key)).toEqual(['produceId', 'propagateId', 'raw']);
  });

  test('the words name the holder of the code and never more', async () => {
    const { finding } = await expectLabel(png({ before: [tEXt('AIGC', label())] }));
    expect(aiLabel.text.zh.summary(finding)).toContain('编码登记于 字节跳动系主体（豆包）');
    expect(aiLabel.text.zh.summary(finding)).toContain('Label=1');
    expect(aiLabel.text.en.summary(finding)).toContain('registered to a ByteDance company (Doubao)');
  });
});

describe('export records of the ByteDance apps', () => {
  const record = (product: string, exportType: string, labelType: unknown, aigcType?: unknown) =>
    JSON.stringify({ aigc_info: { aigc_label_type: labelType, aigc_type: aigcType, source_info: product }, data: { os: 'web', product, exportType, pictureId: '0' }, trace_info: { originItemId: '123' } });
  test.each([
    ['dreamina', 'generation', 0, undefined, 3],
    ['doubao', 'generation', 0, undefined, 3],
    ['retouch', 'export', 1, undefined, 2],
    ['lv', 'export', 2, undefined, 2],
    ['aweme', 'export', 0, 1, 0.5],
    ['retouch', 'export', 0, undefined, 0],
    ['lv', 'export', 0, undefined, 0],
    ['dreamina', 'edit', 0, undefined, 0],
  ])('%s, %s, label type %s, aigc type %s → %s', async (product, exportType, labelType, aigcType, strength) => {
    const finding = await ask(aiLabel, jpeg({ segments: [app1Exif(tiffBlock({ exif: [{ tag: 0x9286, value: asciiComment(record(product, exportType, labelType, aigcType)) }] }))] }));
    expect(finding.strength).toBe(strength);
    expect(finding.outcome).toBe(strength > 0 ? 'suspicious' : 'inconclusive');
    expect(finding.facts.find((one) => one.key === 'originItemId')).toEqual({ key: 'originItemId', value: '123', private: true });
  });
});

test('the record of Tencent COS in ImageDescription', async () => {
  const json = '{"AIGC":{"ServiceProvider":"p","ServiceUser":"u","Time":"2026-01-01","ContentId":"c"}}';
  const finding = await ask(aiLabel, jpeg({ segments: [app1Exif(tiffBlock({ ifd0: [{ tag: 0x010e, value: json }] }))] }));
  expect([finding.outcome, finding.strength]).toEqual(['suspicious', 2]);
});

test.each(Object.entries(silentFiles))('a %s without words is not applicable', async (_, write) => {
  expect((await ask(aiLabel, write())).outcome).toBe('not-applicable');
});

test('words without a label are inconclusive', async () => {
  const finding = await ask(aiLabel, join(png({ before: [tEXt('Comment', 'my AIGC course, Label: 1')] })));
  expect([finding.outcome, finding.strength]).toEqual(['inconclusive', 0]);
});

describe('files from the world', () => {
  const truth: Record<string, string> = {
    'aigc-exif-jpeg-baidu.jpeg': '百度', 'aigc-xmp-png-jimeng.png': '字节跳动系主体（即梦/Dreamina）', 'aigc-text-png-qwen.png': '千问 App 运营主体（Qwen）',
    'aigc-signed-png-yuanbao-1.png': '腾讯（元宝）', 'aigc-signed-png-yuanbao-2.png': '腾讯（元宝）', 'aigc-xmp-png-doubao.png': '字节跳动系主体（豆包）',
  };
  const names = sharedFiles('labelled');
  test.skipIf(names.length === 0)('each TC260 sample reads Label 1 and its holder; no other sample has one', async () => {
    for (const name of names) {
      const finding = await ask(aiLabel, sharedFile('labelled', name));
      if (truth[name] === undefined) expect(finding.strength, name).toBe(0);
      else expect(factsOf(finding), name).toMatchObject({ label: '1', producerOperator: truth[name], producerCodeValid: true });
    }
  });
  test.skipIf(sharedFiles('camera').length === 0)('no camera file has one', async () => {
    for (const name of sharedFiles('camera')) expect((await ask(aiLabel, sharedFile('camera', name))).strength, name).toBe(0);
  });
});
