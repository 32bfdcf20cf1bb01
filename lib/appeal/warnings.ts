export interface DraftWarning {
  code: WarningCode;
  message: string;
}

/** What the merchant must know about a draft before sending it. */
export const warningTexts = {
  'uploaded-unknown': () => '不知道买家提交图片的日期：由该日期决定的规定（民法典、标识办法、治安管理处罚法等）没有引用。',
  'decided-assumed': (day = '') => `没有填写平台处理日期，暂按${day}判断适用的规定；如平台在其他日期处理，请改填后重新生成。`,
  'filed-assumed': (day = '') => `没有填写提交日期，暂按${day}判断适用的规定与时效。`,
  'sued-assumed': (day = '') => `没有填写起诉日期，暂按${day}判断适用的规定。`,
  'dates-out-of-order': (after = '', to = '', before = '', from = '') => `${after}（${to}）早于${before}（${from}），请核对：适用的规定由这些日期决定。`,
  'uploaded-before-claim': (day = '', applied = '') => `填写的买家提交图片日期（${day}）早于页面所示申请日期（${applied}），请核对。`,
  'date-in-future': (name = '', day = '') => `${name}（${day}）还没有到，请核对。`,
  'law-newer-than-checked': (day = '') => `法规与平台规则核对至${day}，此后的修订未收录，发送前请确认。`,
  'amount-missing': () => '页面没有给出可用的申请金额，信函中未写金额。',
  'amount-for-police': () => '报案材料须写明涉及的金额：页面没有给出，请按平台退款记录补写。',
  'no-refund-asked': (asked = '') => `买家申请的是${asked}，不涉及退款：请先确认本店有金钱损失，再决定是否向公安机关或者法院提出。`,
  'reason-left-out': () => '申请原因过长或含有不宜写入信函的内容，未写入。',
  'shop-left-out': () => '店铺名称含有不宜写入信函的内容或过长，未写入。',
  'shop-missing': () => '没有填写店铺名称，信函以“本店”自称；提交前请补充主体信息。',
  'no-support': () => '没有检测项支持图片经AI生成或编辑：信函只提程序性请求，不对图片作任何主张。',
  'limited-support': () => '检测结果仅提供有限程度支持，单凭这一结果不宜要求平台认定图片有问题，请先核实实物与发货记录。',
  'hash-missing': () => '有图片没有SHA-256，信函未写其校验值。',
  'own-clause-unverified': () => '平台规则条款由您自行填写，本工具未核对其内容与效力，请确认为现行版本。',
  'own-clause-left-out': () => '您填写的平台规则条款不完整、过长或含有不宜写入信函的内容，未写入。',
  'no-clause-for-platform': (name = '') => `${name}平台规则的现行条款未能核实，信函未引用；可在设置中填写您看到的现行条款。`,
  'no-citation': () => '在已知日期上没有可引用的规定，信函未引用条文。',
  'conduct-unstated': () => '您没有说明平台是如何处理的，举报书只写作待核查的线索；请补充平台作出处理的时间、方式和理由后再提交。',
  'reports-before-2026': () => '2026年4月15日前的举报适用原暂行办法，其条文未收录，信函未引用。',
  'service-unnamed': () => '标识没有写明可读的服务提供者名称，请先查明其名称再提交；也可只向网信部门提交。',
  'six-months-passed': (day = '') => `六个月的治安追究时效至${day}，报案日期已在其后，请先咨询公安机关是否仍可受理。`,
  'weak-for-police': () => '检测结果强度不高，建议补足实物、物流、聊天等证据后再决定是否报案；报案内容须属实。',
  'weak-for-court': () => '检测结果强度不高，起诉前请补足实物、物流、聊天等证据，必要时申请鉴定。',
  'revocation-year': (day = '') => `请求撤销的一年期间自知道或者应当知道撤销事由之日起算，最早可能于${day}届满。`,
  'old-and-new-penalties': () => '行为发生在2026年1月1日以前，信函引用当时的治安管理处罚法（完整版并注明修订后的相应条文）；新旧规定的选择由公安机关依法判断。',
  'citation-left-out': () => '您移除了部分引用，信函已按剩余条文生成。',
} as const satisfies Record<string, (...about: string[]) => string>;

export type WarningCode = keyof typeof warningTexts;
