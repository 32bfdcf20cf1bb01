import type { PlatformRecipe } from '../recipe';

/** 淘宝 / 天猫 (千牛). Sources: public scripts and Alibaba Cloud's documentation, gone through on 2026-11-22; no live page. */
export const taobao = {
  id: 'taobao',
  name: { zh: '淘宝/天猫', en: 'Taobao / Tmall' },
  verifiedOn: '2026-11-22',
  checkedOn: 'stand-in',
  currency: 'CNY',
  offset: '+08:00',
  pages: {
    hosts: ['myseller.taobao.com', 'qn.taobao.com', 'refund2.taobao.com', 'refund2.tmall.com'],
    detail: [String.raw`^https://(?:(?:myseller|qn)\.taobao\.com/home\.htm/trade-platform/refund-list/detail|refund2\.(?:taobao|tmall)\.com/dispute/detail\.htm)/?\?(?=.*\b(?:disputeId|bizOrderId)=\d+)`],
    list: [String.raw`^https://(?:myseller|qn)\.taobao\.com/home\.htm/trade-platform/refund-list/?(?:[?#]|$)`, String.raw`^https://refund2\.(?:taobao|tmall)\.com/dispute/sellerDisputeList\.htm`],
    query: { afterSaleId: ['disputeId'], relatedOrderId: ['bizOrderId'] },
  },
  fields: {
    afterSaleId: { labels: ['退款编号', '售后编号', '退款单号', '退款ID', 'refund no.', 'refund no', 'refund id', 'refund number', 'dispute id', 'dispute no.'] },
    orderId: { labels: ['订单编号', '订单号'] },
    respondBy: { labels: ['还剩', '剩余处理时间'] },
    refundType: { labels: ['退款类型', '售后类型'], spare: ['要求', '买家要求'] },
    description: { labels: ['退款说明', '申请说明'] },
  },
  ids: { orderId: String.raw`\d{12,22}`, afterSaleId: String.raw`\d{8,22}` },
  images: {
    hosts: ['*.alicdn.com'],
    evidence: [],
    goods: [{ path: '^/bao/uploaded/' }],
    merchant: [],
    avatar: [{ path: '/(?:avatar|sns_logo|tps/|tfs/)' }, { host: 'wwc.alicdn.com' }, { path: '-tps-\\d+-\\d+\\.' }],
    original: [
      {
        kind: 'path',
        host: '*.alicdn.com',
        steps: [
          { pattern: String.raw`_\.(?:webp|avif)$`, with: '' },
          { pattern: String.raw`(\.(?:jpe?g|png|webp|gif|bmp|heic|ss2))_(?:\d+x\d+[a-z0-9]*|sum|[bms]|q\d+[a-z0-9]*)\.(?:jpe?g|png|webp|gif)$`, with: '$1' },
          { pattern: String.raw`\.(?:jpe?g|png|webp|gif)\.\d+x\d+\.(jpe?g|png|webp|gif)$`, with: '.$1' },
          { pattern: String.raw`\.\d+x\d+\.(jpe?g|png|webp|gif)$`, with: '.$1' },
        ],
      },
      { kind: 'drop-query', host: '*.alicdn.com', parts: ['x-oss-process='] },
    ],
  },
  metadata: {
    zh: '淘宝、天猫客户端上传时会重新压缩图片并清除元数据（推断，未经官方确认）：没有拍摄信息不说明任何问题。',
    en: 'Taobao’s and Tmall’s apps re-compress pictures on upload and strip their metadata (believed, not confirmed): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ["whether the list leads to type=1 or type=3 of a request's page", 'label of the evidence block', 'whether the back-end shows the upload as stored', 'whether img.alicdn.com converts bare names to WebP'],
} as const satisfies PlatformRecipe;
