import type { Node as TreeNode } from '../line-layout';
import type { Box, Line, PageTree } from '../page-tree';
import { compact, readable, withoutInvisible } from '../text';

const ownText = (tree: PageTree, node: TreeNode): string => {
  const [first, end] = node.kind === 'line' ? [node.index, node.index + 1] : [node.first, node.end];
  return end - first > 4 ? '' : tree.lines.slice(first, end).map((line) => readable(line.text)).filter(Boolean).join(' ');
};

/** A text as a label's words: without colon, stars, count and brackets; null where it cannot be one. */
export function labelWords(text: string): string | null {
  const words = withoutInvisible(text.normalize('NFKC')).replace(/^[\s*•·●▪◆■□▶★|【[#]+/, '').replace(/\s*[:：]\s*$/, '').replace(/\s*[(（][^()（）]{0,12}[)）]\s*$/, '').replace(/[\s】\]?？]+$/, '').trim();
  // Labels are matched without spaces; words of another alphabet keep one.
  const plain = /^[\p{Script=Han}\s]+$/u.test(words) ? words.replace(/\s+/g, '') : words.replace(/\s+/g, ' ');
  if (plain.length < 2 || plain.length > 24 || /\d{3,}|[¥￥$€@<>{}]/.test(plain) || !/\p{L}/u.test(plain)) return null;
  return /^[\p{L}\p{M}\d/&'’.\-# ]+$/u.test(plain) ? plain : null;
}

/** What stands before the first colon of a text: "退款金额：¥49" → 退款金额. */
function beforeColon(text: string): string[] {
  const at = text.search(/[:：]/);
  return at > 0 && at <= 24 ? [text.slice(0, at)] : [];
}

/** Texts that could be the label of something on a line, nearest first. `piece` is the text pointed at, or null for a picture. */
export function labelsNear(tree: PageTree, line: Line, piece: string | null): string[] {
  const found: string[] = [];
  const put = (text: string) => {
    const words = labelWords(text);
    if (words !== null && words !== readable(piece ?? '') && !found.includes(words)) found.push(words);
  };
  if (piece !== null) beforeColon(readable(piece)).forEach(put);
  const texts = line.pieces.map((one) => (one.kind === 'text' ? readable(one.text) : ''));
  const at = piece === null ? line.pieces.findIndex((one) => one.kind === 'image') : texts.findIndex((text) => text === readable(piece));
  const before = texts.slice(0, Math.max(0, at)).filter(Boolean);
  [...before].reverse().forEach(put);
  // A label may be broken over several elements.
  for (let from = 0; from < before.length - 1; from += 1) put(before.slice(from).join(''));
  beforeColon(readable(line.text)).forEach(put);

  let node: TreeNode = line;
  for (let climbs = 0; climbs < 10 && node.parent !== null; climbs += 1) {
    const parent: Box = node.parent;
    const place = parent.children.indexOf(node);
    const earlier = parent.children.slice(0, place);
    for (const sibling of [...earlier].reverse().slice(0, 3)) {
      const text = ownText(tree, sibling);
      if (text === '') continue;
      put(text);
      beforeColon(text).forEach(put);
    }
    // The head of a column, or the cell across from it in a column of labels.
    const row: Box = parent;
    const rows = row.parent?.children ?? [];
    if (parent.children.length > 1) for (const other of [...rows.slice(0, rows.indexOf(row)).reverse(), ...headRows(row)]) {
      if (other.kind !== 'box') continue;
      const cells = other.children.length === parent.children.length ? other.children : other.children.length === 1 && other.children[0]!.kind === 'box' ? other.children[0]!.children : [];
      if (cells.length === parent.children.length && cells[place]) put(ownText(tree, cells[place]!));
    }
    node = parent;
  }
  return found;
}

/** Rows of a table's head, which may be a table of its own above. */
function headRows(row: Box): Box[] {
  const heads: Box[] = [];
  for (let box: Box | null = row.parent, climbs = 0; box !== null && climbs < 5; box = box.parent, climbs += 1) {
    const siblings = box.parent?.children ?? [];
    for (const sibling of siblings.slice(0, siblings.indexOf(box)).reverse().slice(0, 2)) if (sibling.kind === 'box') collectRows(sibling, heads, 0);
  }
  return heads;
}

function collectRows(box: Box, into: Box[], depth: number): void {
  if (depth > 4 || into.length > 40) return;
  into.push(box);
  for (const child of box.children) if (child.kind === 'box') collectRows(child, into, depth + 1);
}

/** Words set like the labels given: in a row or column that is mostly these labels, the rest are labels as well, though nobody pointed at them. */
export function besideLabels(tree: PageTree, labels: readonly string[], values: ReadonlySet<string>): string[] {
  const known = new Set(labels.map(compact));
  const found = new Set<string>();
  const visit = (box: Box): void => {
    const words = box.children.map((child) => labelWords(ownText(tree, child)));
    const mine = words.filter((word) => word !== null && known.has(compact(word))).length;
    const filled = box.children.filter((child) => ownText(tree, child) !== '').length;
    if (mine >= 3 && mine * 2 >= filled && !words.some((word) => word !== null && values.has(compact(word)))) for (const word of words) if (word !== null && !known.has(compact(word))) found.add(word);
    for (const child of box.children) if (child.kind === 'box') visit(child);
  };
  visit(tree.root);
  return [...found].slice(0, 40);
}
