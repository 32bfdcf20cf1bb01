import type { PlatformRecipe } from '../recipe';

const regions = {
  'seller.shopee.sg': { currency: 'SGD', offset: '+08:00' },
  'seller.shopee.com.my': { currency: 'MYR', offset: '+08:00' },
  'seller.shopee.ph': { currency: 'PHP', offset: '+08:00' },
  'seller.shopee.tw': { currency: 'TWD', offset: '+08:00' },
  'seller.shopee.co.th': { currency: 'THB', offset: '+07:00' },
  'seller.shopee.vn': { currency: 'VND', offset: '+07:00' },
  'banhang.shopee.vn': { currency: 'VND', offset: '+07:00' },
  'seller.shopee.co.id': { currency: 'IDR', offset: '+07:00' },
  'seller.shopee.com.br': { currency: 'BRL', offset: '-03:00' },
  'seller.shopee.com.mx': { currency: 'MXN', offset: '-06:00' },
  'seller.shopee.com.co': { currency: 'COP', offset: '-05:00' },
  'seller.shopee.cl': { currency: 'CLP', offset: '' },
} as const;
const files = ['sg', 'com.my', 'ph', 'tw', 'co.th', 'vn', 'co.id', 'com.br', 'com.mx', 'com.co', 'cl'].map((country) => `cf.shopee.${country}`);

/** Shopee’s Seller Centre. Sources: public scripts (addresses, the Brazilian labels) and a public list of picture rules, gone through on 2026-11-28; no live page. */
export const shopee = {
  id: 'shopee',
  name: { zh: 'Shopee', en: 'Shopee' },
  verifiedOn: '2026-11-28',
  checkedOn: 'stand-in',
  currency: '',
  offset: '',
  regions,
  pages: {
    hosts: Object.keys(regions),
    detail: [String.raw`^https://(?:seller\.shopee\.[a-z.]{2,6}|banhang\.shopee\.vn)/portal/sale/return/\d+`],
    list: [String.raw`^https://(?:seller\.shopee\.[a-z.]{2,6}|banhang\.shopee\.vn)/portal/sale/(?:returnrefundcancel|return)/?(?:[?#]|$)`],
    query: {},
  },
  fields: {
    afterSaleId: { labels: ['nº da solicitação', 'request id', 'return id', 'return/refund id', 'request no.'] },
    orderId: { labels: ['nº do pedido', 'order id', 'order sn', 'order no.'] },
    refundType: { labels: ['opção', 'solution'] },
    amount: { labels: ['valor do reembolso', 'refund amount'] },
    reason: { labels: ['motivo da devolução', 'return reason', 'reason for return'] },
    description: { labels: ['descrição'] },
  },
  ids: { orderId: String.raw`[0-9A-Z]{10,20}`, afterSaleId: String.raw`[0-9A-Z]{8,24}` },
  refundTypes: { 'devolução/reembolso': 'return-and-refund', 'devolução e reembolso': 'return-and-refund', 'comprador solicitou devolução/reembolso': 'return-and-refund' },
  images: {
    hosts: ['*.img.susercontent.com', ...files],
    evidence: [],
    goods: [],
    merchant: [],
    avatar: [],
    original: ['*.img.susercontent.com', ...files].map((host) => ({
      kind: 'path',
      host,
      steps: [
        { pattern: String.raw`@resize_[^/]*$`, with: '' },
        { pattern: String.raw`(/file/[^/.]+)\.webp$`, with: '$1' },
        { pattern: '_tn$', with: '' },
      ],
    })),
  },
  metadata: {
    zh: 'Shopee 上传图片时会重新编码并清除元数据（推断，未经官方确认）：没有拍摄信息不说明任何问题。',
    en: 'Shopee re-encodes pictures on upload and strips their metadata (believed, not confirmed): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ['labels outside Brazil and English', 'label of the evidence block', 'host of the evidence pictures', 'whether the CDN converts by Accept', 'whether times are shown in the country’s own time'],
} as const satisfies PlatformRecipe;
