import { defineAct } from '../act';

/** Paraphrases of the standard, for reading labels; never printed as law. */
export const aiLabelStandard = defineAct({
  title: 'GB 45438-2025 网络安全技术 人工智能生成合成内容标识方法',
  shortTitle: 'GB 45438-2025',
  issuer: '国家市场监督管理总局、国家标准化管理委员会',
  docNo: 'GB 45438-2025（强制性国家标准，2025-02-28发布）',
  decidedBy: 'D1',
  effectiveFrom: '2025-09-01',
  effectiveTo: null,
  source: 'Volcengine 方舟 doc 为 AI 生成产物添加隐式水印 (stored repo copy, links tc260.org.cn 20250315 PDF); number/type/dates in a GitHub compliance note citing openstd.samr.gov.cn',
  provisions: [
    {
      id: 'gb-metadata',
      article: '附录E / 6.1（文件元数据隐式标识字段）',
      topics: ['labelling_duty', 'evidence_form', 'not_verbatim'],
      text: [
        'AIGC 字段：Label（1=属于人工智能生成合成内容，2=可能为，3=疑似为）、ContentProducer（生成合成服务提供者名称或编码）、ProduceID（内容制作编号）、ReservedCode1（预留，完整性防护）、ContentPropagator（内容传播服务提供者）、PropagateID（内容传播编号）、ReservedCode2（预留）。〔paraphrase of a vendor doc, not the standard\'s own wording〕',
      ],
    },
    {
      id: 'gb-image',
      article: '5.2（图片内容显式标识）',
      verified: false,
      topics: ['labelling_duty'],
      text: [
        'NOT VERIFIED — belief (high): 文字提示应含“人工智能”或“AI”及“生成”和/或“合成”，位于画面边或角部，文字高度不低于画面最短边长度的5%。（视频条款 5.4 的“不应低于画面最短边长度的5%”“不应少于2s”在库内得到佐证）',
      ],
    },
  ],
});
