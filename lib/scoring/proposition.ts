import type { Assessment, Contribution } from '../case/assessment';
import type { Finding } from '../case/finding';
import { bandOf } from './bands';

/** What a result speaks for: that the picture was generated or edited, that it was not taken for this order, or the two together. */
export type Proposition = 'alteration' | 'origin' | 'both';

/** In the words of interface and report; the letters have their own sentences. */
export const propositionText: Record<'zh' | 'en', Record<Proposition, string>> = {
  zh: { alteration: '图片经AI生成或编辑', origin: '图片并非为本单拍摄', both: '图片经AI生成、编辑或并非为本单拍摄' },
  en: { alteration: 'generated or edited by AI', origin: 'not taken for this order', both: 'generated, edited or not taken for this order' },
};

/** Whether a finding says where or when a picture was taken and nothing about its having been changed. */
export const aboutOrigin = ({ analyser, family, facts }: Finding): boolean =>
  family === 'reuse' || analyser === 'capture-time' || (analyser === 'listing-match' && facts.some(({ key, value }) => key === 'verdict' && value === 'same-picture-unaltered'));

const sum = (contributions: Contribution[]): number => contributions.reduce((total, one) => total + one.counted, 0);

/** Named after what carries the band: findings of the other kind that change nothing about it are left to their own words. */
export function propositionOf({ log10LR, contributions }: Pick<Assessment, 'log10LR' | 'contributions'>): Proposition {
  const origin = sum(contributions.filter((one) => one.about === 'origin' && one.counted > 0));
  if (origin === 0 || bandOf(log10LR - origin) === bandOf(log10LR)) return 'alteration';
  return bandOf(log10LR - origin) === 'none' ? 'origin' : 'both';
}
