import type { RefundType } from '../case/claim';
import { readDeadline } from './countdown';
import type { Deadline } from './countdown';
import { readForeignMoney } from './foreign-money';
import { isFreeText, labelsOf } from './labels';
import type { LabelHit } from './labels';
import { readMoney, unreadable } from './money';
import type { Unreadable } from './money';
import { readId } from './numbers';
import { SEAM } from './page-tree';
import type { Line } from './page-tree';
import type { FieldId, PlatformRecipe } from './recipe';
import { readRefundType } from './refund-type';
import { compact, readable } from './text';
import { textValue } from './text-value';
import { readTime } from './times';
import type { Layout } from './value-cells';
import { actionWords, boilerplate, emptyValue } from './words';

/** One reading of one field at one place of the page. */
export interface Candidate<Value = unknown> {
  field: FieldId;
  spare: boolean;
  how: 'inline' | 'next' | 'column';
  line: number;
  value: Value | Unreadable;
  /** Only with a refund type: words behind it that may be the status. */
  rest?: string;
  /** Only with an unreadable number: what is shown of it. */
  masked?: string;
}

export interface Reading {
  hits: LabelHit[];
  candidates: Candidate[];
  /** Lines that belong to a free text. */
  taken: ReadonlySet<number>;
}

export interface Clock { at: number | null }

/** Finds all labels of a page, in order, and reads what each of them says. What people wrote freely is not searched. */
export function readCandidates(layout: Layout, recipe: PlatformRecipe, words: readonly [string, RefundType][], clock: Clock): Reading {
  const taken = new Set<number>();
  const hits: LabelHit[] = [];
  const candidates: Candidate[] = [];
  const plain: { candidate: Candidate; at: number }[] = [];
  for (const line of layout.tree.lines) {
    if (taken.has(line.index) || line.text === '' || isQuoted(line)) continue;
    for (const hit of labelsOf(line, layout.words)) {
      hits.push(hit);
      const free = isFreeText(hit.kind, hit.label);
      const inline = line.text.slice(hit.valueStart, hit.valueEnd);
      const more = free && hit.kind !== null && readable(inline) !== '' && hit.valueEnd === line.text.length ? goneOn(layout, hit) : [];
      for (const next of more) taken.add(next.index);
      if (free) takeFreeText(layout, hit, inline, taken);
      if (hit.kind === null || typeof hit.kind !== 'object') continue;
      const candidate = readHit(layout, recipe, words, clock, hit, inline);
      if (candidate === null) continue;
      if (more.length > 0 && typeof candidate.value === 'string') candidate.value = [candidate.value, ...more.map((next) => readable(next.text))].join('\n');
      const made = { field: hit.kind.field, spare: hit.kind.spare, line: line.index, ...candidate };
      candidates.push(made);
      if (made.spare && recipe.checkedOn !== 'taught' && (made.field === 'status' || made.field === 'description')) plain.push({ candidate: made, at: hits.length - 1 });
    }
  }
  const others = new Set(plain.filter(({ candidate, at }) => !isRequests(candidate.field, hits[at]!, String(candidate.value), [hits.slice(0, at).findLast(isSet), hits.slice(at + 1).find(isSet)])).map(({ candidate }) => candidate));
  return { hits, candidates: candidates.filter((one) => !others.has(one)), taken };
}

/** What is set as a quotation is somebody's words. */
function isQuoted(line: Line): boolean {
  for (let box: Line['parent'] | null = line.parent, climbs = 0; box !== null && climbs < 4; box = box.parent, climbs += 1) if (box.tag === 'BLOCKQUOTE') return true;
  return false;
}

/**
 * Lines on which a free text goes on after a line break: those in the same element as its beginning, and those up to a label that
 * this very block has shown before the text began, since a block does not name a fact twice.
 */
function goneOn(layout: Layout, hit: LabelHit): Line[] {
  const { parent } = hit.line;
  const after = layout.tree.lines.slice(hit.line.index + 1, parent.end).filter((line) => line.parent === parent);
  const own = hit.line.pieces.findLast((piece) => piece.kind === 'text')?.element;
  const same: Line[] = [];
  for (const line of after) {
    if (own === undefined || own === parent.element || line.pieces[0]?.element !== own) break;
    same.push(line);
  }
  if (same.length > 0) return same;
  // Text set as it was typed: up to the next label.
  if (parent.tag === 'PRE') {
    const next = after.findIndex((line) => layout.beginsWithLabel(line));
    return (next < 0 ? after : after.slice(0, next)).filter((line) => readable(line.text) !== '');
  }
  const before = new Set(layout.tree.lines.slice(parent.first, hit.line.index + 1).filter((line) => line.parent === parent).flatMap((line) => labelsOf(line, layout.words).map((one) => one.label.toLowerCase())));
  const repeated = after.findLastIndex((line) => labelsOf(line, layout.words).some((one) => one.kind !== null && before.has(one.label.toLowerCase())));
  return repeated < 0 ? [] : after.slice(0, repeated + 1).filter((line) => readable(line.text) !== '');
}

/** Lines of a free text are read by nobody else. A cell with labels set apart from their values is no free text. */
function takeFreeText(layout: Layout, hit: LabelHit, inline: string, taken: Set<number>): void {
  if (readable(inline) !== '' || hit.valueEnd < hit.line.text.length) return;
  for (const below of hit.kind === null ? [] : layout.cellsBelow(hit)) for (let at = below.first; at < below.end; at += 1) taken.add(at);
  const cell = layout.valueCell(hit);
  if (cell === null || cell.how === 'column') return;
  const known = typeof hit.kind === 'object' && hit.kind !== null;
  const end = known ? (layout.blockAfter(hit)?.end ?? cell.end) : cell.end;
  if (!known && cell.end - cell.first > 1) return;
  if (end - cell.first > 14) return;
  for (let at = cell.first; at < end; at += 1) {
    if (labelsOf(layout.tree.lines[at]!, layout.words).some((inner) => inner.kind !== null && (inner.by === 'end' || inner.by === 'seam'))) return;
  }
  for (let at = cell.first; at < end; at += 1) taken.add(at);
}

/** Reads the value of one field from the lines of a cell under that field's head. */
export function readCell(layout: Layout, field: FieldId, lines: readonly Line[], recipe: PlatformRecipe, words: readonly [string, RefundType][], clock: Clock): Pick<Candidate, 'value' | 'rest'> | null {
  // What stands labelled inside the cell is another fact.
  const labelled = lines.findIndex((line, index) => index > 0 && layout.beginsWithLabel(line));
  const own = (labelled > 0 ? lines.slice(0, labelled) : lines).filter((line) => readable(line.text) !== '' && !actionWords.has(compact(line.text)));
  const text = own.map((line) => line.text).join(SEAM);
  if (own.length === 0 || text.length > 400) return null;
  const hit: LabelHit = { line: own[0]!, kind: { field, spare: false }, label: '', start: 0, valueStart: 0, valueEnd: 0, by: 'end' };
  return readValue(field, 'column', text, own, hit, recipe, words, clock);
}

type Read = Pick<Candidate, 'how' | 'value' | 'rest' | 'masked'>;

function readHit(layout: Layout, recipe: PlatformRecipe, words: readonly [string, RefundType][], clock: Clock, hit: LabelHit, inline: string): Read | null {
  const { field } = hit.kind as { field: FieldId };
  const isText = field === 'reason' || field === 'description' || field === 'status';
  if (readable(inline) !== '' && !isTranslated(layout, hit, inline)) {
    // Words behind a mere space are a sentence, not a value.
    if (isText && (hit.by === 'touch' || (hit.by === 'space' && !isListOfPairs(hit, layout)))) return null;
    if (field === 'refundType' && hit.by === 'touch') return null;
    const lines: Line[] = [hit.line];
    return readValue(field, 'inline', inline, lines, hit, recipe, words, clock);
  }
  if (hit.valueEnd < hit.line.text.length || controlAfter(hit)) return null;
  // Words before the label on its line may be what it captions; then what follows is another's.
  const captions = /[\p{L}\d]/u.test(hit.line.text.slice(0, hit.start)) && labelsOf(hit.line, layout.words)[0]?.start === hit.start;
  const cell = captions ? null : layout.valueCell(hit);
  if (cell === null) return field === 'amount' ? sumBefore(layout, hit, recipe) : null;
  let end = cell.end;
  if (isText && !cell.paired) return null;
  if (field === 'description' && cell.how === 'next') end = Math.max(end, layout.textEnd(hit, cell));
  const lines = layout.tree.lines.slice(cell.first, end);
  if (lines[0]?.hasControl === true && lines.every((line) => readable(line.text) === '')) return null;
  // What stands labelled inside the cell (运费, 实付金额) is no part of a number.
  const labelled = isText ? -1 : lines.findIndex((line, index) => index > 0 && layout.beginsWithLabel(line));
  if (labelled > 0) lines.length = labelled;
  const text = lines.map((line) => line.text).join(SEAM);
  if (text.length > (isText ? 4000 : 400)) return null;
  return readValue(field, cell.how, text, lines, hit, recipe, words, clock);
}

/** Whether what stands behind a Chinese label is the label again in English, and the value is in the cell beside the two. */
function isTranslated(layout: Layout, hit: LabelHit, inline: string): boolean {
  if (hit.by !== 'seam' || hit.valueEnd < hit.line.text.length || !/^\p{Script=Han}+$/u.test(hit.label) || !/^[a-z][a-z .&'()/-]{1,30}$/i.test(readable(inline))) return false;
  return layout.valueCell(hit)?.paired === true;
}

/** A sum over or before its caption: ¥ 56.00 退款金额. */
function sumBefore(layout: Layout, hit: LabelHit, recipe: PlatformRecipe): Read | null {
  const before = hit.line.text.slice(0, hit.start);
  const text = readable(before) === '' ? (layout.lineBefore(hit)?.text ?? '') : layout.hasTwin(hit.line.parent) ? '' : before;
  if (recipe.currency !== 'CNY' || !/^[¥￥][\s\ufdd0\d,.]+$/.test(text.trim())) return null;
  const value = readMoney(text);
  return typeof value === 'string' ? { how: 'next', value } : null;
}

function readValue(field: FieldId, how: Candidate['how'], text: string, lines: Line[], hit: LabelHit, recipe: PlatformRecipe, words: readonly [string, RefundType][], clock: Clock): Read | null {
  const none = emptyValue.test(readable(text));
  if (none) return null;
  const given = (value: unknown): Read | null => (value === null ? null : { how, value, ...(value === unreadable && { masked: readable(text) }) });
  switch (field) {
    case 'orderId': return given(readId(text, recipe.ids.orderId));
    case 'afterSaleId': return given(readId(text, recipe.ids.afterSaleId));
    case 'amount': return given(recipe.currency === 'CNY' ? readMoney(text) : readForeignMoney(text, recipe.currency));
    case 'appliedAt': return given(readTime(text, recipe.offset));
    case 'respondBy': {
      if (isPolicy(hit.label, readable(text))) return null;
      const deadline: Deadline = readDeadline(text, clock.at, recipe.offset);
      return deadline === null ? null : { how, value: deadline };
    }
    case 'refundType': {
      const value = textValue(how === 'inline' ? [hit.line] : lines, how === 'inline' ? hit : null, '');
      const read = readRefundType(value, words) ?? (lines.length > 1 ? readRefundType(textValue([lines[0]!], null, ''), words) : null);
      // A bare 类型 is a request's only where its value is a kind of request.
      if (read === null || (hit.label === '类型' && (read.rest !== '' || !/退款|refund/i.test(value)))) return hit.label === '类型' ? null : { how, value: unreadable };
      return { how, value: read.type, rest: read.rest };
    }
    default: {
      const value = textValue(how === 'inline' ? [hit.line] : lines, how === 'inline' ? hit : null, field === 'description' ? '\n' : ' ');
      return value === '' || emptyValue.test(value) || (field === 'description' && boilerplate.test(value)) ? null : { how, value };
    }
  }
}

/** A word with a mere space behind it may be the beginning of a value (Item damaged). */
const isSet = (hit: LabelHit): boolean => hit.by !== 'space' && hit.by !== 'touch';

/** Whole hours or days behind 处理时限 say how long one has in general, not how long is left. */
function isPolicy(label: string, value: string): boolean {
  return label !== '' && !/剩|倒计时|left|remain/i.test(label) && !/剩|还有|left|remain/i.test(value) && /^\D{0,6}\d{1,3}\s*(?:个)?(?:小时|时|天|日|h|hours?|d|days?)\s*(?:内|以内)?\D{0,8}$/i.test(value);
}

/** What is said of a request's state; an order or a parcel has other words (已完成, 运输中), behind the same plain label. */
const ofRequests = /退款|退货|售后|换货|维修|补寄|补发|审核|处理|仲裁|协商|介入|举证|申请|拒绝|待(?:商家|卖家|买家|消费者|客户|用户|平台|您)|refund|return|exchange|review|seller|merchant|buyer|approv|pending|await|request|disput|process|reject/i;

/** Whether a plain word (状态, 说明) surely labels a fact of the request: by its value, or by the facts it stands beside. */
function isRequests(field: FieldId, hit: LabelHit, value: string, beside: readonly (LabelHit | undefined)[]): boolean {
  if (field === 'status') return ofRequests.test(value);
  return beside.some((one) => one?.kind === 'evidence' || (one !== undefined && typeof one.kind === 'object' && one.kind !== null && one.line.index !== hit.line.index && (one.kind.field === 'reason' || (one.kind.field === 'description' && !one.kind.spare))));
}

/** Whether a line is one of several side by side that begin with a label and a space: then the space parts label and value. */
function isListOfPairs(hit: LabelHit, layout: Layout): boolean {
  const rows = hit.line.parent.parent?.children ?? [];
  if (hit.start > 2 || hit.line.parent.children.length !== 1) return false;
  const alike = rows.filter((row) => {
    const line = layout.firstTextLine(row);
    const found = line === null || layout.end(row) - layout.first(row) !== 1 ? undefined : labelsOf(line, layout.words)[0];
    return found !== undefined && found.start <= 2 && found.kind !== null && (found.by === 'space' || found.by === 'touch');
  });
  return alike.length >= 3;
}

function controlAfter(hit: LabelHit): boolean {
  let at = 0;
  for (const piece of hit.line.pieces) {
    if (piece.kind === 'control' && at >= hit.start) return true;
    at += (piece.kind === 'text' ? piece.text.length : 0) + 1;
  }
  return false;
}
