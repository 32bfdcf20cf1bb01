import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { shippedPlatformIds } from '../../../lib/case/platform';
import { recipeOf } from '../../../lib/platforms';
import { readPage } from '../../../lib/platforms/read-page';
import { listAddresses, listWords } from '../../fixtures/pages/list-words';
import { listKits, listPage, shows } from '../../fixtures/pages/list-kits';
import type { ListKitName } from '../../fixtures/pages/list-kits';
import { expectedRows, inventedRows, savedAt } from '../../fixtures/pages/rows';

const open = (html: string): Document => new JSDOM(html).window.document;
const kitNames = Object.keys(listKits) as ListKitName[];

describe.each(shippedPlatformIds)('a list of %s in every kit', (platform) => {
  const words = listWords[platform];
  it.each(kitNames)('%s', (kit) => {
    const html = `<!doctype html><html><body>${listPage(listKits[kit](inventedRows(platform), words), words)}</body></html>`;
    const reading = readPage(open(html), listAddresses[platform], savedAt, { parseFrame: open });
    expect(reading).toMatchObject({ platform, page: 'refund-list', claim: null, mismatches: [], rowsTotal: 37 });
    // Here only an attribute or the link says the number: 微信小店's addresses are not known, and its markup has no such attribute.
    const hidden = kit === 'li-rows' && platform === 'weixin' ? { afterSaleId: null, detailUrl: null } : {};
    expect(reading.rows).toEqual(expectedRows(platform, { ...shows[kit], made: 'detail' in (recipeOf(platform).list ?? {}) }).map((row) => ({ ...row, ...hidden })));
  });
});
