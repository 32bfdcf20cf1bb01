import { forbiddenIn } from './wording';

/** Controls, marks that turn the writing direction, invisible characters: a page may hold them, a letter must not. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Words from a page or a setting, made one line. Empty, and what only stands for "nothing", is null. */
export function pageText(value: string | null | undefined): string | null {
  const text = (value ?? '').replace(/[\r\n\t]+/g, ' ').replace(invisible, '').replace(/\s+/g, ' ').trim();
  return text === '' || /^(undefined|null|nan|-+|—+|无)$/i.test(text) ? null : text;
}

/** Words that may stand inside a sentence of the letter, or null: too long, markup, or a word no letter may say. */
export function letterWords(value: string | null | undefined, longest: number): string | null {
  const text = pageText(value)?.replace(/[，。；：、,.;:！!？?\s]+$/u, '') ?? null;
  if (text === null || text === '' || text.length > longest) return null;
  if (/[<>{}\\“”"《》【】[\]\uFFFD\p{Surrogate}]/u.test(text)) return null;
  if (/[，。；：、！？]{2}|[（(]\s*[)）]/u.test(text)) return null;
  return forbiddenIn(text).length > 0 ? null : text;
}
