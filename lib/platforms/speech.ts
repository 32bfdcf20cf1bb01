import { isAlike } from './page-tree';
import type { Box, Line } from './page-tree';
import { buyerWords, speakerOf } from './section-words';
import { compact, readable } from './text';
import type { Layout } from './value-cells';

export interface Speech { who: 'buyer' | 'other'; at: number }

/** Who speaks in the entry a line stands in: the speaker named last before it, in the smallest box that names one. */
export function speechAround(layout: Layout, line: Line): Speech | null {
  let inner: Box | Line = line;
  let node: Box | null = line.parent;
  for (let climbs = 0; node !== null && climbs < 12; climbs += 1, inner = node, node = node.parent) {
    let last: Speech | null = null;
    for (let at = node.first; at <= line.index; at += 1) {
      const { text } = layout.tree.lines[at]!;
      const found = readable(text).length <= 80 ? speakerOf(text) : null;
      if (found !== null) last = { who: buyerWords.has(compact(found)) ? 'buyer' : 'other', at };
    }
    if (last !== null) return last.who === 'buyer' && isNextEntry(layout, node, inner, last.at, line.index) ? { who: 'other', at: last.at } : last;
    if (node.end - node.first > 400) return null;
  }
  return null;
}

const dated = /\d{1,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?[\s\ufdd0]+\d{1,2}:\d{2}/;

/**
 * Whether a line stands in an entry behind the one whose speaker was found, so that somebody without a known name speaks: it lies in a box
 * like the speaker's with a date of its own, a second date stands between, or the words between are a merchant's.
 */
function isNextEntry(layout: Layout, around: Box, own: Box | Line, speaker: number, line: number): boolean {
  const isDated = (at: number): boolean => dated.test(layout.tree.lines[at]!.text);
  const between = layout.tree.lines.slice(speaker + 1, line);
  if (between.some(({ text }) => /^[\s\ufdd0]*(?:拒绝|同意|驳回|已拒绝|已同意)/.test(text))) return true;
  const before = layout.tree.lines.slice(around.first, speaker).findLast(({ blank }) => !blank);
  const hasDate = isDated(speaker) || (before !== undefined && dated.test(before.text));
  if (between.filter(({ text }) => dated.test(text)).length > (hasDate ? 0 : 1)) return true;
  const theirs = around.children.find((child): child is Box => child.kind === 'box' && child.first <= speaker && speaker < child.end);
  if (own.kind !== 'box' || theirs === undefined || theirs === own || !isAlike(own, theirs)) return false;
  return theirs.end - theirs.first > 1 && layout.tree.lines.slice(own.first, own.end).some(({ text }) => dated.test(text));
}

