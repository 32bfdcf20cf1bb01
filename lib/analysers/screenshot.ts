import type { Finding } from '../case/finding';
import type { Analyser, AnalyserText, Answer, Language } from './analyser';

/** Reason of a check that needs the original file, on a picture cut from the screen. */
export const screenshotReason = 'screenshot';

const words: Record<Language, string> = {
  zh: '此项不适用：这是屏幕截图，元数据与压缩痕迹不代表原图。取得原图后可以检验。',
  en: 'Not applicable: this is a screenshot; its metadata and compression are not the original’s. With the original picture it can be examined.',
};

const onScreenshot = (finding: Finding): boolean => finding.outcome === 'not-applicable' && finding.facts.some((fact) => fact.key === 'reason' && fact.value === screenshotReason);

/** Every check says of a screenshot the same thing, whatever its own words. */
export function withScreenshotWords(text: Analyser['text']): Analyser['text'] {
  const made = (language: Language): AnalyserText => ({ ...text[language], summary: (finding) => (onScreenshot(finding) ? words[language] : text[language].summary(finding)) });
  return { zh: made('zh'), en: made('en') };
}

/** What a screenshot shows may be told, but it weighs nothing: no rate of false alarms was measured on screenshots. */
export function withoutWeight(answer: Answer): Answer {
  return answer.strength === 0 ? answer : { ...answer, strength: 0, facts: [...answer.facts, { key: 'screenshot', value: true }] };
}
