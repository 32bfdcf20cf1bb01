import type { PlatformRecipe } from '../recipe';

const regions = {
  'www.ebay.com': { currency: 'USD', offset: '' },
  'www.ebay.ca': { currency: 'CAD', offset: '' },
  'www.ebay.co.uk': { currency: 'GBP', offset: '' },
  'www.ebay.de': { currency: 'EUR', offset: '' },
  'www.ebay.fr': { currency: 'EUR', offset: '' },
  'www.ebay.it': { currency: 'EUR', offset: '' },
  'www.ebay.es': { currency: 'EUR', offset: '' },
  'www.ebay.at': { currency: 'EUR', offset: '' },
  'www.ebay.ie': { currency: 'EUR', offset: '' },
  'www.ebay.nl': { currency: 'EUR', offset: '' },
  'www.ebay.pl': { currency: 'PLN', offset: '' },
  'www.ebay.ch': { currency: 'CHF', offset: '' },
  'www.ebay.com.au': { currency: 'AUD', offset: '' },
  'www.ebay.com.hk': { currency: 'HKD', offset: '+08:00' },
  'www.ebay.com.sg': { currency: 'SGD', offset: '+08:00' },
} as const;

/** eBay. Sources: public scripts and a public list of picture rules, gone through on 2026-11-28; no live page. */
export const ebay = {
  id: 'ebay',
  name: { zh: 'eBay', en: 'eBay' },
  verifiedOn: '2026-11-28',
  checkedOn: 'stand-in',
  currency: '',
  offset: '',
  regions,
  pages: {
    hosts: Object.keys(regions),
    detail: [String.raw`^https://www\.ebay\.[a-z.]{2,6}/(?:rt/ReturnDetails|rtn/Return/ReturnsDetail|sh/ord/returns(?:/detail)?)\?(?=.*\breturnId=\d+)`],
    list: [String.raw`^https://www\.ebay\.[a-z.]{2,6}/sh/ord/returns/?(?:[?#](?!.*\breturnId=)|$)`],
    query: { afterSaleId: ['returnId'] },
  },
  fields: {
    afterSaleId: { labels: ['return id', 'return number', 'return no.'] },
    orderId: { labels: ['order number', 'order no.', 'order id'] },
    reason: { labels: ['reason', 'return reason', 'reason for return'] },
    description: { labels: ['buyer comments', 'comments', 'buyer’s comments'] },
    appliedAt: { labels: ['return requested', 'requested on', 'request date'] },
  },
  ids: { orderId: String.raw`\d{2}-\d{5}-\d{5}`, afterSaleId: String.raw`\d{8,14}` },
  images: {
    hosts: ['i.ebayimg.com'],
    evidence: [],
    goods: [],
    merchant: [],
    avatar: [],
    original: [{ kind: 'path', host: 'i.ebayimg.com', steps: [{ pattern: String.raw`/s-l\d+(\.[a-z]+)$`, with: '/s-l1600$1' }] }],
  },
  metadata: {
    zh: 'eBay 上传图片时会重新编码并清除元数据（推断，未经官方确认）：没有拍摄信息不说明任何问题。',
    en: 'eBay re-encodes pictures on upload and strips their metadata (believed, not confirmed): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ['labels', 'host of the return photos', 'time zone of the times shown'],
} as const satisfies PlatformRecipe;
