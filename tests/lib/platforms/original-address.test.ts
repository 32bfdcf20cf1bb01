import { describe, expect, it } from 'vitest';
import type { ShippedPlatformId } from '../../../lib/case/platform';
import { connectSources, imageMatches, optionalMatches, pageMatches } from '../../../lib/platforms/hosts';
import { optionalRecipes, recipeOf, recipes, shippedRecipes } from '../../../lib/platforms';
import type { PlatformRecipe } from '../../../lib/platforms/recipe';
import { allowedPlatformOf, imageHostAllowed, originalAddress, originalAddresses } from '../../../lib/platforms/original-address';

/** Displayed address and the stored object's, written by hand from the rules in the sources named in the recipes. */
const rewritten: [ShippedPlatformId, string, string][] = [
  ['pinduoduo', 'https://img.pddpic.com/mms-material-img/2025-01-02/a.jpeg?imageMogr2/sharpen/1%7CimageView2/2/w/300/q/70/format/webp', 'https://img.pddpic.com/mms-material-img/2025-01-02/a.jpeg'],
  ['pinduoduo', 'https://img-3.pddpic.com/gaudit-image/b.jpeg?imageView2/2/w/1300/q/80', 'https://img-3.pddpic.com/gaudit-image/b.jpeg'],
  ['pinduoduo', 'https://commimg.pddpic.com/c.png?imageMogr2/format/webp/quality/50', 'https://commimg.pddpic.com/c.png'],
  ['pinduoduo', 'https://pfs.pinduoduo.com/u/d.jpeg?sign=q-sign-algorithm%3Dsha1%26q-signature%3Dab&imageMogr2/thumbnail/200x', 'https://pfs.pinduoduo.com/u/d.jpeg?sign=q-sign-algorithm%3Dsha1%26q-signature%3Dab'],
  ['pinduoduo', 'https://pfs.pinduoduo.com/u/e.jpeg?imageView2/2/w/300&q-sign-algorithm=sha1&q-url-param-list=&q-signature=ab', 'https://pfs.pinduoduo.com/u/e.jpeg?q-sign-algorithm=sha1&q-url-param-list=&q-signature=ab'],
  ['pinduoduo', 'https://t00img.yangkeduo.com/chat/f.jpeg.a.jpeg?imageView2/2/w/300', 'https://t00img.yangkeduo.com/chat/f.jpeg.a.jpeg'],
  ['taobao', 'https://img.alicdn.com/imgextra/i1/1/O1CN01a_!!1.jpg_60x60q90.jpg_.webp', 'https://img.alicdn.com/imgextra/i1/1/O1CN01a_!!1.jpg'],
  ['taobao', 'https://gw.alicdn.com/imgextra/i1/1/O1CN01a_!!1.jpg_Q75.jpg_.webp', 'https://gw.alicdn.com/imgextra/i1/1/O1CN01a_!!1.jpg'],
  ['taobao', 'https://img.alicdn.com/bao/uploaded/i1/1/O1CN01a_!!1.jpg_80x80.jpg', 'https://img.alicdn.com/bao/uploaded/i1/1/O1CN01a_!!1.jpg'],
  ['taobao', 'https://img.alicdn.com/imgextra/i1/1/O1CN01a_!!1.png_.webp', 'https://img.alicdn.com/imgextra/i1/1/O1CN01a_!!1.png'],
  ['taobao', 'https://img.alicdn.com/imgextra/i1/1/O1CN01a_!!1.jpg_300x300q90s150.jpg', 'https://img.alicdn.com/imgextra/i1/1/O1CN01a_!!1.jpg'],
  ['alibaba1688', 'https://cbu01.alicdn.com/img/ibank/O1CN01a_!!1-0-cib.220x220.jpg', 'https://cbu01.alicdn.com/img/ibank/O1CN01a_!!1-0-cib.jpg'],
  ['alibaba1688', 'https://cbu01.alicdn.com/img/ibank/2020/1/2/3_4.jpg_60x60.jpg_.webp', 'https://cbu01.alicdn.com/img/ibank/2020/1/2/3_4.jpg'],
  ['doudian', 'https://p9-item.ecombdimg.com/img/ecom-shop-material/h1~tplv-5mmsx3fupr-resize:200:200.jpeg', 'https://p9-aio.ecombdimg.com/obj/ecom-shop-material/h1'],
  ['doudian', 'https://p3-aio.ecombdimg.com/obj/ecom-shop-material/h2~tplv-5mmsx3fupr-re_cp:410:410:q100.jpeg', 'https://p3-aio.ecombdimg.com/obj/ecom-shop-material/h2'],
  ['jd', 'https://img10.360buyimg.com/n1/s450x450_jfs/t1/1/2/3/4/5f/x.jpg', 'https://img10.360buyimg.com/n1/jfs/t1/1/2/3/4/5f/x.jpg'],
  ['jd', 'https://img30.360buyimg.com/shaidan/s645x515_jfs/t1/1/2/3/4/5f/x.jpg', 'https://img30.360buyimg.com/shaidan/jfs/t1/1/2/3/4/5f/x.jpg'],
  ['jd', 'https://m.360buyimg.com/babel/jfs/t1/1/2/3/4/5f/x.jpg!cr_1125x549_0_72!q70.jpg.dpg.webp', 'https://m.360buyimg.com/babel/jfs/t1/1/2/3/4/5f/x.jpg'],
  ['jd', 'https://img12.360buyimg.com/pop/jfs/t1/1/2/3/4/5f/x.jpg.avif', 'https://img12.360buyimg.com/pop/jfs/t1/1/2/3/4/5f/x.jpg'],
  ['jd', 'https://img12.360buyimg.com/pop/jfs/t1/1/2/3/4/5f/x.png.dpg', 'https://img12.360buyimg.com/pop/jfs/t1/1/2/3/4/5f/x.png'],
  ['jd', 'https://img12.360buyimg.com/myjd/jfs/t1/1/2/3/4/5f/x.jpg!q70.jpg', 'https://img12.360buyimg.com/myjd/jfs/t1/1/2/3/4/5f/x.jpg'],
  ['kuaishou', 'https://u1-203.ecukwai.com/bs2/image-kwaishop-product/a.jpg?x-oss-process=image/resize,w_100', 'https://u1-203.ecukwai.com/bs2/image-kwaishop-product/a.jpg'],
  ['kuaishou', 'https://u1-203.ecukwai.com/ufile/a.jpg?bp=10180', 'https://u1-203.ecukwai.com/ufile/a.jpg?bp=10180'],
  ['xiaohongshu', 'https://qimg.xiaohongshu.com/arkgoods/01?imageView2/1/w/162/h/162/q/90.jpg', 'https://qimg.xiaohongshu.com/arkgoods/01'],
  ['xiaohongshu', 'https://sns-webpic-qc.xhscdn.com/202601010101/ab/1040!nd_dft_wlteh_webp_3', 'https://sns-webpic-qc.xhscdn.com/202601010101/ab/1040'],
  ['xiaohongshu', 'https://ci.xiaohongshu.com/1040?imageView2/2/w/format/png', 'https://ci.xiaohongshu.com/1040'],
  ['weixin', 'https://mmbiz.qpic.cn/mmbiz_jpg/AB/640', 'https://mmbiz.qpic.cn/mmbiz_jpg/AB/0'],
  ['weixin', 'https://mmbiz.qpic.cn/mmbiz_jpg/AB/640?wx_fmt=jpeg', 'https://mmbiz.qpic.cn/mmbiz_jpg/AB/0?wx_fmt=jpeg'],
  ['weixin', 'https://mmecimage.cn/p/wx00/KEY?imageView2/2/w/200', 'https://mmecimage.cn/p/wx00/KEY'],
];

/** Addresses whose signature covers the processing, or that have none: nothing may be changed. */
const untouched: [ShippedPlatformId, string][] = [
  ['doudian', 'http://p6-aftersale-sign.ecombdimg.com/douyin-user-image-file/h~tplv-51d71q3p2z-q75-jpeg.jpeg?x-expires=1&x-signature=a'],
  ['doudian', 'https://p3-pigeon-sign.ecombdimg.com/img/h~tplv-x-resize:100:100.jpeg?lk3s=1&x-expires=1&x-signature=a'],
  ['doudian', 'https://p9-item.ecombdimg.com/img/b/h~tplv-5mmsx3fupr-resize:200:200.jpeg?x-signature=a'],
  ['taobao', 'https://img.alicdn.com/a/b.jpg_80x80.jpg?auth_key=1-0-0-a'],
  ['taobao', 'https://x.alicdn.com/a.jpg?x-oss-process=image/resize,w_100&Expires=1&OSSAccessKeyId=k&Signature=a'],
  ['kuaishou', 'https://u1-203.ecukwai.com/a.jpg?imageView2/2/w/100&e=1&token=a'],
  ['pinduoduo', 'https://pfs.pinduoduo.com/a.jpeg?imageMogr2/thumbnail/100x&q-sign-algorithm=sha1&q-url-param-list=imagemogr2%2fthumbnail%2f100x&q-signature=a'],
  ['pinduoduo', 'https://pfs.pinduoduo.com/a.jpeg?sign=q-sign-algorithm%3Dsha1%26q-url-param-list%3Dimagemogr2%26q-signature%3Da&imageMogr2/thumbnail/100x'],
  ['pinduoduo', 'https://chat-img.pddugc.com/chat-pic-mall-user-v1/2026/a.jpeg'],
  ['jd', 'https://img12.360buyimg.com/myjd/jfs/t1/1/2/3/4/5f/x.jpg'],
];

describe('original addresses', () => {
  it.each(rewritten)('%s %s', (platform, displayed, original) => expect(originalAddress(platform, displayed)).toBe(original));
  it.each(untouched)('%s leaves %s alone', (platform, displayed) => expect(originalAddresses(recipeOf(platform), displayed)).toEqual([]));
  it('a goods picture of 抖店 has a second try', () =>
    expect(originalAddresses(recipeOf('doudian'), 'https://p9-item.ecombdimg.com/img/b/h~tplv-5mmsx3fupr-resize:200:200.jpeg')).toEqual(['https://p9-aio.ecombdimg.com/obj/b/h', 'https://p9-item.ecombdimg.com/img/b/h~tplv-5mmsx3fupr-image.jpeg']));
});

describe('hosts', () => {
  it.each([
    ['https://img.alicdn.com/a.jpg', true],
    ['http://img.alicdn.com/a.jpg', true],
    ['https://alicdn.com.example/a.jpg', false],
    ['https://notalicdn.com/a.jpg', false],
    ['https://img.alicdn.com:8080/a.jpg', false],
    ['https://user@img.alicdn.com/a.jpg', false],
    ['https://localhost/a.jpg', false],
    ['https://[::1]/a.jpg', false],
    ['https://10.1.2.3/a.jpg', false],
    ['https://169.254.169.254/latest', false],
    ['file:///a.jpg', false],
    ['javascript:alert(1)', false],
    ['blob:https://qn.taobao.com/1', true],
    ['blob:https://pages.example/1', false],
    ['data:image/jpeg;base64,AAAA', true],
    ['data:image/svg+xml;base64,AAAA', false],
    ['data:text/html,hello', false],
    [`data:image/png;base64,${'A'.repeat(21 * 1024 * 1024)}`, false],
  ])('%.60s is allowed: %s', (address, allowed) => expect(imageHostAllowed('taobao', address)).toBe(allowed));
  it('one platform does not open the hosts of another', () => expect(imageHostAllowed('jd', 'https://img.alicdn.com/a.jpg')).toBe(false));
  it('a manual case opens none', () => expect(imageHostAllowed('manual', 'https://img.alicdn.com/a.jpg')).toBe(false));
  it('names the platform of a picture', () => expect([allowedPlatformOf('https://img30.360buyimg.com/x.jpg'), allowedPlatformOf('https://pictures.example/x.jpg'), allowedPlatformOf('blob:https://shop.jd.com/1')]).toEqual(['jd', null, null]));

  it('match patterns and CSP sources come from the recipes and from nothing else', () => {
    const strip = (pattern: string): string => pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');
    const pages = (of: readonly PlatformRecipe[]): Set<string> => new Set(of.flatMap((recipe) => [...recipe.pages.hosts]));
    const images = (of: readonly PlatformRecipe[]): Set<string> => new Set(of.flatMap((recipe) => [...recipe.images.hosts]));
    expect(new Set(pageMatches.map(strip))).toEqual(pages(shippedRecipes));
    expect(new Set(imageMatches.map(strip))).toEqual(images(shippedRecipes));
    const granted = new Set([...pageMatches, ...imageMatches].map(strip));
    expect(new Set(optionalMatches.map(strip))).toEqual(new Set([...pages(optionalRecipes), ...images(optionalRecipes)].filter((host) => !granted.has(host))));
    expect(new Set(connectSources.map((source) => strip(`${source}/*`)))).toEqual(images(recipes));
    for (const pattern of [...pageMatches, ...imageMatches, ...optionalMatches]) expect(pattern).toMatch(/^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\*$/);
  });
});

describe('recipes', () => {
  it.each(recipes.map((recipe) => [recipe.id, recipe] as const))('%s holds only data, dated and honest', (_id, recipe) => {
    expect(JSON.parse(JSON.stringify(recipe))).toEqual(recipe);
    expect(recipe.verifiedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(recipe.checkedOn).toBe('stand-in');
    expect(recipe.unknown.length).toBeGreaterThan(0);
    for (const source of [...recipe.pages.detail, ...recipe.pages.list, ...Object.values(recipe.ids)]) expect(() => new RegExp(source)).not.toThrow();
    for (const language of ['zh', 'en'] as const) expect(recipe.metadata[language].length).toBeGreaterThan(20);
    for (const rule of recipe.images.original) expect(recipe.images.hosts.some((host) => host === rule.host || (host.startsWith('*.') && rule.host.endsWith(host.slice(1))))).toBe(true);
  });
});
