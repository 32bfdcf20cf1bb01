import { describe, expect, it } from 'vitest';
import { forbiddenIn } from '../../../lib/appeal/wording';
import { buildDocument } from '../../../lib/report/build-document';
import type { Block, FindingText } from '../../../lib/report/document';
import { wilson } from '../../../lib/report/sections/method';
import { found, madeCase, madePicture } from '../../fixtures/cases-report/build-case';
import { longCase, shortCase } from '../../fixtures/cases-report/two-cases';

const strings = (value: unknown): string[] => (typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []);
const findingsOf = (blocks: Block[]): FindingText[] => blocks.flatMap((block) => (block.type === 'finding' ? [block.finding] : []));

describe('buildDocument', () => {
  it('says on the cover what a reviewer needs in a minute', async () => {
    const { cover } = buildDocument((await longCase()).input);
    expect(cover.rows).toContainEqual({ label: '订单编号', value: '261103-440118827361994' });
    expect(cover.rows).toContainEqual({ label: '申请金额', value: '¥ 128.00' });
    expect(cover.score).toBe(78);
    expect(cover.bandSentence).toBe('检测结果对“图片经AI生成或编辑”提供较强程度支持。');
    expect(cover.scoreSentence).toContain('不是');
    expect(cover.reasons.map((reason) => `${reason.place} ${reason.name}`)).toEqual(['图 1 与商品图同源', '图 1 复制移动', '图 2 生成合成内容标识']);
    expect(cover.disclaimer).toBe('检测结果仅供申诉参考，不构成鉴定意见');
    expect(cover.more).toBe('按支持程度列出前 5 张，共检验 7 张；1 张未能取得');
  });

  it('holds every SHA-256 in full, and every refused picture with its reason', async () => {
    const { input } = await longCase();
    const document = buildDocument(input);
    const text = strings(document).join('\n');
    const hashes = input.file.images.flatMap((image) => image.sha256 ?? []);
    expect(hashes).toHaveLength(10);
    for (const hash of hashes) expect(text).toContain(hash);
    const refused = strings(document.sections.find((section) => section.id === 'refused')).join('\n');
    expect(refused).toContain('图片地址的签名已过期');
    expect(refused).toContain('地址返回的内容不是图片');
    expect(refused).toContain('HTTP 403');
  });

  it('tells each finding with its strength and how to read it', async () => {
    const document = buildDocument((await longCase()).input);
    const [match] = findingsOf(document.sections.find((section) => section.id === 'image-1')!.blocks);
    expect(match).toMatchObject({ name: '与商品图同源', outcomeWord: '可疑', strengthWord: '中等偏强支持', strength: 2.4, outlines: [1] });
    expect(match!.facts).toContainEqual({ label: expect.any(String), value: '商品图 1' });
    expect(match!.look && match!.ignore && match!.alternatives).toBeTruthy();
  });

  it('sets the listing picture beside the one it was found in', async () => {
    const comparison = buildDocument((await longCase()).input).sections.find((section) => section.id === 'comparison')!;
    expect(comparison.blocks.find((block) => block.type === 'pair')).toMatchObject({ left: { imageId: 'evidence-1', outlines: [{ number: 1 }] }, right: { imageId: 'listing-1' } });
  });

  it('masks account identifiers everywhere unless asked', async () => {
    const { input } = await shortCase();
    expect(strings(buildDocument(input)).join('\n')).not.toContain('u-7731902254');
    expect(strings(buildDocument({ ...input, unmask: true })).join('\n')).toContain('u-7731902254');
  });

  it('uses no word that judges a person or a picture', async () => {
    for (const made of [await shortCase(), await longCase()]) {
      const words = strings(buildDocument({ ...made.input, draft: null })).join('\n');
      expect(forbiddenIn(words.replaceAll('不等于证明', ''))).toEqual([]);
      expect(words).not.toMatch(/鉴定(?!意见)/);
    }
  });

  it('stands without findings, pictures, letter, shop or assessment', async () => {
    const bare = madeCase([{ bytes: null, problem: 'network' }], { shop: null });
    const document = buildDocument(bare.input);
    expect(document.cover.band).toBe('none');
    expect(document.cover.noReasons).toContain('没有可检验的图片');
    expect(document.sections.map((section) => section.id)).toEqual(['order', 'refused', 'method', 'hashes']);
  });

  it('prints findings of an analyser it does not know, and survives a summary that throws', async () => {
    const made = madeCase([{ bytes: await madePicture(1), findings: [{ ...found('copy-move', 'suspicious', 1, [{ key: 'pairs', value: 3 }]), analyser: 'gone' }, found('ai-label', 'suspicious', 2)] }]);
    const analysers = made.input.analysers!.map((one) => (one.id === 'ai-label' ? { ...one, text: { zh: { ...one.text.zh, summary: () => { throw new Error('old facts'); } }, en: one.text.en } } : one));
    const section = buildDocument({ ...made.input, analysers }).sections.find((one) => one.id === 'image-1')!;
    expect(findingsOf(section.blocks).map((one) => one.name)).toEqual(['生成合成内容标识', 'gone']);
  });

  it('is the same value for the same input', async () => {
    const { input } = await longCase();
    const copy = { ...input, file: structuredClone(input.file) };
    expect(JSON.stringify(buildDocument(copy))).toBe(JSON.stringify(buildDocument(input)));
  });
});

it('wilson gives the published interval', () => {
  // Newcombe (1998), table I: 81/263 → 0.2553–0.3662; 0/20 → 0.0000–0.1611.
  expect(wilson({ alarms: 81, genuine: 263 }).map((value) => value.toFixed(2))).toEqual(['25.53', '36.62']);
  expect(wilson({ alarms: 0, genuine: 20 }).map((value) => value.toFixed(2))).toEqual(['0.00', '16.11']);
});
