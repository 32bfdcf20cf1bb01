import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { shippedPlatformIds } from '../../../lib/case/platform';
import { pageHealth } from '../../../lib/platforms/page-health';
import { goodsCard, invented, pairsOf } from '../../fixtures/pages/claims';
import { kits } from '../../fixtures/pages/kits';
import { chinese, listKits, listPage } from '../../fixtures/pages/list-kits';
import { listAddresses } from '../../fixtures/pages/list-words';
import { inventedRows, savedAt } from '../../fixtures/pages/rows';

const open = (html: string): Document => new JSDOM(`<!doctype html><body>${html}</body>`).window.document;
const states = (fields: { field: string; state: string }[], state: string) => fields.filter((one) => one.state === state).map((one) => one.field).sort();

describe.each(shippedPlatformIds)('a page of %s', (platform) => {
  const claim = invented[platform];

  it('as the recipe knows it: every fact found, with what was read', () => {
    const health = pageHealth(open(`<main>${kits['hashed-pairs'](pairsOf(claim))}${goodsCard(claim)}</main>`), claim.url, claim.at)!;
    expect(states(health.fields, 'found')).toEqual(['afterSaleId', 'amount', 'appliedAt', 'description', 'evidence', 'listing', 'orderId', 'reason', 'refundType', 'respondBy', 'status']);
    expect(health.missing).toEqual([]);
    expect(health.fields.find((one) => one.field === 'orderId')!.preview).toBe(claim.shown.orderId);
    expect(health.verifiedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('with other labels: what is missing is named, what is left is still found', () => {
    const changed = pairsOf(claim).map(([label, value]): [string, string] => [label === claim.labels.orderId ? '单据' : label === claim.labels.amount ? '款项' : label, value]);
    const url = claim.url.replace(/[?&]orderSn=[^&]*/, '');
    const health = pageHealth(open(`<main>${kits['hashed-pairs'](changed)}</main>`), url, claim.at)!;
    expect(health.missing).toEqual(expect.arrayContaining(['orderId', 'amount']));
    expect(health.missing).not.toContain('reason');
    expect(states(health.fields, 'found')).toContain('reason');
  });
});

it('a list says in how many rows each fact was found', () => {
  const health = pageHealth(open(listPage(listKits['d-table'](inventedRows('jd'), chinese), chinese)), listAddresses.jd, savedAt)!;
  expect(health).toMatchObject({ page: 'refund-list', rows: 4, missing: ['appliedAt'] });
  expect(health.fields.find((one) => one.field === 'amount')).toEqual({ field: 'amount', state: 'found', preview: '4 / 4' });
  expect(health.fields.find((one) => one.field === 'evidence')!.preview).toBe('2 / 4');
});

it('two answers are unclear, not found; a list without rows says so; other pages have no health', () => {
  const twice = [...pairsOf(invented.kuaishou), ['退款金额', '98元']] as [string, string][];
  expect(pageHealth(open(`<main>${kits['hashed-pairs'](twice)}</main>`), invented.kuaishou.url, savedAt)!.fields.find((one) => one.field === 'amount')).toEqual({ field: 'amount', state: 'unclear', preview: null });
  expect(pageHealth(open('<p>加载中</p>'), listAddresses.jd, savedAt)).toMatchObject({ rows: null, missing: ['rows'] });
  expect(pageHealth(open('<p>x</p>'), 'https://shop.example/', savedAt)).toBeNull();
});
