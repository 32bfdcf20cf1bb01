import { describe, expect, it } from 'vitest';
import { recipes } from '../../../../lib/platforms';
import { kindByAddress } from '../../../../lib/platforms/page-kind';
import { recipeOfTaught, taughtAt } from '../../../../lib/platforms/taught/read-with-taught';
import { foreignHosts, maxRecipeBytes, parseRecipeFile, readTaughtRecipe, RecipeRefused } from '../../../../lib/platforms/taught/validate';
import type { TaughtRecipe } from '../../../../lib/platforms/taught/taught-recipe';

const good: TaughtRecipe = {
  format: 'yantu-recipe', version: 1, id: '0123456789ab', revision: 1, name: '无名商城', taughtOn: '2026-04-12',
  page: { host: 'seller.unheard-mall.com', path: '/service/dispute/*', query: ['no'], hash: null },
  numbers: { orderId: 'no', afterSaleId: null }, shapes: { orderId: 'A{2}9{14}', afterSaleId: '9{13}' },
  labels: { orderId: ['交易流水'], status: [] }, others: ['店内标记'], evidence: { labels: ['随附影像'], places: [] },
  imageHosts: ['*.unheard-cdn.com'], currency: 'CNY', offset: '+08:00',
};

it('a file of ours passes unchanged', () => {
  expect(parseRecipeFile(JSON.stringify(good))).toEqual(good);
});

describe('hostile files', () => {
  const changed: [string, object][] = [
    ['unknown member', { ...good, run: 'alert(1)' }],
    ['unknown member inside', { ...good, page: { ...good.page, detail: ['(a+)+$'] } }],
    ['an expression as path', { ...good, page: { ...good.page, path: '/(a+)+$' } }],
    ['an expression as shape', { ...good, shapes: { orderId: '(\\d+)+', afterSaleId: null } }],
    ['endless shape', { ...good, shapes: { orderId: '9{99}'.repeat(40), afterSaleId: null } }],
    ['stars without end', { ...good, page: { ...good.page, path: `/${'*/'.repeat(30)}` } }],
    ['stars side by side', { ...good, page: { ...good.page, path: '/a**' } }],
    ['this machine', { ...good, page: { ...good.page, host: 'localhost' } }],
    ['an address in numbers', { ...good, imageHosts: ['192.168.1.1'] }],
    ['the office network', { ...good, imageHosts: ['files.corp'] }],
    ['everybody', { ...good, imageHosts: ['*.com'] }],
    ['everybody in a country', { ...good, imageHosts: ['*.com.cn'] }],
    ['a page host with a wildcard', { ...good, page: { ...good.page, host: '*.unheard-mall.com' } }],
    ['a port', { ...good, page: { ...good.page, host: 'seller.unheard-mall.com:8443' } }],
    ['too many hosts', { ...good, imageHosts: Array.from({ length: 9 }, (_, at) => `h${at}.example.com`) }],
    ['markup in a label', { ...good, labels: { orderId: ['<img src=x onerror=1>'] } }],
    ['a field nobody knows', { ...good, labels: { password: ['密码'] } }],
    ['a name that turns the text around', { ...good, name: '商城\u202e' }],
    ['prototype', JSON.parse(JSON.stringify(good).replace('"revision":1', '"revision":1,"__proto__":{"admin":true}')) as object],
    ['a later version', { ...good, version: 2 }],
    ['another kind of file', { ...good, format: 'yantu-library' }],
    ['half a revision', { ...good, revision: 1.5 }],
    ['no object', [good]],
  ];
  it.each(changed)('%s is refused with a sentence', (_name, file) => {
    expect(() => parseRecipeFile(JSON.stringify(file))).toThrow(RecipeRefused);
    expect(() => readTaughtRecipe(file)).toThrow(/[。，]|未导入|升级/);
  });
  it('a file too large, or no JSON at all', () => {
    expect(() => parseRecipeFile(`${JSON.stringify(good)}${' '.repeat(maxRecipeBytes)}`)).toThrow('文件过大');
    expect(() => parseRecipeFile('not json')).toThrow('无法读取');
  });
});

describe('which pages it speaks of', () => {
  const kind = (url: string, page: Partial<TaughtRecipe['page']> = {}) => kindByAddress(recipeOfTaught({ ...good, page: { ...good.page, ...page } }), url);
  it.each<[string, string]>([
    ['https://seller.unheard-mall.com/service/dispute/7700998877665?no=TX1&tab=2', 'refund-detail'],
    ['https://seller.unheard-mall.com/service/dispute/7700998877665/?no=TX1', 'refund-detail'],
    ['https://seller.unheard-mall.com/service/dispute?no=TX1', 'none'],
    ['https://seller.unheard-mall.com/service/dispute/7700998877665', 'none'],
    ['https://seller.unheard-mall.com/service/dispute/7700/reply?no=TX1', 'none'],
    ['https://seller.unheard-mall.com.evil.com/service/dispute/7700?no=TX1', 'none'],
  ])('%s → %s', (url, expected) => {
    expect(kind(url)).toBe(expected);
  });
  it('a route behind #', () => {
    expect(kind('https://seller.unheard-mall.com/app#/refund/77?no=1', { path: '/app', hash: '/refund/*' })).toBe('refund-detail');
    expect(kind('https://seller.unheard-mall.com/app#/orders/77?no=1', { path: '/app', hash: '/refund/*' })).toBe('none');
  });
  it('an address of 100,000 characters is decided, too', () => {
    expect(kind(`https://seller.unheard-mall.com/service/dispute/${'a'.repeat(100_000)}!?no=`)).toBe('none');
  });
  it('on a page of ours it goes under our platform’s name and hosts', () => {
    const own = { ...good, page: { host: 'mms.pinduoduo.com', path: '/aftersales-ssr/detail', query: ['id'], hash: null } };
    expect(recipeOfTaught(own)).toMatchObject({ id: 'pinduoduo' });
    expect(recipeOfTaught(own).images.hosts).toContain('*.pddpic.com');
    expect(taughtAt([own], 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=1')).toHaveLength(1);
  });
});

it('picture hosts of other sites are named, the page’s own site and our recipe’s are not', () => {
  expect(foreignHosts({ ...good, imageHosts: ['*.unheard-cdn.com', 'img.unheard-mall.com'] }, recipes)).toEqual(['*.unheard-cdn.com']);
  expect(foreignHosts({ ...good, page: { ...good.page, host: 'mms.pinduoduo.com' }, imageHosts: ['img.pddpic.com', 'tracker.example.com'] }, recipes)).toEqual(['tracker.example.com']);
});
