import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { shippedPlatformIds } from '../../../lib/case/platform';
import { readPage } from '../../../lib/platforms/read-page';
import { goodsCard, invented, pairsOf } from '../../fixtures/pages/claims';
import { kitNames, kits } from '../../fixtures/pages/kits';

const open = (html: string): Document => new JSDOM(html).window.document;

describe.each(shippedPlatformIds)('%s in every kit', (platform) => {
  const claim = invented[platform];
  it.each(kitNames)('%s', (kit) => {
    const html = `<!doctype html><html><body><div id="root"><header>商家后台</header><main><h2>售后详情</h2>${kits[kit](pairsOf(claim))}${goodsCard(claim)}</main></div></body></html>`;
    const reading = readPage(open(html), claim.url, claim.at, { parseFrame: open });
    expect(reading).toEqual({ platform, page: 'refund-detail', claim: { ...claim.read, evidence: claim.evidence, listing: claim.listing }, mismatches: [] });
  });
});
