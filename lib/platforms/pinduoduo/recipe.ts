import type { PlatformRecipe } from '../recipe';

/** 拼多多商家后台. Sources: public scripts and Tencent Cloud's documentation, gone through on 2026-11-22; no live page. */
export const pinduoduo = {
  id: 'pinduoduo',
  name: { zh: '拼多多', en: 'Pinduoduo' },
  verifiedOn: '2026-11-22',
  checkedOn: 'stand-in',
  currency: 'CNY',
  offset: '+08:00',
  pages: {
    hosts: ['mms.pinduoduo.com'],
    detail: [String.raw`^https://mms\.pinduoduo\.com/aftersales-ssr/detail/?\?(?=.*\bid=\d+)`],
    list: [String.raw`^https://mms\.pinduoduo\.com/aftersales/aftersale_list(?:[/?#]|$)`],
    query: { afterSaleId: ['id'], orderId: ['orderSn'] },
  },
  list: { detail: 'https://mms.pinduoduo.com/aftersales-ssr/detail?id={afterSaleId}&orderSn={orderId}' },
  fields: {
    afterSaleId: { labels: ['售后编号', '售后编码', '售后单号'], spare: ['退款编号'] },
    orderId: { labels: ['订单编号', '订单号'] },
    refundType: { labels: ['售后类型'] },
    amount: { labels: ['退款金额'] },
    respondBy: { labels: ['剩余处理时间'] },
    status: { labels: ['售后状态'] },
  },
  ids: { orderId: String.raw`\d{6}-\d{10,18}`, afterSaleId: String.raw`\d{8,20}` },
  images: {
    hosts: ['*.pddpic.com', '*.pddugc.com', '*.yangkeduo.com', 'pfs.pinduoduo.com'],
    evidence: [],
    goods: [{ host: '*.pddpic.com', path: '/(?:mms-material-img|gaudit-image|goods|mms-goods-image|garner-api)/' }],
    merchant: [{ path: '/merchant-aftersale-media/' }],
    avatar: [{ path: '/(?:avatar|user-avatar|a/avatar|pdd_logo)' }],
    original: [
      { kind: 'drop-query', host: '*.pddpic.com', parts: ['imageMogr2', 'imageView2'], keepsSignature: true },
      { kind: 'drop-query', host: '*.pddugc.com', parts: ['imageMogr2', 'imageView2'], keepsSignature: true },
      { kind: 'drop-query', host: '*.yangkeduo.com', parts: ['imageMogr2', 'imageView2'], keepsSignature: true },
      { kind: 'drop-query', host: 'pfs.pinduoduo.com', parts: ['imageMogr2', 'imageView2'], keepsSignature: true },
    ],
  },
  metadata: {
    zh: '拼多多客户端上传时会重新压缩图片并清除元数据（推断，未经官方确认）：没有拍摄信息不说明任何问题。',
    en: 'Pinduoduo’s app re-compresses pictures on upload and strips their metadata (believed, not confirmed): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ['label of the buyer-evidence block', 'host of the buyer-evidence pictures', 'whether refund amounts use the page font for digits', 'whether picture hosts ask for a Referer'],
} as const satisfies PlatformRecipe;
