/** Rows 24 and 25 of provenance-labels.md §7: words that services lay over a picture, and their shapes. */
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeHost } from '../../../../cli/node-host';
import { examine } from '../../../../lib/analysers/examine';
import { visibleMark } from '../../../../lib/analysers/provenance/visible-mark';
import type { Finding } from '../../../../lib/case/finding';
import { traceSource } from '../../../../lib/evidence/traces';
import { factsOf } from '../../../fixtures/ask';
import { overlaid, sparkled, type Overlay } from '../../../fixtures/marks/overlaid';
import { sharedFile, sharedFiles } from '../../../fixtures/shared-data';
import { plainPhoto } from '../../../stand-in/photos';

const read = async (bytes: Uint8Array): Promise<Finding> => (await examine(traceSource(bytes, nodeHost), {}, [visibleMark]))[0]!;
let flower: Uint8Array;
let landscape: Uint8Array;

beforeAll(async () => {
  [flower, landscape] = await Promise.all([plainPhoto('allium-oreophilum', 1080), plainPhoto('french-alpine-landscape', 1200)]);
});

describe('row 24: words', () => {
  const marks: [string, Overlay, Record<string, unknown>][] = [
    ['豆包', { words: '豆包AI生成', height: 3.4, corner: 'bottom-right' }, { words: '豆包AI生成', brand: '豆包', corner: 'bottom-right' }],
    ['千问', { words: '千问AI生成', height: 4, corner: 'bottom-right', margin: 3.3 }, { words: '千问AI生成', brand: '千问' }],
    ['元宝', { words: '元宝AI生成', height: 3.2, corner: 'bottom-right', opacity: 0.6 }, { words: '元宝AI生成', brand: '元宝' }],
    ['元宝, its name on a line of its own', { words: '元宝\nAI生成', height: 3.2, corner: 'bottom-right' }, { words: '元宝AI生成', brand: '元宝', corner: 'bottom-right' }],
    ['即梦, without 生成', { words: '即梦AI', height: 3.8, corner: 'bottom-right', margin: 3 }, { words: '即梦AI', brand: '即梦' }],
    ['the pill', { words: 'AI生成', height: 2.2, corner: 'top-left', margin: 3.4, box: 'outline' }, { words: 'AI生成', brand: undefined, corner: 'top-left' }],
    ['可灵 and a version', { words: '可灵AI 3.0', height: 3.2, corner: 'bottom-right' }, { words: '可灵AI', brand: '可灵' }],
    ['RunningHub', { words: 'RunningHub AI生成', height: 3, corner: 'top-left' }, { words: 'RunningHub AI生成', brand: 'RunningHub', corner: 'top-left' }],
    ['LibLib', { words: 'LibLibAI', height: 3.2, corner: 'bottom-centre' }, { words: 'LibLibAI', corner: 'bottom-centre' }],
    ['Samsung’s sentence', { words: 'AI-generated content', height: 2.4, corner: 'bottom-left', opacity: 0.6 }, { words: 'AI-generated content', corner: 'bottom-left' }],
    ['Copilot’s pill', { words: 'Made with AI', height: 2.6, corner: 'top-right', margin: 3, colour: '#222', box: { fill: '#fff' } }, { words: 'Made with AI', corner: 'top-right' }],
    ['the bare rule at the standard’s own height', { words: '人工智能生成', height: 5, corner: 'bottom-left' }, { words: '人工智能生成', brand: undefined, corner: 'bottom-left' }],
    ['a sentence', { words: '内容由AI生成', height: 3, corner: 'bottom-right' }, { words: '内容由AI生成' }],
    ['合成', { words: 'AI合成', height: 3, corner: 'top-right' }, { words: 'AI合成', corner: 'top-right' }],
  ];

  test.each(marks)('%s', async (_name, overlay, wanted) => {
    const finding = await read(await overlaid(landscape, [overlay]));
    expect(finding).toMatchObject({ outcome: 'suspicious', strength: 3, family: 'provenance' });
    const facts = factsOf(finding);
    for (const [key, value] of Object.entries(wanted)) expect(facts[key], key).toBe(value);
    // By how far apart the words' ends stand; fonts differ in their widths.
    expect(facts['heightPercent'] as number / overlay.height).toBeGreaterThan(0.85);
    expect(facts['heightPercent'] as number / overlay.height).toBeLessThan(1.15);
  });

  test('words cut out of a light pill, through which the picture shows', async () => {
    const wall = new Uint8Array(await sharp({ create: { width: 900, height: 700, channels: 3, background: '#b03c14' } }).jpeg().toBuffer());
    const pill = await overlaid(wall, [{ words: 'Made with AI', height: 2.8, corner: 'top-right', margin: 3, opacity: 1, box: { fill: '#fff', cut: true } }]);
    expect(factsOf(await read(pill))).toMatchObject({ words: 'Made with AI', corner: 'top-right' });
  });

  test('a sentence of 5 px letters is found, though not all of it is read', async () => {
    const small = await overlaid(new Uint8Array(await plainPhoto('french-alpine-landscape', 720)), [{ words: 'AI-generated content', height: 2.3, corner: 'bottom-left', opacity: 0.6 }], { scale: 0.5 });
    expect(factsOf(await read(small))['words']).toMatch(/^AI-generated/);
  });

  test('a version after the words is not read as 生成 where it is small', async () => {
    const small = await overlaid(new Uint8Array(await plainPhoto('french-alpine-landscape', 720)), [{ words: 'KlingAI 3.0', height: 3.2, corner: 'bottom-right', opacity: 0.6 }], { scale: 0.5 });
    expect(factsOf(await read(small))['words']).toBe('KlingAI');
  });

  test('survives halving and a second save, and the box lies on the words', async () => {
    const once = await overlaid(flower, [{ words: '豆包AI生成', height: 3.4, corner: 'bottom-right', margin: 2 }], { scale: 0.5 });
    const again = new Uint8Array(await sharp(once).jpeg({ quality: 70 }).toBuffer());
    const finding = await read(again);
    expect(factsOf(finding)['words']).toBe('豆包AI生成');
    const [region] = finding.regions!;
    expect(region!.kind).toBe('mark');
    const xs = region!.points.map(([x]) => x);
    const ys = region!.points.map(([, y]) => y);
    const { width, height } = await sharp(again).metadata();
    const short = Math.min(width, height);
    // Right and lower edges lie 2 % of the shorter side from the picture's, give or take half a character.
    expect(Math.abs((1 - Math.max(...xs)) * width - 0.02 * short)).toBeLessThan(0.02 * short);
    expect(Math.abs((1 - Math.max(...ys)) * height - 0.02 * short)).toBeLessThan(0.02 * short);
    expect((Math.max(...xs) - Math.min(...xs)) * width).toBeGreaterThan(4.2 * 0.034 * short);
  });
});

describe('row 25: shapes alone', () => {
  test('the sparkle is a hint, not a declaration', async () => {
    const finding = await read(await sparkled(landscape));
    expect(finding).toMatchObject({ outcome: 'suspicious', strength: 1 });
    expect(factsOf(finding)).toMatchObject({ kind: 'sparkle', corner: 'bottom-right' });
    expect(factsOf(finding)['words']).toBeUndefined();
    expect(Math.abs((factsOf(finding)['heightPercent'] as number) - 4.7)).toBeLessThan(0.6);
  });
});

describe('what must raise nothing', () => {
  test('photographs without a mark', async () => {
    for (const photo of [flower, landscape, await plainPhoto('airplane-from-above', 1000)]) expect((await read(photo)).outcome).toBe('inconclusive');
  });

  const honest: [string, Overlay[]][] = [
    ['a phone maker’s watermark with AI in it', [{ words: 'SHOT ON MI 9', height: 2.6, corner: 'bottom-left', margin: 5 }, { words: 'AI TRIPLE CAMERA', height: 2.6, corner: 'bottom-left', margin: 1.6 }]],
    ['HUAWEI', [{ words: 'HUAWEI P40 Pro', height: 3, corner: 'bottom-left' }]],
    ['a time stamp', [{ words: '2026年11月5日 14:32', height: 3, corner: 'bottom-right' }]],
    ['a shop’s name', [{ words: '张记五金 实拍图', height: 3.4, corner: 'bottom-right' }]],
    ['生成 without AI', [{ words: '本图由小程序生成', height: 3, corner: 'bottom-right' }]],
    ['AI without 生成', [{ words: 'AI美颜', height: 3, corner: 'bottom-right' }]],
    ['a service’s name without AI', [{ words: '豆包早餐铺', height: 3, corner: 'bottom-right' }]],
    ['合成 after a word that is no AI', [{ words: '照片合成', height: 4, corner: 'bottom-left' }]],
    ['an address in two lines', [{ words: '深圳市南山区科技园\n2026.11.05 14:32', height: 3, corner: 'bottom-left' }]],
    ['生成 after a word that begins with AI', [{ words: 'AIR 生成', height: 3.4, corner: 'bottom-right' }]],
    ['words printed on the goods, in the middle', [{ words: 'AI生成', height: 4, corner: 'middle' }]],
    ['words printed on the goods, slanted', [{ words: '豆包AI生成', height: 4, corner: 'bottom-right', turn: -24 }]],
    ['red print near the edge', [{ words: '豆包AI生成', height: 4, corner: 'bottom-right', colour: '#d01010', opacity: 1 }]],
  ];
  test.each(honest)('%s', async (_name, overlays) => {
    expect((await read(await overlaid(landscape, overlays))).outcome).toBe('inconclusive');
  });

  test('a photographed screen whose conversation ends with the words', async () => {
    const screen = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#f4f4f4' } }).png().toBuffer();
    const lines = ['今天帮我看看这个订单', '好的，请稍等', '已经为您整理好了', '以上内容由AI生成'].map((words, i): Overlay => ({ words, height: 3, corner: 'bottom-left', margin: 2 + 4.6 * (3 - i), colour: '#333', opacity: 1 }));
    expect((await read(await overlaid(screen, lines))).outcome).toBe('inconclusive');
  });

  test('a picture too small to be read is not judged', async () => {
    expect(await read(new Uint8Array(await sharp(flower).resize(120).jpeg().toBuffer()))).toMatchObject({ outcome: 'not-applicable', strength: 0 });
  });
});

const labelled: Record<string, string> = {
  'aigc-exif-jpeg-baidu.jpeg': '百度AI生成',
  'aigc-signed-png-yuanbao-1.png': '元宝AI生成',
  'aigc-signed-png-yuanbao-2.png': '元宝AI生成',
  'aigc-text-png-qwen.png': '千问AI生成',
  'aigc-xmp-png-doubao.png': '豆包AI生成',
  'aigc-xmp-png-jimeng.png': '即梦AI',
  'sef-genai-samsung.png': "Contenuti generati dall'AI",
  'visible-mark-doubao-no-metadata.jpg': 'AI生成',
};
const present = sharedFiles('labelled').filter((name) => name in labelled);
describe.skipIf(present.length === 0)('marks of real services', () => {
  test.each(present)('%s', async (name) => {
    expect(factsOf(await read(sharedFile('labelled', name)))['words']).toBe(labelled[name]);
  });
});

describe.skipIf(!present.includes('aigc-xmp-png-jimeng.png'))('the star of 即梦, its words painted over', () => {
  const star = async (quality: number, width: number) => {
    const stored = sharp(sharedFile('labelled', 'aigc-xmp-png-jimeng.png')).removeAlpha();
    const { width: wide, height: high } = await stored.metadata();
    const patch = await sharp({ create: { width: 150, height: 50, channels: 3, background: '#181211' } }).png().toBuffer();
    const painted = await stored.composite([{ input: patch, left: wide - 162, top: high - 75 }]).png().toBuffer();
    return read(new Uint8Array(await sharp(painted).resize(width).jpeg({ quality }).toBuffer()));
  };
  test.each([[90, 936], [75, 936], [75, 468]])('JPEG %i, %i px wide', async (quality, width) => {
    const finding = await star(quality, width);
    expect(finding).toMatchObject({ outcome: 'suspicious', strength: 1 });
    expect(factsOf(finding)).toMatchObject({ kind: 'star', brand: '即梦', corner: 'bottom-right' });
    expect(Math.abs((factsOf(finding)['heightPercent'] as number) - 5)).toBeLessThan(0.5);
  });
});
