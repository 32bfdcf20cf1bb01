import { askIds, asks, type AskId } from '../asks';
import type { Block } from '../fit';
import type { Ground } from '../ground';
import { DraftRefused } from '../input';
import type { LetterCase } from '../letter-case';
import { ownClauseSentence } from '../own-clause';
import { claimSentence, filled, findingBlocks, heading, lawClause, numberHeadings, numbers, numeral, once, othersMarked, party, shortForms, shortObservation, strongestAlteration, summary, supportSentence, text, titleNumbers, usableRefs } from '../passages';
import { say, type Sentence } from '../prose';
import type { Recipient } from '../recipient';
import { shows } from '../truth-duty';
import { reaches } from '../wording';

/** Every letter asks for these four; a ground may add to them. */
const always: readonly AskId[] = ['human-review', 'hold', 'more-evidence', 'keep-records'];

const asked = (grounds: readonly Ground[]): AskId[] => askIds.filter((id) => always.includes(id) || grounds.some((ground) => ground.asks.includes(id)));

const attachments = (letter: LetterCase): Sentence[] => {
  const names = ['买家举证图片的原始文件及SHA-256清单', '检测记录（含方法、版本和局限说明）', ...(shows(letter, 'same-as-listing') ? ['本店商品页面图片及比对图'] : [])];
  if (letter.telling.length === 0) names.splice(1);
  return letter.images.length === 0 ? [] : [say`附件：${names.map((name, index) => `${index + 1}. ${name}`).join('；')}。`];
};

function long(letter: LetterCase, grounds: readonly Ground[]): Block[] {
  const fresh = once();
  const argued = grounds.map((ground) => ({ ground, sentences: fresh(ground.argue(letter).long) })).filter(({ sentences }) => sentences.length > 0);
  const own = ownClauseSentence(letter);
  const [checked, telling] = [letter.images.filter((image) => image.examined).length, letter.telling.length];
  const examined = telling > 0 ? [say`本店检测了买家提交的${String(checked)}张举证图片${telling < checked ? `，其中${telling}张有下列所见` : '，所见如下'}。`] : [];
  return numberHeadings(
    filled([
      text('title', say`关于${titleNumbers(letter)}的申诉书`),
      summary(letter, say`请求${asked(grounds).map((id) => asks[id].short(letter)).join('、')}。`),
      text('addressee', say`致：${letter.voice.addressee}`),
      text('applicant', ...party(letter, '申诉人')),
      heading('facts-heading', '基本情况'),
      text('facts', say`${numbers(letter)}。`, claimSentence(letter), ...examined),
      heading('findings-heading', '检测所见'),
      ...findingBlocks(letter),
      heading('grounds-heading', '申诉理由'),
      ...argued.map(({ ground, sentences }, index) => text(`ground-${ground.id}`, say`（${numeral(index)}）${ground.title}。`, ...sentences)),
      own ? text('own-clause', say`（${numeral(argued.length)}）平台规则。`, own) : null,
      heading('asks-heading', '请求事项'),
      ...asked(grounds).map((id, index) => text(`ask-${id}`, say`${`${index + 1}. ${asks[id].long(letter)}。`}`)),
      text('attachments', ...attachments(letter)),
    ]),
  );
}

/** Grounds a reviewer should read first when there is room for few. */
const foremost = ['platform-did-not-hear-merchant', 'label-found', 'platform-decided-by-machine', 'unfair-burden-of-proof', 'forced-refund-only'];
const rank = (ground: Ground) => (foremost.includes(ground.id) ? foremost.indexOf(ground.id) : foremost.length);

function medium(letter: LetterCase, grounds: readonly Ground[]): Block[] {
  const fresh = once();
  const own = ownClauseSentence(letter);
  const wanted = asked(grounds);
  const list = (form: 'medium' | 'short') => [say`请求：${wanted.map((id, index) => `${index + 1}. ${asks[id][form](letter)}`).join('；')}。`];
  const opening = say`${numbers(letter)}：`;
  return filled([
    { id: 'facts', forms: [[opening, claimSentence(letter)], [say`订单编号${letter.order}，买家申请${letter.asked}${letter.amount ?? ''}。`]], costs: [30] },
    ...letter.telling.slice(0, 3).map((image, index): Block => ({
      id: `finding-${index + 1}`,
      forms: index === 0 ? [[shortHashed(image.named, image.name, shortObservation(image))], ...shortForms(image)] : [[shortObservation(image)], []],
      costs: index === 0 ? [25, 50, 60] : [index === 1 ? 21 : 14],
      runOn: index > 0,
    })),
    { id: 'support', runOn: true, forms: [supportSentence(letter)] },
    ...[...grounds].map((ground, index): Block => {
      const sentences = fresh(ground.argue(letter).medium);
      return { id: `ground-${ground.id}`, runOn: index > 0, forms: [sentences, []], costs: [rank(ground) === foremost.length ? 5 : 22 - rank(ground)] };
    }),
    own ? { id: 'own-clause', runOn: true, forms: [[own], []], costs: [10] } : null,
    { id: 'asks', forms: [list('medium'), list('short')], costs: [40] },
  ]);
}

/** The first mention of a picture carries the start of its digest. */
const shortHashed = (named: string, name: string, sentence: Sentence): Sentence =>
  sentence.map((piece, index) => (index === 0 && 'text' in piece && !('quote' in piece) ? { text: piece.text.replace(name, named) } : piece));

function short(letter: LetterCase, grounds: readonly Ground[]): Block[] {
  const ordered = [...grounds].sort((one, other) => rank(one) - rank(other));
  const best = (concerns: Ground['concerns']) => ordered.filter((ground) => ground.concerns === concerns).flatMap((ground) => usableRefs(letter, ground.shortest(letter), 1));
  const [picture, handling] = [best('picture'), best('platform')];
  const heard = usableRefs(letter, handling, 1);
  const labelled = ['label', 'visible-label'].includes(letter.strongest?.observations[0]?.kind ?? '') ? usableRefs(letter, picture, 1) : [];
  const two = lawClause(usableRefs(letter, [...labelled, ...heard, ...letter.voice.evidenceTruth, ...handling, ...picture], 2));
  const one = lawClause(usableRefs(letter, [...heard, ...labelled, ...picture], 1));
  const wanted = asked(grounds).filter((id) => always.includes(id));
  const claim = (numbered: string) => [say`${numbered}，买家申请${letter.asked}${letter.amount ?? ''}。`];
  const { strongest } = letter;
  return filled([
    { id: 'facts', forms: [claim(`订单${letter.order}${letter.afterSale ? `（售后单${letter.afterSale}）` : ''}`), claim(`订单${letter.order}`), [say`订单${letter.order}。`]], costs: [10, 50] },
    strongest ? { id: 'finding', runOn: true, forms: shortForms(strongest), costs: [15, 30] } : null,
    { id: 'support', runOn: true, forms: strongestAlteration(letter) ? [supportSentence(letter, strongest)] : [supportSentence(letter), []], costs: [45] },
    { id: 'others', runOn: true, forms: [othersMarked(letter, strongest), []], costs: [18] },
    { id: 'law', runOn: true, forms: [two, one], costs: [20] },
    { id: 'asks', runOn: true, forms: [[say`请求${wanted.map((id) => asks[id].short(letter)).join('、')}。`]] },
  ]);
}

/** The appeal inside the platform: what was found, why it must be looked at by a person, and four steps. */
export const platform: Recipient = {
  id: 'platform',
  title: '平台申诉',
  annex: true,
  concerns: (ground, letter) => ground.concerns === 'platform' || letter.telling.length > 0,
  check(letter, grounds) {
    const { options } = letter.input;
    const asksProcedure = options?.procedural === true || Object.values(letter.conduct).includes(true);
    if (letter.telling.length === 0) {
      if (!asksProcedure) throw new DraftRefused('nothing-supports', `${letter.images.some((image) => image.examined) ? '没有检测项支持图片经AI生成或编辑，不建议据此申诉；这也不等于图片已确认真实' : '没有可供检测的图片，不建议据此申诉'}。可先请买家补充视频或原图；如只需提出程序性请求，请勾选“仅提程序性请求”。`);
      letter.warn('no-support');
    }
    if (grounds.length === 0) throw new DraftRefused('no-grounds', '所有申诉理由都已关闭，没有可写的内容。请至少打开一项理由。');
    if (letter.telling.length > 0 && letter.telling.every((image) => !reaches(image.band, 'moderate'))) letter.warn('limited-support');
    if (letter.voice.evidenceTruth.length === 0 && letter.voice.name && !options?.ownClause) letter.warn('no-clause-for-platform', letter.voice.name);
  },
  blocks: (letter, length, grounds) => (length === 'long' ? long : length === 500 ? medium : short)(letter, grounds),
  advice: (letter) => [
    '提交前先在平台规定的处理时限内作出回应；超时平台可能直接按买家主张处理。',
    '您对商品质量、发货和签收仍负举证责任：请一并准备发货前照片或视频、打包录像、快递面单与签收记录。',
    ...(letter.voice.id === 'taobao' ? ['淘宝/天猫：可先在聊天窗口对疑似AI生成或编辑的图片使用一键反馈，再提交本申诉。', '如告知平台拟报案或起诉，争议处理会中止，但须在7个工作日内提交受理凭证。'] : []),
    ...(letter.voice.id === 'jd' ? ['京东：纠纷单流转后24小时内须回应或举证；被要求补充证据时按9:00—18:00累计4小时；对判责有异议的，纠纷单关闭后7个自然日内申诉。', '服饰类商品：反举证的出库图片或视频须能看清商品及快递单号。'] : []),
    letter.voice.betweenBusinesses
      ? '1688买家多为经营者：消费者权益保护法和七日无理由退货一般不适用，按双方约定和平台规则处理。'
      : '耐用商品（电器、数码等）自接受商品之日起六个月内发现瑕疵发生争议的，由经营者就瑕疵负举证责任，请准备检测或返厂材料。',
    '不要公开买家的姓名、头像、电话或地址。',
  ],
};
