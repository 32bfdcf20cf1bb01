import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firefoxPath } from '../../cli/firefox.mjs';
import { launchFirefox, type FirefoxBench } from '../stand-in/firefox';
import { standInPages } from '../stand-in/pages';
import { inventedClaim, serveRefundPage } from '../stand-in/refund-page';
import { StandIn } from '../stand-in/server';

const executablePath = firefoxPath();
if (executablePath === null) console.log('no Firefox on this machine (FIREFOX_PATH, firefox-esr, firefox): these tests are skipped');
const root = fileURLToPath(new URL('../..', import.meta.url));
const extension = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));

/** Asks the page again and again, since in Firefox no wait of the driver reaches into shadow roots or pages of an extension. */
async function until<T, A>(page: Page, ask: (given: A) => T | null, timeout = 200_000, given?: A): Promise<T> {
  for (const end = Date.now() + timeout; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 400))) {
    const answer = await page.evaluate(ask as (given: unknown) => T | null, given).catch(() => null);
    if (answer !== null) return answer as T;
  }
  throw new Error(`not seen in time on ${page.url()}: ${await page.evaluate(() => document.body.innerText.slice(0, 600)).catch(String)}`);
}

describe.skipIf(executablePath === null)('in Firefox', () => {
  const standIn = new StandIn();
  let bench: FirefoxBench;
  beforeAll(async () => {
    execFileSync('npx', ['wxt', 'build', '-b', 'firefox', '--mv3'], { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' });
    await standIn.start();
    bench = await launchFirefox({ executablePath: executablePath!, extension, port: standIn.port });
  }, 240_000);
  afterAll(async () => {
    await bench?.stop();
    await standIn.stop();
  });

  test.each(standInPages.filter(({ platform }) => platform === 'pinduoduo' || platform === 'taobao'))('$platform: page, chip, sidebar with score and letter', async ({ platform, kit }) => {
    const stored = inventedClaim(platform);
    await serveRefundPage(standIn, stored, kit);
    const page = await bench.browser.newPage();
    await page.goto(stored.url);
    // The third picture of the page gets its address late: the chip may say 2 first.
    await until(page, (words) => (new RegExp(words).test(document.querySelector('yantu-chip')?.shadowRoot?.querySelector('button')?.textContent ?? '') ? true : null), 200_000, `支持 · ${stored.evidence.length} 张$`);
    // What the sidebar shows is this page, opened on the case of the tab it follows.
    const panel = await bench.open('popup.html');
    const tabId = await panel.evaluate(async (url) => {
      const { browser } = globalThis as unknown as { browser: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } } };
      return (await browser.tabs.query({})).find((tab) => tab.url === url)!.id;
    }, stored.url);
    await panel.close();
    const popup = await bench.open(`popup.html?tab=${tabId}`);
    const shown = await until(popup, () => {
      const score = document.querySelector('.score-number')?.textContent ?? '';
      const letter = document.querySelector('textarea')?.value ?? '';
      return /\d/.test(score) && letter !== '' ? { score, letter } : null;
    }, 60_000);
    expect(Number(shown.score.split('/')[0])).toBeGreaterThanOrEqual(75);
    expect(shown.letter).toContain(stored.read.orderId);
    const sidebar = await bench.open(`sidepanel.html?tab=${tabId}`);
    const text = await until(sidebar, () => (document.querySelector('.score-number') ? document.body.innerText : null), 60_000);
    // Numbers are shortened in the side bar's narrow head.
    expect(text).toContain(stored.read.afterSaleId!.slice(-4));
    expect(text).toContain(`${shown.score.split('/')[0]!.trim()} / 100`);
  });
});
