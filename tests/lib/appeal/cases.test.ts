import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftLetter } from '../../../lib/appeal/draft';
import { DraftRefused, letterLengths, recipientIds, type DraftInput } from '../../../lib/appeal/input';
import { shippedPlatformIds } from '../../../lib/case/platform';

/**
 * Situations with the letters we would send. `input.json` is what the drafter gets; `letter.txt` and `answer.json` were
 * read and approved by a person. After a change on purpose: UPDATE_LETTERS=1, then read the difference.
 */
const folder = resolve(import.meta.dirname, '../../fixtures/cases');
const slugs = readdirSync(folder).filter((slug) => existsSync(join(folder, slug, 'input.json')));
const inputOf = (slug: string) => JSON.parse(readFileSync(join(folder, slug, 'input.json'), 'utf8')) as DraftInput;

function draft(input: DraftInput) {
  try {
    const { text, characters, citations, grounds, warnings } = draftLetter(input);
    return { text, answer: { characters, citations: citations.map(({ id }) => id), grounds, warnings: warnings.map(({ code }) => code) } };
  } catch (error) {
    if (!(error instanceof DraftRefused)) throw error;
    return { text: null, answer: { refused: error.code, message: error.message } };
  }
}

describe('letters', () => {
  it('are stored for at least 40 situations, every recipient, platform, length and strength', () => {
    const inputs = slugs.map(inputOf);
    expect(slugs.length).toBeGreaterThanOrEqual(40);
    expect(new Set(inputs.map(({ recipient }) => recipient))).toEqual(new Set(recipientIds));
    expect(new Set(inputs.map(({ length }) => length))).toEqual(new Set(letterLengths));
    expect(inputs.map(({ claim }) => claim.platform)).toEqual(expect.arrayContaining([...shippedPlatformIds]));
    const bands = new Set(inputs.flatMap(({ images }) => images.map(({ band }) => band)));
    expect([...bands].sort()).toEqual(['limited', 'moderate', 'moderately-strong', 'none', 'strong', 'very-strong']);
  });

  it.each(slugs)('%s', (slug) => {
    const { text, answer } = draft(inputOf(slug));
    const [letter, expected] = [join(folder, slug, 'letter.txt'), join(folder, slug, 'answer.json')];
    if (process.env['UPDATE_LETTERS']) {
      if (text !== null) writeFileSync(letter, `${text}\n`);
      writeFileSync(expected, `${JSON.stringify(answer, null, 2)}\n`);
    }
    expect(answer).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
    expect(text === null ? null : `${text}\n`).toBe(existsSync(letter) ? readFileSync(letter, 'utf8') : null);
  });
});
