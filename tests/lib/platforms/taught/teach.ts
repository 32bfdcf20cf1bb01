import { JSDOM } from 'jsdom';
import type { Pairs } from '../../../fixtures/pages/kits';
import type { Pointed, TeachContext } from '../../../../lib/platforms/taught/derive';
import type { FieldId } from '../../../../lib/platforms/recipe';

/** One claim of a back-end nobody has heard of, with words of its own for everything. */
export interface Unheard {
  orderId: string;
  afterSaleId: string;
  type: string;
  amount: string;
  reason: string;
  description: string;
  appliedAt: string;
  pictures: string[];
}

export const words = { orderId: '交易流水', afterSaleId: '纠纷编码', refundType: '处理诉求', amount: '索退数额', reason: '缘由', description: '顾客原话', appliedAt: '提出于', evidence: '随附影像' } as const;

export const first: Unheard = { orderId: 'TX20260305100200', afterSaleId: '7700112233445', type: '仅退款', amount: '¥49.90', reason: '商品破损', description: '打开就是碎的', appliedAt: '2026-03-05 09:12:33', pictures: ['https://img2.unheard-cdn.com/claims/2026/03/a1.jpg', 'https://img2.unheard-cdn.com/claims/2026/03/a2.jpg', 'https://img3.unheard-cdn.com/claims/2026/03/a3.jpg'] };
export const second: Unheard = { orderId: 'TX20260411993344', afterSaleId: '7700998877665', type: '退货退款', amount: '¥1,288.00', reason: '尺码不对', description: '比图片小一号，要求退货', appliedAt: '2026-04-11 20:01:02', pictures: ['https://img7.unheard-cdn.com/claims/2026/04/b1.jpg', 'https://img2.unheard-cdn.com/claims/2026/04/b2.jpg'] };

export const addressOfPage = (claim: Unheard): string => `https://seller.unheard-mall.com/service/dispute/${claim.afterSaleId}?no=${claim.orderId}&tab=1`;
const gallery = (pictures: readonly string[]) => pictures.map((address) => `<img src="${address}" width="120" height="120">`).join('');
export const pairsOf = (claim: Unheard): Pairs => [
  [words.afterSaleId, claim.afterSaleId], [words.orderId, claim.orderId], [words.refundType, claim.type], [words.amount, claim.amount], [words.reason, claim.reason],
  [words.appliedAt, claim.appliedAt], ['店内标记', '甲'], [words.description, claim.description], [words.evidence, gallery(claim.pictures)],
];

export const open = (html: string): Document => new JSDOM(html).window.document;
export const page = (body: string): Document => open(`<!doctype html><html><body><header>商家后台</header><main><h2>纠纷单</h2>${body}</main><footer><img src="https://static.unheard-mall.com/logo.png" width="200" height="60">帮助中心</footer></body></html>`);

/** Every node of a document, shadow roots and saved frames' own documents included. */
function* textNodes(root: Node): Generator<Text> {
  if (root.nodeType === 3) yield root as Text;
  const element = root as Element;
  for (const child of root.childNodes) yield* textNodes(child);
  if (element.tagName === 'TEMPLATE') yield* textNodes((element as HTMLTemplateElement).content);
}
function* images(root: ParentNode): Generator<Element> {
  yield* root.querySelectorAll('img');
  for (const one of root.querySelectorAll('template')) yield* images(one.content);
}

/** Points at what shows these values, as a merchant would click on them. */
export function pointAt(document: Document, claim: Unheard, fields: readonly (keyof typeof words)[] = ['orderId', 'afterSaleId', 'refundType', 'amount', 'reason', 'description', 'appliedAt']): Pointed {
  const shown: Record<string, string> = { orderId: claim.orderId, afterSaleId: claim.afterSaleId, refundType: claim.type, amount: claim.amount, reason: claim.reason, description: claim.description, appliedAt: claim.appliedAt };
  const facts: Pointed['facts'] = {};
  for (const field of fields) {
    const node = [...textNodes(document.body)].find((one) => one.data.includes(shown[field]!));
    if (!node) throw new Error(`nothing shows ${field}`);
    facts[field as FieldId] = node;
  }
  return { facts, pictures: [...images(document)].filter((image) => claim.pictures.includes(image.getAttribute('src') ?? '')) };
}

export const context = (claim: Unheard, more: Partial<TeachContext> = {}): TeachContext => ({ url: addressOfPage(claim), at: '2026-04-12T10:00:00+08:00', base: null, name: '无名商城', id: '0123456789ab', revision: 1, taughtOn: '2026-04-12', offset: '+08:00', parseFrame: open, ...more });

export const expected = (claim: Unheard) => ({
  orderId: claim.orderId,
  afterSaleId: claim.afterSaleId,
  refundType: claim.type === '仅退款' ? 'refund-only' : 'return-and-refund',
  amount: { value: claim.amount.replace(/[¥,]/g, ''), currency: 'CNY' },
  reason: claim.reason,
  description: claim.description,
  status: null,
  appliedAt: `${claim.appliedAt.replace(' ', 'T')}+08:00`,
  respondBy: null,
  evidence: claim.pictures.map((address) => ({ displayed: address, candidates: [address] })),
  listing: [],
});
