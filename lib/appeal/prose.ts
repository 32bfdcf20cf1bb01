import { lawRecord, type LawRecord } from '../law';

/** One provision as the letter names it: `part` narrows it to a paragraph or item, e.g. 第二款. */
export interface Ref {
  id: string;
  part?: string;
}

/** Running text, a reference to provisions, or law quoted verbatim (quotation marks are added when written out). */
export type Piece = { text: string } | { cite: Ref[] } | { quote: string; text: string };

/** The smallest part that can leave the letter: a sentence, or a clause introducing one. */
export type Sentence = Piece[];

/** `level` 0 is running text, 1 a heading. `runOn`: continues the line of the paragraph before it. */
export interface Paragraph {
  id: string;
  level: 0 | 1;
  runOn: boolean;
  sentences: Sentence[];
}

/** A letter before it is written out. `annex` appends the numbered list of what is cited. */
export interface LetterBody {
  paragraphs: Paragraph[];
  annex: boolean;
}

/** say`依${cite('o116-19')}，…` */
export function say(strings: TemplateStringsArray, ...values: (string | Piece)[]): Sentence {
  const pieces: Piece[] = [];
  strings.forEach((text, index) => {
    if (text !== '') pieces.push({ text });
    const value = values[index];
    if (value !== undefined && value !== '') pieces.push(typeof value === 'string' ? { text: value } : value);
  });
  return pieces;
}

/** Refs written as `id` or `id 第二款`. */
export const cite = (...refs: string[]): Piece => ({
  cite: refs.map((ref) => {
    const [id, part] = ref.split(' ');
    return part ? { id: id!, part } : { id: id! };
  }),
});

export const quote = (id: string, text: string): Piece => ({ quote: id, text });

export const idsOf = (sentence: Sentence): string[] =>
  sentence.flatMap((piece) => ('cite' in piece ? piece.cite.map((ref) => ref.id) : 'quote' in piece ? [piece.quote] : []));

function recordOf(id: string): LawRecord {
  const record = lawRecord(id);
  if (!record) throw new Error(`letter refers to unknown provision ${id}`);
  return record;
}

/** Title marks inside a title are single. */
export const innerMarks = (title: string): string => title.replace('《', '〈').replace('》', '〉');

/** What an act is called where its name stands shortly before: 该办法, 该法, 该条例 … */
export const briefName = (title: string): string => `该${/(总则|解释|规定|规则|条例|办法|标准|法)$/.exec(title)?.[1] ?? '文件'}`;

const shortAnyway = 6;

/** Acts named so far on one line. The last one cited is called by its brief name, unless another act of the line shares it. */
export class NamedActs {
  private readonly named = new Set<string>();
  private last: string | null = null;

  /** Whether `title` can be called by its brief name here; from now on it is the last one cited. */
  again(title: string): boolean {
    const alone = [...this.named].every((one) => one === title || briefName(one) !== briefName(title));
    const known = this.last === title && alone && title.length > shortAnyway;
    this.named.add(title);
    this.last = title;
    return known;
  }

  /** Names standing in running text or in quoted law. */
  read(text: string): void {
    for (const [, title] of text.matchAll(/《([^《》]+)》/g)) this.named.add(title!);
  }
}

/** 《甲》第十九条第二款、第二十一条和《乙》第九条 */
function nameRefs(refs: Ref[], line: NamedActs): string {
  const acts = new Map<string, string[]>();
  for (const { id, part } of refs) {
    const record = recordOf(id);
    const articles = acts.get(record.shortTitle) ?? [];
    acts.set(record.shortTitle, [...articles, `${record.article}${part ?? ''}`]);
  }
  const names = [...acts].map(([title, articles]) => `${line.again(innerMarks(title)) ? briefName(title) : `《${innerMarks(title)}》`}${articles.join('、')}`);
  return names.length < 3 ? names.join('和') : `${names.slice(0, -1).join('、')}和${names.at(-1)}`;
}

/** @throws where the words are not whole sentences, paragraphs or items of the record's text. */
function quoted(id: string, text: string): string {
  const { text: whole } = recordOf(id);
  const at = whole.indexOf(text);
  const startsWhole = at === 0 || '。\n'.includes(whole[at - 1] ?? '');
  const endsWhole = '。；'.includes(text.at(-1) ?? '') || at + text.length === whole.length;
  if (at < 0 || !startsWhole || !endsWhole) throw new Error(`not a whole sentence of ${id}: ${text}`);
  return `“${text}”`;
}

/** @param line what the line has named before this piece; the piece adds to it. */
export function writePiece(piece: Piece, line: NamedActs): string {
  if ('cite' in piece) return nameRefs(piece.cite, line);
  const text = 'quote' in piece ? quoted(piece.quote, piece.text) : piece.text;
  line.read(text);
  return text;
}

export function writeSentence(sentence: Sentence): string {
  const line = new NamedActs();
  return sentence.map((piece) => writePiece(piece, line)).join('');
}
