import { addMonths, daysBetween } from '../calendar';
import type { Block } from '../fit';
import { DraftRefused } from '../input';
import { firm, refuseWeak } from '../firmness';
import type { LetterCase } from '../letter-case';
import { claimSentence, filled, findingBlocks, heading, lawClause, numberHeadings, numbers, party, shortForms, summary, supportSentence, text, titleNumbers, usableRefs } from '../passages';
import { cite, quote, say, type Sentence } from '../prose';
import type { Recipient } from '../recipient';
import { chineseDay } from '../written';

const limitNow = '违反治安管理行为在六个月以内没有被公安机关发现的，不再处罚。';
const limitBefore = '违反治安管理行为在六个月内没有被公安机关发现的，不再处罚。';

/** Last day of the six months that begin with the upload; null where the upload is unknown. */
const lastDay = ({ dates }: LetterCase): string | null => (dates.uploaded ? addMonths(dates.uploaded, 6) : null);

function limitSentences(letter: LetterCase): Sentence[] {
  const last = lastDay(letter);
  if (!last) return [];
  const rule = letter.choose(say`${cite('psp-25 第一款')}规定：${quote('psp-25', limitNow)}`, say`${cite('psp-old-22 第一款')}规定：${quote('psp-old-22', limitBefore)}`);
  const passed = letter.dates.filed && letter.dates.filed > last;
  const what = letter.input.dates?.uploaded ? '图片' : '上述申请';
  return [...rule, passed ? say`${what}提交于${chineseDay(letter.dates.uploaded!)}，至报案时已逾六个月，是否仍在追究时效之内请依法审查。` : say`${what}提交于${chineseDay(letter.dates.uploaded!)}，自该日起六个月至${chineseDay(last)}。`];
}

const legal = (letter: LetterCase): Sentence[] => [
  ...letter.choose(say`上述情况是否属于${cite('psp-58')}所规定的情形，请依法审查。`, say`上述情况是否属于行为发生时施行的${cite('psp-old-49')}所规定的情形，请依法审查。`, say`上述情况是否违反治安管理规定，请依法审查。`),
  ...(letter.dates.uploaded && letter.dates.uploaded < '2026-01-01' && (letter.dates.filed ?? '') >= '2026-01-01' ? letter.choose(say`该法修订后自2026年1月1日起施行（相应条文为修订后的第五十八条），新旧规定的适用请依${cite('apl-37')}判断。`) : []),
  ...limitSentences(letter),
  ...letter.choose(say`是否涉及刑事责任，请依${cite('crim-266')}审查；数额标准由各省、自治区、直辖市在${cite('fraud-1')}规定的幅度内确定，以本地标准为准。`),
];

/** Said only where the claim's own sentence gives no sum. */
const sum = ({ amount, remedy }: LetterCase): Sentence[] => (amount ? [] : [say`涉及的金额以平台${remedy}记录为准。`]);

function long(letter: LetterCase): Block[] {
  const where = letter.voice.name ? `${letter.voice.name}平台` : '网络交易平台';
  return numberHeadings(
    filled([
      text('title', say`报案材料（${titleNumbers(letter)}${letter.amount ? `，金额${letter.amount}` : ''}）`),
      summary(letter, say`请求依法受理并调查，出具受理凭证。`),
      text('addressee', say`致：公安机关`),
      text('reporter', ...party(letter, '报案人')),
      heading('facts-heading', '事实经过'),
      text('facts', say`本店在${where}经营。${numbers(letter)}。`, claimSentence(letter), ...sum(letter)),
      text('doubt', say`经查验，买家提交的图片疑似未如实反映其所收到的商品，具体如下。`),
      heading('findings-heading', '检测所见'),
      ...findingBlocks(letter),
      heading('law-heading', '依据与时效'),
      text('law', ...legal(letter)),
      heading('requests-heading', '请求'),
      text('request-1', say`1. 依法受理并调查上述情况。`),
      text('request-2', say`2. 向平台调取买家上传的原始文件、上传记录、聊天记录和款项记录。`),
      text('request-3', say`3. 出具受理凭证，供本店向平台提交。`),
      text('truth', say`本店对所述事实的真实性负责，愿配合调查并提交原始文件。`),
      text('attachments', say`附件：1. 订单、售后和聊天记录；2. 买家举证图片的原始文件及SHA-256清单；3. 检测记录；4. 发货和物流记录。`),
    ]),
  );
}

function brief(letter: LetterCase, length: 500 | 200): Block[] {
  const image = letter.strongest!;
  const refs = usableRefs(letter, ['psp-58', 'psp-old-49', ...(length === 500 ? ['crim-266'] : [])], 2);
  return filled([
    { id: 'facts', forms: [[say`报案材料：${numbers(letter)}，`, claimSentence(letter)], [say`报案材料：订单${letter.order}，买家申请${letter.asked}${letter.amount ?? ''}。`], [say`报案材料：订单${letter.order}。`]], costs: [20, 60] },
    { id: 'doubt', runOn: true, forms: [[say`图片疑似未如实反映所收商品。`], []], costs: [10] },
    { id: 'finding', runOn: true, forms: shortForms(image), costs: [15, 22] },
    { id: 'support', runOn: true, forms: [supportSentence(letter, image)] },
    { id: 'limit', runOn: length === 200, forms: length === 500 ? [limitSentences(letter), []] : [[]], costs: [30] },
    // The number alone would be read as that of the act now in force.
    { id: 'law', runOn: true, forms: [refs[0] === 'psp-old-49' ? [say`依行为发生时施行的${cite(...refs)}，`] : lawClause(refs)] },
    { id: 'requests', runOn: true, forms: [[say`请依法审查受理，向平台调取原始文件和款项记录，并出具受理凭证。`], [say`请依法审查受理并出具受理凭证。`]], costs: [25] },
  ]);
}

/** Facts, sums and the six-month limit. Which law applies follows the day of the upload; no threshold is asserted. */
export const police: Recipient = {
  id: 'police',
  title: '报案材料',
  annex: true,
  concerns: (ground) => ground.concerns === 'picture',
  check(letter, grounds) {
    refuseWeak(letter, '报案');
    if (grounds.length === 0) throw new DraftRefused('no-grounds', '所有关于图片的理由都已关闭，没有可写的事实。');
    if (!firm(letter)) letter.warn('weak-for-police');
    if (!letter.amount) letter.warn('amount-for-police');
    if (letter.remedy !== '退款') letter.warn('no-refund-asked', letter.asked);
    const last = lastDay(letter);
    if (last && letter.dates.filed && letter.dates.filed > last) letter.warn('six-months-passed', chineseDay(last));
    if (letter.dates.uploaded && letter.dates.uploaded < '2026-01-01' && (letter.dates.filed ?? '') >= '2026-01-01') letter.warn('old-and-new-penalties');
  },
  blocks: (letter, length) => (length === 'long' ? long(letter) : brief(letter, length)),
  advice(letter) {
    const last = lastDay(letter);
    const left = last && letter.dates.filed ? daysBetween(letter.dates.filed, last) : null;
    return [
      ...(last ? [`治安追究时效为六个月，自图片提交之日（连续行为自终了之日）起算，最后一日为${chineseDay(last)}${left !== null && left >= 0 ? `，距报案日还有${left}天` : ''}。`] : []),
      '刑事立案的数额标准由各省在三千元至一万元的幅度内确定，请先查询本地标准；未达到标准的仍可作为治安案件处理。',
      ...(letter.dates.uploaded && letter.dates.uploaded < '2026-01-01' ? ['旧法第四十九条：五日以上十日以下拘留，可以并处五百元以下罚款；新法第五十八条：五日以上十日以下拘留或者二千元以下罚款。何者适用由公安机关判断，信函不作主张。'] : []),
      ...(letter.voice.pause.length > 0 ? ['已告知平台拟报案的，须在7个工作日内向平台提交受理凭证，否则争议处理恢复。'] : []),
      '只写您知道的事实；不要公开买家个人信息，也不要以报案相要挟。',
    ];
  },
};
