import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madePageHtml, madePageUrl, type MadePage } from '../stand-in/made-page';
import { crackedCopy, plainPhoto } from '../stand-in/photos';
import { examined, startBench, type Bench } from './fixtures';

let bench: Bench;
const folder = mkdtempSync(join(tmpdir(), 'yantu-own-'));
beforeAll(async () => {
  bench = await startBench();
});
afterAll(async () => {
  await bench?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const image = (name: string) => `https://img.pddpic.com/evidence-stand-in/${name}.jpeg`;

async function openMade(made: MadePage, pictures: Record<string, Uint8Array>): Promise<Page> {
  bench.standIn.route((address) => {
    if (address.href === madePageUrl(made)) return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: madePageHtml(made) };
    const body = pictures[address.origin + address.pathname];
    return body ? { headers: { 'content-type': 'image/jpeg' }, body } : null;
  });
  const page = await bench.context.newPage();
  await page.goto(madePageUrl(made));
  return page;
}

test('one photograph used for two orders is found, and the earlier claim is named', async () => {
  const photo = await plainPhoto('airplane-from-above');
  const first: MadePage = { afterSaleId: '26112000000011', orderId: '261120-000000000000011', images: [image('first')] };
  const second: MadePage = { afterSaleId: '26112000000012', orderId: '261120-000000000000012', images: [image('second')] };
  await examined(await openMade(first, { [image('first')]: photo }), 1);
  const page = await openMade(second, { [image('second')]: photo });
  await examined(page, 1);
  const popup = await bench.open('popup', `?tab=${await bench.tabId(page)}`);
  await popup.getByText('/ 100').waitFor();
  await popup.locator('.finding-line', { hasText: '另一笔售后申请' }).filter({ hasText: '逐字节相同' }).first().waitFor();
});

test('a picture of the merchant’s own, added in the panel, is compared at once and shown side by side', async () => {
  const made: MadePage = { afterSaleId: '26112000000013', orderId: '261120-000000000000013', images: [image('copy')] };
  const page = await openMade(made, { [image('copy')]: await crackedCopy('french-alpine-landscape') });
  await examined(page, 1);
  const panel = await bench.open('sidepanel', `?tab=${await bench.tabId(page)}`);
  await panel.getByText('/ 100').waitFor();
  expect(await panel.locator('[data-analyser=listing-match] .mark.suspicious').count()).toBe(0);
  const own = join(folder, 'own.jpg');
  writeFileSync(own, await plainPhoto('french-alpine-landscape'));
  await panel.getByText(/本店图片 \(\d+\)/).click();
  await panel.locator('details input[type=file]').first().setInputFiles(own);
  await panel.getByText('已添加 1 张，正在重新检验').waitFor();
  await panel.locator('[data-analyser=listing-match]').getByText('连同背景重合').waitFor({ timeout: 280_000 });
  const slider = panel.getByRole('slider', { name: '移动分界线' });
  await slider.waitFor();
  await slider.fill('90');
  expect(await panel.getByAltText('本店图片', { exact: true }).evaluate((element) => (element as HTMLElement).style.clipPath)).toContain('10%');
});
