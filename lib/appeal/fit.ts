import type { LetterBody, Paragraph, Sentence } from './prose';
import { writeLetter } from './written';

/**
 * One paragraph with its shorter forms, longest first; an empty form leaves it out. While the letter is too long, the
 * step with the lowest cost is taken (`costs[i]` leads from form i to form i + 1): words are never cut.
 */
export interface Block {
  id: string;
  level?: 0 | 1;
  runOn?: boolean;
  forms: Sentence[][];
  costs?: number[];
}

/**
 * Characters as the strictest box would count them: UTF-16 code units, which is what `maxlength` counts (a rare
 * character counts two), punctuation and spaces included.
 */
export const countCharacters = (text: string): number => text.length;

/** A line break may reach the platform as two characters (CR LF): against the limit it counts two. */
const strictly = (text: string): number => countCharacters(text) + text.split('\n').length - 1;

function bodyOf(blocks: Block[], chosen: number[], annex: boolean): LetterBody {
  const paragraphs = blocks.map((block, index): Paragraph => ({ id: block.id, level: block.level ?? 0, runOn: block.runOn ?? false, sentences: block.forms[chosen[index]!] ?? [] }));
  const filled = paragraphs.filter((paragraph) => paragraph.sentences.length > 0);
  return { annex, paragraphs: filled.filter((paragraph, index) => paragraph.level === 0 || filled[index + 1]?.level === 0) };
}

/** @param limit null: as long as it is. @returns null where even the shortest forms do not fit. */
export function fit(blocks: Block[], limit: number | null, annex: boolean): LetterBody | null {
  const chosen = blocks.map(() => 0);
  for (;;) {
    const body = bodyOf(blocks, chosen, annex);
    if (limit === null || strictly(writeLetter(body).text) <= limit) return body;
    const steps = blocks.flatMap(({ forms, costs }, index) => (chosen[index]! + 1 < forms.length ? [{ index, cost: costs?.[chosen[index]!] ?? Number.MAX_SAFE_INTEGER }] : []));
    if (steps.length === 0) return null;
    const { index } = steps.reduce((best, step) => (step.cost < best.cost ? step : best));
    chosen[index]! += 1;
  }
}
