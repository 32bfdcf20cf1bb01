/** A refund detail page of 拼多多 in plain label–value markup, for cases no stored page holds. */
export interface MadePage {
  afterSaleId: string;
  orderId: string;
  reason?: string;
  /** Raw HTML of the description's text node, already escaped as a server would. */
  description?: string;
  images: string[];
  /** Address of the listing picture beside the goods. */
  goods?: string;
  /** The account that asks, as the page shows it. */
  buyer?: string;
  amount?: string;
  /** Extra elements, to weigh the page down. */
  noise?: number;
}

export const madePageUrl = ({ afterSaleId, orderId }: MadePage) => `https://mms.pinduoduo.com/aftersales-ssr/detail?id=${afterSaleId}&orderSn=${orderId}`;

export function madePageHtml({ afterSaleId, orderId, reason = '商品破损', description = '收到时已经裂开', images, goods, buyer, amount = '49.90', noise = 0 }: MadePage): string {
  const row = (label: string, value: string) => `<div class="row"><span>${label}：</span><span>${value}</span></div>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>售后详情</title></head><body>
<h1>退款申请单</h1>
${row('售后编号', afterSaleId)}${row('订单编号', orderId)}${row('售后类型', '仅退款')}${row('售后状态', '待商家处理')}${row('退款金额', `¥${amount}`)}${buyer ? row('买家昵称', buyer) : ''}${row('申请原因', reason)}${row('申请说明', description)}${row('申请时间', '2026-11-20 10:12:13')}${row('剩余处理时间', '1天2小时3分')}
<div class="row"><span>消费者凭证</span><div>${images.map((address) => `<img src="${address}" width="120" height="120" alt="">`).join('')}</div></div>${goods ? `
<section><h2>商品信息</h2><div><img src="${goods}" width="64" height="64" alt=""><span>样例商品</span></div></section>` : ''}
<div class="noise">${Array.from({ length: noise }, (_, index) => `<p>日志 ${index}</p>`).join('')}</div>
</body></html>`;
}
