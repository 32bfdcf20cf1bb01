import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { madePageHtml, madePageUrl, type MadePage } from '../stand-in/made-page';
import { labelledPhoto, plainPhoto } from '../stand-in/photos';
import type { Answer } from '../stand-in/server';
import { draftIn, examined, startBench, type Bench } from './fixtures';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

const image = (name: string) => `https://img.pddpic.com/evidence-stand-in/${name}.jpeg`;

/** PNG signature and IHDR of 30,000 × 30,000 pixels, and nothing after it. */
function hugePngHeader(): Uint8Array {
  const bytes = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(30_000, 16);
  bytes.writeUInt32BE(30_000, 20);
  bytes.set([8, 2, 0, 0, 0], 24);
  return bytes;
}

async function openMade(made: MadePage, pictures: Record<string, Answer>): Promise<Page> {
  bench.standIn.route((address) => {
    if (address.href === madePageUrl(made)) return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: madePageHtml(made) };
    return pictures[address.origin + address.pathname] ?? null;
  });
  const page = await bench.context.newPage();
  await page.goto(madePageUrl(made));
  return page;
}

test('every broken picture gets a sentence to act on, and the sound one is still examined', async () => {
  const photo = await plainPhoto('allium-oreophilum');
  const made: MadePage = { afterSaleId: '26112000000001', orderId: '261120-000000000000001', images: ['cut', 'zero', 'html', 'huge', 'endless', 'expired', 'sound'].map(image) };
  const page = await openMade(made, {
    [image('cut')]: { body: photo.subarray(0, Math.floor(photo.length / 3)) },
    [image('zero')]: { body: new Uint8Array(0) },
    [image('html')]: { headers: { 'content-type': 'image/jpeg' }, body: '<!doctype html><title>请登录</title>' },
    [image('huge')]: { headers: { 'content-type': 'image/png' }, body: hugePngHeader() },
    [image('endless')]: { headers: { 'content-type': 'image/jpeg', 'content-length': String(200 * 1024 * 1024) }, body: (response) => void response.write(Buffer.alloc(1024, 0xff)) },
    [image('expired')]: { status: 403, body: 'expired' },
    [image('sound')]: { body: await labelledPhoto('allium-oreophilum') },
  });
  await examined(page, 7);
  const popup = await bench.open('popup', `?tab=${await bench.tabId(page)}`);
  await popup.getByText('/ 100').waitFor();
  for (const said of ['图 1：文件不完整', '图 2：文件是空的', '图 3：服务器返回的不是图片', '图 4：像素数超出上限', '图 5：文件超过 40 MB', '图 6：图片地址已过期或拒绝访问（403）']) {
    await popup.locator('.notice', { hasText: said }).first().waitFor();
  }
  await popup.locator('.finding-line').first().filter({ hasText: '图 7' }).waitFor();
  expect(Number((await popup.locator('.score-number').textContent())!.split('/')[0])).toBeGreaterThanOrEqual(75);
});

test('script and direction marks in the buyer’s words stay text everywhere', async () => {
  const made: MadePage = {
    afterSaleId: '26112000000002', orderId: '261120-000000000000002', images: [image('plain')],
    description: '&lt;script&gt;window.pwned=1&lt;/script&gt;&lt;img src=x onerror="window.pwned=1"&gt;\u202E反过来\u202C',
  };
  const page = await openMade(made, { [image('plain')]: { body: await labelledPhoto('airplane-from-above') } });
  await examined(page, 1);
  const panel = await bench.open('sidepanel', `?tab=${await bench.tabId(page)}`);
  await panel.getByRole('tab', { name: '申诉' }).click();
  await panel.getByText('<script>window.pwned=1</script>', { exact: false }).first().waitFor();
  expect(await panel.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
  expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined();
  expect(await panel.locator('main script, main img[src="x"]').count()).toBe(0);
});

test('a page without its required fields says what is missing and since when, and makes no case', async () => {
  const made: MadePage = { afterSaleId: '26112000000003', orderId: '261120-000000000000003', images: [] };
  const html = '<!doctype html><meta charset="utf-8"><title>售后详情</title><h1>退款申请单</h1><p>欢迎使用新版页面</p>';
  bench.standIn.route((address) => (address.href === 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=26112000000003' ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: html } : null));
  const page = await bench.context.newPage();
  await page.goto(`https://mms.pinduoduo.com/aftersales-ssr/detail?id=${made.afterSaleId}`);
  await page.locator('yantu-chip button', { hasText: '此页面结构已变化' }).waitFor();
  const popup = await bench.open('popup', `?tab=${await bench.tabId(page)}`);
  await popup.getByText(/此页面结构已变化，配方核对于 \d{4}-\d{2}-\d{2}；仍可右键检查单张图片/).first().waitFor();
  expect(await popup.locator('.score').count()).toBe(0);
});

test('a single page app that moves to another request is followed', async () => {
  const first: MadePage = { afterSaleId: '26112000000004', orderId: '261120-000000000000004', images: [image('a')] };
  const second: MadePage = { ...first, afterSaleId: '26112000000005', orderId: '261120-000000000000005', images: [image('b')] };
  const page = await openMade(first, { [image('a')]: { body: await plainPhoto('airplane-from-above') }, [image('b')]: { body: await labelledPhoto('allium-oreophilum') } });
  await examined(page, 1);
  await page.evaluate(
    ([url, html]) => {
      history.pushState({}, '', url);
      const next = new DOMParser().parseFromString(html!, 'text/html');
      setTimeout(() => document.body.replaceChildren(...next.body.childNodes), 300);
    },
    [madePageUrl(second), madePageHtml(second)],
  );
  await page.locator('yantu-chip button', { hasText: '较强支持' }).waitFor({ timeout: 280_000 });
  const popup = await bench.open('popup', `?tab=${await bench.tabId(page)}`);
  expect(await draftIn(popup)).toContain(second.orderId);
});

test('the service worker stopped in mid-examination: the case goes on and nothing stored is lost', async () => {
  const made: MadePage = { afterSaleId: '26112000000006', orderId: '261120-000000000000006', images: ['s1', 's2', 's3'].map(image) };
  const page = await openMade(made, Object.fromEntries(await Promise.all(['s1', 's2', 's3'].map(async (name) => [image(name), { body: await labelledPhoto('french-alpine-landscape', 2400) }] as const))));
  await page.locator('yantu-chip button').waitFor();
  const stopper = await bench.context.newPage();
  const session = await bench.context.newCDPSession(stopper);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopper.close();
  expect(await examined(page, 3)).toMatch(/3 张/);
  const panel = await bench.open('sidepanel', `?case=${encodeURIComponent(`pinduoduo:${made.afterSaleId}`)}`);
  await panel.getByText('/ 100').waitFor();
  await panel.getByRole('tab', { name: '证据' }).click();
  expect((await panel.locator('td.mono').allTextContents()).filter((text) => /^[0-9a-f]{64}$/.test(text))).toHaveLength(3);
});
