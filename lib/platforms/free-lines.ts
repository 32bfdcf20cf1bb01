import type { RefundType } from '../case/claim';
import type { Clock, Reading } from './candidates';
import { readDeadlineSentence } from './countdown';
import type { Deadline } from './countdown';
import type { LabelHit } from './labels';
import { SEAM } from './page-tree';
import type { Box, Line } from './page-tree';
import type { PlatformRecipe } from './recipe';
import { readRefundType } from './refund-type';
import { closedZones } from './section-words';
import type { Zone } from './section-words';
import { compact, readable } from './text';
import type { Layout } from './value-cells';

/** A sentence on who asked for what: 买家 t**9 于 2026/11/20 10:12 申请了仅退款. */
const asking = /^[\s\ufdd0]*(?:买家|消费者|客户|用户)[^，。；：:]{0,30}(?:\d{1,2}:\d{2}(?::\d{2})?[^，。；：:]{0,6})?(?:申请|发起|要求)/;

/** Lines of this claim that carry no label: titles, marks, notes about the time left. */
export function freeLines(layout: Layout, reading: Reading, zones: readonly Zone[]): Line[] {
  const labelled = new Set(reading.hits.filter((hit) => !(hit.by === 'space' && hit.kind === 'other' && asking.test(hit.line.text))).map((hit) => hit.line.index));
  return layout.tree.lines.filter((line) => {
    if (line.text === '' || labelled.has(line.index) || reading.taken.has(line.index)) return false;
    if (closedZones.has(zones[line.index]!) || zones[line.index] === 'goods') return false;
    return line.pieces.some((piece) => piece.kind === 'text' && !piece.link && readable(piece.text) !== '');
  });
}

/** What stands before the time left on its line: 退货退款待商家处理 剩余处理时间 23:59:59. */
export function leadTexts(layout: Layout, reading: Reading, zones: readonly Zone[]): string[] {
  const first = new Map(reading.hits.toReversed().map((hit) => [hit.line.index, hit]));
  return [...first.values()].flatMap((hit) => {
    const isTimeLeft = typeof hit.kind === 'object' && hit.kind?.field === 'respondBy';
    if (!isTimeLeft || closedZones.has(zones[hit.line.index]!)) return [];
    const text = hit.line.text.slice(0, hit.start).replaceAll(SEAM, ' ').trim();
    return text === '' || text.length > 30 ? [] : [text];
  });
}

/** What stands behind the request's number on its line, in elements of its own: 售后单号 146… 待商家审核 还剩 11小时59分. */
export function trailTexts(reading: Reading, zones: readonly Zone[]): string[] {
  const byLine = new Map<Line, LabelHit[]>();
  for (const hit of reading.hits) byLine.set(hit.line, [...(byLine.get(hit.line) ?? []), hit]);
  return [...byLine].flatMap(([line, hits]) => {
    const last = hits.at(-1);
    if (last === undefined || closedZones.has(zones[line.index]!) || !hits.every(({ kind }) => typeof kind === 'object' && (kind?.field === 'afterSaleId' || kind?.field === 'orderId'))) return [];
    const [, ...behind] = line.text.slice(last.valueStart).replace(/^[\s\ufdd0]+/, '').split(SEAM);
    const text = behind.filter((part) => !/^\s*(?:复制|copy)?\s*$/i.test(part)).join(SEAM);
    return text === '' || text.length > 60 ? [] : [text];
  });
}

const mayNameType = (line: string): boolean => (line.length <= 40 || (line.length <= 80 && asking.test(line))) && /[退换修补寄发換補發]|refund|return|exchange|repl|repair|resend|reship|reissue/i.test(line);

/** The kinds of request named by lines without a label, and what stands behind each. */
export function readTypes(lines: readonly string[], words: readonly [string, RefundType][]): { type: RefundType; rest: string }[] {
  return lines.flatMap((line) => {
    const read = mayNameType(line) ? readRefundType(readable(line), words) : null;
    return read === null ? [] : [read];
  });
}

/** Words that stand on buttons, steps and marks of services as well as for a kind of request. */
const ambiguous = /^(?:退货|极速退款|换货|换新|维修|保修|返修|寄修|补寄|补件|补发|重发|exchange|replace(?:ment)?|repair|resend|reship|reissue)$/i;

/** Lines that may name what is asked for: no step or tab, no menu, and a bare word that stands for many things only as a heading. */
export function typeLines(layout: Layout, free: readonly Line[]): Line[] {
  return free.filter((line) => mayNameType(line.text) && !inSteps(layout, line) && !inMenu(line) && (/^H[1-6]$/.test(line.parent.tag) || !ambiguous.test(compact(line.text))));
}

export function inMenu(line: Line): boolean {
  for (let box: Box | null = line.parent; box !== null; box = box.parent) if (box.tag === 'ASIDE' || box.tag === 'NAV') return true;
  return false;
}

/** Whether a short line stands beside 全部, as the tabs of a list do. */
export function besideAll(layout: Layout, line: Line): boolean {
  let node: Box | Line = line;
  for (let climbs = 0; climbs < 3; climbs += 1) {
    const parent: Box | null = node.parent;
    if (parent === null || layout.end(parent) - layout.first(parent) > 24) return false;
    if (layout.tree.lines.slice(parent.first, parent.end).some((one) => /^(?:全部|所有|all)[\p{Script=Han}a-z]{0,6}\d*$/iu.test(compact(one.text)))) return true;
    node = parent;
  }
  return false;
}

/** Whether a line is one of several short ones side by side, as in a bar of steps or tabs: none of them says how things stand. */
export function inSteps(layout: Layout, line: Line): boolean {
  let node: Box | Line = line;
  for (let climbs = 0; climbs < 4; climbs += 1) {
    const parent: Box | null = node.parent;
    if (parent === null) return false;
    if (parent.children.length > 80) return false;
    const full = parent.children.filter((child) => layout.hasText(child));
    if (full.length >= 3) return full.every((child) => layout.end(child) - layout.first(child) <= 3 && readable(layout.text(layout.first(child), layout.end(child))).length <= 32 && !layout.isLabelLike(child));
    if (full.length > 1 && climbs > 1) return false;
    node = parent;
  }
  return false;
}

/** Whether a line stands in what its class calls a bar of steps. */
export function inStepBar(line: Line): boolean {
  let box: Box | null = line.parent;
  for (let climbs = 0; box !== null && climbs < 4; climbs += 1, box = box.parent) if (/(?:^|[\s_-])steps?(?=$|[\s_-])/i.test(box.element?.getAttribute('class') ?? '')) return true;
  return false;
}

/** Whether a line stands in the step that a bar marks as the present one. */
export function isCurrentStep(line: Line): boolean {
  for (let box: Box | null = line.parent, climbs = 0; box !== null && climbs < 4; box = box.parent, climbs += 1) {
    const names = box.element?.getAttribute('class') ?? '';
    if (box.element?.getAttribute('aria-current') === 'step') return true;
    if (/step/i.test(names) && /(?:^|[\s_-])(?:process|active|current)(?=$|\s)/i.test(names)) return true;
  }
  return false;
}

const hint = /还剩|还有|剩余|仅剩|自动|内|前|截止|超时|逾期|倒计时|left|remaining|respond|process|due|deadline/i;

/** Sentences about the time left; numbers set in boxes of their own are read together with the words around them. */
export function freeDeadlines(layout: Layout, free: readonly Line[], trails: readonly string[], recipe: PlatformRecipe, clock: Clock): Deadline[] {
  const found: Deadline[] = trails.map((trail) => readDeadlineSentence(trail, clock.at, recipe.offset)).filter((deadline) => deadline !== null);
  const done = new Set<Box>();
  const allowed = new Set(free.map((line) => line.index));
  for (const line of free) {
    if (line.text.length > 160 || !hint.test(line.text)) continue;
    let deadline = readDeadlineSentence(line.text, clock.at, recipe.offset);
    let node: Box | null = line.parent;
    for (let climbs = 0; deadline === null && node !== null && climbs < 3; climbs += 1, node = node.parent) {
      if (node.end - node.first < 2 || node.end - node.first > 16 || done.has(node)) continue;
      const text = layout.text(node.first, node.end);
      if (text.length > 110 || !layout.tree.lines.slice(node.first, node.end).every((one) => one.text === '' || allowed.has(one.index))) break;
      deadline = readDeadlineSentence(text, clock.at, recipe.offset);
      if (deadline !== null) done.add(node);
    }
    if (deadline !== null) found.push(deadline);
  }
  return found;
}
