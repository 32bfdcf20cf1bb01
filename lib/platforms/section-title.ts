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
  const texts = first?.kind === 'text' && first.text !== line.text ? [line.text, first.text] : [line.text];
  for (const text of texts) {
    const word = compact(text).replace(/[(（][^()（）]*[)）]$/, '').replace(/\d+$/, '').replace(/[:：]$/, '').replace(/^[|｜▍▎■●•·>＞]+/, '');
    if (word.length < 2) continue;
    for (const { zone, title } of sectionTitles) if (title.test(word)) return zone;
  }
  return null;
}
