/**
 * What part of a page a line belongs to. Facts are read from `main`, `order`, `goods` and `buyer`;
 * the others hold older proposals, other orders, the merchant's side, parcels or advice.
 */
export type Zone = 'main' | 'order' | 'goods' | 'buyer' | 'history' | 'chat' | 'other' | 'merchant' | 'logistics' | 'help';

/** Zones inside which a title of a plain zone opens nothing new. */
export const closedZones: ReadonlySet<Zone> = new Set<Zone>(['history', 'chat', 'other', 'merchant', 'logistics', 'help']);

/** Titles, tested against the whole line without spaces and counts like (3). The first that fits counts. */
export const sectionTitles: readonly { zone: Zone; title: RegExp }[] = [
  { zone: 'other', title: /^(?:该|此|本|同|当前)?(?:买家|消费者|用户|客户|店铺|订单|一)?(?:的)?(?:其他|其它|历史|近期|更多|相关|关联|相似|同类|最近|推荐|待处理|待办|近\d+[天日]|同订单|同买家|同店|下一[个条]|上一[个条])(?:的|内)?(?:买家|消费者)?(?:订单|售后|售后单|退款|商品|宝贝|记录|售后记录|服务单|申请|交易|退款单|退款申请|售后申请|订单记录|售后订单|退款记录|待处理售后|处理售后)(?:单|列表|推荐|记录)?$/ },
  { zone: 'other', title: /^(?:猜你喜欢|猜您喜欢|为你推荐|为您推荐|推荐订单|推荐商品|看了又看|热卖商品|热销推荐|商品推荐|相似案例|活动推荐|推荐活动|营销活动|买家历史|售后排行|待处理列表|relatedorders?|otherorders?|recommended(?:orders?|items?|products?)?|recentorders?|other(?:after-?sales?|refund|return)?requests?|(?:buyer|customer)['’]?s?(?:other|recent|previous)(?:orders?|requests?|refunds?|returns?|after-?sales?)|otherafter-?sales?(?:orders?|requests?)?|relatedafter-?sales?(?:orders?|requests?)?|youmayalsolike|pendingrequests?|nextrequest)$/ },
  { zone: 'other', title: /^(?:(?:退货)?运费险|退货包运费|保险|保价|理赔|赔付|小额打款|打款|补偿|发票|开票|优惠|红包|积分|价格保护|服务保障|退款去向|资金流向|退款流水|结算|(?:商品|买家|订单)?评价|买家秀|(?:买家|消费者|用户|客户)(?:画像|数据|统计|档案|行为|信用)|店铺(?:数据|概况|统计)|数据(?:概览|看板|统计))(?:信息|详情|记录|明细|进度|服务|情况|理赔|图片|概览)*$/ },
  { zone: 'history', title: /^(?:(?:售后|退款|服务单|申请|买卖双方|双方)?(?:协商|沟通|留言|操作|处理|审核|变更|修改|历史|流转|跟进|跟踪|进度)(?:历史|记录|详情|过程|进度|内容|留言|信息|日志|动态|轨迹|凭证|跟踪|时间线|流程|与凭证|和凭证|记录与凭证|历史与凭证)|售后(?:记录|日志|进度|历史|动态|轨迹)|退款(?:历史|记录|进度|日志)|服务单日志|双方举证(?:信息|记录|详情|材料)?|留言板|留言凭证|留言\/凭证|历史记录|历史方案|历史申请|原申请(?:信息|内容)?|上一?次申请(?:信息|内容)?|变更前信息|修改前|negotiation(?:history|records?|details?|log)?|(?:activity|operation|action|processing|request|case|refund|after-?sales?)?(?:history|log|timeline|records)|conversationlog|previous(?:request|proposal)s?)$/ },
  { zone: 'chat', title: /^(?:聊天记录|会话记录|客服聊天|聊天消息|最近聊天|chat(?:history|records?|log)?|messages?|conversation)$/ },
  { zone: 'merchant', title: /^(?:(?:商家|卖家|店铺|我方|我的|平台|客服|仲裁|小二|京东|官方)(?:处理|举证|凭证|留言|回复|操作|说明|反馈|意见|信息|判定|介入|裁决|处理结果|处理意见|举证信息|处理信息|拒绝信息|方案|处理方案|建议|协商方案|补充举证|申诉(?:材料|图片|凭证|信息|说明|内容)?|审核|审核信息)|(?:商品|退货|仓库|平台)?(?:质检|验货|入库|鉴定|检测|验收)(?:报告|信息|结果|结论|记录|详情|图片)*|拒绝(?:信息|详情|凭证|说明|退款|申请)|处理意见|审核意见|处理操作|审核操作|商家处理操作|同意退款|申诉信息|申诉|(?:推荐|建议|平台|系统|智能)?(?:协商|处理|退款|售后)?方案|推荐方案|智能(?:协商|推荐|助手)|协商(?:助手|工具|建议|修改)|(?:发起|修改)协商|修改(?:方案|建议)|(?:merchant|seller)['’]?s?(?:evidence|response|reply|actions?|notes?|proposal)?|rejection(?:details?|info)?|platform(?:decision|intervention)|arbitration)$/ },
  { zone: 'logistics', title: /^(?:(?:退货|发货|换货|补寄|订单|买家退货|寄回)?(?:物流|快递|包裹|运单|签收|配送|发货|揽收)(?:信息|详情|轨迹|跟踪|记录|进度|动态|状态|凭证)|退货物流|(?:退货|换货|寄回|买家)?(?:包裹|快递)|物流|logistics(?:info(?:rmation)?|details?|tracking)?|shipping(?:info(?:rmation)?|details?)?|tracking(?:info(?:rmation)?|details?)?|deliveryinfo(?:rmation)?|returnlogistics|returnshipment)$/ },
  { zone: 'help', title: /^(?:温馨提示|操作指引|操作指南|常见问题|处理指引|平台规则|规则说明|小贴士|提示|注意事项|风险提示|处理建议|新手引导|示例|填写示例|举证示例|凭证示例|参考示例|tips?|faqs?|guidelines|examples?|howtohandle)$/ },
  { zone: 'buyer', title: /^(?:(?:买家|消费者|用户|客户)(?:的)?(?:申请|申请信息|举证|举证信息|凭证|诉求|反馈|申请详情|提交信息|问题描述|申请内容)|(?:buyer|customer)['’]?s?(?:request|evidence|claim|application))$/ },
  { zone: 'goods', title: /^(?:(?:售后|退款|退货|订单|申请|交易|换货)?(?:商品|宝贝|货品)(?:信息|详情|快照|明细|列表|清单)?|交易快照|(?:product|item|goods)s?(?:info(?:rmation)?|details?)?)$/ },
  { zone: 'order', title: /^(?:(?:原|关联的?)?(?:订单|交易)(?:信息|详情|明细|概况)|order(?:info(?:rmation)?|details?|summary)?)$/ },
  { zone: 'main', title: /^(?:(?:售后|退款|申请|基本|基础|服务单|售后单|退款单|售后申请|退款申请|退货退款|仅退款|服务|申请售后|换货|维修|补寄)(?:信息|详情|概况|概要|内容|申请|单详情|单信息|申请单|申请信息|申请详情|单)?(?:信息|详情)?|(?:refund|after-?sales?|return|request|case|basic|service)(?:info(?:rmation)?|details?|request|summary|requestdetails?|overview)?)$/ },
];

/** The one who speaks in an entry of the negotiation, at the start of its first line. */
export const speaker = /^(?:【|\[)?(买家|消费者|客户|用户|顾客|buyer|customer|商家|卖家|店铺|店家|平台|客服|平台客服|系统|小二|京东|抖店|淘宝|拼多多|快手|小红书|微信|1688|仲裁|审核员|seller|merchant|platform|system|customerservice|support)(?:】|\])?(?=$|[\s\ufdd0(（:：]|\d|已|于|发起|申请|上传|修改|提交|创建|补充|留言|拒绝|同意|回复|举证|驳回|处理|介入|超时|自动|撤销|取消|寄|退|更|建|提|【|\[|-|—|_|·|\|)/i;
/** A line without the date and time it may begin with. */
export function afterDate(line: string): string {
  return line.trim().replace(/^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s\ufdd0]+\d{1,2}:\d{2}(?::\d{2})?[\s\ufdd0]*/, '');
}

const roles: Readonly<Record<string, string>> = { 买: '买家', 消: '消费者', 商: '商家', 卖: '卖家', 平: '平台', 客: '客服', 系: '系统' };

/**
 * Who speaks in an entry by its first line: the word it begins with, the one in brackets behind a name ("t***1（买家）"), or a shop's
 * own name. Null where the line names nobody.
 */
export function speakerOf(line: string): string | null {
  const text = afterDate(line);
  const first = speaker.exec(text)?.[1];
  if (first !== undefined) return first;
  const behind = /^[^:：，。]{1,24}?[(（【[](买家|消费者|商家|卖家|平台|客服|系统)[)）】\]]/.exec(text)?.[1];
  if (behind !== undefined) return roles[behind[0]!] ?? behind;
  return /^[^\d:：，。\s]{2,20}(?:旗舰店|专营店|专卖店|官方店|企业店|小店|工厂店)(?=$|[\s\ufdd0(（])/.test(text) ? '商家' : null;
}

export const buyerWords: ReadonlySet<string> = new Set(['买家', '消费者', '客户', '用户', '顾客', 'buyer', 'customer']);
