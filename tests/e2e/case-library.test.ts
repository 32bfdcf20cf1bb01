import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { savedBundle } from '../stand-in/browser';
import { madePageHtml, madePageUrl, type MadePage } from '../stand-in/made-page';
import { plainPhoto } from '../stand-in/photos';
import { examined, startBench, type Bench } from './fixtures';

type ChromeOfPage = { chrome: { downloads: { search(query: object): Promise<{ id: number; state: string; filename: string }[]> } } };

const folder = mkdtempSync(join(tmpdir(), 'yantu-library-'));
const image = (name: string) => `https://img.pddpic.com/evidence-stand-in/${name}.jpeg`;
const goods = 'https://img.pddpic.com/goods/cup.jpeg';
const first: MadePage = { afterSaleId: '26112000000021', orderId: '261120-000000000000021', images: [image('first')], goods, buyer: '小山的猫', amount: '49.90' };
const second: MadePage = { afterSaleId: '26112000000022', orderId: '261120-000000000000022', images: [image('again')], goods, buyer: '小山的猫', amount: '80.10' };

let bench: Bench;
let panel: Page;
let video: Buffer;
const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  bench = await startBench();
  const [shot, listing] = await Promise.all([plainPhoto('airplane-from-above', 640), plainPhoto('allium-oreophilum', 320)]);
  bench.standIn.route(({ href, origin, pathname }) => {
    for (const made of [first, second]) if (href === madePageUrl(made)) return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: madePageHtml(made) };
    const body = origin + pathname === goods ? listing : pathname.startsWith('/evidence-stand-in/') ? shot : null;
    return body && { headers: { 'content-type': 'image/jpeg' }, body };
  });
  writeFileSync(join(folder, 'own.jpg'), await plainPhoto('french-alpine-landscape', 640));
});
afterAll(async () => {
  await bench?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function openPanel(made: MadePage): Promise<Page> {
  const page = await bench.context.newPage();
  await page.goto(madePageUrl(made));
  await examined(page, 1);
  const opened = await bench.open('sidepanel', `?tab=${await bench.tabId(page)}`);
  await opened.getByText('/ 100').waitFor();
  return opened;
}

/** A second and a half of a moving square, recorded by the browser itself. */
async function recorded(page: Page): Promise<Buffer> {
  return Buffer.from(
    await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 160;
      const pen = canvas.getContext('2d')!;
      const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm;codecs=vp8' });
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      const stopped = new Promise((done) => recorder.addEventListener('stop', done));
      recorder.start();
      for (let k = 0; k < 30; k++) {
        pen.fillStyle = `hsl(${k * 12} 70% 50%)`;
        pen.fillRect(0, 0, 160, 160);
        pen.fillStyle = '#fff';
        pen.fillRect(4 * k, 60, 40, 40);
        await new Promise((done) => setTimeout(done, 50));
      }
      recorder.stop();
      await stopped;
      return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
    }),
  );
}

test('a packing video is hashed, gives frames to its own order, and stands in the bundle with its time', async () => {
  panel = await openPanel(first);
  await panel.getByText(/本店图片 \(\d+\)/).click();
  await panel.locator('details input[type=file]').first().setInputFiles(join(folder, 'own.jpg'));
  // Two, or with the frames five where this is a second try.
  await panel.getByText(/本店图片 \([25]\)/).waitFor();
  await expect.poll(() => panel.locator('.score-number').count(), { timeout: 120_000 }).toBe(1);
  video = await recorded(panel);
  await panel.getByRole('tab', { name: '证据' }).click();
  await panel.locator('input[type=file][accept*=video]').setInputFiles({ name: '发货录像.webm', mimeType: 'video/webm', buffer: video });
  await panel.getByText('发货录像.webm 已加入，截取 3 帧').waitFor({ timeout: 120_000 });
  await panel.getByText(hex(video)).waitFor();
  await expect.poll(() => panel.getByRole('button', { name: '导出证据包' }).isEnabled(), { timeout: 120_000 }).toBe(true);
  await panel.getByRole('button', { name: '导出证据包' }).click();
  const { pdf, zip } = await savedBundle(panel, -1);
  const members = unzipSync(zip);
  for (const [name, count] of [['商品图', 1], ['补充图', 4]] as const) await expect.poll(() => panel.getByRole('rowheader', { name }).count()).toBe(count);
  const kept = Object.entries(members).filter(([, bytes]) => hex(bytes) === hex(video));
  expect(kept.map(([name]) => name)).toEqual([expect.stringMatching(/\.webm$/)]);
  expect(new TextDecoder().decode(members['SHA256SUMS'])).toContain(hex(video));
  if (spawnSync('which', ['pdftotext']).status !== 0) return console.log('poppler is absent: the timeline was not read back');
  writeFileSync(join(folder, 'report.pdf'), pdf);
  const text = execFileSync('pdftotext', ['-layout', join(folder, 'report.pdf'), '-'], { encoding: 'utf8' }).replace(/\s/g, '');
  expect(text).toMatch(/20\d\d-\d\d-\d\d\d\d:\d\d:\d\d打包视频录制（发货录像\.webm）/);
});

test('a later claim of the same buyer on the same product: own picture at hand, the photograph seen before, count and sum told', async () => {
  panel = await openPanel(second);
  // Listing picture and the one added for the first claim; the frames of the first parcel stay with it.
  await panel.getByText(/本店图片 \(2\)/).waitFor();
  await panel.getByText('买家 小**猫 在本机另有 1 笔申请，合计 ¥49.90').waitFor();
  const reused = panel.locator('[data-analyser=reused-image]');
  await reused.getByText('同一买家的另一笔售后申请').waitFor();
  await reused.getByAltText('该案卷的图片').waitFor();
  await reused.getByRole('button', { name: `打开案卷：${first.afterSaleId}` }).click();
  await panel.locator(`h1 [title="${first.afterSaleId}"]`).waitFor();
});

test('the library shows what it holds and for how long, and importing its own export changes nothing', async () => {
  await panel.getByRole('tab', { name: '案卷' }).click();
  await panel.getByText(/本机占用 \d+(\.\d)? (KB|MB|GB)，浏览器允许约 \d+(\.\d)? (MB|GB)；案卷最后更新满 \d+ 天后自动删除/).waitFor();
  const list = panel.getByRole('button', { name: /^拼多多 2611/ });
  await expect.poll(() => list.count()).toBe(2);
  await panel.getByRole('searchbox').fill('0000022');
  await expect.poll(() => list.count()).toBe(1);
  await panel.getByRole('searchbox').fill('');
  await panel.getByRole('button', { name: '导出全部案卷' }).click();
  await panel.getByText('已保存').waitFor();
  const saved = () => panel.evaluate(() => (globalThis as unknown as ChromeOfPage).chrome.downloads.search({})).then((all) => all.filter((one) => one.state === 'complete').sort((a, b) => b.id - a.id)[0]!);
  await expect.poll(async () => Object.keys(unzipSync(readFileSync((await saved()).filename)))).toContain('library.json');
  const file = { name: 'library.zip', mimeType: 'application/zip', buffer: readFileSync((await saved()).filename) };
  for (const _ of [1, 2]) {
    await panel.locator('input[type=file][accept=".zip"]').setInputFiles(file);
    await panel.getByText('已导入：新增 0，更新 0，未变 2').waitFor();
  }
  await expect.poll(() => list.count()).toBe(2);
  panel.once('dialog', (dialog) => void dialog.accept());
  await panel.getByRole('button', { name: new RegExp(`^删除案卷 .*${second.afterSaleId}`) }).click();
  await expect.poll(() => list.count()).toBe(1);
  await panel.locator('input[type=file][accept=".zip"]').setInputFiles(file);
  await panel.getByText('已导入：新增 1，更新 0，未变 1').waitFor();
  await expect.poll(() => list.count()).toBe(2);
});
