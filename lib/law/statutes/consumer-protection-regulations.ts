import { defineAct } from '../act';

/** Article 49 speaks of 赔偿: a letter writes 退款/赔付 and asks that it be considered. */
export const consumerProtectionRegulations = defineAct({
  title: '中华人民共和国消费者权益保护法实施条例',
  shortTitle: '消费者权益保护法实施条例',
  issuer: '国务院',
  docNo: '国务院令第778号',
  decidedBy: 'D1',
  effectiveFrom: '2024-07-01',
  effectiveTo: null,
  source: 'Yakusishere/RagLaw@c7c87b76 data/*.docx (GitHub, 2026-05-04)「…实施条例.docx」; full text also read in whthomas/china-laws (GitHub; mirror of 国家法律法规数据库 flk.npc.gov.cn, README dated 2026-08-25) (status 有效) and JeasonLi2024/claimcraft-creative@63ce34d6 backend/api/services/law_data_raw (GitHub, files added 2026-07-07)',
  provisions: [
    {
      id: 'cpr-19',
      article: '第十九条',
      topics: ['buyer_fraud'],
      text: [
        '经营者通过网络、电视、电话、邮购等方式销售商品的，应当遵守消费者权益保护法第二十五条规定，不得擅自扩大不适用无理由退货的商品范围。',
        '经营者应当以显著方式对不适用无理由退货的商品进行标注，提示消费者在购买时进行确认，不得将不适用无理由退货作为消费者默认同意的选项。未经消费者确认，经营者不得拒绝无理由退货。',
        '消费者退货的商品应当完好。消费者基于查验需要打开商品包装，或者为确认商品的品质和功能进行合理调试而不影响商品原有品质、功能和外观的，经营者应当予以退货。',
        '消费者无理由退货应当遵循诚实信用原则，不得利用无理由退货规则损害经营者和其他消费者的合法权益。',
      ],
    },
    {
      id: 'cpr-27',
      article: '第二十七条',
      topics: ['buyer_fraud', 'admin_liability'],
      text: [
        '市场监督管理部门或者其他有关行政部门应当畅通和规范消费者投诉、举报渠道，完善投诉、举报处理流程，依法及时受理和处理投诉、举报，加强对投诉、举报信息的分析应用，开展消费预警和风险提示。',
        '投诉、举报应当遵守法律、法规和有关规定，不得利用投诉、举报牟取不正当利益，侵害经营者的合法权益，扰乱市场经济秩序。',
      ],
    },
    {
      id: 'cpr-44',
      article: '第四十四条',
      topics: ['hear_merchant'],
      text: [
        '经营者应当建立便捷、高效的投诉处理机制，及时解决消费争议。',
        '鼓励和引导经营者建立健全首问负责、先行赔付、在线争议解决等制度，及时预防和解决消费争议。',
      ],
    },
    {
      id: 'cpr-49',
      article: '第四十九条',
      topics: ['buyer_fraud', 'admin_liability', 'criminal_liability'],
      text: [
        '经营者提供商品或者服务有欺诈行为的，消费者有权根据消费者权益保护法第五十五条第一款的规定要求经营者予以赔偿。但是，商品或者服务的标签标识、说明书、宣传材料等存在不影响商品或者服务质量且不会对消费者造成误导的瑕疵的除外。',
        '通过夹带、掉包、造假、篡改商品生产日期、捏造事实等方式骗取经营者的赔偿或者对经营者进行敲诈勒索的，不适用消费者权益保护法第五十五条第一款的规定，依照《中华人民共和国治安管理处罚法》等有关法律、法规处理；构成犯罪的，依法追究刑事责任。',
      ],
    },
  ],
});
