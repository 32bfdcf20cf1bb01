import { defineAct } from '../act';

/** Rule names and clauses not read: the merchant enters the current clause. */
export const pinduoduoRules = defineAct({
  title: '各平台公开规则与公告（新闻核实/未核实）',
  shortTitle: '拼多多平台规则',
  issuer: '各平台',
  docNo: '—',
  decidedBy: null,
  effectiveFrom: null,
  effectiveTo: null,
  source: 'not found in stored material',
  provisions: [
    {
      id: 'plat-pdd',
      article: '拼多多',
      verified: false,
      topics: ['platform_rule'],
      text: [
        'NOT VERIFIED — 商家后台有售后申诉/异常订单申诉，2025年起已收货仅退款改由商家处理（confidence medium; press only）. Rule names/clauses unknown.',
      ],
    },
  ],
});
