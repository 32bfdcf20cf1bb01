import { defineAct } from '../act';

/** Holds for photos uploaded before the labelling measures of 2025-09-01 as well. */
export const deepSynthesisProvisions = defineAct({
  title: '互联网信息服务深度合成管理规定',
  shortTitle: '互联网信息服务深度合成管理规定',
  issuer: '国家互联网信息办公室、工业和信息化部、公安部',
  docNo: '令第12号（2022-11-25）',
  decidedBy: 'D1',
  effectiveFrom: '2023-01-10',
  effectiveTo: null,
  source: 'Buxiulei/lawer knowledge/sources/originals (GitHub; saved copies of cac.gov.cn pages) statute-shendu-hecheng-guanli-guiding/text.txt@3e336fc8 (cac.gov.cn 2022-12-11 page); same in savantcat/savantcat-ai-compliance-mcp@d1d40f63 data/articles.json (GitHub) (read side by side; wording entered by copying)',
  provisions: [
    {
      id: 'ds-6',
      article: '第六条',
      topics: ['buyer_fraud'],
      text: [
        '任何组织和个人不得利用深度合成服务制作、复制、发布、传播法律、行政法规禁止的信息，不得利用深度合成服务从事危害国家安全和利益、损害国家形象、侵害社会公共利益、扰乱经济和社会秩序、侵犯他人合法权益等法律、行政法规禁止的活动。',
        '深度合成服务提供者和使用者不得利用深度合成服务制作、复制、发布、传播虚假新闻信息。转载基于深度合成服务制作发布的新闻信息的，应当依法转载互联网新闻信息稿源单位发布的新闻信息。',
      ],
    },
    {
      id: 'ds-10',
      article: '第十条',
      topics: ['labelling_duty'],
      text: [
        '深度合成服务提供者应当加强深度合成内容管理，采取技术或者人工方式对深度合成服务使用者的输入数据和合成结果进行审核。',
        '深度合成服务提供者应当建立健全用于识别违法和不良信息的特征库，完善入库标准、规则和程序，记录并留存相关网络日志。',
        '深度合成服务提供者发现违法和不良信息的，应当依法采取处置措施，保存有关记录，及时向网信部门和有关主管部门报告；对相关深度合成服务使用者依法依约采取警示、限制功能、暂停服务、关闭账号等处置措施。',
      ],
    },
    {
      id: 'ds-16',
      article: '第十六条',
      topics: ['labelling_duty'],
      text: [
        '深度合成服务提供者对使用其服务生成或者编辑的信息内容，应当采取技术措施添加不影响用户使用的标识，并依照法律、行政法规和国家有关规定保存日志信息。',
      ],
    },
    {
      id: 'ds-17',
      article: '第十七条',
      topics: ['labelling_duty'],
      text: [
        '深度合成服务提供者提供以下深度合成服务，可能导致公众混淆或者误认的，应当在生成或者编辑的信息内容的合理位置、区域进行显著标识，向公众提示深度合成情况：',
        '（一）智能对话、智能写作等模拟自然人进行文本的生成或者编辑服务；',
        '（二）合成人声、仿声等语音生成或者显著改变个人身份特征的编辑服务；',
        '（三）人脸生成、人脸替换、人脸操控、姿态操控等人物图像、视频生成或者显著改变个人身份特征的编辑服务；',
        '（四）沉浸式拟真场景等生成或者编辑服务；',
        '（五）其他具有生成或者显著改变信息内容功能的服务。',
        '深度合成服务提供者提供前款规定之外的深度合成服务的，应当提供显著标识功能，并提示深度合成服务使用者可以进行显著标识。',
      ],
    },
    {
      id: 'ds-18',
      article: '第十八条',
      topics: ['labelling_duty', 'buyer_fraud'],
      text: [
        '任何组织和个人不得采用技术手段删除、篡改、隐匿本规定第十六条和第十七条规定的深度合成标识。',
      ],
    },
    {
      id: 'ds-22',
      article: '第二十二条',
      topics: ['admin_liability'],
      text: [
        '深度合成服务提供者和技术支持者违反本规定的，依照有关法律、行政法规的规定处罚；造成严重后果的，依法从重处罚。',
        '构成违反治安管理行为的，由公安机关依法给予治安管理处罚；构成犯罪的，依法追究刑事责任。',
      ],
    },
  ],
});
