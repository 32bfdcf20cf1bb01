import { defineAct } from '../act';

/** Duties of the generating service towards misuse. */
export const generativeAiMeasures = defineAct({
  title: '生成式人工智能服务管理暂行办法',
  shortTitle: '生成式人工智能服务管理暂行办法',
  issuer: '国家互联网信息办公室等七部门',
  docNo: '令第15号（2023-07-10；令号据常识）',
  decidedBy: 'D1',
  effectiveFrom: '2023-08-15',
  effectiveTo: null,
  source: 'savantcat/savantcat-ai-compliance-mcp@d1d40f63 data/articles.json (GitHub) (text without paragraph breaks there; breaks restored by us)',
  provisions: [
    {
      id: 'gai-4',
      article: '第四条',
      topics: ['buyer_fraud'],
      text: [
        '提供和使用生成式人工智能服务，应当遵守法律、行政法规，尊重社会公德和伦理道德，遵守以下规定：',
        '（一）坚持社会主义核心价值观，不得生成煽动颠覆国家政权、推翻社会主义制度，危害国家安全和利益、损害国家形象，煽动分裂国家、破坏国家统一和社会稳定，宣扬恐怖主义、极端主义，宣扬民族仇恨、民族歧视，暴力、淫秽色情，以及虚假有害信息等法律、行政法规禁止的内容；',
        '（二）在算法设计、训练数据选择、模型生成和优化、提供服务等过程中，采取有效措施防止产生民族、信仰、国别、地域、性别、年龄、职业、健康等歧视；',
        '（三）尊重知识产权、商业道德，保守商业秘密，不得利用算法、数据、平台等优势，实施垄断和不正当竞争行为；',
        '（四）尊重他人合法权益，不得危害他人身心健康，不得侵害他人肖像权、名誉权、荣誉权、隐私权和个人信息权益；',
        '（五）基于服务类型特点，采取有效措施，提升生成式人工智能服务的透明度，提高生成内容的准确性和可靠性。',
      ],
    },
    {
      id: 'gai-14',
      article: '第十四条',
      topics: ['labelling_duty'],
      text: [
        '提供者发现违法内容的，应当及时采取停止生成、停止传输、消除等处置措施，采取模型优化训练等措施进行整改，并向有关主管部门报告。',
        '提供者发现使用者利用生成式人工智能服务从事违法活动的，应当依法依约采取警示、限制功能、暂停或者终止向其提供服务等处置措施，保存有关记录，并向有关主管部门报告。',
      ],
    },
  ],
});
