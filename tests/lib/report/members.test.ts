import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { captureLogJson, claimJson, findingsJson, letterText } from '../../../lib/report/members';
import { longCase, shortCase } from '../../fixtures/cases-report/two-cases';

const schema = (name: string) => JSON.parse(readFileSync(new URL(`../../../cli/schemas/bundle-${name}.schema.json`, import.meta.url), 'utf8')) as object;
const ajv = addFormats(new Ajv2020({ allErrors: true, strictTypes: false }));

describe('members of the bundle', () => {
  it.each([
    ['findings', findingsJson],
    ['claim', claimJson],
    ['capture-log', captureLogJson],
  ] as const)('%s.json keeps its published shape', async (name, make) => {
    const validate = ajv.compile(schema(name));
    for (const made of [await shortCase(), await longCase()]) {
      validate(JSON.parse(make(made.input)));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ schema: 1 })).toBe(false);
  });

  it('does not depend on when it is exported, or on the order of keys', async () => {
    const { input } = await longCase();
    const later = { ...input, generatedAt: '2027-01-01T00:00:00+08:00', file: JSON.parse(JSON.stringify(input.file, (_, value: unknown) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value))) as typeof input.file };
    for (const make of [findingsJson, claimJson, captureLogJson]) expect(make(later)).toBe(make(input));
  });

  it('masks account identifiers unless asked, and says so', async () => {
    const { input } = await shortCase();
    expect(findingsJson(input)).not.toContain('u-7731902254');
    expect(findingsJson(input)).toContain('"masked": true');
    expect(findingsJson({ ...input, unmask: true })).toContain('u-7731902254');
  });

  it('puts every cited provision under the letter, verbatim', async () => {
    const { input } = await longCase();
    const text = letterText(input)!;
    expect(text.startsWith(input.draft!.text)).toBe(true);
    for (const citation of input.draft!.citations) expect(text).toContain(citation.quote);
    expect(input.draft!.citations.length).toBe(7);
    expect(letterText({ ...input, draft: null })).toBeNull();
  });
});
