import { defineAct } from '../act';

/** Storage on a chain says nothing about the time before storage. */
export const onlineLitigationRules = defineAct({
  title: '人民法院在线诉讼规则',
  shortTitle: '人民法院在线诉讼规则',
  issuer: '最高人民法院',
  docNo: '法释〔2021〕12号',
  decidedBy: 'D4',
  effectiveFrom: '2021-08-01',
  effectiveTo: null,
  source: 'LawRefBook/Laws@2f4c5c23 (GitHub, 2025-04-19); still listed in whthomas/china-laws (GitHub; mirror of 国家法律法规数据库 flk.npc.gov.cn, README dated 2026-08-25); 文号 seen in a GitHub page',
  provisions: [
    {
      id: 'online-16',
      article: '第十六条',
      topics: ['evidence_form'],
      text: [
        '当事人作为证据提交的电子数据系通过区块链技术存储，并经技术核验一致的，人民法院可以认定该电子数据上链后未经篡改，但有相反证据足以推翻的除外。',
      ],
    },
    {
      id: 'online-17',
      article: '第十七条',
      topics: ['evidence_form'],
      text: [
        '当事人对区块链技术存储的电子数据上链后的真实性提出异议，并有合理理由的，人民法院应当结合下列因素作出判断：',
        '（一）存证平台是否符合国家有关部门关于提供区块链存证服务的相关规定；',
        '（二）当事人与存证平台是否存在利害关系，并利用技术手段不当干预取证、存证过程；',
        '（三）存证平台的信息系统是否符合清洁性、安全性、可靠性、可用性的国家标准或者行业标准；',
        '（四）存证技术和过程是否符合相关国家标准或者行业标准中关于系统环境、技术安全、加密方式、数据传输、信息验证等方面的要求。',
      ],
    },
    {
      id: 'online-18',
      article: '第十八条',
      topics: ['evidence_form'],
      text: [
        '当事人提出电子数据上链存储前已不具备真实性，并提供证据证明或者说明理由的，人民法院应当予以审查。',
        '人民法院根据案件情况，可以要求提交区块链技术存储电子数据的一方当事人，提供证据证明上链存储前数据的真实性，并结合上链存储前数据的具体来源、生成机制、存储过程、公证机构公证、第三方见证、关联印证数据等情况作出综合判断。当事人不能提供证据证明或者作出合理说明，该电子数据也无法与其他证据相互印证的，人民法院不予确认其真实性。',
      ],
    },
    {
      id: 'online-19',
      article: '第十九条',
      topics: ['evidence_form'],
      text: [
        '当事人可以申请具有专门知识的人就区块链技术存储电子数据相关技术问题提出意见。人民法院可以根据当事人申请或者依职权，委托鉴定区块链技术存储电子数据的真实性，或者调取其他相关证据进行核对。',
      ],
    },
  ],
});
