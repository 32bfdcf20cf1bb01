import type { AskId } from './asks';
import type { LetterCase } from './letter-case';
import type { Sentence } from './prose';

/** One reason to appeal. Everything it says holds for this case, or is said conditionally. */
export interface Ground<Id extends string = string> {
  readonly id: Id;
  /** Name of the switch, and heading of its paragraph in a long letter. */
  readonly title: string;
  /** Whether it speaks about a picture or about the platform's handling. */
  readonly concerns: 'picture' | 'platform';
  /** Ids of every provision it may name, preferred first; which of them it does name depends on the dates. */
  readonly cites: readonly string[];
  readonly asks: readonly AskId[];
  appliesWhen(letter: LetterCase): boolean;
  /** The argument to the platform, in full and in a line or two. */
  argue(letter: LetterCase): { long: Sentence[]; medium: Sentence[] };
  /** Citations for the shortest form, best first, as `cite` takes them. Only those that hold here are used. */
  shortest(letter: LetterCase): readonly string[];
}

export const defineGround = <Id extends string>(ground: Ground<Id>): Ground<Id> => ground;
