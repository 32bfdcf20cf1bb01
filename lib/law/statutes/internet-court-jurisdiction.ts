import { defineAct } from '../act';

/** Where to sue, from 2025-11-01. */
export const internetCourtJurisdiction = defineAct({
  title: '最高人民法院关于互联网法院案件管辖的规定',
  shortTitle: '最高人民法院关于互联网法院案件管辖的规定',
  issuer: '最高人民法院',
  docNo: '法释〔2025〕14号',
  decidedBy: 'D4',
  effectiveFrom: '2025-11-01',
  effectiveTo: null,
  source: 'whthomas/china-laws (GitHub; mirror of 国家法律法规数据库 flk.npc.gov.cn, README dated 2026-08-25) (full text read; status 有效)',
  provisions: [
    {
      id: 'icj-1',
      article: '第一条第一款',
      topics: ['civil_remedy'],
      text: [
        '互联网法院集中管辖所在市辖区内应当由基层人民法院受理的下列第一审案件：',
        '（一）网络数据权属、侵权、合同纠纷；',
        '（二）网络个人信息保护、隐私权纠纷；',
        '（三）网络虚拟财产权属、侵权、合同纠纷；',
        '（四）网络不正当竞争纠纷；',
        '（五）网络域名权属、侵权、合同纠纷；',
        '（六）通过电子商务平台签订或者履行网络购物合同产生的纠纷；',
        '（七）签订、履行行为均在网络上完成的网络服务合同纠纷；',
        '（八）因行政机关作出网络数据监管、网络个人信息保护监管、网络不正当竞争监管、网络交易管理、网络信息服务管理等行政行为产生的行政纠纷；',
        '（九）检察机关提起的网络公益诉讼案件。',
      ],
    },
  ],
});
