import { defineAct } from '../act';

/** Text not found: visible, never cited. */
export const networkAntiUnfairCompetitionProvisions = defineAct({
  title: '网络反不正当竞争暂行规定',
  shortTitle: '网络反不正当竞争暂行规定',
  issuer: '国家市场监督管理总局',
  docNo: '总局令第91号（2024-05-06；令号据常识）',
  decidedBy: 'D1',
  effectiveFrom: '2024-09-01',
  effectiveTo: null,
  source: 'Only title and 2024-09-01 date confirmed in secondary repos (gov.cn/zhengce/202406/content_6959668.htm is the official page, not stored)',
  provisions: [
    {
      id: 'nauc-note',
      article: '全文',
      verified: false,
      topics: ['buyer_fraud'],
      text: [
        'NOT VERIFIED — article text not found. Belief (medium): contains clauses against 反向刷单 / 批量拍下后恶意退货、拒收 aimed at competitors, and art.19 on data scraping (art.19 confirmed by a secondary source). Prefer 反不正当竞争法(2025)第十三条第四款.',
      ],
    },
  ],
});
