import { labelAt } from './labels';
import type { Vocabulary } from './labels';
import { SEAM } from './page-tree';
import type { Box, Line, PageTree } from './page-tree';
import { compact } from './text';

export type Node = Box | Line;

/** Answers questions about where lines stand; made once per page. */
export class LineLayout {
  private readonly labelled = new Map<Line, boolean>();
  constructor(readonly tree: PageTree, readonly words: Vocabulary) {}

  first(node: Node): number { return node.kind === 'line' ? node.index : node.first; }
  end(node: Node): number { return node.kind === 'line' ? node.index + 1 : node.end; }

  /** Whether a line or box shows nothing: no text, picture or control. */
  isEmpty(node: Node): boolean {
    for (let at = this.first(node); at < this.end(node); at += 1) {
      const line = this.tree.lines[at]!;
      if (line.hasImage || line.hasControl || !line.blank) return false;
    }
    return true;
  }

  hasText(node: Node): boolean {
    for (let at = this.first(node); at < this.end(node); at += 1) if (!this.tree.lines[at]!.blank) return true;
    return false;
  }

  protected hasImage(box: Box): boolean {
    return this.tree.lines.slice(box.first, box.end).some((line) => line.hasImage);
  }

  text(first: number, end: number): string {
    const parts: string[] = [];
    for (let at = first; at < end; at += 1) parts.push(this.tree.lines[at]!.text);
    return parts.join(SEAM);
  }

  /** The first line with text, or null. */
  firstTextLine(node: Node): Line | null {
    for (let at = this.first(node); at < this.end(node); at += 1) {
      const line = this.tree.lines[at]!;
      if (!line.blank) return line;
    }
    return null;
  }

  /** Whether a line begins with a label: a known word, or a word with a colon. */
  beginsWithLabel(line: Line): boolean {
    let known = this.labelled.get(line);
    if (known === undefined) {
      const found = labelAt(line.text, 0, this.words);
      known = found !== null && (found.by === 'colon' || found.by === 'end' || found.by === 'seam' || (found.by === 'touch' && /[\d¥￥]/.test(line.text[found.valueStart] ?? '')));
      this.labelled.set(line, known);
    }
    return known;
  }

  protected isBareLabel(node: Node | null): boolean {
    const line = node === null ? null : this.firstTextLine(node);
    const found = line === null ? null : labelAt(line.text, 0, this.words);
    return found !== null && compact(line!.text.slice(found.valueStart)) === '';
  }

  isLabelLike(node: Node): boolean {
    if (node.kind === 'box' && (node.tag === 'TH' || node.tag === 'DT')) return true;
    const line = this.firstTextLine(node);
    return line !== null && this.beginsWithLabel(line);
  }

  /** Whether the node holds this one label and nothing else to read. */
  protected isOnly(node: Node, inside: Box): boolean {
    return inside.children.every((child) => child === node || !this.hasText(child) || /^[*•·?？!]$/.test(compact(this.text(this.first(child), this.end(child)))));
  }
}
