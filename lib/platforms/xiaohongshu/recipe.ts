import type { PlatformRecipe } from '../recipe';

/** 小红书千帆. Sources: public scripts, gone through on 2026-11-22; no live page. */
export const xiaohongshu = {
  id: 'xiaohongshu',
  name: { zh: '小红书', en: 'Xiaohongshu' },
  verifiedOn: '2026-11-22',
  checkedOn: 'stand-in',
  currency: 'CNY',
  offset: '+08:00',
  pages: {
    hosts: ['ark.xiaohongshu.com'],
    detail: [String.raw`^https://ark\.xiaohongshu\.com/app-order/aftersale/detail/?\?(?=.*\breturnId=R?\w+)`],
    list: [String.raw`^https://ark\.xiaohongshu\.com/app-order/aftersale/list/?(?:[?#]|$)`],
    query: { afterSaleId: ['returnId'] },
  },
  list: { detail: 'https://ark.xiaohongshu.com/app-order/aftersale/detail?returnId={afterSaleId}' },
  fields: {
    afterSaleId: { labels: ['售后单号', '退货单号', '售后编号', '售后ID', '退款单号', 'return id', 'return no.', 'return no'] },
    orderId: { labels: ['订单号', '订单编号'], spare: ['包裹号'] },
    amount: { labels: ['退款金额', '售后金额', '申请金额'] },
    reason: { labels: ['申请原因', '售后原因'] },
  },
  ids: { orderId: String.raw`P?\d{10,24}`, afterSaleId: String.raw`R?\d{8,24}` },
  images: {
    hosts: ['qimg.xiaohongshu.com', '*.xhscdn.com', 'ci.xiaohongshu.com'],
    evidence: [],
    goods: [{ path: '^/(?:arkgoods|material_space)/' }],
    merchant: [{ path: '/(?:feeva_img|merchant|seller)[^/]*/' }],
    avatar: [{ host: 'sns-avatar-qc.xhscdn.com' }, { path: '/avatar/' }, { host: 'fe-static.xhscdn.com' }, { host: 'picasso-static.xhscdn.com' }],
    original: [
      { kind: 'path', host: '*.xhscdn.com', steps: [{ pattern: '!.*$', with: '' }] },
      { kind: 'path', host: 'ci.xiaohongshu.com', steps: [{ pattern: '!.*$', with: '' }] },
      { kind: 'path', host: 'qimg.xiaohongshu.com', steps: [{ pattern: '!.*$', with: '' }] },
      { kind: 'drop-query', host: 'qimg.xiaohongshu.com', parts: ['imageMogr2', 'imageView2'], keepsSignature: true },
      { kind: 'drop-query', host: '*.xhscdn.com', parts: ['imageMogr2', 'imageView2'], keepsSignature: true },
      { kind: 'drop-query', host: 'ci.xiaohongshu.com', parts: ['imageMogr2', 'imageView2'], keepsSignature: true },
    ],
  },
  metadata: {
    zh: '小红书上传与展示会重新编码图片并清除元数据（推断，未经官方确认）：没有拍摄信息不说明任何问题。',
    en: 'Xiaohongshu re-encodes pictures on upload and display and strips their metadata (believed, not confirmed): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ['labels of the detail page', 'label of the evidence block', 'host of the evidence pictures', 'whether sns hosts ask for a Referer'],
} as const satisfies PlatformRecipe;
