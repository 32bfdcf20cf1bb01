import type { LetterCase } from './letter-case';
import { cite, quote, say, type Sentence } from './prose';

/** Who puts a picture forward answers for its truth: by the platform's own rule where we hold it, else by good faith. */
export const truthDuty = (letter: LetterCase): Sentence[] =>
  letter.choose(
    ...letter.voice.evidenceTruth.map((id) => say`按照${cite(id)}，买卖双方应自行对证据的真实性、${id === 'tb-9' ? '关联性、' : ''}完整性、准确性和及时性负责。`),
    say`${cite('cc-7')}规定：${quote('cc-7', '民事主体从事民事活动，应当遵循诚信原则，秉持诚实，恪守承诺。')}`,
  );

export const truthDutyIds = ['tb-9', 'jd1-12', 'cc-7'] as const;

/** The refs of `truthDuty` for the shortest form. */
export const truthRefs = (letter: LetterCase): string[] => [...letter.voice.evidenceTruth, 'cc-7'];

/** Whether some picture has an observation of this kind. */
export const shows = (letter: LetterCase, ...kinds: string[]): boolean =>
  letter.images.some((image) => image.observations.some((one) => kinds.includes(one.kind)));

/** Whether anything found speaks about the pictures at all. */
export const pictureSpeaks = (letter: LetterCase): boolean => letter.telling.length > 0;
