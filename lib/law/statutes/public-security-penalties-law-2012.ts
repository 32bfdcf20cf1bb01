import { defineAct } from '../act';

/** For acts up to 2025-12-31. */
export const publicSecurityPenaltiesLaw2012 = defineAct({
  title: '中华人民共和国治安管理处罚法（2012修正）',
  shortTitle: '治安管理处罚法',
  issuer: '全国人民代表大会常务委员会',
  docNo: '2005-08-28通过，2012-10-26修正',
  decidedBy: 'D1',
  effectiveFrom: '2006-03-01',
  effectiveTo: '2025-12-31',
  source: 'LawRefBook/Laws@2f4c5c23 (GitHub, 2025-04-19)',
  provisions: [
    {
      id: 'psp-old-49',
      article: '第四十九条',
      topics: ['admin_liability', 'buyer_fraud'],
      text: [
        '盗窃、诈骗、哄抢、抢夺、敲诈勒索或者故意损毁公私财物的，处五日以上十日以下拘留，可以并处五百元以下罚款；情节较重的，处十日以上十五日以下拘留，可以并处一千元以下罚款。',
      ],
    },
    {
      id: 'psp-old-22',
      article: '第二十二条',
      topics: ['dated_law', 'admin_liability'],
      text: [
        '违反治安管理行为在六个月内没有被公安机关发现的，不再处罚。',
        '前款规定的期限，从违反治安管理行为发生之日起计算；违反治安管理行为有连续或者继续状态的，从行为终了之日起计算。',
      ],
    },
  ],
});
