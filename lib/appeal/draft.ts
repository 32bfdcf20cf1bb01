import { countCharacters, fit } from './fit';
import { grounds as allGrounds, type GroundId } from './grounds';
import type { Ground } from './ground';
import type { LawDates } from '../law';
import { DraftRefused, type DraftInput } from './input';
import { readCase } from './letter-case';
import { forbiddenIn } from './wording';
import type { LetterBody } from './prose';
import { recipients } from './recipients';
import type { DraftWarning } from './warnings';
import { writeLetter, type DraftCitation, type Segment } from './written';

export interface Draft {
  text: string;
  /** UTF-16 code units, as `maxlength` counts; see `countCharacters`. */
  characters: number;
  /** In the order the letter names them. */
  citations: DraftCitation[];
  grounds: GroundId[];
  warnings: DraftWarning[];
  /** The merchant's own duties and risks. Not part of the letter. */
  advice: string[];
  /** The four dates its citations were chosen by. */
  dates: LawDates;
  /** The text in stretches; a chip stands where a stretch names provisions. */
  segments: Segment[];
  /** The letter before writing out: for `removeCitation` and `writeLetter` after editing. */
  body: LetterBody;
}

/** Grounds that hold for this case and recipient, switched off or not: what the editor offers as switches. */
export function applicableGrounds(input: DraftInput): readonly Ground<GroundId>[] {
  const letter = readCase(input);
  const recipient = recipients[input.recipient];
  return allGrounds.filter((ground) => recipient.concerns(ground, letter) && ground.appliesWhen(letter));
}

/**
 * Drafts one letter. Pure: the same input gives the same letter.
 * @throws DraftRefused where no letter can be right; the message says what is missing.
 */
export function draftLetter(input: DraftInput): Draft {
  const letter = readCase(input);
  const recipient = recipients[input.recipient];
  const off = new Set<string>(input.options?.groundsOff);
  const grounds = (allGrounds as readonly Ground<GroundId>[]).filter((ground) => !off.has(ground.id) && recipient.concerns(ground, letter) && ground.appliesWhen(letter));
  recipient.check(letter, grounds);
  const length = input.length ?? 'long';
  const annex = recipient.annex && length === 'long';
  const body = fit(recipient.blocks(letter, length, grounds), length === 'long' ? null : length, annex);
  if (!body) throw new DraftRefused('too-long', `在${length}字以内写不下订单编号、事实与请求，请改用更长的格式。`);
  const { text, segments, citations } = writeLetter(body);
  const forbidden = forbiddenIn(text);
  if (forbidden.length > 0) throw new Error(`letter would say ${forbidden.join(', ')}`);
  if (!letter.shop && length === 'long' && input.recipient !== 'buyer') letter.warn('shop-missing');
  if (letter.telling.some((image) => image.sha256 === null)) letter.warn('hash-missing');
  if (citations.length === 0 && input.recipient !== 'buyer') letter.warn('no-citation');
  if (input.options?.citationsOff?.length) letter.warn('citation-left-out');
  return { text, characters: countCharacters(text), citations, grounds: grounds.map((ground) => ground.id), warnings: letter.warnings, advice: recipient.advice(letter), dates: letter.dates, segments, body };
}
