import { existsSync, readFileSync, readdirSync } from 'node:fs';
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

describe.each(shippedPlatformIds)('stored lists of %s', (platform) => {
  const slugs = readdirSync(join(folder, platform)).filter((slug) => existsSync(join(folder, platform, slug, 'rows.json')));

  it('are of three styles or more', () => expect(slugs.length).toBeGreaterThanOrEqual(3));

  it.each(slugs)('%s', (slug) => {
    const at = join(folder, platform, slug);
    const meta = json(join(at, 'meta.json')) as { url: string; at: string };
    const reading = readSavedPage(readFileSync(join(at, 'page.html'), 'utf8'), meta.url, meta.at);
    expect(reading.rows).toEqual(json(join(at, 'rows.json')));
    expect(reading.rowsTotal).toBe(37);
    expect(validate(reading), JSON.stringify(validate.errors)).toBe(true);
  });
});
