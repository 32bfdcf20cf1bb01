import { defineAct } from '../act';

/** Article 13(4) needs an operator behind the returns; ordinary buyers are not covered. */
export const antiUnfairCompetitionLaw = defineAct({
  title: '中华人民共和国反不正当竞争法（2025修订）',
  shortTitle: '反不正当竞争法',
  issuer: '全国人民代表大会常务委员会',
  docNo: '2025年6月27日第二次修订（主席令第五十号，号码未核）',
  decidedBy: 'D1',
  effectiveFrom: '2025-10-15',
  effectiveTo: null,
  source: 'ImCa0/just-laws@5c000d28 (GitHub, 2026-07-17); machine-compared with wangxx-yu/market-complaint-agent@ae6093ea data/knowledge/rag_knowledge.json (GitHub, 2026-08-05; parsed from samr.gov.cn pages): all 41 articles equal',
  provisions: [
    {
      id: 'auc-2',
      article: '第二条',
      topics: ['buyer_fraud'],
      text: [
        '经营者在生产经营活动中，应当遵循自愿、平等、公平、诚信的原则，遵守法律和商业道德，公平参与市场竞争。',
        '本法所称的不正当竞争行为，是指经营者在生产经营活动中，违反本法规定，扰乱市场竞争秩序，损害其他经营者或者消费者的合法权益的行为。',
        '本法所称的经营者，是指从事商品生产、经营或者提供服务（以下所称商品包括服务）的自然人、法人和非法人组织。',
      ],
    },
    {
      id: 'auc-13',
      article: '第十三条',
      topics: ['buyer_fraud'],
      text: [
        '经营者利用网络从事生产经营活动，应当遵守本法的各项规定。',
        '经营者不得利用数据和算法、技术、平台规则等，通过影响用户选择或者其他方式，实施下列妨碍、破坏其他经营者合法提供的网络产品或者服务正常运行的行为：',
        '（一）未经其他经营者同意，在其合法提供的网络产品或者服务中，插入链接、强制进行目标跳转；',
        '（二）误导、欺骗、强迫用户修改、关闭、卸载其他经营者合法提供的网络产品或者服务；',
        '（三）恶意对其他经营者合法提供的网络产品或者服务实施不兼容；',
        '（四）其他妨碍、破坏其他经营者合法提供的网络产品或者服务正常运行的行为。',
        '经营者不得以欺诈、胁迫、避开或者破坏技术管理措施等不正当方式，获取、使用其他经营者合法持有的数据，损害其他经营者的合法权益，扰乱市场竞争秩序。',
        '经营者不得滥用平台规则，直接或者指使他人对其他经营者实施虚假交易、虚假评价或者恶意退货等行为，损害其他经营者的合法权益，扰乱市场竞争秩序。',
      ],
    },
    {
      id: 'auc-21',
      article: '第二十一条',
      topics: ['platform_review_duty', 'hear_merchant'],
      text: [
        '平台经营者应当在平台服务协议和交易规则中明确平台内公平竞争规则，建立不正当竞争举报投诉和纠纷处置机制，引导、规范平台内经营者依法公平竞争；发现平台内经营者实施不正当竞争行为的，应当及时依法采取必要的处置措施，保存有关记录，并按规定向平台经营者住所地县级以上人民政府监督检查部门报告。',
      ],
    },
    {
      id: 'auc-29',
      article: '第二十九条',
      topics: ['admin_liability'],
      text: [
        '经营者违反本法第十三条第二款、第三款、第四款规定利用网络从事不正当竞争的，由监督检查部门责令停止违法行为，处十万元以上一百万元以下的罚款；情节严重的，处一百万元以上五百万元以下的罚款。',
      ],
    },
  ],
});
