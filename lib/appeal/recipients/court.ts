import { addMonths } from '../calendar';
import type { Block } from '../fit';
import { firm, refuseWeak } from '../firmness';
import { DraftRefused } from '../input';
import type { LetterCase } from '../letter-case';
import { claimSentence, filled, findingBlocks, heading, lawClause, numberHeadings, numbers, shortForms, summary, supportSentence, text, titleNumbers, usableRefs } from '../passages';
import { cite, quote, say, type Sentence } from '../prose';
import type { Recipient } from '../recipient';
import { chineseDay } from '../written';

const deceit = '故意告知虚假情况，或者负有告知义务的人故意隐瞒真实情况，致使当事人基于错误认识作出意思表示的，人民法院可以认定为民法典第一百四十八条、第一百四十九条规定的欺诈。';
const original = '电子数据的制作者制作的与原件一致的副本，或者直接来源于电子数据的打印件或其他可以显示、识别的输出介质，视为电子数据的原件。';
const withheld = '一方当事人控制证据无正当理由拒不提交，对待证事实负有举证责任的当事人主张该证据的内容不利于控制人的，人民法院可以认定该主张成立。';
const returned = '得利人知道或者应当知道取得的利益没有法律根据的，受损失的人可以请求得利人返还其取得的利益并依法赔偿损失。';

/** What is claimed back, said for the case that the remedy was granted. */
const claims = ({ input, amount }: LetterCase): string[] => {
  const refund = ['refund-only', 'return-and-refund', 'unknown'].includes(input.claim.refundType);
  return [
    refund ? `退款已经支付的，判令被告返还${amount ?? '已支付的退款'}` : '售后已经履行的，判令被告返还因此取得的商品或者相应价款',
    '判令被告赔偿原告为处理本次纠纷支出的合理费用（以实际支出凭证为准）',
    '本案诉讼费用由被告承担',
  ];
};

const legal = (letter: LetterCase): Sentence[] => [
  ...letter.choose(say`如经审理查明退款依据的情况与事实不符，被告取得的款项没有法律根据，${cite('cc-985')}规定受损失的人可以请求返还，${cite('cc-987')}并规定：${quote('cc-987', returned)}`, say`如经审理查明退款依据的情况与事实不符，被告取得的款项没有法律根据，受损失的人可以依${cite('cc-985')}请求返还。`),
  ...letter.choose(say`原告曾同意退款的，如查明其同意系因被告故意告知虚假情况所致，依${cite('cc-148')}请求撤销，并依${cite('cc-157')}请求返还。${cite('ccg-21')}规定：${quote('ccg-21', deceit)}`, say`原告曾同意退款的，如查明其同意系因不实情况所致，依${cite('cc-148')}请求撤销，并依${cite('cc-157')}请求返还。`),
  ...letter.choose(say`买卖双方应当依${cite('cc-7', 'cc-509')}诚信履行合同。`, say`买卖双方应当依${cite('cc-7')}遵循诚信原则。`),
];

const evidence = (letter: LetterCase): Sentence[] => [
  ...letter.choose(say`买家举证图片属于${cite('evid-14')}所称电子数据。${cite('evid-15 第二款')}规定：${quote('evid-15', original)}原告提交收到时的原始文件及SHA-256校验值。`, say`原告提交收到时的原始文件及SHA-256校验值。`),
  ...letter.choose(say`其真实性请依${cite('evid-93')}结合生成、存储、传输过程审查判断；由互联网法院审理的，并依${cite('icourt-11')}审查。`, say`其真实性请依${cite('evid-93')}结合生成、存储、传输过程审查判断。`),
  ...letter.choose(say`买家手机原图如由被告控制而无正当理由拒不提交，${cite('evid-95')}规定：${quote('evid-95', withheld)}`),
  ...letter.choose(say`请向平台调取上传记录和款项记录（${cite('ecl-62')}）；必要时申请鉴定或者由有专门知识的人提出意见。`, say`请向平台调取上传记录和款项记录；必要时申请鉴定。`),
];

function long(letter: LetterCase): Block[] {
  return numberHeadings(
    filled([
      text('title', say`民事起诉状提纲（${titleNumbers(letter)}）`),
      summary(letter, say`诉请：${claims(letter)[0]!}。`),
      text('plaintiff', say`原告：${letter.shop ?? '本订单的平台内经营者'}（主体信息以营业执照为准）`),
      text('defendant', say`被告：本订单买家（身份信息申请由平台提供或者由法院调取）`),
      heading('claims-heading', '诉讼请求'),
      ...claims(letter).map((claim, index) => text(`claim-${index + 1}`, say`${`${index + 1}. ${claim}。`}`)),
      heading('facts-heading', '事实'),
      text('facts', say`${numbers(letter)}。`, claimSentence(letter)),
      ...findingBlocks(letter),
      heading('law-heading', '理由'),
      text('law', ...legal(letter)),
      heading('evidence-heading', '证据'),
      text('evidence', ...evidence(letter)),
      text('list', say`证据清单：1. 订单、售后和聊天记录；2. 买家举证图片的原始文件及SHA-256清单；3. 检测记录；4. 发货和物流记录；5. 款项记录。`),
      heading('venue-heading', '管辖'),
      text('venue', ...letter.choose(say`本案属于通过电子商务平台签订或者履行网络购物合同产生的纠纷，在互联网法院所在市辖区内的，依${cite('icj-1')}第六项由互联网法院管辖；其他情形由有管辖权的人民法院管辖。`, say`由有管辖权的人民法院管辖。`)),
    ]),
  );
}

function brief(letter: LetterCase, length: 500 | 200): Block[] {
  const image = letter.strongest!;
  const refs = usableRefs(letter, ['cc-985', 'cc-987', 'cc-148', ...(length === 500 ? ['cc-157', 'evid-15', 'evid-93'] : [])], length === 500 ? 6 : 2);
  const wanted = claims(letter);
  return filled([
    { id: 'facts', forms: [[say`起诉提纲：${numbers(letter)}，`, claimSentence(letter)], [say`起诉提纲：订单${letter.order}，买家申请${letter.asked}${letter.amount ?? ''}。`], [say`起诉提纲：订单${letter.order}。`]], costs: [20, 60] },
    { id: 'finding', runOn: true, forms: shortForms(image), costs: [15, 22] },
    { id: 'support', runOn: true, forms: [supportSentence(letter, image)] },
    { id: 'law', runOn: length === 200, forms: [lawClause(refs), lawClause(refs.slice(0, 1))], costs: [25] },
    { id: 'claims', runOn: true, forms: length === 500 ? [[say`诉讼请求：${wanted.map((claim, index) => `${index + 1}. ${claim}`).join('；')}。`]] : [[say`诉请：${wanted[0]!}，并承担诉讼费用。`]] },
    { id: 'evidence', forms: length === 500 ? [[say`证据：原始图片及SHA-256清单、检测记录、订单和物流记录；请求向平台调取上传记录和款项记录。`], []] : [[]], costs: [10] },
  ]);
}

/** An outline of a civil complaint: everything depends on what the court finds, so the grounds are conditional. */
export const court: Recipient = {
  id: 'court',
  title: '民事起诉状提纲',
  annex: true,
  concerns: (ground) => ground.concerns === 'picture' || ground.id === 'evidence-form',
  check(letter, grounds) {
    refuseWeak(letter, '起诉');
    if (grounds.length === 0) throw new DraftRefused('no-grounds', '所有关于图片的理由都已关闭，没有可写的事实。');
    if (!firm(letter)) letter.warn('weak-for-court');
    if (letter.remedy !== '退款') letter.warn('no-refund-asked', letter.asked);
    if (letter.dates.uploaded) letter.warn('revocation-year', chineseDay(addMonths(letter.dates.uploaded, 12)));
  },
  blocks: (letter, length) => (length === 'long' ? long(letter) : brief(letter, length)),
  advice: () => [
    '这是提纲，不是可以直接提交的起诉状；金额、被告身份和管辖法院请核实后补充，必要时咨询律师。',
    '您对所主张的事实负举证责任：保留原始文件（不要二次保存或截图）、下载时间、聊天记录、发货与签收记录。',
    '区块链存证只能说明上链之后未被改动，不能说明上链之前真实。',
    '不要以“签收即视为认可质量”作为理由，此类格式条款无效。',
  ],
};
