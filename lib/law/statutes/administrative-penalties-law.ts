import { defineAct } from '../act';

/** Looks at the law on the day a penalty is decided, which follows the report. */
export const administrativePenaltiesLaw = defineAct({
  title: '中华人民共和国行政处罚法（2021修订）',
  shortTitle: '行政处罚法',
  issuer: '全国人民代表大会常务委员会',
  docNo: '2021-01-22修订',
  decidedBy: 'D3',
  effectiveFrom: '2021-07-15',
  effectiveTo: null,
  source: 'ImCa0/just-laws@5c000d28 (GitHub, 2026-07-17); also in LawRefBook/Laws@2f4c5c23 (GitHub, 2025-04-19)',
  provisions: [
    {
      id: 'apl-37',
      article: '第三十七条',
      topics: ['dated_law'],
      text: [
        '实施行政处罚，适用违法行为发生时的法律、法规、规章的规定。但是，作出行政处罚决定时，法律、法规、规章已被修改或者废止，且新的规定处罚较轻或者不认为是违法的，适用新的规定。',
      ],
    },
  ],
});
