import type { Line } from './page-tree';
import { sectionTitles } from './section-words';
import type { Zone } from './section-words';
import { compact } from './text';

const cache = new WeakMap<Line, Zone | 'none'>();

/** The kind of section a line is the title of, or null. */
export function titleZone(line: Line): Zone | null {
  const known = cache.get(line) ?? zoneOfTitle(line) ?? 'none';
  cache.set(line, known);
  return known === 'none' ? null : known;
}

function zoneOfTitle(line: Line): Zone | null {
  if (line.blank || line.text.length > 40) return null;
  const first = line.pieces.find((piece) => piece.kind === 'text' && compact(piece.text) !== '');
  // A word with its colon and something behind it is a label with its value, however much like a title it reads (关联订单：…).
  const isLabel = first?.kind === 'text' && /[:：]\s*$/.test(first.text) && compact(line.text.slice(line.text.indexOf(first.text) + first.text.length)) !== '';
  const texts = first?.kind === 'text' && first.text !== line.text && !isLabel ? [line.text, first.text] : [line.text];
  for (const text of texts) {
    const word = compact(text).replace(/[(（][^()（）]*[)）]$/, '').replace(/(?<!\d)\d{1,4}$/, '').replace(/[:：]$/, '').replace(/^[|｜▍▎■●•·>＞]+/, '');
    if (word.length < 2) continue;
    for (const { zone, title } of sectionTitles) if (title.test(word)) return zone;
  }
  return null;
}
