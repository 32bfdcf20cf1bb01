import { buyerLabels } from './buyer-labels';
import { rowEnd } from './line-row';
import { SEAM } from './page-tree';
import type { Line } from './page-tree';
import { fieldIds } from './recipe';
import type { FieldId, PlatformRecipe } from './recipe';
import { simplify } from './traditional';
import { compact, isInvisible, isOrdinary, withoutInvisible } from './text';
import { commonFields, evidenceLabels, goodsLabels, otherLabels, otherPictureLabels } from './words';

export type LabelKind = { field: FieldId; spare: boolean } | 'evidence' | 'other-picture' | 'goods' | 'other';
export type Vocabulary = ReadonlyMap<string, LabelKind>;

/** One label found in a line, and where on that line its value would be. */
export interface LabelHit {
  line: Line;
  /** What the label is, or null for a label we do not know that is marked by its colon. */
  kind: LabelKind | null;
  label: string;
  start: number;
  valueStart: number;
  /** Where the value on this line ends. */
  valueEnd: number;
  /** How the label is set apart from what follows. */
  by: 'colon' | 'seam' | 'space' | 'touch' | 'end';
}

const vocabularies = new WeakMap<PlatformRecipe, Vocabulary>();

const letters = new WeakMap<Vocabulary, ReadonlySet<string>>();

function firstLetters(words: Vocabulary): ReadonlySet<string> {
  const known = letters.get(words) ?? new Set([...evidenceLetters, ...[...words.keys()].map((word) => word[0]!)]);
  letters.set(words, known);
  return known;
}

/** All labels a recipe knows; its own words go before the common ones. */
export function vocabularyOf(recipe: PlatformRecipe): Vocabulary {
  const known = vocabularies.get(recipe);
  if (known) return known;
  const words = new Map<string, LabelKind>();
  const put = (labels: readonly string[] | undefined, kind: LabelKind): void => {
    for (const label of labels ?? []) if (!words.has(compact(label))) words.set(compact(label), kind);
  };
  for (const field of fieldIds) put(recipe.fields[field]?.labels, { field, spare: false });
  for (const field of fieldIds) put(recipe.fields[field]?.spare, { field, spare: true });
  put(recipe.evidenceLabels, 'evidence');
  put(recipe.otherLabels, 'other');
  const common = (field: FieldId, spare: boolean): LabelKind => (recipe.fields[field]?.only ? 'other' : { field, spare });
  for (const field of fieldIds) put(commonFields[field].labels, common(field, false));
  for (const field of fieldIds) put(commonFields[field].spare, common(field, true));
  put(otherPictureLabels, 'other-picture');
  put(evidenceLabels, recipe.evidenceOnly ? 'other' : 'evidence');
  put(goodsLabels, 'goods');
  put(otherLabels, 'other');
  put(buyerLabels, 'other');
  vocabularies.set(recipe, words);
  return words;
}

/** A label of the buyer's pictures in other words than the lists have. Words of the merchant, parcels and uploads are no beginning of it. */
const evidenceShape = /^(?:(?:买家|消费者|用户|客户|顾客)(?:的)?(?:上传|提供|提交|举证|申请|反馈)?(?:的)?|申请|售后|退款|换货|维修|补寄|问题|举证|相关|质量问题)?(?:(?:图片|照片|相片|实拍图|视频|凭证|图文|截图)(?:[/、&和及与或]|以及)?){1,3}(?:信息|资料|材料|列表)?$/;
const evidenceLetters = '买消用客顾申售退换维补问举相质图照实视凭截';

function kindOf(words: Vocabulary, label: string): LabelKind | undefined {
  return words.get(label) ?? (evidenceShape.test(label) ? 'evidence' : undefined);
}

const colon = /[:：﹕︰∶꞉]/;
const opening = /[(（]/;
const blank = /[\s\u00a0\u3000]/;
/** Marks that may stand before a label: required stars, bullets. */
const leading = /[*•·●▪◆■□▶★☆|｜【[#,，;；、]/;
const letter = /[\p{L}\p{M}/&'’.\-#]/u;
/** The same as `letter` for a character of the Chinese block or ASCII. */
const isPlainLetter = (char: string): boolean => char >= '\u4e00' || (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || "/&'.-#".includes(char);
/** Brackets that may end a label without changing what it means. */
const harmless = /^(?:元|单位[:：]?元|人民币|cny|rmb|¥|￥|yuan|必填|选填|含运费|含邮费|\d+(?:\/\d+)?张?|共?\d+张|最多\d+张|点击(?:查看|放大|可放大|查看大图)?)$/i;
const longest = 30;

/** Tries to read a label that begins at `from`. */
export function labelAt(text: string, from: number, words: Vocabulary): Omit<LabelHit, 'line' | 'valueEnd'> | null {
  let at = from;
  while (at < text.length && (blank.test(text[at]!) || text[at] === SEAM || leading.test(text[at]!) || isInvisible(text[at]!))) at += 1;
  // Most text is no label: it begins with no label's letter, and no colon is near.
  if (at < text.length && !firstLetters(words).has(simplify(isOrdinary(text[at]!) ? text[at]! : text[at]!.normalize('NFKC')).toLowerCase()) && !colon.test(text.slice(at, at + 2 * longest))) return null;
  const start = at;
  let word = '';
  let best: Omit<LabelHit, 'line' | 'valueEnd'> | null = null;
  // A sentence of several words before a colon is no label; letters set apart one by one are.
  let run = 0;
  let worded = false;
  const seams: number[] = [];
  const settle = (by: LabelHit['by'], valueStart: number): void => {
    const kind = kindOf(words, word.toLowerCase());
    // Space behind a seam is still a seam.
    if (kind !== undefined) best = { kind, label: word, start, valueStart, by: by === 'space' && best?.by === 'seam' && best.label === word ? 'seam' : by };
  };
  for (; at <= text.length; at += 1) {
    const char = text[at];
    if (char === undefined) {
      settle('end', at);
      return best;
    }
    if (colon.test(char)) {
      const label = word.toLowerCase();
      const kind = kindOf(words, label) ?? words.get(`${label}:`) ?? null;
      if (kind !== null) return { kind, label: word, start, valueStart: at + 1, by: 'colon' };
      // What stands in the element before a known label is that one's neighbour (待审核 剩余时间：…), no part of it.
      if (seams.some((seam) => kindOf(words, label.slice(seam)) !== undefined)) return best;
      // A word we do not know, yet set as a label: it keeps its value to itself.
      if (best === null && !worded && [...word].length >= 2 && [...word].length <= 14 && !/\d/.test(word)) return { kind: null, label: word, start, valueStart: at + 1, by: 'colon' };
      return best;
    }
    if (char === SEAM) {
      settle('seam', at + 1);
      if (word !== '') seams.push(word.length);
      continue;
    }
    if (blank.test(char)) {
      if (run > 1) worded = true;
      run = 0;
      settle('space', at + 1);
      continue;
    }
    if (isInvisible(char) || /[?？ⓘ❓]/.test(char)) continue;
    if (opening.test(char)) {
      const close = /^[(（]([^()（）]{0,12})[)）]/.exec(withoutInvisible(text.slice(at, at + 24)).replaceAll(SEAM, ''));
      if (close === null || !harmless.test(compact(close[1]!))) {
        settle('touch', at);
        return best;
      }
      while (at < text.length && !/[)）]/.test(text[at]!)) at += 1;
      continue;
    }
    const plainChar = isOrdinary(char);
    const folded = simplify(plainChar ? char : char.normalize('NFKC'));
    if (!(plainChar ? isPlainLetter(folded) : letter.test(folded)) || word.length >= longest) {
      settle('touch', at);
      return best;
    }
    word += folded;
    run = folded >= '\u2e80' && (isOrdinary(folded) || /\p{Script=Han}/u.test(folded)) ? run + 1 : 0;
  }
  return best;
}

const wordy: ReadonlySet<FieldId> = new Set<FieldId>(['reason', 'description', 'status']);

/** All labels of a line, left to right. A line is searched at its start, at seams, and after the space behind an earlier value. */
export function labelsOf(line: Line, words: Vocabulary): LabelHit[] {
  const hits: LabelHit[] = [];
  const text = line.text;
  let at = 0;
  while (at < text.length) {
    const found = labelAt(text, at, words);
    const last = hits.at(-1);
    const seamed = at === 0 || text[at - 1] === SEAM;
    if (found && accepts(found, last, seamed, text)) {
      if (last) last.valueEnd = Math.min(last.valueEnd, found.start);
      hits.push({ ...found, line, valueEnd: text.length });
      at = found.valueStart;
      // A label may stand right where the value was expected: that value is empty.
      if (at < text.length && text[at] !== SEAM && !blank.test(text[at]!)) {
        const next = labelAt(text, at, words);
        if (!standsForNoValue(found, next, /\ufdd0[\s\ufdd0]*\ufdd0$/.test(text.slice(0, at)))) at = nextAnchor(text, at, true);
      } else at = nextAnchor(text, at - 1, true);
      continue;
    }
    at = nextAnchor(text, at, hits.length > 0);
  }
  for (const hit of hits) {
    if (typeof hit.kind !== 'object' || hit.kind === null || !wordy.has(hit.kind.field)) continue;
    const end = rowEnd(line, hit.start, hit.valueStart, 'text');
    if (end < hit.valueEnd && end > hit.valueStart) hit.valueEnd = end;
  }
  return hits;
}

/** Whether a label right where a value was expected says that there is no such value: behind pictures that leave no words, or one fact's label behind another's. */
function standsForNoValue(found: Omit<LabelHit, 'line' | 'valueEnd'>, next: Omit<LabelHit, 'line' | 'valueEnd'> | null, apart: boolean): boolean {
  if (next === null || next.kind === null) return false;
  if (next.by === 'colon') return true;
  if (found.by !== 'seam' || found.kind === null) return false;
  if (typeof found.kind === 'string') return apart && found.kind !== 'other' && (next.by === 'seam' || next.by === 'end');
  return wordy.has(found.kind.field) && next.by === 'seam' && typeof next.kind === 'object' && next.kind.field !== found.kind.field && next.label.length >= 4;
}

function accepts(found: Omit<LabelHit, 'line' | 'valueEnd'>, last: LabelHit | undefined, seamed: boolean, text: string): boolean {
  if (found.by === 'touch' && !/[\d¥￥$]/.test(text[found.valueStart] ?? '')) return false;
  if (last === undefined) return true;
  // A free text that begins like a fact, alone in an element of its own behind its label, is still a free text.
  if (seamed && last.kind !== null && isFreeText(last.kind, last.label) && /^[\s\ufdd0]*$/.test(text.slice(last.valueStart, found.start)) && found.by === 'colon' && !text.slice(found.valueStart).includes(SEAM)) return false;
  if (seamed) return found.kind !== null || found.by === 'colon';
  // Inside one run of text: what a person wrote freely is not searched for labels.
  if (isFreeText(last.kind, last.label)) return false;
  return found.by === 'colon' || (found.kind !== null && typeof found.kind === 'object' && found.by === 'space' && /^[\s\ufdd0]*[\d¥￥]/.test(text.slice(found.valueStart)));
}

/** Whether people write whole sentences behind this label. */
export function isFreeText(kind: LabelKind | null, label: string): boolean {
  if (kind === null) return true;
  if (typeof kind === 'object') return kind.field === 'description';
  return kind === 'other' && /(?:说明|留言|备注|意见|note|message|remarks?)$/.test(label.toLowerCase());
}

function nextAnchor(text: string, from: number, spaces: boolean): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const before = text[at - 1]!;
    if (before === SEAM || (spaces && (blank.test(before) || /[|｜]/.test(before)))) return at;
  }
  return text.length;
}
