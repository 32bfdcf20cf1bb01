import { defineAct } from '../act';

/** Press reports about several platforms at once. */
export const platformAnnouncements = defineAct({
  title: '各平台公开规则与公告（新闻核实/未核实）',
  shortTitle: '各平台公告报道',
  issuer: '各平台',
  docNo: '—',
  decidedBy: null,
  effectiveFrom: '2025-04-22',
  effectiveTo: null,
  source: 'cls.cn/detail/2011692 (财联社转北京商报, 2025-04-22) and several copies',
  provisions: [
    {
      id: 'plat-2025-04',
      article: '公告/报道',
      topics: ['platform_rule', 'refund_only_ban', 'not_verbatim'],
      text: [
        '2025-04-22 北京商报：拼多多、淘宝、抖音、快手、京东等多个电商平台将全面取消“仅退款”，消费者收到货后的退款不退货申请，将由商家自主处理。〔press report of a coming change, not a rule text〕',
      ],
    },
    {
      id: 'plat-jdai',
      article: '京东/拼多多/抖音 AI假图回应',
      effectiveFrom: null,
      source: 'not found in stored material',
      verified: false,
      topics: ['platform_rule'],
      text: [
        'NOT VERIFIED — 2026-01 新京报贝壳财经 reported that 京东、拼多多、淘宝、抖音 replied that anti-AI-fake measures would go live (only spun copies stored).',
      ],
    },
  ],
});
