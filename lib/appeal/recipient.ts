import type { Block } from './fit';
import type { Ground } from './ground';
import type { LetterLength, RecipientId } from './input';
import type { LetterCase } from './letter-case';

/** One kind of reader with its own letter. */
export interface Recipient {
  readonly id: RecipientId;
  /** Name in the list of recipients. */
  readonly title: string;
  /** Whether the long form ends with the numbered list of provisions. */
  readonly annex: boolean;
  /** Grounds this reader is told about, of those that apply. */
  concerns(ground: Ground, letter: LetterCase): boolean;
  /** @throws DraftRefused where a letter to this reader makes no sense here. May warn. */
  check(letter: LetterCase, grounds: readonly Ground[]): void;
  blocks(letter: LetterCase, length: LetterLength, grounds: readonly Ground[]): Block[];
  /** What the merchant is told beside the letter. */
  advice(letter: LetterCase): string[];
}
