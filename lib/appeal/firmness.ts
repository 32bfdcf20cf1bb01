import { DraftRefused } from './input';
import type { LetterCase } from './letter-case';
import { strongestAlteration } from './passages';
import { shows } from './truth-duty';
import { reaches } from './wording';

/** Enough to bring before police or court without a warning: strong marks of alteration, or a fact anybody can check. */
export const firm = (letter: LetterCase): boolean => reaches(strongestAlteration(letter) ?? 'none', 'moderately-strong') || shows(letter, 'label', 'same-as-listing', 'reused');

/**
 * Limited support is found on honest pictures too (see lib/scoring/weights.ts): nobody is reported or sued on it.
 * @throws DraftRefused `nothing-supports` or `too-weak`
 */
export function refuseWeak(letter: LetterCase, purpose: '报案' | '起诉'): void {
  if (letter.telling.length === 0)
    throw new DraftRefused('nothing-supports', `没有检测所见可写，仅凭怀疑不宜${purpose}。可先请买家补充视频或原图，收集实物、物流、聊天等证据，或向平台提出程序性请求。`);
  if (!firm(letter) && !reaches(strongestAlteration(letter) ?? 'none', 'moderate'))
    throw new DraftRefused('too-weak', `检测结果至多提供有限程度支持，正常拍摄的图片也可能出现，不足以据此${purpose}。可先请买家补充视频或原图，或改选平台申诉。`);
}
