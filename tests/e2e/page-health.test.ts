import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madePageHtml, madePageUrl, type MadePage } from '../stand-in/made-page';
import { startBench, type Bench } from './fixtures';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

type ChromeOfPage = { chrome: { downloads: { search(query: object): Promise<{ state: string; filename: string }[]> } } };

test('a page that has changed: what is missing is named, and a sample without anybody’s data can be looked through and saved', async () => {
  const made: MadePage = { afterSaleId: '26112700000051', orderId: '261127-000000000000051', images: [], description: '我叫欧阳震华，电话 13812345678' };
  const url = madePageUrl(made).replace(/&orderSn=.*/, '');
  bench.standIn.route((address) => (address.href === url ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: madePageHtml(made).replace('订单编号', '单据').replace('退款金额', '款项') } : null));
  const page = await bench.context.newPage();
  await page.goto(url);
  await page.locator('yantu-chip button', { hasText: '此页面结构已变化' }).waitFor();
  const panel = await bench.open('sidepanel', `?tab=${await bench.tabId(page)}`);
  await panel.getByRole('button', { name: '检查此页的读取情况' }).click();
  const box = panel.getByRole('region', { name: '此页读到了什么' });
  await box.getByRole('status').filter({ hasText: /没有读到：.*订单编号.*退款金额/ }).waitFor();
  await box.getByRole('row', { name: /售后编号/ }).filter({ hasText: '26112700000051' }).waitFor();
  await box.getByText('脱敏页面样本').click();
  const sample = box.getByRole('textbox', { name: '样本内容' });
  await expect.poll(() => sample.inputValue()).toContain('售后编号');
  const shown = await sample.inputValue();
  for (const secret of ['欧阳震华', '13812345678', '26112700000051', '000000000000051']) expect(shown).not.toContain(secret);
  await box.getByRole('button', { name: '保存样本' }).click();
  await box.getByText('已保存').waitFor();
  await expect.poll(async () => (await panel.evaluate(() => (globalThis as unknown as ChromeOfPage).chrome.downloads.search({}))).filter((one) => one.state === 'complete').length).toBe(1);
  const saved = (await panel.evaluate(() => (globalThis as unknown as ChromeOfPage).chrome.downloads.search({})))[0]!;
  expect(readFileSync(saved.filename, 'utf8')).toBe(shown);
});
