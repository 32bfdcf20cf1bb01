import { defineAct } from '../act';

/** The reason for the dates in this room; no argument of a letter needs it. */
export const legislationLaw = defineAct({
  title: '中华人民共和国立法法（2023修正）',
  shortTitle: '立法法',
  issuer: '全国人民代表大会',
  docNo: '2023-03-13修正',
  decidedBy: null,
  effectiveFrom: '2023-03-15',
  effectiveTo: null,
  source: 'ImCa0/just-laws@5c000d28 (GitHub, 2026-07-17); also in LawRefBook/Laws@2f4c5c23 (GitHub, 2025-04-19)',
  provisions: [
    {
      id: 'lgl-104',
      article: '第一百零四条',
      topics: ['dated_law'],
      text: [
        '法律、行政法规、地方性法规、自治条例和单行条例、规章不溯及既往，但为了更好地保护公民、法人和其他组织的权利和利益而作的特别规定除外。',
      ],
    },
  ],
});
