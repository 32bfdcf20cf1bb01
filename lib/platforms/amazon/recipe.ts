import type { PlatformRecipe } from '../recipe';

/** Summer time makes the offset unknowable from the host in most of these countries. */
const regions = {
  'sellercentral.amazon.com': { currency: 'USD', offset: '' },
  'sellercentral.amazon.ca': { currency: 'CAD', offset: '' },
  'sellercentral.amazon.com.mx': { currency: 'MXN', offset: '' },
  'sellercentral.amazon.com.br': { currency: 'BRL', offset: '-03:00' },
  'sellercentral.amazon.co.uk': { currency: 'GBP', offset: '' },
  'sellercentral.amazon.de': { currency: 'EUR', offset: '' },
  'sellercentral.amazon.fr': { currency: 'EUR', offset: '' },
  'sellercentral.amazon.it': { currency: 'EUR', offset: '' },
  'sellercentral.amazon.es': { currency: 'EUR', offset: '' },
  'sellercentral.amazon.nl': { currency: 'EUR', offset: '' },
  'sellercentral.amazon.com.be': { currency: 'EUR', offset: '' },
  'sellercentral.amazon.ie': { currency: 'EUR', offset: '' },
  'sellercentral.amazon.se': { currency: 'SEK', offset: '' },
  'sellercentral.amazon.pl': { currency: 'PLN', offset: '' },
  'sellercentral.amazon.com.tr': { currency: 'TRY', offset: '+03:00' },
  'sellercentral.amazon.co.jp': { currency: 'JPY', offset: '+09:00' },
  'sellercentral.amazon.com.au': { currency: 'AUD', offset: '' },
  'sellercentral.amazon.sg': { currency: 'SGD', offset: '+08:00' },
  'sellercentral.amazon.in': { currency: 'INR', offset: '+05:30' },
  'sellercentral.amazon.ae': { currency: 'AED', offset: '+04:00' },
  'sellercentral.amazon.sa': { currency: 'SAR', offset: '+03:00' },
} as const;

/** Amazon’s Seller Central. Sources: public scripts and a public list of picture rules, gone through on 2026-11-28; no live page. Sellers see few pictures of buyers here; most arrive in messages. */
export const amazon = {
  id: 'amazon',
  name: { zh: '亚马逊', en: 'Amazon' },
  verifiedOn: '2026-11-28',
  checkedOn: 'stand-in',
  currency: '',
  offset: '',
  regions,
  pages: {
    hosts: [...Object.keys(regions), 'sellercentral-europe.amazon.com'],
    detail: [],
    list: [],
    // One address serves one request or many: the words on the page decide.
    byText: [String.raw`^https://sellercentral(?:-europe)?\.amazon\.[a-z.]{2,6}/(?:gp/returns|returns|safet-claims)(?:[/?#]|$)`],
    query: { relatedOrderId: ['keywordSearch'] },
  },
  fields: {
    afterSaleId: { labels: ['rma id', 'rma', 'return id', 'return request id', 'safe-t claim id'] },
    orderId: { labels: ['order id'] },
    reason: { labels: ['return reason', 'reason for return'] },
    description: { labels: ['buyer comment', 'customer comments', 'buyer comments'] },
    appliedAt: { labels: ['return request date', 'request date'] },
  },
  ids: { orderId: String.raw`\d{3}-\d{7}-\d{7}`, afterSaleId: String.raw`[0-9A-Za-z-]{5,24}` },
  images: {
    hosts: ['m.media-amazon.com', '*.ssl-images-amazon.com'],
    evidence: [],
    goods: [{ path: '^/images/I/', shared: true }],
    merchant: [],
    avatar: [{ path: '^/images/G/' }],
    original: [
      { kind: 'path', host: 'm.media-amazon.com', steps: [{ pattern: String.raw`\._[^/]*_(?=\.[a-z0-9]+$)`, with: '' }] },
      { kind: 'path', host: '*.ssl-images-amazon.com', steps: [{ pattern: String.raw`\._[^/]*_(?=\.[a-z0-9]+$)`, with: '' }] },
    ],
  },
  metadata: {
    zh: '亚马逊按浏览器所能接受的格式重新编码图片（推断，未经官方确认）：没有拍摄信息不说明任何问题。',
    en: 'Amazon re-encodes pictures to what the browser accepts (believed, not confirmed): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ['labels', 'whether buyers’ pictures are shown to sellers at all', 'time zone of the times shown'],
} as const satisfies PlatformRecipe;
