import type { LetterCase } from './letter-case';
import { letterWords, pageText } from './page-text';
import { say, type Sentence } from './prose';
import { isDay } from './calendar';
import { chineseDay } from './written';
import { forbiddenIn } from './wording';

/** The platform's clause as the merchant entered it: quoted as entered, said to be the merchant's own reading. */
export function ownClauseSentence(letter: LetterCase): Sentence | null {
  const clause = letter.input.options?.ownClause;
  if (!clause) return null;
  const rule = letterWords(clause.rule.replace(/[《》]/g, ''), 40);
  const article = letterWords(clause.article, 20);
  const words = pageText(clause.text);
  if (!rule || !article || !words || words.length > 300 || /[<>{}“”]/.test(words) || forbiddenIn(words).length > 0) {
    letter.warn('own-clause-left-out');
    return null;
  }
  letter.warn('own-clause-unverified');
  const read = clause.readOn && isDay(clause.readOn) ? `（本店于${chineseDay(clause.readOn)}查阅）` : '';
  return say`贵平台《${rule}》${article}${read}载明：“${words}”`;
}
