import { defineAct } from '../act';

/** Rule names and clauses not read: the merchant enters the current clause. */
export const weixinRules = defineAct({
  title: '各平台公开规则与公告（新闻核实/未核实）',
  shortTitle: '微信小店平台规则',
  issuer: '各平台',
  docNo: '—',
  decidedBy: null,
  effectiveFrom: null,
  effectiveTo: null,
  source: 'not found in stored material',
  provisions: [
    {
      id: 'plat-wx',
      article: '微信小店',
      verified: false,
      topics: ['platform_rule'],
      text: [
        'NOT VERIFIED — 售后单/“保障单”（同意、协商、举证、拒绝）API 存在（developers.weixin.qq.com; a GitHub design note lists 6 保障单 APIs）；规则条款未核.',
      ],
    },
  ],
});
