import { cellNow } from './changed-columns';
import { ColumnLayout } from './column-cells';
import type { Cell } from './column-cells';
import type { LabelHit } from './labels';
import { isFreeText, labelAt } from './labels';
import type { Node } from './line-layout';
import { isAlike } from './page-tree';
import type { Box, Line } from './page-tree';
import { titleZone } from './section-title';
import { compact } from './text';

/** Finds the cell that holds a label's value: beside it, below it, or under it in a table. */
export class Layout extends ColumnLayout {
  /** The cell beside or below a label that ends its line. */
  valueCell(hit: LabelHit): Cell | null {
    let node: Node = hit.line;
    for (let climbs = 0; climbs < 8; climbs += 1) {
      const parent: Box | null = node.parent;
      if (parent === null) return null;
      const at = parent.children.indexOf(node);
      const next = this.following(parent, at);
      if (next === 'blank') return null;
      if (next !== null) {
        // A note under the label (不可超过实付金额) with nothing behind it: the value stands beside the two of them.
        if (next.kind === 'box' && this.isNote(next) && this.end(next) === this.end(parent) && this.first(node) === this.first(parent) && node !== hit.line.parent.parent) {
          node = parent;
          continue;
        }
        if (this.isAskew(node, next, parent)) return null;
        const now = cellNow(this.tree, parent);
        if (now === 'none') return null;
        if (now !== null) return { first: now.first, end: now.end, how: 'next', paired: true };
        const inRow = this.columnCell(node, parent);
        if (inRow !== null) return inRow;
        if (this.isLabelLike(next) && !(isFreeText(hit.kind, hit.label) && hit.kind !== null && this.isSurePair(node, next, parent))) return null;
        return { first: this.first(next), end: this.end(next), how: 'next', paired: this.isPair(node, next, parent, at) };
      }
      const column = this.columnCell(node, parent) ?? this.cellAbove(node, parent);
      if (column !== null) return column;
      if (!this.isOnly(node, parent) || parent.tag === 'TR' || parent.tag === 'DL' || parent.tag === 'TBODY' || parent.tag === 'TABLE') return null;
      node = parent;
    }
    return null;
  }

  private isNote(node: Node): boolean {
    const text = compact(this.text(this.first(node), this.end(node)));
    return text.length <= 30 && /^(?:不可超过|不能超过|不得超过|最多可退|最高可退|点击(?:可)?复制|单位[:：]?元$)/.test(text);
  }

  /**
   * Whether what follows a label in a flat row of boxes is not surely its own: two labels and then two values, or values that stand
   * before their labels. Only where no head row, table or list says how they go together.
   */
  private isAskew(node: Node, next: Node, parent: Box): boolean {
    if (node.kind !== 'box' || next.kind !== 'box' || ['TR', 'DL'].includes(parent.tag) || this.isBareLabel(next)) return false;
    if (parent.children.length > 80) return false;
    const full = parent.children.filter((child) => !this.isEmpty(child));
    if (full.length < 4 || full.some((child) => child.kind !== 'box')) return false;
    const bare = full.map((child) => this.end(child) - this.first(child) === 1 && this.isBareLabel(child));
    const place = full.indexOf(node);
    if (place > 0 && bare[place - 1] && !bare[place + 1] && bare[place + 2] === false) return true;
    return full.length % 2 === 0 && bare.every((label, index) => label === (index % 2 === 1));
  }

  /**
   * The value above its caption, as in cards of figures: several boxes of one make side by side, each with a value and below it a bare label,
   * at least two of them a request's own facts. Figures of the shop (退款金额, 退款率) have only one such caption.
   */
  private cellAbove(node: Node, parent: Box): Cell | null {
    const cards = (parent.parent?.children ?? []).filter((child): child is Box => child.kind === 'box' && !this.isEmpty(child));
    if (cards.length < 2 || cards.length > 12 || !cards.every((card) => isAlike(card, parent))) return null;
    let facts = 0;
    for (const card of cards) {
      const [value, caption, ...more] = card.children.filter((child) => !this.isEmpty(child));
      if (value === undefined || caption === undefined || more.length > 0 || this.isLabelLike(value) || this.end(value) - this.first(value) > 3) return null;
      const line = this.end(caption) - this.first(caption) === 1 ? this.firstTextLine(caption) : null;
      if (line === null) return null;
      const label = this.isBareLabel(caption) ? labelAt(line.text, 0, this.words) : null;
      if (typeof label?.kind === 'object' && label.kind !== null) facts += 1;
    }
    const [value, caption] = parent.children.filter((child) => !this.isEmpty(child));
    return facts < 2 || caption !== node || value === undefined ? null : { first: this.first(value), end: this.end(value), how: 'next', paired: true };
  }

  /** What stands above or before a label with nothing but the two in their box, and no box of the same make beside it whose caption may be a shop's figure. */
  lineBefore(hit: LabelHit): Line | null {
    const { parent } = hit.line;
    const box = parent.end - parent.first === 1 && parent.parent !== null && parent.parent.end - parent.parent.first === 2 ? parent.parent : parent;
    if (box.end - box.first !== 2 || hit.line.index !== box.first + 1 || this.tree.lines[box.first]!.blank) return null;
    return this.hasTwin(box) ? null : this.tree.lines[box.first]!;
  }

  /** Whether a box of the same make stands beside this one. */
  hasTwin(box: Box): boolean {
    return (box.parent?.children ?? []).some((other) => other !== box && other.kind === 'box' && isAlike(other, box));
  }

  /** The next sibling with something in it; an empty cell between counts as an empty value unless only two things stand here. */
  private following(parent: Box, at: number): Node | 'blank' | null {
    const rest = parent.children.slice(at + 1);
    const full = rest.filter((child) => !this.isEmpty(child));
    if (full.length === 0) return rest.some((child) => child.kind === 'box' && (child.tag === 'TD' || child.tag === 'DD')) ? 'blank' : null;
    if (full[0] === rest[0]) return full[0]!;
    const before = parent.children.slice(0, at).some((child) => this.hasText(child));
    const cells = rest[0]!.kind === 'box' && (rest[0]!.tag === 'TD' || rest[0]!.tag === 'DD');
    return full.length === 1 && !before && !cells ? full[0]! : 'blank';
  }

  private isPair(node: Node, next: Node, parent: Box, at: number): boolean {
    if (node.kind === 'box' && next.kind === 'box' && ((node.tag === 'DT' && next.tag === 'DD') || (node.tag === 'TH' && next.tag === 'TD'))) return true;
    const full = parent.children.filter((child) => !this.isEmpty(child));
    if (full.length === 2 && full[0] === node) return !this.looksLikeHeadRow(parent, 2);
    if (this.isSurePair(node, next, parent)) return !this.looksLikeHeadRow(parent, full.length);
    // Runs of a label and what follows it: the one before must not itself be a label without value.
    const place = full.indexOf(node);
    const before = full[place - 1];
    if (before !== undefined && (this.isBareLabel(before) || (before.kind === 'box' && (before.tag === 'TH' || before.tag === 'DT')))) return false;
    const run = this.run(parent, at).filter((child) => this.hasText(child));
    return (run[0] === next || (run.length === 0 && this.isSurePair(node, next, parent))) && full.length <= 60 && !this.looksLikeHeadRow(parent, full.length);
  }

  /** Whether the markup alone says that these two are label and value, even where the value reads like a label. */
  private isSurePair(node: Node, next: Node, parent: Box): boolean {
    if (node.kind === 'box' && next.kind === 'box' && ((node.tag === 'DT' && next.tag === 'DD') || (node.tag === 'TH' && next.tag === 'TD'))) return true;
    const full = parent.children.filter((child) => child.kind === 'box' || !this.isEmpty(child));
    const place = full.indexOf(node);
    if (full.length === 2) return place === 0 && next.kind === 'box';
    return full[place + 1] === next && node.kind === 'box' && next.kind === 'box' && full.length % 2 === 0 && place % 2 === 0 && full.every((child, index) => index % 2 === 1 || this.isLabelLike(child));
  }

  /** What follows the child at `at` in its box, up to the next label or section title. */
  private run(parent: Box, at: number): Node[] {
    const found: Node[] = [];
    for (const child of parent.children.slice(at + 1)) {
      if (this.isEmpty(child)) continue;
      const line = this.firstTextLine(child);
      if (this.isLabelLike(child) || (line !== null && titleZone(line) !== null)) break;
      found.push(child);
    }
    return found;
  }

  /** Everything that belongs to a label: its cell, or all that follows in its box up to the next label. Null where nothing does. */
  blockAfter(hit: LabelHit): { first: number; end: number } | null {
    let node: Node = hit.line;
    for (let climbs = 0; climbs < 8; climbs += 1) {
      const parent: Box | null = node.parent;
      if (parent === null) return null;
      const at = parent.children.indexOf(node);
      const column = this.columnCell(node, parent);
      if (column !== null) return column;
      let run = this.run(parent, at);
      if (run.length === 0 && isFreeText(hit.kind, hit.label) && hit.kind !== null) {
        const next = this.following(parent, at);
        if (next !== null && next !== 'blank' && this.isSurePair(node, next, parent)) run = [next];
      }
      if (run.length > 0) {
        const cell = node.kind === 'box' && ['TH', 'TD', 'DT'].includes(node.tag);
        return { first: this.first(run[0]!), end: this.end(cell ? run[0]! : run.at(-1)!) };
      }
      if (!this.isOnly(node, parent) || ['TR', 'DL', 'TBODY', 'TABLE'].includes(parent.tag)) return null;
      node = parent;
    }
    return null;
  }

  /** The end of a free text that begins with this cell: it goes on in boxes like its first, not in a note of another make below. */
  textEnd(hit: LabelHit, cell: Cell): number {
    const block = this.blockAfter(hit);
    const first = this.tree.lines[cell.first]!;
    if (block === null || block.end <= cell.end) return cell.end;
    let box: Box | null = first.parent;
    while (box !== null && box.parent !== null && this.end(box) - this.first(box) < cell.end - cell.first) box = box.parent;
    while (box?.parent && this.first(box.parent) >= cell.first) box = box.parent;
    if (box === null || this.first(box) < cell.first) return block.end;
    const siblings = box.parent?.children ?? [];
    let end = cell.end;
    for (const child of siblings.slice(siblings.indexOf(box) + 1)) {
      if (this.first(child) >= block.end || (child.kind === 'box' && !isAlike(child, box))) break;
      end = Math.max(end, this.end(child));
    }
    return Math.min(end, block.end);
  }

  /** Whether a row of as many cells follows, so that this one may be its head. */
  private looksLikeHeadRow(row: Box, cells: number): boolean {
    if (row.parent === null || row.tag === 'DL') return false;
    const siblings = row.parent.children;
    const next = siblings.slice(siblings.indexOf(row) + 1).find((child) => !this.isEmpty(child));
    if (next === undefined || next.kind !== 'box') return false;
    const full = next.children.filter((child) => !this.isEmpty(child));
    // A row of label and value behind others of that kind is none either.
    const pairsBefore = siblings.slice(0, siblings.indexOf(row)).some((other) => other.kind === 'box' && other.tag === row.tag && this.isPairRow(other));
    if (cells === 2 && pairsBefore && this.isPairRow(row)) return false;
    // Label and value are of two makes, the cells of a head of one.
    const own = row.children.filter((child): child is Box => child.kind === 'box' && !this.isEmpty(child));
    if (own.length === 2 && cells === 2 && own[0]!.tag === own[1]!.tag && !isAlike(own[0]!, own[1]!)) return false;
    return full.length === cells && cells > 1 && !full.some((child) => this.isLabelLike(child)) && full.every((child) => child.kind === 'box');
  }

  private isPairRow(row: Box): boolean {
    const full = row.children.filter((child) => !this.isEmpty(child));
    return full.length === 2 && this.isLabelLike(full[0]!) && !this.isLabelLike(full[1]!);
  }
}
