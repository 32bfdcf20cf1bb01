import type { PlatformRecipe } from '../recipe';

/** 京东 (京麦). Sources: public scripts, gone through on 2026-11-22; no live page. */
export const jd = {
  id: 'jd',
  name: { zh: '京东', en: 'JD.com' },
  verifiedOn: '2026-11-22',
  checkedOn: 'stand-in',
  currency: 'CNY',
  offset: '+08:00',
  pages: {
    hosts: ['shop.jd.com'],
    detail: [String.raw`^https://shop\.jd\.com/jdm/trade/after-sale/independent-after-sale/detail/?\?(?=.*\bafsServiceId=\d{6,30})`],
    list: [String.raw`^https://shop\.jd\.com/jdm/trade/after-sale/independent-after-sale/list/?(?:[?#]|$)`],
    query: { afterSaleId: ['afsServiceId'] },
  },
  list: { detail: 'https://shop.jd.com/jdm/trade/after-sale/independent-after-sale/detail?afsServiceId={afterSaleId}' },
  fields: {
    afterSaleId: { labels: ['服务单号', '售后单号', '售后服务单号', '服务单编号', 'service order no.', 'service order no', 'service order id', 'service order number', 'service no.', 'service no', 'service id'] },
    orderId: { labels: ['订单编号', '订单号'] },
    refundType: { labels: ['售后类型', '服务类型', '申请类型'], spare: ['客户期望', '客户预期', '期望处理方式', '客户期望处理方式', '客户预期处理方式', '期望'] },
    status: { labels: ['服务单状态', '售后状态', 'service order status', 'service status'] },
    reason: { labels: ['申请原因', '售后原因', '退款原因'] },
    appliedAt: { labels: ['申请时间'] },
  },
  ids: { orderId: String.raw`\d{9,22}`, afterSaleId: String.raw`\d{6,30}` },
  evidenceLabels: ['客户上传图片', '客户图片', '问题图片'],
  images: {
    hosts: ['*.360buyimg.com'],
    evidence: [],
    goods: [{ path: '^/(?:n\\d+|pop|sku|pcpubliccms)/' }],
    merchant: [{ path: '^/(?:vc|popshop|merchant)/' }],
    avatar: [{ path: '^/(?:i\\.imageUpload|imagetools|devfe|da/|uba/|user|headImg|avatar)' }],
    original: [
      {
        kind: 'path',
        host: '*.360buyimg.com',
        steps: [
          { pattern: String.raw`!.*$`, with: '' },
          { pattern: String.raw`/s\d+x\d+_(?=jfs/)`, with: '/' },
          { pattern: String.raw`(\.(?:jpe?g|png|gif|webp|bmp))(?:\.(?:dpg|webp|avif))+$`, with: '$1' },
          { pattern: String.raw`\.(?:dpg|avif)$`, with: '' },
        ],
      },
      { kind: 'also', host: '*.360buyimg.com', pattern: String.raw`^(https?://[^/]+/)(?:n\d+|popWaterMark|babel)/(?:s\d+x\d+_)?(jfs/[^?#!]*?\.(?:jpe?g|png|gif))(?:[.!][^?#]*)?(?:[?#].*)?$`, with: '$1imgzone/$2' },
    ],
  },
  metadata: {
    zh: '京东客户端上传与展示会重新编码图片并清除元数据（推断，未经官方确认）：没有拍摄信息不说明任何问题。',
    en: 'JD re-encodes pictures on upload and display and strips their metadata (believed, not confirmed): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ['label of the evidence block', 'directory of the evidence pictures', 'pages of pre-shipment refunds', 'whether the second try (imgzone) is public'],
} as const satisfies PlatformRecipe;
