import { defineAct } from '../act';

/** Says what 欺诈 in article 148 of the Civil Code is. */
export const civilCodeGeneralInterpretation = defineAct({
  title: '最高人民法院关于适用《中华人民共和国民法典》总则编若干问题的解释',
  shortTitle: '最高人民法院关于适用《中华人民共和国民法典》总则编若干问题的解释',
  issuer: '最高人民法院',
  docNo: '法释〔2022〕6号',
  decidedBy: 'D1',
  effectiveFrom: '2022-03-01',
  effectiveTo: null,
  source: 'LawRefBook/Laws@2f4c5c23 (GitHub, 2025-04-19); 文号 seen in several GitHub corpora',
  provisions: [
    {
      id: 'ccg-21',
      article: '第二十一条',
      topics: ['buyer_fraud'],
      text: [
        '故意告知虚假情况，或者负有告知义务的人故意隐瞒真实情况，致使当事人基于错误认识作出意思表示的，人民法院可以认定为民法典第一百四十八条、第一百四十九条规定的欺诈。',
      ],
    },
  ],
});
