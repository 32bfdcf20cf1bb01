import type { Line } from './page-tree';
import { isBlank } from './text';

/**
 * Where on its line the row of a label ends: what stands outside the element that holds both the label and the first thing behind it belongs to
 * something else. Rows made of nested inline elements have no other edge. `what` says which pieces behind the label are meant.
 */
export function rowEnd(line: Line, start: number, valueStart: number, what: 'text' | 'image'): number {
  let at = 0;
  let label: Element | null = null;
  let row: Element | null = null;
  for (const piece of line.pieces) {
    const length = piece.kind === 'text' ? piece.text.length : 0;
    if (piece.kind === 'text' && at <= start && start < at + length) {
      label = piece.element;
      // The value begins in the label's own piece: how far it goes on is not told by elements.
      if (what === 'text' && valueStart < at + length && !isBlank(piece.text.slice(valueStart - at))) return line.text.length;
    } else if (label !== null && piece.kind === what && at + length >= valueStart && (piece.kind !== 'text' || !isBlank(piece.text))) {
      if (row === null) {
        row = label;
        while (row !== null && !row.contains(piece.element)) row = row.parentElement;
        if (row === null) return line.text.length;
      } else if (!row.contains(piece.element)) return at;
    }
    at += length + 1;
  }
  return line.text.length;
}
