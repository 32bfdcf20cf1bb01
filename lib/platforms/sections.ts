import { labelAt } from './labels';
import { isAlike } from './page-tree';
import type { Box, Line } from './page-tree';
import { titleZone } from './section-title';
import { inStepBar, inSteps } from './free-lines';
import { closedZones, speaker, speakerOf } from './section-words';
import type { Zone } from './section-words';
import { compact, plain } from './text';
import type { Layout } from './value-cells';

const dated = /\d{1,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?\s+\d{1,2}:\d{2}/;

/** What was done, at the head of an entry that names nobody: 提交申请, 修改申请. */
const acted = /^(?:重新)?(?:提交|发起|创建|修改|撤销|拒绝|同意|关闭|补充)(?:了)?(?:售后|退款|退货|换货)?(?:申请|凭证|举证|退款|退货|方案)(?=$|[\s\ufdd0，,：:])/;

/** For every line, the part of the page it belongs to. `anchors` are lines with a number of the page's address: no side section runs on into a block with one. */
export function zonesOf(layout: Layout, anchors: readonly number[]): Zone[] {
  const { lines, root } = layout.tree;
  const zones: Zone[] = lines.map(() => 'main');
  markTalks(root, layout, zones);
  markFilters(layout, zones, anchors);
  for (const line of lines) {
    const zone = titleZone(line);
    // A step of a bar (商家处理 › 退款完成) opens no section.
    if (zone === null || inStepBar(line) || (zone === 'merchant' && inSteps(layout, line))) continue;
    const closed = closedZones.has(zone);
    const reach = reachOf(line, layout, closed ? anchors : []);
    if (reach === null || (closed && reach - line.index <= 3 && namesOrder(line, layout))) continue;
    const inside = zones[line.index]!;
    // A plain title inside somebody else's section is part of an entry, not a new section.
    if (!closed && closedZones.has(inside)) continue;
    for (let at = line.index; at < reach; at += 1) zones[at] = zone;
  }
  return zones;
}

const oneNumber = /^[a-z]{0,3}[\d-]{8,40}(?:复制|copy)?$/;

/** 关联订单 with nothing but a number behind it is a label, no title over other orders. */
function namesOrder(line: Line, layout: Layout): boolean {
  const label = labelAt(line.text, 0, layout.words);
  if (typeof label?.kind !== 'object' || label.kind?.field !== 'orderId') return false;
  const behind = compact(line.text.slice(label.valueStart));
  if (behind !== '') return oneNumber.test(behind);
  let node: Box | Line = line;
  for (let box: Box | null = line.parent; box !== null; node = box, box = box.parent) {
    if (box.tag === 'TD' || box.tag === 'TH' || box.tag === 'DT') return true;
    const full = box.children.filter((child) => !layout.isEmpty(child));
    if (full.length > 1) return full.length === 2 && full[0] === node && oneNumber.test(compact(layout.text(layout.first(full[1]!), layout.end(full[1]!))));
  }
  return false;
}

/** The line after the last one of the section that `line` is the title of; null where nothing follows in its box. */
function reachOf(line: Line, layout: Layout, anchors: readonly number[]): number | null {
  let bar: Box | Line = line;
  while (bar.parent !== null && isTitleBar(bar.parent, line, layout)) bar = bar.parent;
  const around = bar.parent;
  if (around === null) return null;
  const after = around.children.slice(around.children.indexOf(bar) + 1);
  if (!after.some((child) => !layout.isEmpty(child))) return null;
  const element = bar.kind === 'box' ? bar.element : null;
  for (const child of after) {
    if (layout.isEmpty(child)) continue;
    if (anchors.some((at) => at >= layout.first(child) && at < layout.end(child))) return layout.first(child);
    const first = layout.firstTextLine(child);
    if (first !== null && titleZone(first) !== null) return layout.first(child);
    if (child.kind === 'box' && element !== null && child.element !== null && isSameHeading(element, child.element)) return child.first;
  }
  return around.end;
}

function isSameHeading(one: Element, other: Element): boolean {
  if (one.tagName !== other.tagName) return false;
  if (/^H[1-6]$/.test(one.tagName)) return true;
  const name = one.getAttribute('class');
  return name !== null && name !== '' && name === other.getAttribute('class');
}

/** Whether a box holds a title and at most a few words beside it. */
function isTitleBar(box: Box, title: Line, layout: Layout): boolean {
  if (box.first > title.index || box.end - box.first > 5) return false;
  const first = layout.firstTextLine(box);
  if (first !== title) return false;
  let length = 0;
  for (let at = box.first; at < box.end; at += 1) {
    const line = layout.tree.lines[at]!;
    const word = compact(line.text);
    length += word.length;
    if (line !== title && (line.hasImage || word.length > 14 || layout.beginsWithLabel(line) || speaker.test(word) || /^(?:暂无|没有|无|no\b)|空$/.test(word))) return false;
  }
  return length <= 44;
}

/** Marks the form one searches with: the largest box around its button that holds controls and little else, and no number of the address. */
function markFilters(layout: Layout, zones: Zone[], anchors: readonly number[]): void {
  for (const line of layout.tree.lines) {
    if (!line.hasControl || !line.pieces.some((piece) => piece.kind === 'control' && /^(?:查询|搜索|筛选|重置|search|query|filter|reset)$/i.test(compact(piece.text)))) continue;
    let form: Box | null = null;
    for (let box: Box | null = line.parent; box !== null && box.end - box.first <= 80; box = box.parent) {
      const inside = layout.tree.lines.slice(box.first, box.end);
      if (anchors.some((at) => at >= box!.first && at < box!.end) || inside.some((one) => one.hasImage || /\d{8}/.test(one.text))) break;
      if (inside.some((one) => one.pieces.some((piece) => piece.kind === 'control' && piece.text === '')) || box.tag === 'FORM') form = box;
      if (form !== null && /^(?:FORM|FIELDSET)$/.test(form.tag)) break;
    }
    if (form !== null) for (let at = form.first; at < form.end; at += 1) zones[at] = 'other';
  }
}

/** Marks rows of dated entries that begin with who speaks as negotiation, whatever their title says. */
function markTalks(box: Box, layout: Layout, zones: Zone[]): void {
  const boxes = box.children.filter((child): child is Box => child.kind === 'box' && !layout.isEmpty(child));
  const entries = boxes.filter((child) => isEntry(child, layout));
  // One who names the shop by its own name speaks in a box like the others'.
  const like = entries.find((entry) => entry.end - entry.first > 1);
  const alike = like === undefined ? [] : boxes.filter((child) => !entries.includes(child) && child.end - child.first > 1 && isAlike(child, like) && !layout.isLabelLike(child) && isDated(child, layout));
  const talk = [...entries, ...alike];
  if (talk.length >= 2) for (const entry of talk) for (let at = entry.first; at < entry.end; at += 1) zones[at] = 'history';
  for (const child of boxes) if (child.end - child.first > 1) markTalks(child, layout, zones);
}

function isEntry(box: Box, layout: Layout): boolean {
  let seen = 0;
  let speaks = false;
  for (let at = box.first; at < box.end && seen < 3; at += 1) {
    if (layout.tree.lines[at]!.blank) continue;
    if (seen === 0 && !/\d|^[\s\ufdd0【[]*(?:[买消客用顾商卖店平系小京抖淘拼快微仲审提发创修撤拒同关重补]|b|c|s|m|p|1688)/i.test(layout.tree.lines[at]!.text)) return false;
    const text = plain(layout.tree.lines[at]!.text).trim();
    seen += 1;
    if (text.length < 60 && (speakerOf(text) !== null || acted.test(text))) speaks = true;
    else if (seen === 1 && !dated.test(text)) return false;
  }
  return speaks && isDated(box, layout);
}

function isDated(box: Box, layout: Layout): boolean {
  for (let at = box.first; at < Math.min(box.end, box.first + 30); at += 1) if (dated.test(plain(layout.tree.lines[at]!.text))) return true;
  return false;
}
