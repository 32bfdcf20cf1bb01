import type { Block } from '../fit';
import { DraftRefused } from '../input';
import type { LetterCase } from '../letter-case';
import { claimSentence, filled, findingBlocks, heading, lawClause, numberHeadings, numbers, party, shortObservation, strongestAlteration, supportSentence, text, titleNumbers, usableRefs } from '../passages';
import { cite, say, type Sentence } from '../prose';
import type { Recipient } from '../recipient';
import { reaches } from '../wording';
import { chineseDay } from '../written';

const isRefundOnly = (letter: LetterCase) => letter.input.claim.refundType === 'refund-only';
/** Deciding by software alone breaks no rule by itself: only refusing a person who asks does. */
const breachStated = (letter: LetterCase) => letter.conduct.notHeard === true || (letter.conduct.forcedRefundOnly === true && isRefundOnly(letter));
const stated = (letter: LetterCase) => Object.values(letter.conduct).includes(true);

/** When the platform acted, where the merchant said so. */
const decidedOn = ({ input }: LetterCase): Sentence[] => (input.dates?.decided ? [say`该平台对上述申请的处理日期为${chineseDay(input.dates.decided)}。`] : []);

/** What the merchant says the platform did; nothing is said where the merchant said nothing. */
function conductSentences({ conduct, input }: LetterCase): Sentence[] {
  return [
    ...(conduct.forcedRefundOnly && input.claim.refundType === 'refund-only' ? [say`该平台未经本店同意即支持了退款不退货。`] : []),
    ...(conduct.notHeard ? [say`处理作出前，本店未能充分陈述意见，也未收到处理所依据的事实、理由和依据。`] : []),
    ...(conduct.machineOnly ? [say`据本店了解，该处理仅由技术手段作出。`] : []),
  ];
}

/** The points to look into, those that carry a sanction first (articles 19 and 21 carry none of their own). */
function points(letter: LetterCase): Sentence[] {
  const forced = isRefundOnly(letter)
    ? letter.choose(
        say`是否利用平台规则强制或者变相强制平台内经营者承担退款不退货等售后责任，违反${cite('o116-27 第一款第一项')}（违反的，依${cite('o116-42 第一款')}按照${cite('ecl-82')}处罚）。`,
        say`是否利用交易规则以及技术等手段对平台内经营者的交易附加不合理条件，违反${cite('ecl-35')}和${cite('nt-32')}（违反的，依${cite('nt-50')}按照${cite('ecl-82')}处罚）。`,
        say`是否利用交易规则以及技术等手段对平台内经营者的交易附加不合理条件，违反${cite('ecl-35')}（罚则见${cite('ecl-82')}）。`,
      )
    : [];
  return [
    ...forced,
    ...letter.choose(say`是否对平台内经营者的申诉权利作出不合理限制，违反${cite('o116-20')}（罚则见${cite('o116-40')}）。`, say`是否未建立便捷、有效的投诉、举报机制或者未及时受理和处理，违反${cite('ecl-59')}。`),
    ...letter.choose(
      say`是否未告知处理所依据的事实、理由和依据，或者未依申诉人的要求采用人工判定，以及是否未公平设定举证责任、未防范对相关规则的滥用（${cite('o116-19', 'o116-21')}）；情况属实的，可依${cite('o116-38 第四项')}约谈并要求整改。`,
      say`是否未公开、公平、公正地执行交易规则和解决争议（${cite('ecl-32', 'ecl-63')}）。`,
    ),
  ];
}

const requests = (letter: LetterCase): Sentence[] => [
  say`依法核查上述线索，并责令改正；情况属实的，依法处理。`,
  ...letter.choose(say`依${cite('nt-34')}要求该平台提供本订单的退换货以及售后等交易信息，包括买家上传的原始文件和处理记录。`, say`要求该平台提供本订单的售后处理记录和买家上传的原始文件。`),
  ...(reaches(strongestAlteration(letter) ?? 'none', 'moderate') ? letter.choose(say`如买家就本订单另行投诉或者举报，且经核实其以不实材料主张赔付，请依${cite('o121-42')}处理。`) : []),
  say`依法将处理情况告知本店。`,
];

const accused = ({ voice }: LetterCase) => `${voice.name}平台的经营者`;

function long(letter: LetterCase): Block[] {
  return numberHeadings(
    filled([
      text('title', say`举报书（${titleNumbers(letter)}）`),
      text('summary', say`摘要：举报${letter.voice.name}平台对该订单的售后处理。`, ...conductSentences(letter), ...(letter.strongest ? [shortObservation(letter.strongest), ...supportSentence(letter, letter.strongest)] : []), say`请求依法核查、责令改正并告知结果。`),
      text('addressee', say`致：${accused(letter)}住所地县级以上市场监督管理部门`),
      text('reporter', ...party(letter, '举报人')),
      text('accused', say`被举报人：${accused(letter)}（名称、住所以该平台公示的营业执照信息为准）`),
      text('kind', say`本材料为举报，反映平台经营者涉嫌违反市场监督管理法律、法规、规章的线索，并非消费者投诉`, ...letter.choose(say`（${cite('o121-3', 'o121-31')}）`), say`。`),
      heading('facts-heading', '线索与事实'),
      text('facts', say`${numbers(letter)}。`, claimSentence(letter), ...decidedOn(letter), ...conductSentences(letter)),
      ...findingBlocks(letter),
      heading('points-heading', '请予核查的事项'),
      ...points(letter).map((point, index) => text(`point-${index + 1}`, say`${`${index + 1}. `}`, point)),
      heading('requests-heading', '请求'),
      ...requests(letter).map((request, index) => text(`request-${index + 1}`, say`${`${index + 1}. `}`, request)),
      text('truth', ...letter.choose(say`依${cite('o121-28')}，本店提供上述具体线索和相应的事实依据，并对举报内容的真实性负责。`, say`本店对举报内容的真实性负责。`)),
      text('attachments', ...(letter.images.length > 0 ? [say`附件：1. 订单及售后页面记录；2. 买家举证图片的原始文件及SHA-256清单；3. 检测记录。`] : [say`附件：订单及售后页面记录。`])),
    ]),
  );
}

/** Provisions for the short forms, those with a sanction first; where the merchant stated what happened, only those about it. */
function leading(letter: LetterCase, most: number): string[] {
  const { conduct } = letter;
  const all = !breachStated(letter);
  const wanted = [
    ...(isRefundOnly(letter) && (all || conduct.forcedRefundOnly) ? [['o116-27 第一款第一项', 'ecl-35']] : []),
    ...(all || conduct.notHeard ? [['o116-20', 'ecl-59']] : []),
    ...(conduct.notHeard ? [['o116-19', 'ecl-63']] : []),
    ...(all ? [['o116-21', 'ecl-63']] : []),
  ];
  return usableRefs(letter, wanted.flatMap((choices) => usableRefs(letter, choices, 1)), most);
}

function brief(letter: LetterCase, length: 500 | 200): Block[] {
  const most = length === 500 ? 3 : 1;
  const breach = (count: number) => {
    const refs = leading(letter, count);
    const mood = breachStated(letter) ? '上述情形涉嫌违反' : '请核查其处理是否违反';
    return refs.length > 0 ? [say`${mood}${cite(...refs)}。`] : [say`请核查其处理是否合规。`];
  };
  const sanction = length === 500 ? letter.choose(...(leading(letter, most).some((ref) => /^(o116-27|ecl-35)/.test(ref)) ? [...(leading(letter, most).includes('o116-20') ? [say`罚则见${cite('o116-42 第一款', 'o116-40', 'ecl-82')}。`] : []), say`罚则见${cite('o116-42 第一款', 'ecl-82')}。`, say`罚则见${cite('ecl-82')}。`] : leading(letter, most).includes('o116-20') ? [say`罚则见${cite('o116-40')}。`] : [])) : [];
  return filled([
    { id: 'facts', forms: [[say`举报${accused(letter)}：${numbers(letter)}，`, claimSentence(letter)], [say`举报${accused(letter)}：订单${letter.order}，买家申请${letter.asked}${letter.amount ?? ''}。`]], costs: [20] },
    { id: 'decided', runOn: true, forms: [decidedOn(letter), []], costs: [12] },
    { id: 'conduct', runOn: true, forms: [conductSentences(letter), conductSentences(letter).slice(0, 1)], costs: [28] },
    letter.strongest ? { id: 'finding', runOn: true, forms: [[shortObservation(letter.strongest), ...supportSentence(letter, letter.strongest)], []], costs: [length === 500 ? 40 : 10] } : null,
    { id: 'points', runOn: length === 200, forms: length === 500 ? [breach(most), breach(1)] : [breach(2), breach(1)], costs: [30] },
    { id: 'sanction', runOn: true, forms: [sanction, []], costs: [15] },
    { id: 'requests', runOn: length === 200, forms: [[...lawClause(usableRefs(letter, ['o121-28'], 1)), say`请依法核查、责令改正，并将处理情况告知本店；本店对举报内容的真实性负责。`], [say`请依法核查并告知处理情况，本店对举报内容的真实性负责。`]], costs: [35] },
  ]);
}

/** A report (举报, never 投诉) about the platform, led by the articles that carry a sanction. */
export const regulator: Recipient = {
  id: 'regulator',
  title: '向市场监管部门举报平台',
  annex: true,
  concerns: (ground) => ground.concerns === 'platform' && ground.id !== 'evidence-form',
  check(letter, grounds) {
    if (!letter.voice.name) throw new DraftRefused('platform-unknown', '不知道是哪一个平台，举报书无法写明被举报人。请在识别到平台的页面上生成，或改选其他收件人。');
    if (grounds.length === 0) throw new DraftRefused('no-grounds', '所有关于平台处理的理由都已关闭或不适用，没有可举报的线索。');
    if (letter.telling.length === 0 && !stated(letter) && letter.input.options?.procedural !== true) throw new DraftRefused('nothing-supports', '既没有检测所见，也没有说明平台如何处理，举报缺少具体线索和事实依据。请先说明平台作出的处理。');
    if (!stated(letter)) letter.warn('conduct-unstated');
    if (letter.telling.length === 0) letter.warn('no-support');
    if ((letter.dates.filed ?? '') < '2026-04-15') letter.warn('reports-before-2026');
  },
  blocks: (letter, length) => (length === 'long' ? long(letter) : brief(letter, length)),
  advice: (letter) => [
    '商家不是消费者，只能“举报”平台，不能“投诉”；可在全国12315平台选择举报，或向平台住所地县级以上市场监督管理部门提交。',
    '举报人对内容的真实性负责：只写您能证明的事实，附上平台处理页面截图、申诉记录和时间。',
    ...(isRefundOnly(letter) ? [] : ['本次并非仅退款申请，信函没有引用强制退款不退货的条款。']),
    '第十九条、第二十一条没有单独的罚款规定，因此信函以带罚则的条款在前。',
  ],
};
