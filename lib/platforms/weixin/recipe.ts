import type { PlatformRecipe } from '../recipe';

/** 微信小店. Sources: public scripts and WeChat's developer documentation, gone through on 2026-11-22; no live page. */
export const weixin = {
  id: 'weixin',
  name: { zh: '微信小店', en: 'WeChat Shop' },
  verifiedOn: '2026-11-22',
  checkedOn: 'stand-in',
  currency: 'CNY',
  offset: '+08:00',
  pages: {
    hosts: ['store.weixin.qq.com', 'channels.weixin.qq.com'],
    detail: [],
    list: [String.raw`^https://(?:store|channels)\.weixin\.qq\.com/shop/after-?sale/list/?(?:[?#]|$)`],
    // The route of a single request is not known: the words on the page decide.
    byText: [String.raw`^https://(?:store|channels)\.weixin\.qq\.com/shop/(?:[\w-]+/)*(?:after-?sales?|refund)[\w-]*(?:[/?#]|$)`, String.raw`^https://(?:store|channels)\.weixin\.qq\.com/(?:shop|micro)/(?:[\w-]+/)*[\w-]*(?:after-?sales?|refund)[\w-]*`],
    query: {},
  },
  fields: {
    afterSaleId: { labels: ['售后单号', '售后编号', '售后单编号', '售后单ID'] },
    orderId: { labels: ['订单号', '订单编号', '关联订单', '关联订单号'] },
    refundType: { labels: ['售后类型'] },
    amount: { labels: ['退款金额', '申请退款金额'] },
  },
  ids: { orderId: String.raw`\d{12,24}`, afterSaleId: String.raw`\d{8,24}` },
  images: {
    hosts: ['mmecimage.cn', '*.mmecimage.cn', '*.qpic.cn', 'store.mp.video.tencent-cloud.com'],
    evidence: [],
    goods: [{ host: 'mmecimage.cn', path: '^/p/', shared: true }],
    merchant: [],
    avatar: [{ path: '/(?:mmhead|wx_head|headimg)/' }],
    original: [
      { kind: 'path', host: '*.qpic.cn', steps: [{ pattern: String.raw`/\d+$`, with: '/0' }] },
      { kind: 'drop-query', host: 'mmecimage.cn', parts: ['imageMogr2', 'imageView2'], keepsSignature: true },
      { kind: 'drop-query', host: '*.mmecimage.cn', parts: ['imageMogr2', 'imageView2'], keepsSignature: true },
      { kind: 'drop-query', host: 'store.mp.video.tencent-cloud.com', parts: ['imageMogr2', 'imageView2'], keepsSignature: true },
    ],
  },
  metadata: {
    zh: '微信上传图片（未选“原图”时）会重新压缩并清除元数据（推断，未经官方确认）：没有拍摄信息不说明任何问题。',
    en: 'WeChat re-compresses pictures on upload unless sent as originals, and strips their metadata (believed, not confirmed): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ['route of the detail page', 'host of the evidence pictures', 'label of the evidence block', 'whether shadow roots are open everywhere'],
} as const satisfies PlatformRecipe;
