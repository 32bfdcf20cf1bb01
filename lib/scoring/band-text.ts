import type { Band } from '../case/assessment';

/** Short words for chips and badges; the sentence forms of the letter are in lib/appeal/wording.ts. */
export const bandText: Record<'zh' | 'en', Record<Band, string>> = {
  zh: { none: '未见支持', limited: '有限支持', moderate: '中等支持', 'moderately-strong': '中等偏强支持', strong: '较强支持', 'very-strong': '很强支持' },
  en: { none: 'no support', limited: 'limited support', moderate: 'moderate support', 'moderately-strong': 'moderately strong support', strong: 'strong support', 'very-strong': 'very strong support' },
};
