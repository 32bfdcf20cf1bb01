import { describe, expect, it } from 'vitest';
import { readSavedPage } from '../../../cli/read-page';
import type { OptionalPlatformId } from '../../../lib/case/platform';
import { recipeOf } from '../../../lib/platforms';
import { readForeignMoney } from '../../../lib/platforms/foreign-money';
import { originalAddresses } from '../../../lib/platforms/original-address';
import { kindByAddress, recipeFor } from '../../../lib/platforms/page-kind';
import { optionalRecipes } from '../../../lib/platforms';
import { pages } from '../../fixtures/pages-by-hand/international';

const kinds: [OptionalPlatformId, string, string][] = [
  ['shopee', 'https://seller.shopee.com.br/portal/sale/return/123456789012', 'refund-detail'],
  ['shopee', 'https://banhang.shopee.vn/portal/sale/return/123456', 'refund-detail'],
  ['shopee', 'https://seller.shopee.sg/portal/sale/returnrefundcancel', 'refund-list'],
  ['shopee', 'https://seller.shopee.sg/portal/sale/return', 'refund-list'],
  ['shopee', 'https://seller.shopee.sg/portal/sale/order/123456', 'none'],
  ['tiktok', 'https://seller-us.tiktok.com/order/return?tab=all', 'refund-list'],
  ['tiktok', 'https://seller.us.tiktokshopglobalselling.com/order/return', 'refund-list'],
  ['tiktok', 'https://seller-br.tiktok.com/order/detail?order_no=1', 'none'],
  ['lazada', 'https://sellercenter.daraz.pk/apps/order/reverse', 'refund-list'],
  ['lazada', 'https://sellercenter.lazada.com.my/apps/order/detail?tradeOrderId=1', 'none'],
  ['amazon', 'https://sellercentral.amazon.com/gp/returns/list/v2?searchType=orderId&keywordSearch=111-2222222-3333333', 'by-text'],
  ['amazon', 'https://sellercentral.amazon.co.uk/safet-claims', 'by-text'],
  ['amazon', 'https://sellercentral.amazon.de/orders-v3', 'none'],
  ['ebay', 'https://www.ebay.com/rt/ReturnDetails?returnId=5012345678', 'refund-detail'],
  ['ebay', 'https://www.ebay.co.uk/sh/ord/returns/detail?returnId=5012345678', 'refund-detail'],
  ['ebay', 'https://www.ebay.com/sh/ord/returns', 'refund-list'],
  ['ebay', 'https://www.ebay.com/itm/1234567890', 'none'],
  ['temu', 'https://agentseller-eu.temu.com/mmsos/return-refund-list.html', 'refund-list'],
  ['temu', 'https://agentseller.temu.com/goods/list', 'none'],
  ['shopify', 'https://admin.shopify.com/store/my-shop/orders/5123456789', 'by-text'],
  ['shopify', 'https://admin.shopify.com/store/my-shop/products/1', 'none'],
];

describe('addresses', () => {
  it.each(kinds)('%s %s is %s', (platform, url, kind) => {
    const recipe = recipeFor(optionalRecipes, url);
    expect(recipe?.id).toBe(platform);
    expect(kindByAddress(recipe!, url)).toBe(kind);
  });
  it.each(['https://seller.shopee.sg.example/portal/sale/return/1', 'https://www.ebay.com.example/rt/ReturnDetails?returnId=1', 'http://www.ebay.com/rt/ReturnDetails?returnId=1', 'https://my-seller.shopee.sg/portal/sale/return/1'])('%s is nobody’s', (url) => expect(recipeFor(optionalRecipes, url)).toBeNull());
});

const originals: [OptionalPlatformId, string, string | null][] = [
  ['shopee', 'https://down-br.img.susercontent.com/file/br-11134207-7r98o-abc_tn', 'https://down-br.img.susercontent.com/file/br-11134207-7r98o-abc'],
  ['shopee', 'https://down-sg.img.susercontent.com/file/sg-abc@resize_w320_nl.webp', 'https://down-sg.img.susercontent.com/file/sg-abc'],
  ['shopee', 'https://down-sg.img.susercontent.com/file/sg-abc_tn@resize_w320_nl.webp', 'https://down-sg.img.susercontent.com/file/sg-abc'],
  ['shopee', 'https://cf.shopee.vn/file/0123456789abcdef_tn', 'https://cf.shopee.vn/file/0123456789abcdef'],
  ['shopee', 'https://cf.shopee.vn/file/0123456789abcdef.webp', 'https://cf.shopee.vn/file/0123456789abcdef'],
  ['shopee', 'https://cf.shopee.vn/file/0123456789abcdef', null],
  ['tiktok', 'https://p16-oec-va.ibyteimg.com/tos-maliva-i/abc~tplv-o3syd03w52-resize-jpeg:300:300.jpeg?x-expires=1&x-signature=a', null],
  ['lazada', 'https://my-live.slatic.net/p/abc.jpg_120x120q80.jpg', 'https://my-live.slatic.net/p/abc.jpg'],
  ['lazada', 'https://my-live.slatic.net/p/abc.jpg_720x720q80.jpg_.webp', 'https://my-live.slatic.net/p/abc.jpg'],
  ['lazada', 'https://img.alicdn.com/imgextra/i1/a.jpg_80x80.jpg', 'https://img.alicdn.com/imgextra/i1/a.jpg'],
  ['amazon', 'https://m.media-amazon.com/images/I/61abc._AC_SX300_.jpg', 'https://m.media-amazon.com/images/I/61abc.jpg'],
  ['amazon', 'https://images-na.ssl-images-amazon.com/images/I/61abc._SL75_.jpg', 'https://images-na.ssl-images-amazon.com/images/I/61abc.jpg'],
  ['amazon', 'https://m.media-amazon.com/images/I/61abc.jpg', null],
  ['ebay', 'https://i.ebayimg.com/images/g/abcAAOSw/s-l64.jpg', 'https://i.ebayimg.com/images/g/abcAAOSw/s-l1600.jpg'],
  ['temu', 'https://img.kwcdn.com/product/abc.jpg?imageView2/2/w/800/q/70/format/webp', 'https://img.kwcdn.com/product/abc.jpg'],
  ['shopify', 'https://cdn.shopify.com/s/files/1/1/files/a_480x480.jpg?v=12&width=200', 'https://cdn.shopify.com/s/files/1/1/files/a.jpg?v=12'],
  ['shopify', 'https://cdn.shopify.com/s/files/1/1/files/a_grande.jpg?v=12', 'https://cdn.shopify.com/s/files/1/1/files/a.jpg?v=12'],
  ['shopify', 'https://cdn.shopify.com/s/files/1/1/files/a_crop_center.jpg?v=12', null],
];
describe('original addresses', () => {
  it.each(originals)('%s %s → %s', (platform, address, best) => expect(originalAddresses(recipeOf(platform), address)[0] ?? null).toBe(best));
});

/** `null`: there, but not to be read for certain. */
const sums: [string, string, string | null][] = [
  ['R$ 1.234,56', 'BRL', '1234.56'], ['R$23,90', 'BRL', '23.90'], ['₫1.234.567', 'VND', '1234567'], ['120.000đ', 'VND', '120000'], ['Rp1.234.567', 'IDR', '1234567'], ['RM 12.50', 'MYR', '12.50'], ['₱1,299', 'PHP', '1299'], ['฿99.00', 'THB', '99.00'], ['S$12.30', 'SGD', '12.30'], ['$12.30', 'SGD', '12.30'], ['US$ 12.30', 'USD', '12.30'], ['$1,234.50', 'USD', '1234.50'], ['£9.99', 'GBP', '9.99'], ['1.234,50 €', 'EUR', '1234.50'], ['12,50 €', 'EUR', '12.50'], ['€12.50', 'EUR', '12.50'], ['1 234,56 kr', 'SEK', '1234.56'], ['Rs. 1,500', 'PKR', '1500'], ['¥1,980', 'JPY', '1980'], ['NT$500', 'TWD', '500'], ['USD 20.00', 'USD', '20.00'], ['20.00', 'USD', '20.00'], ['$12.30 (incl. shipping)', 'USD', '12.30'],
  ['€12.50', 'USD', null], ['C$12.50', 'USD', null], ['$10.00 - $12.00', 'USD', null], ['1,234', 'EUR', null], ['12.345', 'USD', null], ['1.23', 'IDR', null], ['$12.30', 'BRL', null], ['$1,23', 'USD', '1.23'], ['12.00', '', null],
];
describe('sums of other countries', () => {
  it.each(sums)('%s in %s is %s', (text, currency, want) => {
    const got = readForeignMoney(text, currency);
    expect(typeof got === 'symbol' ? null : got).toBe(want);
  });
});

describe('pages', () => {
  it.each(pages.map((page) => [page.id, page] as const))('%s', (_id, page) => {
    const reading = readSavedPage(page.html, page.url, page.at);
    expect({ page: reading.page, claim: reading.claim }).toEqual({ page: page.page, claim: page.claim });
  });
});
