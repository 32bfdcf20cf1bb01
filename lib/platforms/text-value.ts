import type { LabelHit } from './labels';
import type { Line } from './page-tree';
import { compact, readable } from './text';
import { actionWords } from './words';

/** Elements that only set their words off; the words go on in the same sentence. */
const formatting = new Set(['B', 'STRONG', 'I', 'EM', 'U', 'FONT', 'MARK', 'BDI', 'BDO', 'SMALL', 'CODE', 'INS', 'Q']);

/**
 * The words of a value as a person reads them: without the links and buttons beside it (复制, 查看详情).
 * With `hit`, only what stands between the label and the end of its value on the first line.
 */
export function textValue(lines: readonly Line[], hit: LabelHit | null, between: string): string {
  const parts = lines.map((line) => lineValue(line, hit !== null && line === hit.line ? hit : null)).filter((part) => part !== '');
  return parts.join(between);
}

function lineValue(line: Line, hit: LabelHit | null): string {
  const kept: { text: string; tag: string; link: boolean; tagLike: boolean }[] = [];
  let at = 0;
  for (const piece of line.pieces) {
    const length = piece.kind === 'text' ? piece.text.length : 0;
    const from = hit === null ? 0 : Math.max(0, hit.valueStart - at);
    const to = hit === null ? length : Math.min(length, hit.valueEnd - at);
    if (piece.kind === 'text' && to > from) {
      const text = piece.text.slice(from, to);
      kept.push({ text, tag: piece.tag, link: piece.link, tagLike: looksLikeTag(piece.element) });
    }
    at += length + 1;
  }
  // 9/200 beside a free text counts its letters.
  const worded = kept.filter((part) => readable(part.text) !== '' && !(kept.length > 1 && /^\d{1,4}\s*\/\s*\d{2,4}$/.test(readable(part.text))));
  const own = worded.filter((part) => !actionWords.has(compact(part.text)));
  // A link beside words is something to do; a link alone is the value.
  const plainWords = own.filter((part) => !part.link && !part.tagLike);
  const used = new Set(plainWords.length > 0 ? plainWords : own.length > 0 ? [own[0]!] : []);
  let text = '';
  for (const part of kept) {
    if (readable(part.text) === '') text += used.size > 0 ? part.text : '';
    else if (used.has(part)) text += part.text;
  }
  // A stroke or dot between two facts on one line is no part of either.
  return readable(hit !== null && hit.valueEnd < line.text.length ? text.replace(/[\s\ufdd0]*[|｜·•/;；,，][\s\ufdd0]*$/, '') : text);
}

/** Small marks beside a value (运费险, 高风险) carry this in their class or role; only ever used to leave words out. */
function looksLikeTag(element: Element): boolean {
  // Set off by its element, yet called a tag by its class.
  if (formatting.has(element.tagName.toUpperCase())) return /(?:^|[\s_-])(?:tag|badge|chip)(?=$|[\s_\d-])/i.test(element.getAttribute('class') ?? '');
  return /(?:^|[\s_-])(?:tag|badge|icon|tooltip|tips?|btn|button|copy|link|chip)(?=$|[\s_\d-])/i.test(element.getAttribute('class') ?? '') || element.getAttribute('role') === 'button';
}
