import { simplify } from './traditional';

/** Zero-width characters, soft hyphens and direction marks: never part of a label, an id or a number. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Digits drawn by a font of the page's own; what they show cannot be known from the text. */
export const privateUse = /[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]/u;

/** Plain letters, digits and Chinese: nothing invisible in it. Spares the costly class above for most of a page. */
const ordinary = /^[\x20-\x7e\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e\uffe5\u00a5]*$/;

/** Whether a character is of the Chinese block or plain ASCII, where folding and classes change nothing. */
export function isOrdinary(char: string): boolean {
  return (char >= '\u4e00' && char <= '\u9fff') || (char > ' ' && char <= '~');
}

export function withoutInvisible(text: string): string {
  return ordinary.test(text) ? text : text.replace(invisible, '');
}

/** Whether one character shows nothing and takes no room. */
export function isInvisible(char: string): boolean {
  return char > '\u00ac' && !(char >= '\u4e00' && char <= '\u9fff') && char.replace(invisible, '') === '';
}

/** Whether a text shows nothing at all. */
export function isBlank(text: string): boolean {
  return !/[^\s\ufdd0\u00a0]/.test(text) || compact(text) === '';
}

/** Text as a label is compared: no spaces, seams or invisible characters, full-width forms and traditional characters folded, lower case. */
export function compact(text: string): string {
  return simplify(withoutInvisible(text.normalize('NFKC')).replace(/[\s\ufdd0\u00a0]+/g, '').toLowerCase());
}

/** Text for ids and numbers: invisible characters out, full-width digits folded, seams kept as SEAM. */
export function plain(text: string): string {
  return simplify(withoutInvisible(text).normalize('NFKC').replace(/[\s\u00a0]+/g, ' '));
}

/** Text for a person: as the page has it, with seams closed and outer space taken off. */
export function readable(text: string): string {
  return text.replaceAll('\ufdd0', '').replace(/[\s\u00a0]+/g, ' ').trim();
}
