import { defineAct } from '../act';

/** Read in the press, not in the decisions: visible, never cited. */
export const publicCases = defineAct({
  title: '广州增城 AI“死蟹”退款案',
  shortTitle: '公开案例',
  issuer: '—',
  docNo: '—',
  decidedBy: null,
  effectiveFrom: '2025-11-28',
  effectiveTo: null,
  source: 'mrjjxw.com/articles/2025-12-03/4167318.html (每日经济新闻); internet.com.hk 2025-12/145151 (unwire.hk)',
  provisions: [
    {
      id: 'case-zengcheng',
      article: '广州市公安局增城区分局行政处罚（2025-11）',
      topics: ['precedent', 'admin_liability', 'buyer_fraud', 'not_verbatim'],
      text: [
        '2025-11-17 买家购八只螃蟹，用手机合成“六只死蟹”虚假视频图片，骗取退款195元；11-28 报警，警方给予行政拘留八日，追缴违法所得195元。〔decision under the OLD art.49; document number not given in the press〕',
      ],
    },
    {
      id: 'case-gz',
      article: '广州市中级人民法院消费者权益保护十大典型案例（2025-03-13）：汤某“仅退款”案',
      title: '广州中院“仅退款”典型案例',
      effectiveFrom: '2025-03-13',
      source: 'a899.cn/html/03d899214.html (scraped copy, 2025-03-18)',
      verified: false,
      topics: ['precedent', 'civil_remedy'],
      text: [
        'NOT VERIFIED against the court\'s text — one scraped copy: 汤某收到女包后以“未收到货”申请仅退款，平台未经商家同意退款；法院认定理由不属实、违反诚信原则，支持商家要求支付货款，并酌情支持维权支出。(confidence high)',
      ],
    },
    {
      id: 'case-spc',
      article: '最高人民法院电商平台典型案例（2026-08-03）',
      title: '最高法电商平台典型案例',
      effectiveFrom: '2026-08-03',
      source: 'reference only',
      verified: false,
      topics: ['precedent'],
      text: [
        'NOT VERIFIED — existence seen only by reference (court.gov.cn/zixun/xiangqing/507691.html, cited in a GitHub file as 平台数据优势与必要措施责任). Content not stored.',
      ],
    },
  ],
});
