import { defineAct } from '../act';

/** Policy background; it gives a merchant no right, so no date lets it into a letter. */
export const cybersecurityLaw = defineAct({
  title: '中华人民共和国网络安全法（2025修正）',
  shortTitle: '网络安全法',
  issuer: '全国人民代表大会常务委员会',
  docNo: '2025年10月28日修改决定（主席令第六十一号，号码未核）',
  decidedBy: null,
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  source: 'ImCa0/just-laws@5c000d28 (GitHub, 2026-07-17); 修改决定 2026-01-01 施行 per a secondary repo citing legalinfo.moj.gov.cn 2025-10-28; whthomas/china-laws (GitHub; mirror of 国家法律法规数据库 flk.npc.gov.cn, README dated 2026-08-25) carries 网络安全法（2025）',
  provisions: [
    {
      id: 'csl-20',
      article: '第二十条',
      topics: ['ai_governance'],
      text: [
        '国家支持人工智能基础理论研究和算法等关键技术研发，推进训练数据资源、算力等基础设施建设，完善人工智能伦理规范，加强风险监测评估和安全监管，促进人工智能应用和健康发展。',
        '国家支持创新网络安全管理方式，运用人工智能等新技术，提升网络安全保护水平。',
      ],
    },
  ],
});
