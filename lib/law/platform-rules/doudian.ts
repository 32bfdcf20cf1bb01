import { defineAct } from '../act';

/** Rule names and clauses not read: the merchant enters the current clause. */
export const doudianRules = defineAct({
  title: '各平台公开规则与公告（新闻核实/未核实）',
  shortTitle: '抖店平台规则',
  issuer: '各平台',
  docNo: '—',
  decidedBy: null,
  effectiveFrom: null,
  effectiveTo: null,
  source: 'not found in stored material',
  provisions: [
    {
      id: 'plat-douyin',
      article: '抖音电商（抖店）',
      verified: false,
      topics: ['platform_rule'],
      text: [
        'NOT VERIFIED — 《抖店商家申诉规则》existed (2022-03-24 公示, 2022-03-31 生效 per 网经社 copy) with 仲裁/赔付申诉 and limits on abnormal evidence; current name/clauses and any 2025 “AI假图” rule NOT found (belief low-medium).',
      ],
    },
  ],
});
