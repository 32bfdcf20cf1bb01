import type { PlatformRecipe } from '../recipe';

/** 抖店. Sources: public scripts, the public SDK's model and Volcengine's documentation, gone through on 2026-11-22; no live page. */
export const doudian = {
  id: 'doudian',
  name: { zh: '抖店', en: 'Doudian' },
  verifiedOn: '2026-11-22',
  checkedOn: 'stand-in',
  currency: 'CNY',
  offset: '+08:00',
  pages: {
    hosts: ['fxg.jinritemai.com'],
    detail: [String.raw`^https://fxg\.jinritemai\.com/ffa/(?:maftersale|morder|merchant-aftersale-workbench)/aftersale/detail(?:-v\d+)?/?(?:\?|$)`],
    list: [String.raw`^https://fxg\.jinritemai\.com/ffa/(?:maftersale|morder|merchant-aftersale-workbench)/aftersale/list/?(?:[?#]|$)`],
    query: { afterSaleId: ['aftersale_id'] },
  },
  list: { detail: 'https://fxg.jinritemai.com/ffa/maftersale/aftersale/detail-v3?aftersale_id={afterSaleId}' },
  fields: {
    afterSaleId: { labels: ['售后编号', '售后单号'] },
    orderId: { labels: ['订单编号', '订单号'] },
    amount: { labels: ['退款金额', '售后退款'] },
    reason: { labels: ['申请原因', '售后原因'] },
    description: { labels: ['申请描述', '问题描述', '申请说明'] },
  },
  ids: { orderId: String.raw`\d{12,25}A?`, afterSaleId: String.raw`\d{8,22}` },
  images: {
    hosts: ['*.ecombdimg.com', '*.byteimg.com'],
    evidence: [{ host: '*.ecombdimg.com', path: '^/douyin-user-image-file/' }],
    goods: [{ path: '^/(?:img|obj)/(?:temai|ecom-shop-material|ecom-item)' }],
    merchant: [{ path: '/(?:ecom-qualification|merchant|shop-file|pigeon)' }],
    avatar: [{ path: '/(?:aweme-avatar|avatar|shop-logo)' }],
    original: [
      { kind: 'also', host: '*.ecombdimg.com', pattern: String.raw`^(https?://p\d+-)(?:item|aio)(\.ecombdimg\.com/)(?:img|obj)/([^?#]*?)~tplv-[^?#]*(?:[?#].*)?$`, with: '$1aio$2obj/$3' },
      { kind: 'also', host: '*.ecombdimg.com', pattern: String.raw`^(https?://p\d+-item\.ecombdimg\.com/[^?#]*?~tplv-[0-9a-z]+)-(?!image\.)[^?#]*(?:[?#].*)?$`, with: '$1-image.jpeg' },
      { kind: 'also', host: '*.byteimg.com', pattern: String.raw`^(https?://[^/]+/)(?:img|obj)/([^?#]*?)~tplv-[^?#]*(?:[?#].*)?$`, with: '$1obj/$2' },
    ],
  },
  metadata: {
    zh: '抖店展示的买家凭证是平台重新压缩的 JPEG（质量 75），原始元数据已被清除（公开 SDK 示例可证）：没有拍摄信息不说明任何问题。',
    en: 'Doudian shows the buyer’s evidence as a JPEG re-compressed by the platform (quality 75); the original metadata is gone (shown by the public SDK’s example): missing capture data says nothing.',
    grade: 'verified',
  },
  unknown: ['label of the evidence block', 'address the enlarged preview uses', 'how long a signed address lives'],
} as const satisfies PlatformRecipe;
