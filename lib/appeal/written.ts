import { lawRecord } from '../law';
import { idsOf, innerMarks, NamedActs, writePiece, type LetterBody, type Paragraph, type Sentence } from './prose';

/** One provision of a letter. `quote` is the article's whole text, verbatim; `number` its place among the citations. */
export interface DraftCitation {
  id: string;
  article: string;
  quote: string;
  number: number;
  title: string;
  /** The act as the letter's own sentences name it, without 《》. */
  name: string;
  source: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
}

/** Consecutive stretches of the text; a chip stands where `citations` names provisions. Joined they are the text. */
export interface Segment {
  text: string;
  citations: string[];
}

export interface WrittenLetter {
  text: string;
  segments: Segment[];
  citations: DraftCitation[];
}

function citationsOf(paragraphs: Paragraph[]): DraftCitation[] {
  const ids = new Set(paragraphs.flatMap((paragraph) => paragraph.sentences.flatMap(idsOf)));
  return [...ids].map((id, index) => {
    const record = lawRecord(id)!;
    const { article, text, title, source, effectiveFrom, effectiveTo } = record;
    return { id, article, quote: text, number: index + 1, title, name: innerMarks(record.shortTitle), source, effectiveFrom, effectiveTo };
  });
}

export const chineseDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** 中华人民共和国治安管理处罚法（2025修订） → 《中华人民共和国治安管理处罚法》（2025修订） */
function fullName(title: string): string {
  const [, name = title, revision = ''] = /^(.*?)(（\d{4}修[订正]）)$/.exec(title) ?? [];
  return `《${innerMarks(name)}》${revision}`;
}

function annexLine({ number, title, article, effectiveFrom, effectiveTo }: DraftCitation): string {
  const until = effectiveTo ? `，至${chineseDay(effectiveTo)}` : '';
  return `${number}. ${fullName(title)}${article}（自${chineseDay(effectiveFrom!)}起施行${until}）`;
}

/** Writes a letter out. Numbers follow from what is cited, so that removing one renumbers the rest. */
export function writeLetter({ paragraphs, annex }: LetterBody): WrittenLetter {
  const citations = citationsOf(paragraphs);
  const segments: Segment[] = [];
  const add = (text: string, ids: string[]) => {
    const last = segments.at(-1);
    if (text === '') return;
    if (last && last.citations.length === 0 && ids.length === 0) last.text += text;
    else segments.push({ text, citations: ids });
  };
  let line = new NamedActs();
  paragraphs.forEach((paragraph, index) => {
    if (index > 0 && !paragraph.runOn) {
      add('\n', []);
      line = new NamedActs();
    }
    for (const piece of paragraph.sentences.flat()) add(writePiece(piece, line), idsOf([piece]));
  });
  if (annex && citations.length > 0) add(`\n附：引用条文\n${citations.map(annexLine).join('\n')}`, []);
  return { text: segments.map((segment) => segment.text).join(''), segments, citations };
}

function without(sentence: Sentence, id: string): Sentence | null {
  if (!idsOf(sentence).includes(id)) return sentence;
  if (sentence.some((piece) => 'quote' in piece && piece.quote === id)) return null;
  const rest = sentence.map((piece) => ('cite' in piece ? { cite: piece.cite.filter((ref) => ref.id !== id) } : piece));
  return rest.some((piece) => 'cite' in piece && piece.cite.length === 0) ? null : rest;
}

/**
 * Takes one citation out of an edited letter: out of lists that name others, together with its sentence where it stood alone.
 * A heading left without text under it goes as well. (Drafting anew with `citationsOff` also finds the fallback of that day.)
 */
export function removeCitation(body: LetterBody, id: string): LetterBody {
  const paragraphs = body.paragraphs
    .map((paragraph) => ({ ...paragraph, sentences: paragraph.sentences.map((sentence) => without(sentence, id)).filter((sentence) => sentence !== null) }))
    .filter((paragraph) => paragraph.sentences.length > 0);
  return { ...body, paragraphs: paragraphs.filter((paragraph, index) => paragraph.level === 0 || paragraphs[index + 1]?.level === 0) };
}
