import { defineAct } from '../act';

/** Whether automatic refund decisions are 算法推荐服务 is arguable: a secondary argument only. */
export const algorithmRecommendationProvisions = defineAct({
  title: '互联网信息服务算法推荐管理规定',
  shortTitle: '互联网信息服务算法推荐管理规定',
  issuer: '国家互联网信息办公室、工业和信息化部、公安部、国家市场监督管理总局',
  docNo: '令第9号（2021-12-31；令号据常识）',
  decidedBy: 'D2',
  effectiveFrom: '2022-03-01',
  effectiveTo: null,
  source: 'LawRefBook/Laws@2f4c5c23 (GitHub, 2025-04-19); same in savantcat/savantcat-ai-compliance-mcp@d1d40f63 data/articles.json (GitHub)',
  provisions: [
    {
      id: 'algo-4',
      article: '第四条',
      topics: ['platform_review_duty'],
      text: [
        '提供算法推荐服务，应当遵守法律法规，尊重社会公德和伦理，遵守商业道德和职业道德，遵循公正公平、公开透明、科学合理和诚实信用的原则。',
      ],
    },
    {
      id: 'algo-9',
      article: '第九条',
      topics: ['labelling_duty', 'platform_review_duty'],
      text: [
        '算法推荐服务提供者应当加强信息安全管理，建立健全用于识别违法和不良信息的特征库，完善入库标准、规则和程序。发现未作显著标识的算法生成合成信息的，应当作出显著标识后，方可继续传输。',
        '发现违法信息的，应当立即停止传输，采取消除等处置措施，防止信息扩散，保存有关记录，并向网信部门和有关部门报告。发现不良信息的，应当按照网络信息内容生态治理有关规定予以处置。',
      ],
    },
    {
      id: 'algo-16',
      article: '第十六条',
      topics: ['hear_merchant'],
      text: [
        '算法推荐服务提供者应当以显著方式告知用户其提供算法推荐服务的情况，并以适当方式公示算法推荐服务的基本原理、目的意图和主要运行机制等。',
      ],
    },
    {
      id: 'algo-17',
      article: '第十七条',
      topics: ['hear_merchant'],
      text: [
        '算法推荐服务提供者应当向用户提供不针对其个人特征的选项，或者向用户提供便捷的关闭算法推荐服务的选项。用户选择关闭算法推荐服务的，算法推荐服务提供者应当立即停止提供相关服务。',
        '算法推荐服务提供者应当向用户提供选择或者删除用于算法推荐服务的针对其个人特征的用户标签的功能。',
        '算法推荐服务提供者应用算法对用户权益造成重大影响的，应当依法予以说明并承担相应责任。',
      ],
    },
    {
      id: 'algo-22',
      article: '第二十二条',
      topics: ['hear_merchant'],
      text: [
        '算法推荐服务提供者应当设置便捷有效的用户申诉和公众投诉、举报入口，明确处理流程和反馈时限，及时受理、处理并反馈处理结果。',
      ],
    },
    {
      id: 'algo-31',
      article: '第三十一条',
      topics: ['admin_liability'],
      text: [
        '算法推荐服务提供者违反本规定第七条、第八条、第九条第一款、第十条、第十四条、第十六条、第十七条、第二十二条、第二十四条、第二十六条规定，法律、行政法规有规定的，依照其规定；法律、行政法规没有规定的，由网信部门和电信、公安、市场监管等有关部门依据职责给予警告、通报批评，责令限期改正；拒不改正或者情节严重的，责令暂停信息更新，并处一万元以上十万元以下罚款。构成违反治安管理行为的，依法给予治安管理处罚；构成犯罪的，依法追究刑事责任。',
      ],
    },
  ],
});
