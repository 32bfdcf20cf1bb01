import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { savedBundle } from '../stand-in/browser';
import { aigcPacket, plainPhoto, withXmp } from '../stand-in/photos';
import { startBench, type Bench } from './fixtures';

let bench: Bench;
const folder = mkdtempSync(join(tmpdir(), 'yantu-any-'));
beforeAll(async () => {
  bench = await startBench({ granted: ['<all_urls>'] });
});
afterAll(async () => {
  await bench?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('two files and typed facts: one case with score, letter and bundle, from no page at all', async () => {
  const files = [withXmp(await plainPhoto('allium-oreophilum', 480), aigcPacket()), await plainPhoto('airplane-from-above', 480), Buffer.from('no picture')].map((bytes, index) => {
    const name = join(folder, ['one.jpg', 'two.jpg', 'notes.txt'][index]!);
    writeFileSync(name, bytes);
    return name;
  });
  const panel = await bench.open('sidepanel');
  await panel.locator('input[type=file]').first().setInputFiles(files);
  await panel.getByText('/ 100').waitFor({ timeout: 200_000 });
  await expect.poll(() => panel.locator('.thumbs button').count()).toBe(2);
  await panel.getByRole('tab', { name: '申诉' }).click();
  await panel.getByText('填写订单编号').first().filter({ hasText: '没有可用的订单编号' }).waitFor();
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await panel.getByText(/^请填写订单编号/).waitFor();
  await panel.getByLabel(/^订单编号/).fill('3988776655443322');
  await panel.getByLabel('平台', { exact: true }).selectOption({ label: '淘宝/天猫' });
  await panel.getByLabel(/^退款金额/).fill('49.90');
  await panel.getByRole('button', { name: '保存', exact: true }).click();
  await panel.getByRole('button', { name: '修改订单信息' }).waitFor();
  await panel.getByText('/ 100').waitFor({ timeout: 200_000 });
  const letter = panel.getByRole('textbox', { name: '申诉草稿' });
  await letter.waitFor();
  await expect.poll(() => letter.inputValue(), { timeout: 60_000 }).toContain('3988776655443322');
  await expect.poll(() => letter.inputValue(), { timeout: 60_000 }).toContain('49.90元');
  await panel.getByRole('tab', { name: '证据' }).click();
  await panel.getByRole('button', { name: '导出证据包' }).click();
  const { pdf, zip } = await savedBundle(panel, -1);
  const members = unzipSync(zip);
  const claim = JSON.parse(new TextDecoder().decode(members['claim.json'])) as { orderId: string; platform: string; typed: { at: string }; recipe: unknown };
  expect(claim).toMatchObject({ orderId: '3988776655443322', platform: 'taobao', recipe: null, typed: { at: expect.stringMatching(/^20/) } });
  expect(Object.keys(members).filter((name) => name.startsWith('originals/'))).toHaveLength(2);
  const printed = join(folder, 'report.pdf');
  writeFileSync(printed, pdf);
  const text = execFileSync('pdftotext', [printed, '-'], { encoding: 'utf8' });
  expect(text).toContain('3988776655443322');
  expect(text.replace(/\s/g, '')).toContain('未从平台页面读取');
});

test('a rectangle drawn on any page becomes a picture, marked as a screenshot, that weighs nothing', async () => {
  const address = 'https://chat.example.com/talk';
  bench.standIn.route((url) => (url.href === address ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<!doctype html><body style="margin:0;background:#fff"><div style="position:absolute;left:100px;top:100px;width:300px;height:200px;background:rgb(200,30,40)"></div></body>' } : null));
  const page = await bench.context.newPage();
  await page.goto(address);
  const panel = await bench.open('sidepanel', `?tab=${await bench.tabId(page)}`);
  await page.bringToFront();
  await panel.getByRole('button', { name: '截取画面区域' }).click();
  await page.locator('yantu-region .take').waitFor();
  await page.mouse.move(120, 120);
  await page.mouse.down();
  await page.mouse.move(300, 250);
  await page.mouse.up();
  await page.keyboard.press('Enter');
  await panel.getByText('/ 100').waitFor({ timeout: 200_000 });
  expect(await page.locator('yantu-region').count()).toBe(0);
  await panel.getByText('截图：元数据与压缩痕迹不代表原图').waitFor();
  const picture = await panel.locator('.figure img').evaluate(async (image) => Array.from(new Uint8Array(await (await fetch((image as HTMLImageElement).src)).arrayBuffer())));
  const { data, info } = await sharp(Buffer.from(picture)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([180, 130]);
  expect([...data.subarray(0, 3)]).toEqual([200, 30, 40]);
  expect([...data.subarray(data.length - 3)]).toEqual([200, 30, 40]);
  await panel.locator('[data-analyser=ai-label]').filter({ hasText: '不适用' }).first().waitFor({ state: 'attached' });
});

test('right-click on a picture whose server lets no page read it: once its host is allowed the very bytes are taken, and join the current case', async () => {
  const [address, picture] = ['https://forum.example.com/thread', 'https://cdn.example.net/upload/1.jpg'];
  const bytes = await plainPhoto('allium-oreophilum', 400);
  bench.standIn.route((url) => (url.href === address ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: `<!doctype html><img width="200" src="${picture}">` } : url.href === picture ? { headers: { 'content-type': 'image/jpeg' }, body: bytes } : null));
  const page = await bench.context.newPage();
  await page.goto(address);
  const tabId = await bench.tabId(page);
  const click = (menuItemId: string) =>
    bench.worker.evaluate(
      ([item, srcUrl, pageUrl, tab]) => {
        const { contextMenus } = (globalThis as unknown as { chrome: { contextMenus: { onClicked: { dispatch(info: object, tab: object): void } } } }).chrome;
        contextMenus.onClicked.dispatch({ menuItemId: item, srcUrl, pageUrl, frameId: 0 }, { id: tab, windowId: -2 });
      },
      [menuItemId, picture, address, tabId] as const,
    );
  const panel = await bench.open('sidepanel', `?tab=${tabId}`);
  await click('check-image');
  await panel.getByText('/ 100').waitFor({ timeout: 200_000 });
  await panel.getByText('按图片地址取得').waitFor();
  const taken = await panel.locator('.figure img').evaluate(async (image) => Array.from(new Uint8Array(await (await fetch((image as HTMLImageElement).src)).arrayBuffer())));
  expect(Buffer.from(taken).equals(Buffer.from(bytes))).toBe(true);
  // The same picture again, into the current case: it is held already.
  await click('add-image');
  await panel.waitForTimeout(1500);
  expect(await panel.locator('.thumbs button').count()).toBe(1);
  expect(bench.context.pages().some((one) => one.url() === picture)).toBe(false);
});
