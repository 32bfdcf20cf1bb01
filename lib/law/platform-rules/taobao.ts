import { defineAct } from '../act';

/** Pending disputes follow the version in force after a change (article 92). */
export const taobaoDisputeRules = defineAct({
  title: '淘宝平台争议处理规则',
  shortTitle: '淘宝平台争议处理规则',
  issuer: '淘宝（浙江淘宝网络有限公司）',
  docNo: '规则ID 99，2012-01-01首次生效，2025-08-15最新修订',
  decidedBy: 'D2',
  effectiveFrom: '2025-08-15',
  effectiveTo: null,
  source: 'JeasonLi2024/claimcraft-creative@63ce34d6 backend/api/services/law_data_raw (GitHub, files added 2026-07-07) cat4_淘宝规则.txt (source there: rulechannel.taobao.com ruleId=99&cId=1154, 94 articles)',
  provisions: [
    {
      id: 'tb-8',
      article: '第八条',
      topics: ['platform_rule', 'burden_of_proof'],
      text: [
        '争议过程中，买卖双方应按本规则规定进行举证。本规则未有规定或淘宝发现双方的交易或一方账号异常的，淘宝将视双方实际情形作出举证责任分配。',
      ],
    },
    {
      id: 'tb-9',
      article: '第九条',
      topics: ['platform_rule', 'burden_of_proof'],
      text: [
        '买卖双方应自行对证据的真实性、关联性、完整性、准确性和及时性负责，淘宝将基于普通人的认知，根据该等证据作出纠纷责任的归属认定及纠纷调处的结论。',
      ],
    },
    {
      id: 'tb-16',
      article: '第十六条',
      topics: ['platform_rule'],
      text: [
        '淘宝应买卖双方需求及查明事实需要，必要时将向第三方核实争议问题，并据此作为交易调处的参考依据。',
      ],
    },
    {
      id: 'tb-24',
      article: '第二十四条',
      topics: ['platform_rule', 'burden_of_proof'],
      text: [
        '为保障买家权益并合理减轻或免除买家举证门槛，淘宝将基于平台自身大数据能力，综合信息或商品相关处置、卖家店铺指标分、买家客诉（包括伪劣问题感知等）等单一或多维度，经判断卖家出售的商品存在描述不当、混淆误导、伪劣等情形的，交易支持退货退款。',
      ],
    },
    {
      id: 'tb-37',
      article: '第三十七条',
      topics: ['platform_rule'],
      text: [
        '收件人应在承运人交付商品时，当场检视商品表面是否一致。若发现商品表面不一致，可予以拍照并拒签，若系卖家发货则支持退款买家；若系买家原因退货，则支持打款商家，商品相关风险由相对方承担。',
      ],
    },
    {
      id: 'tb-65',
      article: '第六十五条',
      topics: ['platform_rule', 'burden_of_proof'],
      text: [
        '买家主张商品存在质量问题系肉眼可识别的，应提供初步凭证予以证明。',
        '买家未提供初步凭证的，交易支持打款。',
        '买家已提供凭证且淘宝初步认定的，卖家应针对买家给出的初步凭证作出淘宝认可的合理解释或提供证据证明不存在质量问题。卖家已提供有效凭证的，买家应按淘宝要求及时提供有效的质检凭证或其他有效凭证。买家无法提供的，交易支持打款；卖家未提供的，淘宝将认定质量问题属实。',
      ],
    },
    {
      id: 'tb-73',
      article: '第七十三条',
      topics: ['platform_rule', 'burden_of_proof'],
      text: [
        '买家主张商品存在描述不当系肉眼可识别的，应当提供初步凭证予以证明，淘宝有权根据买家提供的凭证初步认定存在描述不当，卖家应对买家提供的凭证作出淘宝认可的合理解释或提供证据证明不存在描述不当，否则淘宝将认定描述不当属实。',
      ],
    },
    {
      id: 'tb-75',
      article: '第七十五条',
      topics: ['platform_rule', 'burden_of_proof'],
      text: [
        '买家主张商品存在表面不一致的，卖家应就收件人已按本规则“签收规范”之规定签收商品承担举证责任；卖家举证有效的，则由买家举证证明商品签收时即存在表面不一致情形。',
      ],
    },
    {
      id: 'tb-76',
      article: '第七十六条',
      topics: ['platform_rule', 'burden_of_proof'],
      text: [
        '买家主张商品存在表面不一致但已点击“确认收货”的，买家对主张商品存在表面不一致情形负举证责任。因卖家的不正当行为诱使买家确认收货的情形除外。',
      ],
    },
    {
      id: 'tb-80',
      article: '第八十条',
      topics: ['platform_rule'],
      text: [
        '卖家已证明买家签收商品时不存在表面不一致的，交易支持打款。',
      ],
    },
    {
      id: 'tb-82',
      article: '第八十二条',
      topics: ['platform_rule'],
      text: [
        '淘宝处理争议期间，出现以下任一情形的，淘宝将中止争议处理程序：',
        '（一）买卖双方一致要求中止，并约定期限自行协商处理争议；',
        '（二）任何一方通知淘宝要求将争议提交司法机关或拟向公安机关报案。',
      ],
    },
    {
      id: 'tb-83',
      article: '第八十三条',
      topics: ['platform_rule'],
      text: [
        '出现以下任一情形的，淘宝将恢复争议处理程序：',
        '（一）买卖双方自行协商处理争议的，应在程序中止后30日内自行操作交易款项，或向淘宝提供协商结果，由淘宝代为操作，逾期买卖双方既未操作交易款项也未告知协商结果。',
        '（二）一方通知淘宝要求通过司法机关解决争议或拟向公安机关报案的，未在通知淘宝后的7个工作日内向淘宝平台提供司法机关或公安机关的案件受理凭证。',
        '（三）争议被司法机关撤诉。',
        '（四）司法机关对争议作出判决且生效。',
        '（五）公安机关受理案件后的六个月后仍未对案件给出调查结论或处理建议。',
      ],
    },
    {
      id: 'tb-92',
      article: '第九十二条',
      topics: ['platform_rule', 'dated_law'],
      text: [
        '本规则生效或变更后尚未处理完结的交易，适用生效或变更后的规则。',
      ],
    },
    {
      id: 'tb-93',
      article: '第九十三条',
      topics: ['platform_rule'],
      text: [
        '淘宝对争议做出处理并通知支付机构支付争议款项后，买家或(和)卖家对淘宝的处理有异议的，可向人民法院起诉。',
      ],
    },
    {
      id: 'tb-94',
      article: '第九十四条',
      topics: ['platform_rule', 'dated_law'],
      text: [
        '本规则于2012年1月1日首次生效，于2025年8月15日最新修订。',
      ],
    },
  ],
});

/** Press report. */
export const taobaoAnnouncements = defineAct({
  title: '淘宝天猫售后AI假图专项治理（公告报道）',
  shortTitle: '淘宝天猫公告报道',
  issuer: '各平台',
  docNo: '—',
  decidedBy: null,
  effectiveFrom: '2026-01-20',
  effectiveTo: null,
  source: 'tw.news.yahoo.com 2026-01-21 (科创板日报); 网易科技 2026-01-22 text in a scraped copy (stacaes.com); readhub.cn/topic/8q5ndtAyHx5',
  provisions: [
    {
      id: 'plat-tb-ai',
      article: '淘宝天猫售后AI假图治理（2026-01）',
      topics: ['platform_rule', 'platform_review_duty', 'not_verbatim'],
      text: [
        '2026-01-20至22日：淘宝天猫宣布售后AI假图专项治理，上线AI假图识别模型（训练阶段准确率超95%），逐步用于纠纷判决、退款、申诉；商家可在旺旺聊天中对疑似AI生成、处理或PS修改的图片一键反馈，判定成立后将直接影响判决结果。〔press report〕',
      ],
    },
  ],
});
