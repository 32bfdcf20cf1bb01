import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchExtension, savedBundle, type ExtensionBrowser } from '../tests/stand-in/browser';
import { standInPages } from '../tests/stand-in/pages';
import { appliedYesterday, inventedClaim, serveRefundPage } from '../tests/stand-in/refund-page';
import { StandIn } from '../tests/stand-in/server';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, 'demo-output');
const extension = join(root, '.output/chrome-mv3');
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform === 'win32' || process.platform === 'darwin';
const headed = hasDisplay && !process.env.CI;
const say = (text: string) => console.log(text);


/** One click on 导出证据包: the two files it saves. */
async function exportBundle(popup: Page, folder: string, name: string): Promise<string[]> {
  await popup.getByRole('button', { name: '导出证据包' }).click();
  const { pdf, zip } = await savedBundle(popup, -1);
  const files = [join(folder, `${name}.pdf`), join(folder, `${name}.zip`)];
  writeFileSync(files[0]!, pdf);
  writeFileSync(files[1]!, zip);
  return files;
}

say('构建扩展… (building the extension)');
execFileSync('npx', ['wxt', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });

const standIn = new StandIn();
await standIn.start();
let browser: ExtensionBrowser | null = null;
for (const { platform, kit } of standInPages) {
  // A fresh profile each: the same photographs serve all four, and the extension would tell that they were used before.
  await browser?.close();
  browser = await launchExtension({ extension, port: standIn.port, headless: !headed });
  const stored = appliedYesterday(inventedClaim(platform), new Date());
  const folder = join(output, platform);
  mkdirSync(folder);
  await serveRefundPage(standIn, stored, kit);
  const page = await browser.context.newPage();
  await page.goto(stored.url);
  say(`\n${platform}  ${stored.url}`);
  const chip = page.locator('yantu-chip button');
  await chip.filter({ hasText: '支持' }).waitFor({ timeout: 300_000 });
  say(`  页面标记: ${await chip.textContent()}`);
  await page.screenshot({ path: join(folder, 'page.png') });
  const tabId = await browser.tabId(page);
  const popup = await browser.open('popup', `?tab=${tabId}`);
  await popup.setViewportSize({ width: 380, height: 600 });
  await popup.getByText('/ 100').waitFor();
  say(`  评分: ${(await popup.locator('.score-number').textContent())?.trim()}  ${await popup.locator('.score-words').textContent()}`);
  for (const line of await popup.locator('.finding-line').allTextContents()) say(`  ◆ ${line}`);
  await popup.screenshot({ path: join(folder, 'popup.png'), fullPage: true });
  const letter = await popup.locator('textarea').inputValue();
  writeFileSync(join(folder, 'letter.txt'), letter);
  say(`  申诉草稿 ${letter.length} 字: ${letter.slice(0, 60)}…`);
  const panel = await browser.open('sidepanel', `?tab=${tabId}`);
  await panel.setViewportSize({ width: 480, height: 1000 });
  await panel.locator('.figure img').first().waitFor();
  await panel.screenshot({ path: join(folder, 'sidepanel.png') });
  await panel.getByRole('tab', { name: '申诉' }).click();
  await panel.screenshot({ path: join(folder, 'sidepanel-appeal.png') });
  const files = await exportBundle(popup, folder, `yantu-${platform}-${stored.read.orderId}`);
  for (const file of files) say(`  ${file.slice(root.length)}`);
  const zip = files.find((file) => file.endsWith('.zip'));
  if (zip) say(spawnSync('npx', ['tsx', 'cli/verify.ts', zip], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' }).stdout.split('\n').filter((line) => !line.includes('\t')).map((line) => `  ${line}`).join('\n'));
}
// Chromium itself asks its maker about updates and accounts, with or without an extension.
const hosts = [...new Set(standIn.requests.map((request) => new URL(request.address).host))].filter((host) => !/(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com)$/.test(host));
say(`\n页面与扩展访问过的主机，不含 Chromium 自身的更新请求 (hosts that pages and extension asked, without Chromium's own): ${hosts.join(', ')}`);
if (process.argv.includes('--readme')) {
  mkdirSync(join(root, '.github/assets'), { recursive: true });
  for (const name of ['popup', 'sidepanel']) cpSync(join(output, 'pinduoduo', `${name}.png`), join(root, '.github/assets', `${name}.png`));
}
say(`输出在 demo-output/ (screenshots, PDF, ZIP and letter of each platform)`);
if (headed && browser) {
  const { context } = browser;
  say('浏览器保持打开；关闭它即结束。(The browser stays open; close it to end.)');
  await new Promise<void>((resolve) => context.on('close', () => resolve()));
} else await browser?.close();
await standIn.stop();
