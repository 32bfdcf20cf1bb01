import type { PlatformRecipe } from '../recipe';

/** 快手小店. Sources: public scripts and a public SDK's model, gone through on 2026-11-22; no live page. */
export const kuaishou = {
  id: 'kuaishou',
  name: { zh: '快手小店', en: 'Kuaishou Shop' },
  verifiedOn: '2026-11-22',
  checkedOn: 'stand-in',
  currency: 'CNY',
  offset: '+08:00',
  pages: {
    hosts: ['s.kwaixiaodian.com'],
    detail: [String.raw`^https://s\.kwaixiaodian\.com/zone/refund/detail(?:[/?#]|$)`],
    list: [String.raw`^https://s\.kwaixiaodian\.com/zone/refund/(?:list|manage)(?:[/?#]|$)`],
    query: { afterSaleId: ['refundId', 'refund_id'] },
  },
  fields: {
    afterSaleId: { labels: ['售后单号', '售后编号', '退款单号', '退款编号', 'refund id', 'refund no.', 'refund no'] },
    orderId: { labels: ['订单编号', '订单号'] },
    refundType: { labels: ['售后类型'] },
    amount: { labels: ['退款金额'] },
  },
  ids: { orderId: String.raw`\d{10,22}`, afterSaleId: String.raw`\d{8,22}` },
  images: {
    hosts: ['*.ecukwai.com', '*.yximgs.com', '*.kwimgs.com'],
    evidence: [],
    goods: [{ path: '/bs2/image-kwaishop-product/', shared: true }],
    merchant: [{ path: '/(?:reject|merchant|seller)[^/]*/' }],
    avatar: [{ path: '/(?:uhead|avatar|head|kos|udata/pkg|static)/' }],
    original: [
      { kind: 'drop-query', host: '*.ecukwai.com', parts: ['x-oss-process=', 'imageMogr2', 'imageView2'] },
      { kind: 'drop-query', host: '*.yximgs.com', parts: ['x-oss-process=', 'imageMogr2', 'imageView2'] },
      { kind: 'drop-query', host: '*.kwimgs.com', parts: ['x-oss-process=', 'imageMogr2', 'imageView2'] },
    ],
  },
  metadata: {
    zh: '快手客户端上传时多半会重新压缩图片并清除元数据（推断，未经官方确认）：没有拍摄信息不说明任何问题。',
    en: 'Kuaishou’s app most likely re-compresses pictures on upload and strips their metadata (believed, not confirmed): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ['route of the list', 'query name on the detail page', 'label of the evidence block', 'bucket of the evidence pictures', 'grammar of picture processing', 'whether some yximgs hosts refuse a foreign Referer'],
} as const satisfies PlatformRecipe;
