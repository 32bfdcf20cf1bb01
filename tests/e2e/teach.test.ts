import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kits } from '../fixtures/pages/kits';
import { addressOfPage, expected, first, pairsOf, second, type Unheard } from '../lib/platforms/taught/teach';
import { aigcPacket, plainPhoto, withXmp } from '../stand-in/photos';
import { startBench, type Bench } from './fixtures';

let bench: Bench;
const folder = mkdtempSync(join(tmpdir(), 'yantu-teach-'));
const html = (claim: Unheard) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>纠纷单</title></head><body><h2>纠纷单</h2>${kits['plain-table'](pairsOf(claim))}<script>window.heard = 0; for (const type of ['click', 'keydown', 'mousedown']) addEventListener(type, () => window.heard++);</script></body></html>`;
const markup = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

beforeAll(async () => {
  bench = await startBench({ granted: ['<all_urls>'] });
  const [labelled, plain] = [withXmp(await plainPhoto('allium-oreophilum', 400), aigcPacket()), await plainPhoto('airplane-from-above', 400)];
  bench.standIn.route((address) => {
    for (const claim of [first, second]) {
      if (address.href === addressOfPage(claim)) return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html(claim) };
      // No CORS header: the page itself may not read its own pictures.
      if (claim.pictures.includes(address.href)) return { headers: { 'content-type': 'image/jpeg' }, body: address.href === claim.pictures[0] ? labelled : plain };
    }
    return null;
  });
});
afterAll(async () => {
  await bench?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const stored = (page: Page, id: string) =>
  page.evaluate(
    (key) =>
      new Promise<{ claim: Record<string, unknown>; status: string }>((resolve) => {
        const asked = indexedDB.open('yantu');
        asked.onsuccess = () => {
          const got = asked.result.transaction('cases').objectStore('cases').get(key);
          got.onsuccess = () => resolve(got.result as never);
        };
      }),
    id,
  );

test('an unknown page is taught by pointing, read at once, and every later page of its kind by itself', async () => {
  const page = await bench.context.newPage();
  await page.goto(addressOfPage(first));
  const before = await markup(page);
  const panel = await bench.open('sidepanel', `?tab=${await bench.tabId(page)}`);
  await page.bringToFront();
  await panel.getByRole('button', { name: '教它认识这个页面' }).click();
  const card = page.locator('yantu-teach .card');
  await card.waitFor();
  const row = (name: string) => card.getByRole('button', { name: new RegExp(`^${name}`) }).first();
  // One click takes the whole gallery.
  await page.locator('img').nth(1).click();
  await card.getByText('3 张图片').waitFor();
  // The order number by keyboard alone: choose the row, step to the text, take it.
  await row('订单编号').focus();
  await page.keyboard.press('Enter');
  for (let steps = 0; steps < 40 && !(await card.getByRole('status').textContent())!.includes(first.orderId); steps += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await card.getByText('已试读').waitFor();
  for (const [name, value] of [['退款金额', first.amount], ['申请原因', first.reason], ['售后编号', first.afterSaleId], ['申请类型', first.type], ['申请时间', first.appliedAt], ['买家描述', first.description]] as const) {
    await row(name).click();
    await page.getByText(value, { exact: true }).first().click();
  }
  await row('申请类型').filter({ hasText: '仅退款' }).waitFor();
  await row('退款金额').filter({ hasText: '49.90' }).waitFor();
  await card.getByRole('button', { name: '保存并读取' }).click();
  await panel.getByText('/ 100').waitFor({ timeout: 200_000 });
  expect(await page.locator('yantu-teach').count()).toBe(0);
  // Nothing of the page was changed, and it heard nothing of what was done on it.
  await page.locator('yantu-chip').waitFor({ state: 'attached', timeout: 5000 }).catch(() => undefined);
  expect((await markup(page)).replace(/<yantu-chip><\/yantu-chip>/, '')).toBe(before);
  expect(await page.evaluate(() => (globalThis as unknown as { heard: number }).heard)).toBe(0);
  expect(Number((await panel.locator('.score-number').textContent())!.split('/')[0])).toBeGreaterThan(50);

  const id = String(await panel.evaluate(() => new Promise((resolve) => {
    const asked = indexedDB.open('yantu');
    asked.onsuccess = () => {
      const keys = asked.result.transaction('cases').objectStore('cases').getAllKeys();
      keys.onsuccess = () => resolve(keys.result[0]);
    };
  })));
  expect(id).toMatch(/^taught-[0-9a-f]{12}:7700112233445$/);
  expect((await stored(panel, id)).claim).toMatchObject({ ...expected(first), platform: 'manual', recipe: { checkedOn: 'taught', taught: { revision: 1 } } });

  const next = await bench.context.newPage();
  await next.goto(addressOfPage(second));
  const chip = next.locator('yantu-chip button').filter({ hasText: /支持 · 2 张/ });
  await chip.waitFor({ timeout: 200_000 });
  expect((await stored(panel, id.replace(first.afterSaleId, second.afterSaleId))).claim).toMatchObject(expected(second));
});

test('the recipe goes out as a file and comes back; a hostile one is refused with a sentence', async () => {
  const options = await bench.open('options');
  const taught = options.locator('section:has(> div[data-taught])');
  await taught.waitFor();
  const [download] = await Promise.all([options.waitForEvent('download'), taught.getByRole('button', { name: '导出' }).click()]);
  const file = join(folder, 'recipe.json');
  await download.saveAs(file);
  const recipe = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  expect(JSON.stringify(recipe)).not.toMatch(new RegExp([first.orderId, first.afterSaleId, first.reason, first.description].join('|')));
  const picker = options.locator('input[type=file][accept*=json]');
  writeFileSync(join(folder, 'hostile.json'), JSON.stringify({ ...recipe, imageHosts: ['*.com.cn'] }));
  await picker.setInputFiles(join(folder, 'hostile.json'));
  await options.getByText('配方的“图片域名”范围过大，未导入').waitFor();
  options.on('dialog', (dialog) => void dialog.accept());
  await taught.getByRole('button', { name: '移除' }).click();
  await options.getByText('还没有教过页面').waitFor();
  await picker.setInputFiles(file);
  await options.getByText(/^导入配方：/).waitFor();
  await options.getByText('注意：图片来自该页面以外的网站：*.unheard-cdn.com').waitFor();
  await options.getByRole('button', { name: '导入并允许' }).click();
  await options.locator('[data-taught]').waitFor();
});
