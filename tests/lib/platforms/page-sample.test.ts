import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { shippedPlatformIds } from '../../../lib/case/platform';
import { recipeOf } from '../../../lib/platforms';
import { blanked, pageSample } from '../../../lib/platforms/page-sample';
import { keptWords } from '../../../lib/platforms/sample-words';
import { goodsCard, invented, pairsOf } from '../../fixtures/pages/claims';
import { kits } from '../../fixtures/pages/kits';

const url = 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=31260305014001&orderSn=260301-100200300400501';
const recipe = recipeOf('pinduoduo');
const open = (html: string): Document => new JSDOM(html, { url }).window.document;

/** Invented people and everything about them, wherever a page can hold it. */
const secrets = ['欧阳震华', '13812345678', '北京市朝阳区建国路八十八号', 'lisi_2026@mail.example', '260301-100200300400501', '31260305014001', '6222020200112233445', '110101199003071234', 'YT9988776655443', 'Zhangsanfeng', 'wx_nick_77', '我家孩子过敏了', '1288.66', '2026-03-05', 'pfs.pinduoduo.com/aftersale-user', '7f3c1a2e', 'AKIDexample', 'session-token-8f8f', '李记杂货铺', '尾号4455'];
const full = `<!doctype html><html><head><title>${secrets[0]} 的售后</title><meta name="user" content="${secrets[3]}"><style>.u-${secrets[9]}{}</style></head><body data-user="${secrets[1]}" class="shop-${secrets[18]} table">
<!-- ${secrets[0]} ${secrets[1]} --><script>window.user = "${secrets[9]}"</script>
<div class="buyer-${secrets[9]} order-${secrets[5]} card" id="o${secrets[5]}" title="${secrets[0]}" aria-label="${secrets[2]}" data-order="${secrets[4]}"><span>收货人：</span><span>${secrets[0]}</span> ${secrets[1]}</div>
<div>收货地址：${secrets[2]}，${secrets[18]}</div><div>订单编号：${secrets[4]}</div><div>售后编号 ${secrets[5]}</div><div>退款金额：¥${secrets[12]}</div><div>申请时间：${secrets[13]} 10:00:00</div>
<p>买家留言：${secrets[11]}，请打 ${secrets[1]}（${secrets[19]}），身份证 ${secrets[7]}，卡号 ${secrets[6]}，邮箱 ${secrets[3]}，微信 ${secrets[10]}，Mr. ${secrets[9]}</p>
<p>${secrets[0]!.split('').join('\u200b')} 问题描述：${[...secrets[11]!].join(' ')}</p>
<a href="https://mms.pinduoduo.com/aftersales-ssr/detail?id=${secrets[5]}&orderSn=${secrets[4]}">查看详情</a><a href="tel:${secrets[1]}">电话</a><a href="mailto:${secrets[3]}">x</a>
<img src="https://${secrets[14]}/${secrets[15]}.jpeg?sign=${secrets[16]}" alt="${secrets[0]}" width="80" height="80"><div style="background-image:url(https://${secrets[14]}/${secrets[15]}.jpeg);--who:${secrets[9]}"></div><img src="data:image/jpeg;base64,${'QUJD'.repeat(2000)}">
<input type="text" value="${secrets[0]}" placeholder="${secrets[1]}"><input type="hidden" value="${secrets[17]}"><textarea>${secrets[11]}</textarea><select><option value="${secrets[17]}">${secrets[18]}</option></select>
<x-${secrets[9]!.toLowerCase()} secret="${secrets[17]}"><template shadowrootmode="open"><b>${secrets[0]}</b><i>物流单号：${secrets[8]}</i></template></x-${secrets[9]!.toLowerCase()}>
<svg><text>${secrets[0]}</text></svg><noscript>${secrets[1]}</noscript><iframe srcdoc="${secrets[0]}" src="https://mms.pinduoduo.com/x?${secrets[17]}"></iframe><details><summary>${secrets[2]}</summary></details>
<p>١٢٣٤٥ Ⅷ ㊿ 𝟙𝟛𝟠 ۴۵۶ ｌｉｓｉ Иван Мария 김철수</p></body></html>`;

describe('a sample of a page full of people', () => {
  const sample = pageSample(open(full), recipe, url, '2026-11-28');

  it.each(secrets)('holds nothing of %s', (secret) => {
    expect(full).toContain(secret);
    expect(sample.html).not.toContain(secret);
    // Nor a part of it long enough to tell somebody by.
    for (let at = 0; at + 4 <= secret.length; at += 1) {
      const part = secret.slice(at, at + 4);
      if (/^[\p{L}\d]+$/u.test(part) && !/^0+$/.test(part)) expect(sample.html.replace(/<title>[^<]*<\/title>/, '').replace(/ data-(?:picture|late)="[^"]*"/g, ''), part).not.toContain(part);
    }
  });

  it('holds no figure but 0 outside its own title, class numbers and sizes', () => {
    const body = sample.html.slice(sample.html.indexOf('<body>')).replace(/ class="[^"]*"/g, '').replace(/ (?:width|height|colspan|rowspan)="\d+"/g, '').replace(/<\/?h[1-6]/g, '');
    expect(body.match(/[1-9]/g)).toBeNull();
    expect(body).not.toMatch(/[١٢٣٤٥Ⅷ㊿۴۵۶]|\p{Script=Cyrillic}|\p{Script=Hangul}/u);
  });

  it('holds no address and no attribute beside the few of its own', () => {
    expect(sample.html).not.toMatch(/https?:|mailto:|tel:|\?id=|sign=/);
    const names = new Set([...sample.html.slice(sample.html.indexOf('<body>')).matchAll(/ ([a-z-]+)(?:="[^"]*")?(?=[ >])/g)].map((found) => found[1]));
    const allowed = ['class', 'role', 'colspan', 'rowspan', 'aria-hidden', 'hidden', 'data-picture', 'data-late', 'data-link', 'data-custom', 'data-frame', 'style', 'alt', 'width', 'height', 'type', 'shadowrootmode'];
    expect([...names].filter((name) => !allowed.includes(name!) && !/^x+$/.test(name!))).toEqual([]);
  });

  it('keeps the labels, and the words kept are all from the list', () => {
    for (const label of ['收货人', '收货地址', '订单编号', '售后编号', '退款金额', '申请时间', '买家留言', '问题描述', '物流单号', '查看详情']) expect(sample.html).toContain(label);
    const words = keptWords(recipe);
    for (const word of sample.kept) expect(words.has(word.toLowerCase().replace(/\s/g, '')) || /^[\p{Script=Han}]{2,10}$/u.test(word), word).toBe(true);
    expect(sample.kept).not.toContain('欧阳震华');
  });

  it('keeps how long things are, and what kind of host a picture came from', () => {
    expect(sample.html).toContain('订单编号：000000-000000000000000');
    expect(sample.html).toContain('data-picture="pfs.pinduoduo.com"');
    expect(sample.html).toContain('data-link="refund-detail"');
  });
});

describe('a text blanked', () => {
  const words = keptWords(recipe);
  it.each([
    ['退款金额：¥49.90', '退款金额：¥00.00'],
    ['申请原因 商品坏了', '申请原因 口口口口'],
    ['张三的订单编号不对', '口口口口口口口口口'],
    ['Order No. AB12cd', 'Order xx. xx00xx'],
    ['write to lisi@mail.example', 'xxxxx xx xxxx口xxxx.xxxxxxx'],
    ['退款\u200b金额', '退款金额'],
  ])('%s', (given, wanted) => expect(blanked(given, words)).toBe(wanted));
});

it.each(shippedPlatformIds)('a sample of a page of %s still shows how it is built', (platform) => {
  const claim = invented[platform];
  const html = `<main><h2>售后详情</h2>${kits['hashed-pairs'](pairsOf(claim))}${goodsCard(claim)}</main>`;
  const sample = pageSample(new JSDOM(html, { url: claim.url }).window.document, recipeOf(platform), claim.url, '2026-11-28');
  for (const label of [claim.labels.orderId, claim.labels.afterSaleId, claim.labels.amount, claim.labels.evidence]) expect(sample.html).toContain(`>${label}<`);
  for (const value of [claim.shown.orderId, claim.shown.afterSaleId, claim.shown.description]) expect(sample.html).not.toContain(value);
  expect(sample.cut).toBe(false);
});
