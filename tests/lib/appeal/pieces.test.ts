import { describe, expect, it } from 'vitest';
import { countCharacters, fit } from '../../../lib/appeal/fit';
import { letterWords } from '../../../lib/appeal/page-text';
import { cite, quote, say, writeSentence } from '../../../lib/appeal/prose';
import { forbiddenIn, supportPhrase } from '../../../lib/appeal/wording';
import { removeCitation, writeLetter } from '../../../lib/appeal/written';

describe('prose', () => {
  it('names provisions by act, article and part', () => {
    expect(writeSentence(say`依${cite('o116-19 第二款', 'o116-21', 'tb-9')}，请复核。`)).toBe('依《网络交易平台规则监督管理办法》第十九条第二款、第二十一条和《淘宝平台争议处理规则》第九条，请复核。');
    expect(writeSentence(say`${cite('ccg-21')}`)).toBe('《最高人民法院关于适用〈中华人民共和国民法典〉总则编若干问题的解释》第二十一条');
  });

  it('names an act once a line and then calls it 该办法, unless that could mean another', () => {
    const line = (...sentences: ReturnType<typeof say>[]) => writeLetter({ annex: false, paragraphs: [{ id: 'p', level: 0, runOn: false, sentences }] }).text;
    expect(line(say`依${cite('o116-19')}，`, say`违反的依${cite('o116-42')}和${cite('ecl-82')}。`)).toBe('依《网络交易平台规则监督管理办法》第十九条，违反的依该办法第四十二条和《电子商务法》第八十二条。');
    expect(line(say`依${cite('label-5')}，`, say`依${cite('o116-19')}，`, say`依${cite('o116-21')}。`)).toContain('依《网络交易平台规则监督管理办法》第二十一条');
    expect(line(say`依${cite('o116-19')}，`, say`另依${cite('cc-7')}，`, say`依${cite('o116-21')}。`)).toContain('依《网络交易平台规则监督管理办法》第二十一条');
    expect(line(say`依${cite('cc-7')}，`, say`依${cite('cc-148')}。`)).toBe('依《民法典》第七条，依《民法典》第一百四十八条。');
  });

  it('refuses to quote what is no whole sentence of the text', () => {
    expect(writeSentence(say`${quote('cc-7', '民事主体从事民事活动，应当遵循诚信原则，秉持诚实，恪守承诺。')}`)).toContain('“民事主体');
    for (const words of ['应当遵循诚信原则，秉持诚实，恪守承诺。', '民事主体从事民事活动', '民事主体应当诚实。']) expect(() => writeSentence(say`${quote('cc-7', words)}`)).toThrow(/not a whole sentence/);
    expect(() => writeSentence(say`${cite('no-such-article')}`)).toThrow(/unknown provision/);
  });
});

describe('fit', () => {
  const block = (id: string, ...forms: string[]) => ({ id, forms: forms.map((form) => (form ? [say`${form}`] : [])) });

  it('takes the cheapest step first, leaves whole forms, and counts line breaks twice', () => {
    const blocks = [{ ...block('a', '甲甲甲甲甲甲。', '甲。'), costs: [9] }, { ...block('b', '乙乙乙乙。', ''), costs: [1] }];
    const written = (limit: number) => writeLetter(fit(blocks, limit, false)!).text;
    expect(written(14)).toBe('甲甲甲甲甲甲。\n乙乙乙乙。');
    expect(written(13)).toBe('甲甲甲甲甲甲。');
    expect(written(6)).toBe('甲。');
    expect(fit(blocks, 1, false)).toBeNull();
  });

  it('counts a rare character as the two units a text box counts', () => {
    expect([countCharacters('㛃䶮'), countCharacters('𬱖'), countCharacters('，\n')]).toEqual([2, 2, 2]);
  });
});

describe('removing a citation', () => {
  const body = { annex: true, paragraphs: [{ id: 'h', level: 1 as const, runOn: false, sentences: [say`一、理由`] }, { id: 'p', level: 0 as const, runOn: false, sentences: [say`依${cite('ecl-32', 'ecl-63')}，`, say`请复核。`, say`另见${cite('cc-7')}。`] }] };

  it('takes it out of a list, or out with its sentence, and numbers the rest anew', () => {
    expect(writeLetter(removeCitation(body, 'ecl-32')).text).toBe('一、理由\n依《电子商务法》第六十三条，请复核。另见《民法典》第七条。\n附：引用条文\n1. 《中华人民共和国电子商务法》第六十三条（自2019年1月1日起施行）\n2. 《中华人民共和国民法典》第七条（自2021年1月1日起施行）');
    expect(writeLetter(removeCitation(body, 'cc-7')).text).not.toContain('另见');
    const none = removeCitation(removeCitation(removeCitation(body, 'ecl-32'), 'ecl-63'), 'cc-7');
    expect(writeLetter(none).text).toBe('一、理由\n请复核。');
  });

  it('shows chips where provisions are named', () => {
    const { segments } = writeLetter({ ...body, annex: false });
    expect(segments.filter((segment) => segment.citations.length > 0)).toEqual([
      { text: '《电子商务法》第三十二条、第六十三条', citations: ['ecl-32', 'ecl-63'] },
      { text: '《民法典》第七条', citations: ['cc-7'] },
    ]);
  });
});

describe('words', () => {
  it('keep page text out where it does not belong in a letter', () => {
    expect(letterWords(' 商品破损。\n', 30)).toBe('商品破损');
    expect(letterWords('反\u202e着写', 30)).toBe('反着写');
    expect(letterWords('𬱖记', 30)).toBe('𬱖记');
    for (const words of ['<script>alert(1)</script>', '卖家造假', '100%棉', '“引号”', 'x'.repeat(31), 'null', '', '\ud800', '甲，，乙', '店（）']) expect(letterWords(words, 30), words).toBeNull();
  });

  it('say strength only by the scale', () => {
    expect(supportPhrase('moderate')).toBe('检测结果对“图片经AI生成或编辑”提供中等程度支持');
    expect(supportPhrase('strong', ['图1', '图3'])).toBe('图1、图3的检测结果均对“图片经AI生成或编辑”提供较强程度支持');
  });

  it('catch judgements', () => {
    expect(forbiddenIn('该图已证实为造假，100%是骗子，构成诈骗罪')).toEqual(expect.arrayContaining(['造假', '骗子', '构成诈骗', '已证实', '100%']));
    expect(forbiddenIn('检测结果不构成鉴定意见')).toEqual([]);
  });
});
