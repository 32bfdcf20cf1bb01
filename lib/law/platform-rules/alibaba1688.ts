import { defineAct } from '../act';

/** Between businesses: consumer law mostly does not hold. */
export const alibaba1688Rules = defineAct({
  title: '各平台公开规则与公告（新闻核实/未核实）',
  shortTitle: '1688平台规则',
  issuer: '各平台',
  docNo: '—',
  decidedBy: null,
  effectiveFrom: null,
  effectiveTo: null,
  source: 'not found in stored material',
  provisions: [
    {
      id: 'plat-1688',
      article: '1688',
      verified: false,
      topics: ['platform_rule'],
      text: [
        'NOT VERIFIED — B2B：买家多为经营者，消法/七日无理由一般不适用；平台规则名称条款未核 (confidence medium for the legal point).',
      ],
    },
  ],
});
