import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { Case } from '../../../lib/case/case';
import { buyerHistory, buyerOf, sameBuyer } from '../../../lib/runtime/buyer';
import { exportLibrary, importLibrary } from '../../../lib/runtime/case-library';
import { openCase } from '../../../lib/runtime/open-case';
import { database } from '../../../lib/runtime/stores';

const claim = (afterSaleId: string, value: string, appliedAt: string) => ({
  platform: 'taobao' as const, pageUrl: 'https://refund2.taobao.com/', readAt: '2026-11-20T02:00:00Z', recipe: null, orderId: `39${afterSaleId}`, afterSaleId, refundType: 'refund-only' as const,
  amount: { value, currency: 'CNY' }, reason: null, description: null, status: null, appliedAt, respondBy: null, evidence: [], listing: [],
});
const open = async (account: string | undefined, id: string, value = '10.00', at = '2026-11-20T10:00:00+08:00'): Promise<Case> => (await openCase(claim(id, value, at), await buyerOf(account, 'taobao'))).case;
const all = async () => (await database()).getAll('cases');
beforeEach(async () => {
  const db = await database();
  for (const store of ['cases', 'images', 'salts'] as const) await db.clear(store);
});

test('count, sum to the cent and dates of one account; others and the open claim stay out', async () => {
  await open('晴天小铺', '1', '19.90', '2026-03-04T20:01:02+08:00');
  await open('晴天小铺', '2', '0.20', '2026-01-02T08:00:00+08:00');
  await open('别的买家', '3', '500.00');
  await open(undefined, '4', '700.00');
  const now = await open('晴天小铺', '5', '88.00');
  const history = buyerHistory(now, await all())!;
  expect(history.claims.map((one) => one.caseId)).toEqual(['taobao:2', 'taobao:1']);
  expect(history.sums).toEqual([{ currency: 'CNY', value: '20.10' }]);
  expect([history.from, history.to]).toEqual(['2026-01-02T08:00:00+08:00', '2026-03-04T20:01:02+08:00']);
  expect(history.masked).toBe(false);
});

test('the account itself is not kept, only a salted digest and a masked form', async () => {
  const kept = JSON.stringify(await open('晴天小铺', '1'));
  expect(kept).not.toContain('晴天小铺');
  expect(kept).toContain('晴**铺');
});

test('a form the page masked is never taken for one account', async () => {
  const one = await open('t**1', '1'), two = await open('t**1', '2'), other = await open('k**9', '3');
  expect(sameBuyer(one, two)).toBeNull();
  expect(sameBuyer(one, other)).toBe(false);
  expect(buyerHistory(two, await all())).toMatchObject({ masked: true, shown: 't**1', claims: [{ caseId: 'taobao:1' }] });
  expect(sameBuyer(await open('晴天小铺', '4'), await open('晴天小铺', '5'))).toBe(true);
  expect(sameBuyer(one, await open(undefined, '6'))).toBeNull();
});

test('re-reading a page without the account keeps what was known', async () => {
  await open('晴天小铺', '1');
  expect((await open(undefined, '1')).id).toBe('taobao:1');
  expect((await (await database()).get('cases', 'taobao:1'))!.buyer?.shown).toBe('晴**铺');
});

test('on another device an imported library goes on counting', async () => {
  await open('晴天小铺', '1');
  const file = await exportLibrary();
  const db = await database();
  for (const store of ['cases', 'images', 'salts'] as const) await db.clear(store);
  await importLibrary(file);
  expect(buyerHistory(await open('晴天小铺', '2'), await all())!.claims).toHaveLength(1);
});
