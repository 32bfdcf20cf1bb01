import { compact } from './text';

/** Words that say by themselves how far a request has got, as back-ends write them in titles. */
const pending = /^(?:(?:买家|消费者|客户)?已?(?:申请|发起)?(?:退款|退货|退货退款|仅退款|换货|售后|维修|补寄)?(?:申请)?[,，]?)?(?:待(?:商家|卖家|买家|消费者|客户|用户|平台|客服|您)?(?:处理|审核|确认|同意|收货|退货|寄回|寄出|发货|举证|响应|协商|介入|寄出退货|退货寄回|确认收货|退货退款|填写物流|修改申请|寄回商品|审批)(?:退货|商品|申请|退款|退货申请|退款申请|物流)?|待(?:平台|客服)(?:处理|介入|仲裁|判定)|等待(?:商家|卖家|买家|消费者|客户|平台|您)[\p{L}]{2,12}|请(?:您|商家|卖家)?(?:尽快)?处理(?:买家|消费者)?的?(?:退款|售后|退货)?申请|(?:退款|换货|维修|补寄|仲裁|平台介入|处理|审核)中|(?:a?waiting (?:for )?(?:the )?(?:seller|merchant|buyer|customer|platform)[a-z' ]{0,30})|pending (?:seller|merchant|buyer|customer|platform)[a-z' ]{0,30}|pending (?:review|approval))$/iu;
const closed = /^(?:退款|售后|换货|维修|补寄|退货|退货退款|仅退款)(?:已)?(?:成功|关闭|完成|取消|撤销)$|^(?:已)?(?:退款成功|售后完成|售后关闭|退款关闭|已拒绝|已撤销)$/;

export function statusWord(text: string): 'pending' | 'closed' | null {
  const word = text.replaceAll('\ufdd0', ' ').replace(/\s+/g, ' ').trim();
  if (word.length > 40) return null;
  if (pending.test(word) || pending.test(compact(word))) return 'pending';
  return closed.test(compact(word)) ? 'closed' : null;
}

/** Whether it is somebody else's turn: then a countdown on the page is not the merchant's. */
export function othersTurn(status: string): boolean {
  return /^(?:待|等待)?(?:退货|寄回|买家退货|消费者退货)(?:中|途中)?$|待(?:买家|消费者|客户|用户|平台|客服)|等待(?:买家|消费者|客户|用户|平台|客服)|(?:平台|客服|小二)(?:已)?(?:介入|处理|审核|判定)|仲裁中|waiting for (?:the )?(?:buyer|customer|platform)|pending (?:buyer|customer|platform)|成功|关闭|完成|撤销|取消|closed|completed|refunded|cancel/i.test(compact(status)) || /waiting for (?:the )?(?:buyer|customer|platform)|pending (?:buyer|customer|platform)/i.test(status);
}
