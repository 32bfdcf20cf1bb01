import type { RefundType } from '../case/claim';
import { compact } from './text';

/** What the words of all back-ends mean; compared whole, without spaces. A recipe may add to them or take some away. */
const common: Readonly<Record<string, RefundType>> = {
  仅退款: 'refund-only', 未发货退款: 'refund-only', 未发货仅退款: 'refund-only', 发货前退款: 'refund-only', 发货前仅退款: 'refund-only', 售中退款: 'refund-only', 已发货仅退款: 'refund-only', 已发货退款: 'refund-only', 售后仅退款: 'refund-only', 发货后仅退款: 'refund-only',
  未收货退款: 'refund-only', 未收货仅退款: 'refund-only', 未收到货退款: 'refund-only', 未收到货仅退款: 'refund-only', 已收货仅退款: 'refund-only', 已收到货仅退款: 'refund-only', 已收货退款: 'refund-only', 极速退款: 'refund-only', 极速仅退款: 'refund-only', 退款不退货: 'refund-only', 只退款: 'refund-only', 退款无需退货: 'refund-only', 仅退款无需退货: 'refund-only', '我要退款无需退货': 'refund-only', 退款免退货: 'refund-only', 部分退款: 'refund-only', 部分仅退款: 'refund-only', 仅退款部分退款: 'refund-only',
  退货退款: 'return-and-refund', 退款退货: 'return-and-refund', 退货: 'return-and-refund', 已发货退货退款: 'return-and-refund', 极速退货退款: 'return-and-refund', 已收货退货退款: 'return-and-refund', 售后退货退款: 'return-and-refund', 我要退货退款: 'return-and-refund', 上门取件退货退款: 'return-and-refund', 七天无理由退货退款: 'return-and-refund', '7天无理由退货退款': 'return-and-refund', 退货并退款: 'return-and-refund', '退货/退款': 'return-and-refund', '退款+退货': 'return-and-refund', '退货+退款': 'return-and-refund', 退货且退款: 'return-and-refund',
  换货: 'exchange', 仅换货: 'exchange', 退货换货: 'exchange', 我要换货: 'exchange', 售后换货: 'exchange', 极速换货: 'exchange', 直赔换新: 'exchange', 换新: 'exchange', 上门换新: 'exchange',
  补寄: 'resend', 补件: 'resend', 补发: 'resend', 补发商品: 'resend', 补寄商品: 'resend', 仅补寄: 'resend', 缺件补寄: 'resend', 商品补发: 'resend', 重发: 'resend', 漏发补寄: 'resend', 补发货: 'resend', 补寄配件: 'resend', 售后补寄: 'resend', 商品补寄: 'resend',
  维修: 'repair', 仅维修: 'repair', 返修: 'repair', 寄修: 'repair', 保修: 'repair', 上门维修: 'repair', 我要维修: 'repair', 售后维修: 'repair', 维修服务: 'repair',
  refundonly: 'refund-only', onlyrefund: 'refund-only', refundwithoutreturn: 'refund-only', 'refund(noreturn)': 'refund-only', 'refund-only': 'refund-only',
  'return&refund': 'return-and-refund', returnandrefund: 'return-and-refund', 'return/refund': 'return-and-refund', 'return-and-refund': 'return-and-refund', 'return+refund': 'return-and-refund', 'refund&return': 'return-and-refund', refundandreturn: 'return-and-refund', returnforrefund: 'return-and-refund', returngoodsandrefund: 'return-and-refund',
  exchange: 'exchange', exchangegoods: 'exchange', replacement: 'exchange', replace: 'exchange', resend: 'resend', reship: 'resend', reshipment: 'resend', resendparts: 'resend', reissue: 'resend', missingpartsresend: 'resend', repair: 'repair',
};

const changed = /(?:→|⇒|➜|➝|->|=>|变更为|修改为|更改为|改为|转为|已改成|改成|转|^changedfrom(?:[a-z&+-]+?)to(?=re))/;
const statusAfter = /^(?:待|等待|退款|处理|审核|商家|买家|消费者|已|申请|售后|平台|仲裁|进行|中|关闭|成功|完成|同意|拒绝|协商|单|详情|waiting|pending|request|·|-|—|\||\/(?!退|换|仅)|,|，|、(?!退|换|仅))/;

/** The words known here, longest first. */
export function typeWords(extra: Readonly<Record<string, RefundType | null>> | undefined): [string, RefundType][] {
  const all = new Map<string, RefundType>(Object.entries(common));
  for (const [word, type] of Object.entries(extra ?? {})) {
    if (type === null) all.delete(word);
    else all.set(compact(word), type);
  }
  return [...all].sort((one, other) => other[0].length - one[0].length);
}

/**
 * What is asked for now. "退货退款（原仅退款）" is return-and-refund, "仅退款 → 退货退款" too;
 * a status may stand right behind ("退货退款待商家处理"). Several kinds side by side, or words we do not know, give null.
 * Returns the type and what stands behind it.
 */
export function readRefundType(value: string, words: readonly [string, RefundType][]): { type: RefundType; rest: string } | null {
  let text = compact(value).replace(/[【】[\]「」“”"']/g, '');
  const parts = text.replace(/[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）]/g, (inner) => (changed.test(inner) ? '' : inner)).split(changed).filter((one) => one !== '');
  text = parts.at(-1) ?? '';
  // What it was before a change, in brackets or behind a comma, is not asked for any more.
  text = text.replace(/[(（,，;；|]?(?:原|之前|变更前|修改前|由|formerly|was|originally|previously|before:?)[^]*$/, (tail, at: number) => (at === 0 ? tail : ''));
  text = text.replace(/^(?:原|变更前|之前)[^,，;；]*[,，;；](?:现|现在|变更后|当前)?[:：]?/, '').replace(/^(?:现|现在|变更后|当前)[:：]?/, '');
  // What the brackets say may be what makes a 退款 a 仅退款.
  if (/^(?:我要|申请)?(?:退款|refund)[(（](?:无需退货|不退货|免退货|不用退货|noreturn(?:needed|required)?)[)）]$/.test(text)) return { type: 'refund-only', rest: '' };
  const bare = text.replace(/[(（][^()（）]*[)）]/g, '');
  for (const candidate of new Set([bare, text])) {
    const exact = words.find(([word]) => word === candidate);
    if (exact) return { type: exact[1], rest: '' };
  }
  const asked = bare.replace(/^(?:买家|消费者|客户|用户)?(?:已)?(?:申请|发起|要求|提交)(?:了)?/, '').replace(/^(?:买家|消费者|客户|用户)[\p{L}\d*_]{0,16}于\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\d{1,2}:\d{2}(?::\d{2})?(?:申请|发起|要求|提交)了?/u, '');
  for (const [word, type] of words) {
    if (!asked.startsWith(word)) continue;
    const rest = asked.slice(word.length);
    if (rest === '' || statusAfter.test(rest)) return words.some(([other, kind]) => kind !== type && other.length > 1 && rest.replace(/^退款(?:中|成功|关闭|完成)/, '').includes(other)) ? null : { type, rest };
  }
  return null;
}
