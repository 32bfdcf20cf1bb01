import { tilesOf } from './known-marks';

/** Mean widths of words in common sans-serif fonts, in em of a Chinese character beside them. */
const wordWidths: Record<string, number> = {
  Kling: 2.35, LibLib: 2.8, RunningHub: 5.75, Kimi: 2, Dreamina: 4.7, Vidu: 2.1, WPS: 2.1, Made: 2.55, with: 2, generated: 4.65, Generated: 4.8,
  content: 3.5, Content: 3.7, Created: 3.6, by: 1.1, image: 2.8, Image: 3, Contenuti: 4.5, generati: 3.75, "dall'": 1.9,
};
const ai = 0.92;
const space = 0.24;
const hyphen = 0.34;
/** Between a Chinese character and letters beside it some services leave a little. */
const beside = 0.06;

/** The words, cut where tiles of one kind end: a Chinese character, `AI`, or a Latin word with what stands after it. */
const pieces = (words: string) => words.match(/\p{Script=Han}|AI|dall'|[A-Za-z]+?(?=AI|[^A-Za-z]|$)|[ -]/gu) ?? [];

/**
 * How far apart the middles of the first and the last tile of the words stand, in em.
 * @param words as known-marks.ts writes them, spaces and hyphens with them.
 */
export function spanInEm(words: string): number {
  let at = 0;
  let [first, last] = [Number.NaN, 0];
  let before = '';
  for (const piece of pieces(words)) {
    const han = /\p{Script=Han}/u.test(piece);
    if (piece === ' ' || piece === '-') at += piece === ' ' ? space : hyphen;
    else {
      if (before && before !== ' ' && before !== '-' && han !== /\p{Script=Han}/u.test(before)) at += beside;
      const width = han ? 1 : piece === 'AI' ? ai : wordWidths[piece] ?? 0.52 * piece.length;
      const half = width / tilesOf(piece).length / 2;
      if (Number.isNaN(first)) first = at + half;
      at += width;
      last = at - half;
    }
    before = piece;
  }
  return last - first;
}
