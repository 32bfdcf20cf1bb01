import { defineAct } from '../act';

/** For acts from 2026-01-01: article 49 became 58, article 22 became 25. */
export const publicSecurityPenaltiesLaw2025 = defineAct({
  title: '中华人民共和国治安管理处罚法（2025修订）',
  shortTitle: '治安管理处罚法',
  issuer: '全国人民代表大会常务委员会',
  docNo: '主席令第四十九号（2025-06-27修订）',
  decidedBy: 'D1',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  source: 'ImCa0/just-laws@5c000d28 (GitHub, 2026-07-17); art.58 wording matched in a second GitHub file; 主席令号 and date matched in a third',
  provisions: [
    {
      id: 'psp-58',
      article: '第五十八条',
      topics: ['admin_liability', 'buyer_fraud'],
      text: [
        '盗窃、诈骗、哄抢、抢夺或者敲诈勒索的，处五日以上十日以下拘留或者二千元以下罚款；情节较重的，处十日以上十五日以下拘留，可以并处三千元以下罚款。',
      ],
    },
    {
      id: 'psp-59',
      article: '第五十九条',
      topics: ['admin_liability'],
      text: [
        '故意损毁公私财物的，处五日以下拘留或者一千元以下罚款；情节较重的，处五日以上十日以下拘留，可以并处三千元以下罚款。',
      ],
    },
    {
      id: 'psp-25',
      article: '第二十五条',
      topics: ['dated_law', 'admin_liability'],
      text: [
        '违反治安管理行为在六个月以内没有被公安机关发现的，不再处罚。',
        '前款规定的期限，从违反治安管理行为发生之日起计算；违反治安管理行为有连续或者继续状态的，从行为终了之日起计算。',
      ],
    },
    {
      id: 'psp-144',
      article: '第一百四十四条',
      topics: ['dated_law'],
      text: [
        '本法自2026年1月1日起施行。',
      ],
    },
  ],
});
