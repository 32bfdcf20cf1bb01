import type { PlatformRecipe } from '../recipe';

const regions = {
  'seller-us.tiktok.com': { currency: 'USD', offset: '' },
  'seller-vn.tiktok.com': { currency: 'VND', offset: '+07:00' },
  'seller-br.tiktok.com': { currency: 'BRL', offset: '-03:00' },
} as const;

/** TikTok Shop’s Seller Center. Sources: public scripts, gone through on 2026-11-28; no live page. Only the list’s route is known: a single request is checked by right-click, drop or a page taught. */
export const tiktok = {
  id: 'tiktok',
  name: { zh: 'TikTok Shop', en: 'TikTok Shop' },
  verifiedOn: '2026-11-28',
  checkedOn: 'stand-in',
  currency: '',
  offset: '',
  regions,
  pages: {
    hosts: [...Object.keys(regions), 'seller.tiktokshopglobalselling.com', 'seller.us.tiktokshopglobalselling.com'],
    detail: [],
    list: [String.raw`^https://(?:seller(?:-[a-z]{2,4})?\.tiktok\.com|seller(?:\.[a-z]{2})?\.tiktokshopglobalselling\.com)/order/return(?:[/?#]|$)`],
    query: {},
  },
  fields: {
    afterSaleId: { labels: ['return id', 'return order id', 'request id'] },
    orderId: { labels: ['order id'] },
  },
  ids: { orderId: String.raw`\d{15,20}`, afterSaleId: String.raw`\d{15,20}` },
  images: {
    hosts: ['*.ibyteimg.com', '*.tiktokcdn.com', '*.tiktokcdn-us.com'],
    evidence: [],
    goods: [],
    merchant: [],
    avatar: [{ path: '/(?:avatar|tos-[a-z]+-avt)' }],
    // Evidence addresses are signed (believed): nothing is rewritten.
    original: [],
  },
  metadata: {
    zh: 'TikTok Shop 展示的图片由平台重新编码（推断，未经官方确认）：没有拍摄信息不说明任何问题。',
    en: 'TikTok Shop shows pictures re-encoded by the platform (believed, not confirmed): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ['route of a single request (often a drawer)', 'country sub-domains beyond us, vn, br', 'hosts of the pictures', 'labels'],
} as const satisfies PlatformRecipe;
