import type { PlatformRecipe } from '../recipe';

/** Temu’s back-end for semi-managed sellers. Sources: public scripts and a public list of picture rules, gone through on 2026-11-28; no live page. Full-managed sellers see no evidence (believed). */
export const temu = {
  id: 'temu',
  name: { zh: 'Temu', en: 'Temu' },
  verifiedOn: '2026-11-28',
  checkedOn: 'stand-in',
  // Which currency a page shows is not known: no sum is read.
  currency: '',
  offset: '',
  pages: {
    hosts: ['agentseller.temu.com', 'agentseller-us.temu.com', 'agentseller-eu.temu.com'],
    detail: [],
    list: [String.raw`^https://agentseller(?:-(?:us|eu))?\.temu\.com/mmsos/return-refund-list\.html`],
    query: {},
  },
  fields: {
    afterSaleId: { labels: ['after-sales no.', '售后单号', '售后编号'] },
    orderId: { labels: ['order id', 'po number', '订单号', '父订单号'] },
  },
  ids: { orderId: String.raw`PO-\d{3}-\d{8,24}`, afterSaleId: String.raw`[0-9A-Z-]{8,32}` },
  images: {
    hosts: ['*.kwcdn.com'],
    evidence: [],
    goods: [{ path: '^/product/' }],
    merchant: [],
    avatar: [],
    original: [{ kind: 'drop-query', host: '*.kwcdn.com', parts: ['imageMogr2', 'imageView2'] }],
  },
  metadata: {
    zh: 'Temu 展示的图片由平台重新编码（推断，未经官方确认）：没有拍摄信息不说明任何问题。',
    en: 'Temu shows pictures re-encoded by the platform (believed, not confirmed): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ['route of a single request', 'labels', 'currency by region', 'host of the evidence pictures', 'pages on seller.kuajingmaihuo.com'],
} as const satisfies PlatformRecipe;
