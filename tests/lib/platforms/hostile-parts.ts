import { invented, pictures } from '../../fixtures/pages/claims';

/** Parts of pages that stand around a claim and speak of something else. All invented. */
const claim = invented.pinduoduo;
const base = 'https://pfs.pinduoduo.com/x/';

export const surroundings: Record<string, string> = {
  negotiation: `<div class="h"><h3>协商历史</h3><div class="list"><div class="e"><div>商家</div><div>2026-03-05 10:00:00</div><div>拒绝退款</div><div>退款金额：¥20.00</div><div>拒绝原因：图片不清</div><div>凭证：</div><img src="${base}m1.jpeg"></div><div class="e"><div>消费者</div><div>2026-03-05 09:12:33</div><div>发起了仅退款申请</div><div>退款金额：¥59.90</div><div>申请原因：其他</div><div>申请时间：2026-03-05 09:00:00</div></div></div></div>`,
  'negotiation without a known title': `<div class="x"><div>双方沟通</div><div class="e"><p>商家 2026-03-05 10:00:00</p><p>退款金额：¥20.00</p><img src="${base}q.jpeg"></div><div class="e"><p>消费者 2026-03-05 09:00:00</p><p>退款金额：¥59.90</p></div></div>`,
  'another order with a title': `<div class="side"><h4>该买家其他订单</h4><div class="o"><span>订单编号：260202-999900001111222</span><span>实付金额：¥5.00</span><span>退款金额：¥5.00</span><img src="${base}o.jpeg"></div></div>`,
  'another request without a title': `<aside><div class="rec"><div>售后编号：31260000000009</div><div>订单编号：260202-999900001111222</div><div>退款金额：¥5.00</div><div>申请原因：不想要了</div><div>图片凭证：<img src="${base}rec.jpeg"></div></div></aside>`,
  'the order itself': '<div><h3>订单信息</h3><div><span>下单时间：</span><span>2026-03-01 08:00:00</span></div><div><span>付款时间：</span><span>2026-03-01 08:01:00</span></div><div><span>发货时间：</span><span>2026-03-02 08:01:00</span></div><div><span>实付金额：</span><span>¥59.90</span></div><div><span>运费：</span><span>¥6.00</span></div><div><span>物流单号：</span><span>YT1234567890123</span></div></div>',
  'steps and tabs': '<div class="steps"><div class="s"><div>买家申请退款</div><div>2026-03-05 09:12:33</div></div><div class="s"><div>待商家处理</div></div><div class="s"><div>退款成功</div></div></div><div class="tabs"><div>全部</div><div>仅退款</div><div>退货退款</div><div>换货</div></div>',
  'a search form': '<form class="s"><div class="item"><label>订单编号</label><input placeholder="请输入" value="260101-000000000000001"></div><div class="item"><label>售后编号</label><div><input></div></div><div class=item><label>申请时间</label><div>2026-01-01 00:00:00 至 2026-01-31 00:00:00</div></div></form>',
  'the form of a refusal': `<div class="modal"><div>拒绝退款</div><div class="f"><label>拒绝原因</label><div>请选择</div></div><div class="f"><label>上传凭证</label><div><img src="${base}up.jpeg"><input type=file></div></div><div class="f"><label>退款金额</label><div><input value="10.00"></div></div></div>`,
  'hidden copies': '<style>.mhide{display:none}</style><div style="display:none"><div>订单编号：260999-000000000000009</div><div>退款金额：¥99.00</div></div><div class="mhide"><div>订单编号：260999-000000000000008</div><div>退款金额：¥98.00</div></div><div aria-hidden="true">退款金额：¥97.00</div><template><div>退款金额：¥96.00</div></template><script>var x="退款金额：¥95.00"</script>',
  'a chat': `<div class="im"><div>聊天记录</div><div class="m"><span>买家</span><p>订单编号：260999-000000000000007 给我退款金额：¥100.00</p><img src="${base}chat.jpeg"></div></div>`,
  advice: '<div class="tip"><div>温馨提示</div><p>退款金额：一般不超过实付金额</p><p>售后类型：仅退款、退货退款、换货</p><p>请在 48小时 内处理</p></div>',
  'sums of single goods': '<div><h3>售后商品</h3><table><thead><tr><th>商品</th><th>单价</th><th>数量</th><th>退款金额</th></tr></thead><tbody><tr><td>杯子</td><td>¥29.90</td><td>1</td><td>¥29.90</td></tr><tr><td>盘子</td><td>¥20.00</td><td>1</td><td>¥20.00</td></tr></tbody></table></div>',
  'campaign countdowns': '<div class="ad">活动倒计时 02:10:05</div><div class="ad">优惠券还剩 3天2时 到期</div>',
  'merchant pictures': `<div class="f"><div>商家凭证</div><div><img src="${base}z.jpeg"></div></div><div class="f"><div>拒绝凭证</div><div><img src="${base}z2.jpeg"></div></div>`,
  'three thousand nodes': Array.from({ length: 1500 }, (_, at) => `<div class="n${at}"><span>节点${at}</span></div>`).join(''),
};

const shown = pictures(claim);
/** Values as pages write them, and what must come of them; only the facts named differ from the plain claim. */
export const values: readonly (readonly [name: string, changes: Record<string, string | null>, different: Record<string, unknown>])[] = [
  ['a description that reads like facts', { 问题描述: '订单编号：260999-999999999999999 退款金额：¥1.00 碎了' }, { description: '订单编号：260999-999999999999999 退款金额：¥1.00 碎了' }],
  ['the same over several lines', { 问题描述: '碎了<br>订单编号：260999-999999999999999<br>退款金额：¥1.00' }, { description: '碎了\n订单编号：260999-999999999999999\n退款金额：¥1.00' }],
  ['direction marks around an id, script in a reason', { 订单编号: '\u202e\u200b260301-100200300400501\u202c', 申请原因: '商品破损&lt;script&gt;alert(1)&lt;/script&gt;\u202e' }, { reason: '商品破损<script>alert(1)</script>\u202e' }],
  ['digits of a font of the page', { 退款金额: '¥\ue123\ue124.\ue125\ue126' }, { amount: null }],
  ['no countdown', { 剩余处理时间: null }, { respondBy: null }],
  ['no pictures, and said so', { 消费者凭证: '暂无图片' }, { evidence: [] }],
  ['no pictures, in a sentence', { 消费者凭证: '<span>消费者未上传凭证</span>' }, { evidence: [] }],
  ['an empty-state drawing', { 消费者凭证: '<div class=empty><img src="data:image/svg+xml;base64,AAAA"><p>暂无数据</p></div>' }, { evidence: [] }],
  ['a crossed-out sum', { 退款金额: '<del>¥59.90</del> ¥49.90' }, {}],
  ['a changed sum', { 退款金额: '¥59.90 → ¥49.90' }, {}],
  ['a sum with its parts in brackets', { 退款金额: '¥49.90（含运费 ¥6.00）' }, {}],
  ['a sum set in five elements', { 退款金额: '<span>￥</span><em>49</em><em>.</em><em>90</em>' }, {}],
  ['a range', { 退款金额: '¥49.90 ~ ¥59.90' }, { amount: null }],
  ['two sums added', { 退款金额: '¥49.90 + 运费 ¥6.00' }, { amount: null }],
  ['a masked sum', { 退款金额: '¥***' }, { amount: null }],
  ['full-width digits', { 退款金额: '￥４９．９０', 订单编号: '２６０３０１-100200300400501' }, {}],
  ['thousands', { 退款金额: '¥12,345.60' }, { amount: { value: '12345.60', currency: 'CNY' } }],
  ['no sum', { 退款金额: '' }, { amount: null }],
  ['no reason', { 申请原因: '' }, { reason: null }],
  ['a dash for a description', { 问题描述: '--' }, { description: null }],
  ['a type with a link', { 售后类型: '退货退款 <a>查看</a>' }, { refundType: 'return-and-refund' }],
  ['a changed type', { 售后类型: '仅退款 → 退货退款' }, { refundType: 'return-and-refund' }],
  ['a type that was another', { 售后类型: '<span>退货退款</span><span>（原仅退款（无需退货））</span>' }, { refundType: 'return-and-refund' }],
  ['type and status in one', { 售后状态: null, 售后类型: '退货退款待商家处理' }, { refundType: 'return-and-refund' }],
  ['an unknown type', { 售后类型: '保价退差' }, { refundType: 'unknown' }],
  ['a masked order number', { 订单编号: '260301-1002****0501' }, {}],
  ['an order number in two parts', { 订单编号: '<span>260301-</span><em>100200300400501</em>' }, {}],
  ["the buyer's turn", { 售后状态: '待消费者寄出退货' }, { status: '待消费者寄出退货', respondBy: null }],
  ['a date without hours', { 申请时间: '2026-03-05' }, { appliedAt: null }],
  ['a time of today', { 申请时间: '今天 09:12' }, { appliedAt: null }],
  ['a time in Chinese', { 申请时间: '2026年03月05日 09时12分33秒' }, {}],
  ['a mark beside the reason', { 申请原因: '商品破损<span class="auxo-tag">高频</span>' }, {}],
  ['videos, faces and signs among the pictures', { 消费者凭证: `${shown}<div><video poster="${base}p.jpeg"></video></div><div class=v><img src="${base}vid.jpeg"><span>00:15</span></div><img class="avatar" src="${base}av.jpeg"><img src="${base}i.svg"><img width=16 height=16 src="${base}ic.png"><span>共3张</span>` }, {}],
  ['the same picture in two sizes', { 消费者凭证: `${shown}<img src="${claim.evidence[0]!.displayed.replace('w/300', 'w/750')}">` }, {}],
  ['a blob', { 消费者凭证: '<img src="blob:https://mms.pinduoduo.com/0a-1b">' }, { evidence: [{ displayed: 'blob:https://mms.pinduoduo.com/0a-1b', candidates: ['blob:https://mms.pinduoduo.com/0a-1b'] }] }],
];
