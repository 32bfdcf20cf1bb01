/** Controls, bidirectional overrides, zero-width and other characters that draw nothing but can change how text reads. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\p{Variation_Selector}\u115f\u1160\u3164\uffa0]/u;

/** In the brackets of Chinese books, which every Chinese font draws; the mathematical ones are missing from Noto Sans SC. */
const escaped = (codePoint: number) => `〈U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〉`;

/**
 * Text as it can be shown with the embedded font, so that nothing vanishes silently: a character the font
 * lacks, and every invisible one, is written as `〈U+1F600〉`. Line feeds stay; tabs become spaces.
 * @param has whether the font draws this code point.
 */
export function visibleText(text: string, has: (codePoint: number) => boolean): string {
  let out = '';
  for (const char of text.replace(/\r\n?/g, '\n').replace(/\t/g, '  ')) {
    const codePoint = char.codePointAt(0)!;
    if (char === '\n' || char === ' ') out += char;
    else if (char === '\u00a0' || char === '\u3000') out += has(codePoint) ? char : ' ';
    else out += unseen.test(char) || !has(codePoint) ? escaped(codePoint) : char;
  }
  return out;
}
