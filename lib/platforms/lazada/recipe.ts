import { taobao } from '../taobao/recipe';
import type { PlatformRecipe } from '../recipe';

const regions = {
  'sellercenter.lazada.sg': { currency: 'SGD', offset: '+08:00' },
  'sellercenter.lazada.com.my': { currency: 'MYR', offset: '+08:00' },
  'sellercenter.lazada.com.ph': { currency: 'PHP', offset: '+08:00' },
  'sellercenter.lazada.co.th': { currency: 'THB', offset: '+07:00' },
  'sellercenter.lazada.vn': { currency: 'VND', offset: '+07:00' },
  'sellercenter.lazada.co.id': { currency: 'IDR', offset: '+07:00' },
  'sellercenter.daraz.pk': { currency: 'PKR', offset: '+05:00' },
  'sellercenter.daraz.lk': { currency: 'LKR', offset: '+05:30' },
  'sellercenter.daraz.com.bd': { currency: 'BDT', offset: '+06:00' },
  'sellercenter.daraz.com.np': { currency: 'NPR', offset: '+05:45' },
  'sellercenter.daraz.com.mm': { currency: 'MMK', offset: '+06:30' },
} as const;

/** Lazada’s and Daraz’s seller centres, one stack. Sources: public scripts, gone through on 2026-11-28; no live page. Only the list’s route is known (Lazada’s is believed). */
export const lazada = {
  id: 'lazada',
  name: { zh: 'Lazada / Daraz', en: 'Lazada / Daraz' },
  verifiedOn: '2026-11-28',
  checkedOn: 'stand-in',
  currency: '',
  offset: '',
  regions,
  pages: {
    hosts: Object.keys(regions),
    detail: [],
    list: [String.raw`^https://sellercenter\.(?:lazada\.(?:sg|vn|com\.my|com\.ph|co\.th|co\.id)|daraz\.(?:pk|lk|com\.bd|com\.np|com\.mm))/apps/order/reverse`],
    query: {},
  },
  fields: {
    afterSaleId: { labels: ['return order number', 'return order no.', 'reverse order id'] },
    orderId: { labels: ['order number', 'order no.'] },
  },
  ids: { orderId: String.raw`\d{10,20}`, afterSaleId: String.raw`\d{10,20}` },
  images: {
    hosts: ['*.slatic.net', '*.alicdn.com'],
    evidence: [],
    goods: [],
    merchant: [],
    avatar: taobao.images.avatar,
    original: [{ kind: 'path', host: '*.slatic.net', steps: [{ pattern: String.raw`(\.(?:jpe?g|png|webp|gif))_.*$`, with: '$1' }] }, ...taobao.images.original],
  },
  metadata: {
    zh: 'Lazada、Daraz 上传图片时多半会重新压缩（推断，未经官方确认）：没有拍摄信息不说明任何问题。',
    en: 'Lazada and Daraz most likely re-compress pictures on upload (believed, not confirmed): missing capture data says nothing.',
    grade: 'believed',
  },
  unknown: ['route of a single request', 'Lazada’s route of the list', 'labels', 'host of the evidence pictures'],
} as const satisfies PlatformRecipe;
