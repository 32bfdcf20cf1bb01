import { lawCheckedOn, lawRecord } from '../../law/index';
import type { Block, Section } from '../document';
import type { Material } from '../build-document';

function sourceOf(id: string): string {
  const record = lawRecord(id);
  if (!record) return '';
  const force = record.effectiveFrom ? `施行 ${record.effectiveFrom}${record.effectiveTo ? ` 至 ${record.effectiveTo}` : ' 起'}` : '';
  // Number and source fields end in notes of ours; what is printed is the part before them.
  const number = /未在库|据常识/.test(record.docNo) ? '' : record.docNo;
  const copy = record.source.split(/[;；]| \(/)[0]!;
  return [record.issuer, number, force, `文本取自 ${copy}`].filter(Boolean).join('；');
}

/** The letter as it was sent, and every provision it cites, verbatim. */
export function appealSections({ input }: Material): (Section | null)[] {
  const { draft } = input;
  if (!draft || draft.text.trim() === '') return [];
  const letter: Section = { id: 'appeal', title: '申诉书', level: 1, newPage: true, blocks: [{ type: 'letter', text: draft.text }] };
  const quotes = draft.citations.map((one): Block => ({ type: 'quote', title: one.title, article: one.article, text: one.quote, source: sourceOf(one.id) }));
  const law: Section = { id: 'citations', title: '引用条文', level: 1, newPage: false, blocks: [{ type: 'paragraph', tone: 'soft', text: `以下为申诉书引用的条文原文。文本最近核对于 ${lawCheckedOn}；如有出入，以公布机关的正式文本（国家法律法规数据库 flk.npc.gov.cn）为准。` }, ...quotes] };
  return [letter, quotes.length ? law : null];
}
