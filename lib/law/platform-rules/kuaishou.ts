import { defineAct } from '../act';

/** Rule names and clauses not read: the merchant enters the current clause. */
export const kuaishouRules = defineAct({
  title: '各平台公开规则与公告（新闻核实/未核实）',
  shortTitle: '快手小店平台规则',
  issuer: '各平台',
  docNo: '—',
  decidedBy: null,
  effectiveFrom: null,
  effectiveTo: null,
  source: 'not found in stored material',
  provisions: [
    {
      id: 'plat-kuaishou',
      article: '快手小店',
      verified: false,
      topics: ['platform_rule'],
      text: [
        'NOT VERIFIED — 售后/纠纷规则存在，名称条款未核 (confidence low).',
      ],
    },
  ],
});
