import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imageHostAllowed } from '../../lib/platforms/original-address';
import { savedBundle } from '../stand-in/browser';
import { otherStandInPages, standInPages } from '../stand-in/pages';
import { inventedClaim, serveRefundPage } from '../stand-in/refund-page';
import { draftIn, examined, startBench, type Bench } from './fixtures';

const folder = mkdtempSync(join(tmpdir(), 'yantu-e2e-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What Chromium itself asks its maker, with or without an extension; the extension's policy lets it ask none of these. */
const browsersOwn = /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com)$/;
const has = (command: string) => spawnSync('which', [command]).status === 0;
const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.each([...standInPages, ...otherStandInPages])('$platform', ({ platform, kit }) => {
  const stored = inventedClaim(platform);
  let popup: Page;
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench();
  });
  afterAll(() => bench?.stop());

  test('opening the page brings the chip, the popup the score, the draft the right facts', async () => {
    await serveRefundPage(bench.standIn, stored, kit);
    const page = await bench.context.newPage();
    await page.goto(stored.url);
    expect(await examined(page, stored.evidence.length)).toMatch(/^验图 · .*支持 · \d+ 张$/);
    popup = await bench.open('popup', `?tab=${await bench.tabId(page)}`);
    await popup.getByText('/ 100').waitFor();
    expect(Number((await popup.locator('.score-number').textContent())!.split('/')[0])).toBeGreaterThanOrEqual(75);
    for (const reason of [/图 1 文件内写有 AI 内容标识/, /图 2 买家图片与商品图连同背景重合/]) await popup.locator('.finding-line', { hasText: reason }).first().waitFor();
    const draft = await draftIn(popup);
    expect(draft).toContain(stored.read.orderId);
    // An exchange asks for no money, and the letter names no sum then.
    if (Number(stored.read.amount!.value) > 0) expect(draft).toContain(stored.read.amount!.value);
    else expect(draft).not.toMatch(/\d元/);
    expect(draft).toMatch(/《.+》.*第.+条/);
    expect(draft.length).toBeLessThanOrEqual(200);
  });

  test('the letter goes into the page’s own box, only on the click', async () => {
    const page = bench.context.pages().find((one) => one.url() === stored.url)!;
    expect(await page.locator('label textarea').last().inputValue()).toBe('');
    await popup.getByRole('button', { name: '填入页面' }).click();
    await popup.getByText('已填入页面的输入框').waitFor();
    await expect.poll(() => page.locator('label textarea').last().inputValue()).toContain(stored.read.orderId);
  });

  test('one click makes a PDF that can be read and a ZIP whose manifest holds', async () => {
    await popup.getByRole('button', { name: '导出证据包' }).click();
    const { pdf, zip } = await savedBundle(popup, -1);
    await popup.getByText('证据包已保存到下载文件夹').waitFor();
    const members = unzipSync(zip);
    const originals = Object.entries(members).filter(([name]) => name.startsWith('originals/'));
    expect(originals.length).toBeGreaterThanOrEqual(stored.evidence.length);
    const home = join(folder, platform);
    mkdirs(home, members);
    execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: home });
    expect(JSON.parse(new TextDecoder().decode(members['claim.json'])).orderId ?? JSON.stringify(JSON.parse(new TextDecoder().decode(members['claim.json'])))).toContain(stored.read.orderId);
    expect(hex(pdf)).toBe(hex(members['report.pdf']!));
    if (!has('pdftotext')) return console.log('poppler is absent: the PDF was not read back');
    const file = join(home, 'report.pdf');
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    const flat = text.replace(/\s/g, '');
    expect(flat).toContain(stored.read.orderId);
    for (const [, bytes] of originals) expect(flat).toContain(hex(bytes));
    execFileSync('pdftoppm', ['-r', '40', '-gray', file, join(home, 'page')]);
    const first = execFileSync('sh', ['-c', `ls ${JSON.stringify(home)}/page*.pgm | head -1`], { encoding: 'utf8' }).trim();
    const pixels = readFileSync(first);
    const dark = pixels.subarray(20).reduce((count, value) => count + (value < 128 ? 1 : 0), 0);
    expect(dark / pixels.length).toBeGreaterThan(0.005);
  });

  test('during all of it the extension asked nobody but this platform’s picture hosts', () => {
    const others = bench.standIn.requests.filter(({ address }) => !browsersOwn.test(new URL(address).host));
    expect(others.some(({ address }) => imageHostAllowed(platform, address))).toBe(true);
    for (const { address, method } of others) {
      expect(method).toBe('GET');
      const known = imageHostAllowed(platform, address) || new URL(stored.url).host === new URL(address).host;
      expect(known, address).toBe(true);
    }
  });
});

function mkdirs(home: string, members: Record<string, Uint8Array>): void {
  for (const [name, bytes] of Object.entries(members)) {
    execFileSync('mkdir', ['-p', join(home, name, '..')]);
    writeFileSync(join(home, name), bytes);
  }
}
