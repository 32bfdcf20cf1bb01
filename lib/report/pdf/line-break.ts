/** After GB/T 15834-2011 §5.1 and W3C clreq: marks that may not begin a line, and marks that may not end one. */
const notAtStart = new Set('，。、；：？！）》〉」』】〕〗”’…—～·％‰℃,.;:?!)]}%>»⟩');
const notAtEnd = new Set('（《〈「『【〔〖“‘([{￥¥$#⟨«');
const wide = /[\u2e80-\u303f\u3040-\u30ff\u3105-\u312f\u31c0-\u31ef\u3200-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;
const breakAfter = new Set('/?&=_|');
/** A run of Latin letters longer than this (hash, address) may break anywhere. */
const longRun = 28;

type Measure = (char: string) => number;

/** Stretches that stay together: a Chinese character with its punctuation, or a Latin word with its trailing spaces. */
function units(text: string): string[] {
  const out: string[] = [];
  let open = false;
  let before = '';
  for (const char of text) {
    const glued = open || notAtStart.has(char) || char === ' ';
    const joins = before !== '' && (glued || (!wide.test(char) && !wide.test(before) && before !== ' ' && !breakAfter.has(before)) || notAtEnd.has(before));
    if (joins) out[out.length - 1] += char;
    else out.push(char);
    open = notAtEnd.has(char);
    before = char;
  }
  return out;
}

/** Cuts one stretch so that each part fits; at least one character per part. */
function cut(unit: string, first: number, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const char of unit) {
    const advance = measure(char);
    if (part !== '' && used + advance > (parts.length ? width : first)) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += char;
    used += advance;
  }
  return [...parts, part];
}

/**
 * Breaks text into lines no wider than `width`, Chinese between characters (with its punctuation rules),
 * Latin between words, and over-long stretches anywhere.
 * @param measure advance of one character, in the unit of `width`.
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    const close = () => {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    };
    const take = (unit: string) => {
      line += unit;
      for (const char of unit) used += measure(char);
    };
    for (const unit of units(paragraph)) {
      let size = 0;
      for (const char of unit.trimEnd()) size += measure(char);
      if (used + size <= width) {
        take(unit);
        continue;
      }
      const anywhere = unit.length > longRun || size > width;
      const room = anywhere && width - used > width / 4 ? width - used : 0;
      if (line !== '' && room === 0) close();
      if (!anywhere) {
        take(unit);
        continue;
      }
      const parts = cut(unit, room || width, width, measure);
      for (const [index, part] of parts.entries()) {
        take(part);
        if (index < parts.length - 1) close();
      }
    }
    close();
  }
  return lines;
}
