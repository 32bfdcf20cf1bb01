import { defineAct } from '../act';

/** Its rules on jurisdiction were overtaken on 2025-11-01; article 11 on evidence was not. */
export const internetCourtRules = defineAct({
  title: '最高人民法院关于互联网法院审理案件若干问题的规定',
  shortTitle: '最高人民法院关于互联网法院审理案件若干问题的规定',
  issuer: '最高人民法院',
  docNo: '法释〔2018〕16号（号码据常识）',
  decidedBy: 'D4',
  effectiveFrom: '2018-09-07',
  effectiveTo: null,
  source: 'LawRefBook/Laws@2f4c5c23 (GitHub, 2025-04-19); still listed in whthomas/china-laws (GitHub; mirror of 国家法律法规数据库 flk.npc.gov.cn, README dated 2026-08-25)',
  provisions: [
    {
      id: 'icourt-11',
      article: '第十一条',
      topics: ['evidence_form'],
      text: [
        '当事人对电子数据真实性提出异议的，互联网法院应当结合质证情况，审查判断电子数据生成、收集、存储、传输过程的真实性，并着重审查以下内容：',
        '（一）电子数据生成、收集、存储、传输所依赖的计算机系统等硬件、软件环境是否安全、可靠；',
        '（二）电子数据的生成主体和时间是否明确，表现内容是否清晰、客观、准确；',
        '（三）电子数据的存储、保管介质是否明确，保管方式和手段是否妥当；',
        '（四）电子数据提取和固定的主体、工具和方式是否可靠，提取过程是否可以重现；',
        '（五）电子数据的内容是否存在增加、删除、修改及不完整等情形；',
        '（六）电子数据是否可以通过特定形式得到验证。',
        '当事人提交的电子数据，通过电子签名、可信时间戳、哈希值校验、区块链等证据收集、固定和防篡改的技术手段或者通过电子取证存证平台认证，能够证明其真实性的，互联网法院应当确认。',
        '当事人可以申请具有专门知识的人就电子数据技术问题提出意见。互联网法院可以根据当事人申请或者依职权，委托鉴定电子数据的真实性或者调取其他相关证据进行核对。',
      ],
    },
  ],
});
