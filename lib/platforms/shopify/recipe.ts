import type { PlatformRecipe } from '../recipe';

/** Shopify’s admin. Sources: Shopify’s documentation and public scripts, gone through on 2026-11-28; no live page. It shows no pictures of buyers itself: they come through return apps or e-mail. */
export const shopify = {
  id: 'shopify',
  name: { zh: 'Shopify', en: 'Shopify' },
  verifiedOn: '2026-11-28',
  checkedOn: 'stand-in',
  // The store’s currency is not in the address: no sum is read.
  currency: '',
  offset: '',
  pages: {
    hosts: ['admin.shopify.com'],
    detail: [],
    list: [],
    byText: [String.raw`^https://admin\.shopify\.com/store/[^/]+/orders/\d+(?:[/?#]|$)`],
    query: {},
  },
  fields: {
    afterSaleId: { labels: ['return', 'return number', 'return id'] },
    orderId: { labels: ['order', 'order number', 'order name'] },
  },
  ids: { orderId: String.raw`\d{3,12}`, afterSaleId: String.raw`\d{3,12}-R\d{1,3}` },
  images: {
    hosts: ['cdn.shopify.com'],
    evidence: [],
    goods: [{ path: '/products/' }],
    merchant: [],
    avatar: [],
    original: [
      { kind: 'path', host: 'cdn.shopify.com', steps: [{ pattern: String.raw`_(?:\d+x\d*|x\d+|pico|icon|thumb|small|compact|medium|large|grande|original|master)(?:_crop_[a-z]+)?(?:@\dx)?(?=\.[a-z]+$)`, with: '' }] },
      { kind: 'drop-query', host: 'cdn.shopify.com', parts: ['width=', 'height=', 'crop=', 'format='] },
    ],
  },
  metadata: {
    zh: 'Shopify 上传时优化图片，展示时按浏览器转换格式（有公开文档）：没有拍摄信息不说明任何问题。',
    en: 'Shopify optimises pictures on upload and converts them for each browser (documented): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ['labels', 'currency of the store', 'pages of return apps'],
} as const satisfies PlatformRecipe;
