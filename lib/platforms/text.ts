/** Zero-width characters, soft hyphens and direction marks: never part of a label, an id or a number. */
const invisible = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e007f}]/gu;

/** Digits drawn by a font of the page's own; what they show cannot be known from the text. */
export const privateUse = /[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]/u;

export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

/** Whether one character shows nothing and takes no room. */
export function isInvisible(char: string): boolean {
  return char > '\u00ac' && char.replace(invisible, '') === '';
}

/** Whether a text shows nothing at all. */
export function isBlank(text: string): boolean {
  return !/[^\s\u0001\u00a0]/.test(text) || compact(text) === '';
}

/** Text as a label is compared: no spaces, seams or invisible characters, full-width forms folded, lower case. */
export function compact(text: string): string {
  return withoutInvisible(text.normalize('NFKC')).replace(/[\s\u0001\u00a0]+/g, '').toLowerCase();
}

/** Text for ids and numbers: invisible characters out, full-width digits folded, seams kept as SEAM. */
export function plain(text: string): string {
  return withoutInvisible(text).normalize('NFKC').replace(/[\s\u00a0]+/g, ' ');
}

/** Text for a person: as the page has it, with seams closed and outer space taken off. */
export function readable(text: string): string {
  return text.replaceAll('\u0001', '').replace(/[\s\u00a0]+/g, ' ').trim();
}
