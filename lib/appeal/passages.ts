import type { Block } from './fit';
import type { LetterCase, LetterImage } from './letter-case';
import { cite, say, writeSentence, type Sentence } from './prose';
import { notAnOpinion, reaches, supportPhrase } from './wording';

/** Passages that several letters share. Sentences end with their stop. */

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
export const numeral = (index: number): string => numerals[index] ?? String(index + 1);

/** Adds 一、二、三 to the headings among the blocks that say something. */
export function numberHeadings(blocks: Block[]): Block[] {
  let count = 0;
  return blocks.map((block, index) => {
    if (block.level !== 1 || blocks[index + 1]?.level === 1 || index === blocks.length - 1) return block;
    const number = numeral(count++);
    return { ...block, forms: block.forms.map((form) => [say`${number}、`, ...form]) };
  });
}

export const heading = (id: string, title: string): Block => ({ id, level: 1, forms: [[say`${title}`]] });
export const text = (id: string, ...sentences: Sentence[]): Block => ({ id, forms: [sentences] });

/** Blocks that say something; a heading with nothing under it goes. */
export const filled = (blocks: (Block | null)[]): Block[] => {
  const kept = blocks.filter((block): block is Block => block !== null && block.forms.some((form) => form.length > 0));
  return kept.filter((block, index) => block.level !== 1 || (kept[index + 1] !== undefined && kept[index + 1]!.level !== 1));
};

/** Drops sentences already said, by their words. */
export function once(): (sentences: Sentence[]) => Sentence[] {
  const said = new Set<string>();
  return (sentences) =>
    sentences.filter((sentence) => {
      const words = writeSentence(sentence);
      return said.has(words) ? false : said.add(words);
    });
}

/** For titles, where brackets would nest. */
export const titleNumbers = ({ order, afterSale }: LetterCase): string => `订单编号${order}${afterSale ? `、售后单号${afterSale}` : ''}`;

export const numbers = ({ order, afterSale }: LetterCase): string => `订单编号${order}${afterSale ? `（售后单号${afterSale}）` : ''}`;

/** 买家于2026年3月2日申请仅退款，金额49.90元，申请原因为“商品破损”。 */
export function claimSentence({ appliedOn, asked, amount, reason }: LetterCase): Sentence {
  const when = appliedOn ? `于${appliedOn}` : '';
  const sum = amount ? `，金额${amount}` : '';
  const why = reason ? `，申请原因为“${reason}”` : '';
  return say`买家${when}申请${asked}${sum}${why}。`;
}

const several = (sentences: Sentence[]): Sentence => sentences.flatMap((sentence, index) => (index === 0 ? sentence : [{ text: '；' }, ...sentence]));

/** 图1（SHA-256前12位：…）…；…。 */
export const longObservation = (image: LetterImage): Sentence => [...several(image.observations.map((one, index) => (index === 0 ? one.long : one.short))), { text: '。' }];
export const shortObservation = (image: LetterImage): Sentence => [...image.observations[0]!.short, { text: '。' }];
/** The short wording, then the shorter ones, each as the forms of a block. */
export const shortForms = (image: LetterImage): Sentence[][] => [image.observations[0]!.short, ...(image.observations[0]!.shorter ?? [])].map((words) => [[...words, { text: '。' }]]);

/** The strongest support any one picture gives for generation or editing, or null. */
export const strongestAlteration = (letter: LetterCase): Exclude<LetterImage['alteration'], 'none'> | null => {
  const best = letter.images.reduce((band, image) => (reaches(image.alteration, band) ? image.alteration : band), 'none' as LetterImage['alteration']);
  return best === 'none' ? null : best;
};

/**
 * 检测结果对…提供…，不构成鉴定意见。 Names the pictures it is about unless the letter speaks of one alone.
 * @param alone the only picture the letter mentions, if it mentions one.
 */
export function supportSentence(letter: LetterCase, alone: LetterImage | null = null): Sentence[] {
  const band = strongestAlteration(letter);
  if (!band) return letter.telling.length > 0 ? [say`以上为技术比对所见，${notAnOpinion}。`] : [];
  const carriers = letter.telling.filter((image) => image.alteration === band);
  const plain = letter.images.length === 1 || (alone !== null && carriers.includes(alone));
  return [say`${supportPhrase(band, plain ? [] : carriers.slice(0, 3).map((image) => image.name))}${band === 'limited' ? '，尚不足以单独得出结论' : ''}，${notAnOpinion}。`];
}

const marked = { label: '文件内含AIGC标识', 'visible-label': '画面内可见AI生成提示标识' } as const;

/** 另，图2、图3文件内含AIGC标识。 Labels on pictures that the letter has no room to describe; the rarer kind waits for a longer letter. */
export function othersMarked(letter: LetterCase, described: LetterImage | null): Sentence[] {
  const others = letter.telling.filter((image) => image !== described);
  for (const kind of ['label', 'visible-label'] as const) {
    const names = others.filter((image) => image.observations[0]?.kind === kind).map((image) => image.name);
    if (names.length > 0) return [say`另，${names.slice(0, 3).join('、')}${names.length > 3 ? `等${names.length}张图片` : ''}${marked[kind]}。`];
  }
  return [];
}

/** The second line of a long letter, for a reader with a minute: what was found, how strong it is, what is asked. */
export const summary = (letter: LetterCase, ...asked: Sentence[]): Block =>
  text('summary', say`摘要：`, ...(letter.strongest ? [shortObservation(letter.strongest), ...supportSentence(letter, letter.strongest)] : []), ...asked);

/** Each telling picture in full, at most six; how strong each is; and what the results are not. */
export function findingBlocks(letter: LetterCase): Block[] {
  const shown = letter.telling.slice(0, 6);
  if (shown.length === 0) return [];
  const rest = letter.telling.length - shown.length;
  return [
    ...shown.map((image, index): Block => {
      const support = image.alteration === 'none' ? [] : [say`就${image.name}而言，${supportPhrase(image.alteration)}${image.alteration === 'limited' ? '，尚不足以单独得出结论' : ''}。`];
      return text(`finding-${index + 1}`, say`${`${index + 1}. `}`, longObservation(image), ...support);
    }),
    ...(rest > 0 ? [text('finding-rest', say`另有${String(rest)}张图片的检测所见，详见附件检测记录。`)] : []),
    text('limits', say`以上检测由本店在本机完成，检测结果仅供核实参考，${notAnOpinion}；所见特征也可能另有成因，故请以买家手机原图和实物核实。`),
  ];
}

/** Refs in order of preference, reduced to those that hold here, each provision once. */
export function usableRefs(letter: LetterCase, refs: readonly string[], most: number): string[] {
  const seen = new Set<string>();
  return refs
    .filter((ref) => {
      const id = ref.split(' ')[0]!;
      if (!letter.mayCite(id) || seen.has(id)) return false;
      seen.add(id);
      return true;
    })
    .slice(0, most);
}

/** 依《甲》第一条和《乙》第二条， */
export const lawClause = (refs: readonly string[]): Sentence[] => (refs.length > 0 ? [say`依${cite(...refs)}，`] : []);

export const party = (letter: LetterCase, role: string): Sentence[] => {
  if (!letter.shop) return [];
  return [say`${role}：${letter.shop}${letter.contact ? `（联系方式：${letter.contact}）` : ''}`];
};
