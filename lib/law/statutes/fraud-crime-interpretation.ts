import { defineAct } from '../act';

/** Amounts are a range; each province fixes its own within it. */
export const fraudCrimeInterpretation = defineAct({
  title: '最高人民法院、最高人民检察院关于办理诈骗刑事案件具体应用法律若干问题的解释',
  shortTitle: '最高人民法院、最高人民检察院关于办理诈骗刑事案件具体应用法律若干问题的解释',
  issuer: '最高人民法院、最高人民检察院',
  docNo: '法释〔2011〕7号',
  decidedBy: 'D1',
  effectiveFrom: '2011-04-08',
  effectiveTo: null,
  source: 'whthomas/china-laws (GitHub; mirror of 国家法律法规数据库 flk.npc.gov.cn, README dated 2026-08-25) (full text read; status 有效); same in LawRefBook/Laws@2f4c5c23 (GitHub, 2025-04-19)',
  provisions: [
    {
      id: 'fraud-1',
      article: '第一条',
      topics: ['criminal_liability'],
      text: [
        '诈骗公私财物价值三千元至一万元以上、三万元至十万元以上、五十万元以上的，应当分别认定为刑法第二百六十六条规定的“数额较大”、“数额巨大”、“数额特别巨大”。',
        '各省、自治区、直辖市高级人民法院、人民检察院可以结合本地区经济社会发展状况，在前款规定的数额幅度内，共同研究确定本地区执行的具体数额标准，报最高人民法院、最高人民检察院备案。',
      ],
    },
    {
      id: 'fraud-2',
      article: '第二条',
      topics: ['criminal_liability'],
      text: [
        '诈骗公私财物达到本解释第一条规定的数额标准，具有下列情形之一的，可以依照刑法第二百六十六条的规定酌情从严惩处：',
        '（一）通过发送短信、拨打电话或者利用互联网、广播电视、报刊杂志等发布虚假信息，对不特定多数人实施诈骗的；',
        '（二）诈骗救灾、抢险、防汛、优抚、扶贫、移民、救济、医疗款物的；',
        '（三）以赈灾募捐名义实施诈骗的；',
        '（四）诈骗残疾人、老年人或者丧失劳动能力人的财物的；',
        '（五）造成被害人自杀、精神失常或者其他严重后果的。',
        '诈骗数额接近本解释第一条规定的“数额巨大”、“数额特别巨大”的标准，并具有前款规定的情形之一或者属于诈骗集团首要分子的，应当分别认定为刑法第二百六十六条规定的“其他严重情节”、“其他特别严重情节”。',
      ],
    },
    {
      id: 'fraud-3',
      article: '第三条',
      topics: ['criminal_liability'],
      text: [
        '诈骗公私财物虽已达到本解释第一条规定的“数额较大”的标准，但具有下列情形之一，且行为人认罪、悔罪的，可以根据刑法第三十七条、刑事诉讼法第一百四十二条的规定不起诉或者免予刑事处罚：',
        '（一）具有法定从宽处罚情节的；',
        '（二）一审宣判前全部退赃、退赔的；',
        '（三）没有参与分赃或者获赃较少且不是主犯的；',
        '（四）被害人谅解的；',
        '（五）其他情节轻微、危害不大的。',
      ],
    },
    {
      id: 'fraud-5',
      article: '第五条',
      topics: ['criminal_liability'],
      text: [
        '诈骗未遂，以数额巨大的财物为诈骗目标的，或者具有其他严重情节的，应当定罪处罚。',
        '利用发送短信、拨打电话、互联网等电信技术手段对不特定多数人实施诈骗，诈骗数额难以查证，但具有下列情形之一的，应当认定为刑法第二百六十六条规定的“其他严重情节”，以诈骗罪（未遂）定罪处罚：',
        '（一）发送诈骗信息五千条以上的；',
        '（二）拨打诈骗电话五百人次以上的；',
        '（三）诈骗手段恶劣、危害严重的。',
        '实施前款规定行为，数量达到前款第（一）、（二）项规定标准十倍以上的，或者诈骗手段特别恶劣、危害特别严重的，应当认定为刑法第二百六十六条规定的“其他特别严重情节”，以诈骗罪（未遂）定罪处罚。',
      ],
    },
    {
      id: 'fraud-local',
      article: '地方数额标准',
      effectiveFrom: null,
      verified: false,
      topics: ['criminal_liability'],
      text: [
        'NOT VERIFIED — provincial thresholds differ within the 3,000–10,000 band (belief, medium: e.g. 广东一类地区 6000/二类 4000，浙江、江苏 6000，北京 5000). Not found in the stored material; do not hard-code.',
      ],
    },
  ],
});
