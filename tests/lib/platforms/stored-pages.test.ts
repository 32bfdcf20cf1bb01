import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { readSavedPage } from '../../../cli/read-page';
import { shippedPlatformIds } from '../../../lib/case/platform';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../../fixtures/pages');
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const validate = new Ajv({ strict: false }).compile(json(join(here, '../../../cli/schemas/read-page.schema.json')));
const stored = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());

it('has pages of every platform: three styles or more, a list and a look-alike', () => {
  expect(stored.sort()).toEqual([...shippedPlatformIds].sort());
  for (const platform of shippedPlatformIds) {
    const slugs = readdirSync(join(folder, platform));
    expect(slugs.filter((slug) => slug.startsWith('detail-')).length, platform).toBeGreaterThanOrEqual(8);
    expect(slugs).toEqual(expect.arrayContaining(['detail-real', 'list', 'look-alike']));
  }
});

describe.each(stored)('%s', (platform) => {
  it.each(readdirSync(join(folder, platform)))('%s', (slug) => {
    const at = join(folder, platform, slug);
    expect(existsSync(join(at, 'claim.json'))).toBe(true);
    const meta = json(join(at, 'meta.json')) as { url: string; at: string };
    const reading = readSavedPage(readFileSync(join(at, 'page.html'), 'utf8'), meta.url, meta.at);
    const { mismatches, ...rest } = json(join(at, 'claim.json')) as { mismatches: string[] };
    expect(reading).toMatchObject(rest);
    expect(reading.claim).toEqual((rest as unknown as { claim: unknown }).claim);
    expect(reading.mismatches.map((one) => one.field)).toEqual(mismatches);
    expect(validate(reading), JSON.stringify(validate.errors)).toBe(true);
  });
});
