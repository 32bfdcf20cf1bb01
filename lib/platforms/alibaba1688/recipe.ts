import type { PlatformRecipe } from '../recipe';
import { taobao } from '../taobao/recipe';

/** 1688. Sources: public scripts, gone through on 2026-11-22; no live page. Pictures lie on the same CDN as Taobao's. */
export const alibaba1688 = {
  id: 'alibaba1688',
  name: { zh: '1688', en: '1688' },
  verifiedOn: '2026-11-22',
  checkedOn: 'stand-in',
  currency: 'CNY',
  offset: '+08:00',
  pages: {
    hosts: ['work.1688.com', 'dispute.1688.com', 'trade.1688.com', 'air.1688.com', 'seller.1688.com'],
    detail: [String.raw`^https://trade\.1688\.com/order/refund/assure_?refund_?detail\.htm\?(?=.*\brefund_?id=(?:TQ)?\d+)`],
    list: [String.raw`^https://dispute\.1688\.com/refund/sellerRefundList\.htm(?:[?#]|$)`],
    query: { afterSaleId: ['refundId', 'refund_id'] },
  },
  list: { idAttributes: ['data-refund-id'], detail: 'https://trade.1688.com/order/refund/assureRefundDetail.htm?refundId={afterSaleId}&userType=seller' },
  fields: {
    afterSaleId: { labels: ['退款编号', '退款单号', '售后单号', '售后编号', '退款单编号', 'refund id', 'refund no.', 'refund no', 'refund number'] },
    orderId: { labels: ['订单编号', '订单号'] },
    refundType: { labels: ['退款类型', '售后类型', '退款要求'], spare: ['要求', '买家要求'] },
    description: { labels: ['退款说明', '申请说明'] },
  },
  ids: { orderId: String.raw`\d{12,22}`, afterSaleId: String.raw`(?:TQ)?\d{8,24}` },
  images: {
    hosts: ['*.alicdn.com'],
    evidence: [],
    goods: [{ path: '^/img/ibank/', shared: true }],
    merchant: [],
    avatar: taobao.images.avatar,
    original: taobao.images.original,
  },
  metadata: {
    zh: '1688 上传时会重新压缩图片并清除元数据（推断，未经官方确认）：没有拍摄信息不说明任何问题。',
    en: '1688 re-compresses pictures on upload and strips their metadata (believed, not confirmed): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ['whether a newer refund page exists', 'label of the evidence block'],
} as const satisfies PlatformRecipe;
