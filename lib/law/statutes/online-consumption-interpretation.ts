import { defineAct } from '../act';

/** Protects consumers throughout; article 1 works against the merchant. */
export const onlineConsumptionInterpretation = defineAct({
  title: '最高人民法院关于审理网络消费纠纷案件适用法律若干问题的规定（一）',
  shortTitle: '最高人民法院关于审理网络消费纠纷案件适用法律若干问题的规定（一）',
  issuer: '最高人民法院',
  docNo: '法释〔2022〕8号',
  decidedBy: 'D4',
  effectiveFrom: '2022-03-15',
  effectiveTo: null,
  source: 'LawRefBook/Laws@2f4c5c23 (GitHub, 2025-04-19); still listed in whthomas/china-laws (GitHub; mirror of 国家法律法规数据库 flk.npc.gov.cn, README dated 2026-08-25)',
  provisions: [
    {
      id: 'netcons-1',
      article: '第一条',
      topics: ['merchant_counter', 'platform_review_duty'],
      text: [
        '电子商务经营者提供的格式条款有以下内容的，人民法院应当依法认定无效：',
        '（一）收货人签收商品即视为认可商品质量符合约定；',
        '（二）电子商务平台经营者依法应承担的责任一概由平台内经营者承担；',
        '（三）电子商务经营者享有单方解释权或者最终解释权；',
        '（四）排除或者限制消费者依法投诉、举报、请求调解、申请仲裁、提起诉讼的权利；',
        '（五）其他排除或者限制消费者权利、减轻或者免除电子商务经营者责任、加重消费者责任等对消费者不公平、不合理的内容。',
      ],
    },
    {
      id: 'netcons-20',
      article: '第二十条',
      topics: ['dated_law'],
      text: [
        '本规定自2022年3月15日起施行。',
      ],
    },
  ],
});
