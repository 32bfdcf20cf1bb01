import type { Anchor } from './list-anchors';
import type { ListTable } from './list-heads';
import type { Box, Line } from './page-tree';
import { readable } from './text';
import type { Layout } from './value-cells';

/** The boxes that show one request, in page order. */
export interface Segment {
  boxes: Box[];
  anchors: Anchor[];
}

const paging = /^(?:共|总共|合计|total)\s*[\d,]+\s*(?:条|项|个|单|records?|items?)?|条\s*[/／]\s*页|^(?:每页|跳至|前往)|items? per page/i;

/**
 * Parts a list into its requests. Each number is followed outwards to the largest box that speaks of no other request and holds nothing
 * of the list's own (heads, search fields, tabs, paging); boxes side by side that belong together (an order's bar and the row under it) are
 * then joined. What cannot be told to belong to a request belongs to none.
 */
export function segmentsOf(layout: Layout, anchors: readonly Anchor[], tables: readonly ListTable[]): Segment[] {
  const bounds = new Bounds(layout, anchors, tables);
  const byParent = new Map<Box, Map<Box, Anchor[]>>();
  for (const anchor of anchors) {
    let box: Box = layout.tree.lines[anchor.line]!.parent;
    if (!bounds.isClean(box)) continue;
    while (box.parent !== null && bounds.isClean(box.parent)) box = box.parent;
    const parent = box.parent ?? box;
    const inside = byParent.get(parent) ?? new Map<Box, Anchor[]>();
    byParent.set(parent, inside);
    inside.set(box, [...(inside.get(box) ?? []), anchor]);
  }
  return [...byParent].flatMap(([parent, inside]) => join(parent, inside, layout, bounds));
}

/** Joins neighbours that together show one request. */
function join(parent: Box, inside: ReadonlyMap<Box, Anchor[]>, layout: Layout, bounds: Bounds): Segment[] {
  const alone = (): Segment[] => [...inside].map(([box, anchors]) => ({ boxes: [box], anchors }));
  const row = parent.children.filter((child): child is Box => child.kind === 'box' && !layout.isEmpty(child) && !bounds.isOwn(child));
  const named = row.filter((box) => inside.has(box));
  if (named.length === 0 || row.length === named.length && !repeats(row)) return alone();
  const start = row.indexOf(named[0]!);
  const ids = new Set(named.map((box) => keyOf(inside.get(box)!)));
  // Most lists name the request in the first of its boxes; where an unnamed one stands before every named one, that one leads.
  const before = row[start - 1];
  const leads = before !== undefined && row.filter((box) => shape(box) === shape(before)).length === named.length && shape(before) !== shape(named[0]!) && row.at(-1) === named.at(-1) ? before : named[0]!;
  const leader = shape(leads);
  const groups: Box[][] = [];
  for (const box of row.slice(row.indexOf(leads))) {
    if (shape(box) === leader || groups.length === 0) groups.push([box]);
    else groups.at(-1)!.push(box);
  }
  const segments = groups.flatMap((boxes): Segment[] => {
    const kept = boxes.filter((box, at) => at === 0 || inside.has(box) || belongs(box, groups));
    const anchors = kept.flatMap((box) => inside.get(box) ?? []);
    return anchors.length === 0 ? [] : [{ boxes: kept, anchors }];
  });
  const clean = segments.every(({ anchors }) => distinct(anchors, 'afterSaleId') <= 1 && distinct(anchors, 'orderId') <= 1);
  return clean && segments.length <= ids.size ? segments : alone();
}

/** Whether a box that names nothing goes with the one before it: most requests have one like it, so that it is no foot of the list. */
function belongs(box: Box, groups: readonly Box[][]): boolean {
  if (groups.length === 1) return box.tag === 'TR';
  const like = groups.filter((boxes) => boxes.some((other, at) => at > 0 && shape(other) === shape(box))).length;
  return like >= Math.max(2, groups.length / 2);
}

/** Whether boxes of one shape alternate with boxes of another: then each pair is one request. */
function repeats(row: readonly Box[]): boolean {
  return new Set(row.map(shape)).size > 1;
}

const keyOf = (anchors: readonly Anchor[]): string => anchors.find((one) => one.field === 'afterSaleId')?.value ?? anchors[0]!.value;
const distinct = (anchors: readonly Anchor[], field: Anchor['field']): number => new Set(anchors.filter((one) => one.field === field).map((one) => one.value)).size;

/** What makes two neighbours rows of a kind: the element, how many cells it has in a table, and its class without what marks a state. */
function shape(box: Box): string {
  const cells = box.tag === 'TR' ? box.children.filter((child) => child.kind === 'box').length : 0;
  const words = (box.element?.getAttribute('class') ?? '').split(/\s+/).filter((word) => word !== '' && !/odd|even|stripe|select|check|hover|active|current|expand|first|last|urgent|warn|read|\d{3,}/i.test(word));
  return `${box.tag}|${cells}|${words.sort().join(' ')}`;
}

/** Knows which boxes speak of one request only. */
class Bounds {
  /** Lines that belong to the list itself, as a running count. */
  private readonly own: number[] = [0];

  constructor(private readonly layout: Layout, private readonly anchors: readonly Anchor[], tables: readonly ListTable[]) {
    const { lines, root } = layout.tree;
    const marks = new Set<number>();
    for (const { head } of tables) for (let at = head.first; at < head.end; at += 1) marks.add(at);
    for (const line of lines) if (line.hasControl && line.pieces.some((piece) => piece.kind === 'control' && isField(piece.element)) || isPaging(line)) marks.add(line.index);
    const visit = (box: Box): void => {
      const role = box.element?.getAttribute('role') ?? '';
      if (box.tag === 'NAV' || (box.tag === 'HEADER' && !anchors.some((one) => one.line >= box.first && one.line < box.end)) || role === 'tablist' || role === 'navigation' || /(?:^|[\s_-])(?:tabs?-nav|tabs?-bar|pagination|breadcrumb)(?=$|[\s_-])/i.test(box.element?.getAttribute('class') ?? '')) {
        for (let at = box.first; at < box.end; at += 1) marks.add(at);
        return;
      }
      for (const child of box.children) if (child.kind === 'box') visit(child);
    };
    visit(root);
    for (const line of lines) this.own.push(this.own.at(-1)! + (marks.has(line.index) ? 1 : 0));
  }

  /** Whether a box is, or holds, something of the list's own. */
  isOwn(box: Box): boolean {
    return this.own[box.end]! > this.own[box.first]!;
  }

  isClean(box: Box): boolean {
    if (box === this.layout.tree.root || box.tag === 'BODY' || this.isOwn(box)) return false;
    let afterSaleId: string | null = null;
    let orderId: string | null = null;
    for (let at = this.firstAnchor(box.first); at < this.anchors.length && this.anchors[at]!.line < box.end; at += 1) {
      const { field, value } = this.anchors[at]!;
      if (field === 'afterSaleId') {
        if (afterSaleId !== null && afterSaleId !== value) return false;
        afterSaleId = value;
      } else {
        if (orderId !== null && orderId !== value) return false;
        orderId = value;
      }
    }
    return true;
  }

  private firstAnchor(line: number): number {
    let low = 0;
    let high = this.anchors.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.anchors[middle]!.line < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isField(element: Element): boolean {
  const tag = element.tagName.toUpperCase();
  if (tag === 'SELECT' || tag === 'TEXTAREA') return true;
  return tag === 'INPUT' && !/^(?:checkbox|radio|hidden|button|submit|file|image)$/i.test(element.getAttribute('type') ?? '');
}

function isPaging(line: Line): boolean {
  return line.text.length < 60 && paging.test(readable(line.text));
}
