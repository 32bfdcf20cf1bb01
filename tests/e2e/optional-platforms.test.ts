import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { optionalPlatformIds, type OptionalPlatformId } from '../../lib/case/platform';
import { optionalMatches } from '../../lib/platforms/hosts';
import { pages as byHand } from '../fixtures/pages-by-hand/international';
import { plainPhoto } from '../stand-in/photos';
import { startBench, type Bench } from './fixtures';

const page = (body: string): string => `<!doctype html><meta charset="utf-8"><body>${body}</body>`;
const table = (heads: string[], ...rows: string[][]): string =>
  page(`<h1>Returns</h1><table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`);
const saved = (id: string) => byHand.find((one) => one.id === id)!;

/** One page of each, and what is to be read on it: the number of the order, or those of the requests of a list. */
const standIns: Record<OptionalPlatformId, { url: string; html: string; order: string } | { url: string; html: string; orders: string[] }> = {
  shopee: { ...saved('shopee-brazil'), order: '260530QWERTY12' },
  ebay: { ...saved('ebay-united-states'), order: '12-34567-89012' },
  amazon: { ...saved('amazon-one-return'), order: '111-2222222-3333333' },
  shopify: { url: 'https://admin.shopify.com/store/my-shop/orders/5123456789', html: page('<main><h1>Return</h1><dl><dt>Order number</dt><dd>1001</dd><dt>Return number</dt><dd>1001-R1</dd><dt>Return reason</dt><dd>Item was damaged</dd><dt>Refund type</dt><dd>Refund only</dd></dl></main>'), order: '1001' },
  tiktok: { url: 'https://seller-us.tiktok.com/order/return', html: table(['Return ID', 'Order ID', 'Return reason', 'Status'], ['4035250000000000001', '576460752303423488', 'Item damaged', 'Pending'], ['4035250000000000002', '576460752303423489', 'Wrong item', 'Pending']), orders: ['576460752303423488', '576460752303423489'] },
  lazada: { url: 'https://sellercenter.daraz.pk/apps/order/reverse', html: table(['Return Order Number', 'Order Number', 'Reason', 'Status'], ['1234567890001', '2234567890123', 'Damaged', 'Pending'], ['1234567890002', '2234567890124', 'Wrong item', 'Pending']), orders: ['2234567890123', '2234567890124'] },
  temu: { url: 'https://agentseller.temu.com/mmsos/return-refund-list.html', html: table(['PO number', 'Reason', 'Status'], ['PO-211-12345678901234', 'Damaged', 'Pending'], ['PO-211-12345678901235', 'Wrong item', 'Pending']), orders: ['PO-211-12345678901234', 'PO-211-12345678901235'] },
};
const names: Record<OptionalPlatformId, string> = { shopee: 'Shopee', tiktok: 'TikTok Shop', lazada: 'Lazada', amazon: '亚马逊', ebay: 'eBay', temu: 'Temu', shopify: 'Shopify' };

type Session = { chrome: { storage: { session: { get(): Promise<Record<string, Record<number, { caseId?: string | null; platform: string; rows?: { orderId: string }[] }>>> } }; scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> } } };
/** What the background knows of the pages open now, by platform. */
const known = (options: Page, platform: string) =>
  options.evaluate(async (wanted) => {
    const { tabCases = {}, tabLists = {} } = await (globalThis as unknown as Session).chrome.storage.session.get();
    const shown = [...Object.values(tabCases), ...Object.values(tabLists)].filter((one) => one.platform === wanted);
    return { cases: shown.flatMap((one) => one.caseId ?? []), orders: shown.flatMap((one) => one.rows ?? []).map((row) => row.orderId) };
  }, platform);
const guards = (options: Page) => options.evaluate(async () => (await (globalThis as unknown as Session).chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id).filter((id) => id.startsWith('guard-')).sort());
const caseOf = (options: Page, id: string) =>
  options.evaluate(
    (key) => new Promise<{ claim: { orderId: string } } | undefined>((resolve) => {
      indexedDB.open('yantu').onsuccess = (event) => {
        const database = (event.target as IDBOpenDBRequest).result;
        database.transaction('cases').objectStore('cases').get(key).onsuccess = (found) => (database.close(), resolve((found.target as IDBRequest).result));
      };
    }),
    id,
  );

const late = { timeout: 30_000 };
let bench: Bench;
let options: Page;
beforeAll(async () => {
  // What the browser's own question, answered with yes, would allow; the answer itself no script can give.
  bench = await startBench({ granted: optionalMatches });
  const photo = await plainPhoto('allium-oreophilum', 320);
  for (const { url, html } of Object.values(standIns)) bench.standIn.route((address) => (address.href === url ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html } : null));
  bench.standIn.route((address) => (/susercontent|ebayimg/.test(address.host) ? { headers: { 'content-type': 'image/jpeg' }, body: photo } : null));
  options = await bench.open('options');
});
afterAll(() => bench?.stop());

const tick = (id: OptionalPlatformId) => options.getByRole('checkbox', { name: new RegExp(`^${names[id]}`) });

test('refused: the tick does not stay, a sentence says so, and nothing is put into the pages', async () => {
  const asked = await bench.context.newPage();
  // The browser's own question cannot be pressed from here; this is its answer "no".
  await asked.addInitScript(() => {
    // Newer Chromium has both names.
    for (const api of [(globalThis as { chrome?: { permissions?: object } }).chrome, (globalThis as { browser?: { permissions?: object } }).browser]) {
      if (api?.permissions) Object.defineProperty(api.permissions, 'request', { value: (_wanted: object, answer?: (granted: boolean) => void) => (answer?.(false), Promise.resolve(false)) });
    }
  });
  await asked.goto(`chrome-extension://${bench.extensionId}/options.html`);
  await asked.getByRole('checkbox', { name: 'eBay' }).click();
  await asked.getByText('浏览器未授予 eBay 的网站访问权限，未启用；可再次勾选。').waitFor();
  await expect.poll(() => asked.getByRole('checkbox', { name: 'eBay' }).isChecked(), late).toBe(false);
  expect(await guards(options)).toEqual([]);
  await asked.close();
});

describe.each(optionalPlatformIds)('%s', (id) => {
  test('switched on, its page is read; nothing was read before', async () => {
    const standIn = standIns[id];
    const tab = await bench.context.newPage();
    await tab.goto(standIn.url);
    expect(await known(options, id)).toEqual({ cases: [], orders: [] });
    // The tick follows the browser's answer.
    await tick(id).click();
    await expect.poll(() => tick(id).isChecked(), late).toBe(true);
    // The page that is open already is looked at without loading it again.
    if ('orders' in standIn) await expect.poll(async () => (await known(options, id)).orders, late).toEqual(standIn.orders);
    else {
      await expect.poll(async () => (await known(options, id)).cases.length, late).toBe(1);
      const [caseId] = (await known(options, id)).cases;
      await expect.poll(async () => (await caseOf(options, caseId!))?.claim.orderId, late).toBe(standIn.order);
      await tab.locator('yantu-chip button').waitFor();
    }
    await tab.close();
  });
});

test('switched off again, no guard is left on its pages', async () => {
  await expect.poll(() => guards(options), late).toEqual(optionalPlatformIds.map((id) => `guard-${id}`).sort());
  for (const id of optionalPlatformIds) {
    await tick(id).click();
    await expect.poll(() => tick(id).isChecked(), late).toBe(false);
  }
  await expect.poll(() => guards(options), late).toEqual([]);
});
