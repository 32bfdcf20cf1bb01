import type { Finding } from '../case/finding';
import type { Analyser, AnalyserText, Language } from './analyser';
import { fact } from './fact-value';

/** A sentence for pictures too large to be examined whole (fact `examinedShare` below 1), '' for all others. */
function examinedPart(finding: Finding, language: Language): string {
  const share = Number(fact(finding, 'examinedShare') ?? 1);
  if (share > 0.995) return '';
  const percent = Math.max(1, Math.round(share * 100));
  return language === 'zh' ? `图片较大，只检验了中央约 ${percent}% 的部分；靠近边缘的其余部分未检验。` : ` The picture is large: only about ${percent}% of it, the middle, was examined; the rest, towards the edges, was not.`;
}

/** Every check that looked at the middle only says so behind its own words. */
export function withExaminedPart(text: Analyser['text']): Analyser['text'] {
  const made = (language: Language): AnalyserText => ({ ...text[language], summary: (finding) => text[language].summary(finding) + examinedPart(finding, language) });
  return { zh: made('zh'), en: made('en') };
}
