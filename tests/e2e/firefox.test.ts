import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firefoxPath } from '../../cli/firefox.mjs';
import { launchFirefox, type FirefoxBench } from '../stand-in/firefox';
import { standInPages } from '../stand-in/pages';
import { listUrl, madeRows, serveList } from '../stand-in/list-page';
import { inventedClaim, serveRefundPage } from '../stand-in/refund-page';
import { StandIn } from '../stand-in/server';
import { withGranted } from './fixtures';

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

  const tabOf = async (url: string): Promise<number> => {
    const panel = await bench.open('popup.html');
    const id = await until(panel, () => ((globalThis as { browser?: object }).browser ? true : null)).then(() =>
      panel.evaluate(async (wanted) => {
        const { browser } = globalThis as unknown as { browser: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } } };
        // The newest: an earlier test may have left the same address open.
        return (await browser.tabs.query({})).filter((tab) => tab.url === wanted).at(-1)!.id;
      }, url),
    );
    await panel.close();
    return id;
  };

  test.each(standInPages.filter(({ platform }) => platform === 'pinduoduo' || platform === 'taobao'))('$platform: page, chip, sidebar with score and letter', async ({ platform, kit }) => {
    const stored = inventedClaim(platform);
    await serveRefundPage(standIn, stored, kit);
    const page = await bench.browser.newPage();
    await page.goto(stored.url);
    // The third picture of the page gets its address late: the chip may say 2 first.
    await until(page, (words) => (new RegExp(words).test(document.querySelector('yantu-chip')?.shadowRoot?.querySelector('button')?.textContent ?? '') ? true : null), 200_000, `支持 · ${stored.evidence.length} 张$`);
    // What the sidebar shows is this page, opened on the case of the tab it follows.
    const tabId = await tabOf(stored.url);
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

  test('a list is worked through from the side bar, and each row says its band and until when to answer', async () => {
    await serveList(standIn, madeRows(2), 320);
    const page = await bench.browser.newPage();
    await page.goto(listUrl);
    const panel = await bench.open(`sidepanel.html?tab=${await tabOf(listUrl)}`);
    const offered = () => {
      const button = [...document.querySelectorAll('button')].find((one) => /检查本页 2 条/.test(one.textContent ?? ''));
      button?.click();
      return button ? true : null;
    };
    await until(panel, offered, 60_000);
    const rows = await until(page, () => {
      const texts = [...(document.querySelector('yantu-rows')?.shadowRoot?.querySelectorAll('button') ?? [])].map((one) => one.textContent ?? '');
      return texts.length === 2 && texts.every((text) => text.includes('支持')) ? texts : null;
    });
    // The first carries an AI label, and was seen in the claims above too.
    expect(rows.filter((text) => /[较很]强支持/.test(text))).toHaveLength(1);
    for (const text of rows) expect(text).toMatch(/^验图 · \S*支持 · \d\d-\d\d \d\d:\d\d 前$/);
  });

  test.each([['teachPage', 'yantu-teach'], ['askForRegion', 'yantu-region']])('%s puts its tool into the page, and Escape takes it away', async (wish, tool) => {
    const url = inventedClaim('pinduoduo').url;
    const page = await bench.browser.newPage();
    await page.goto(url);
    const panel = await bench.open('options.html');
    const tabId = await tabOf(url);
    await panel.evaluate(([name, id]) => void (globalThis as unknown as { browser: { runtime: { sendMessage(message: object): void } } }).browser.runtime.sendMessage({ yantu: name, to: 'background', body: { tabId: id, into: null } }), [wish, tabId] as const);
    const isThere = ({ name, wanted }: { name: string; wanted: boolean }) => ((document.querySelector(name) !== null) === wanted ? true : null);
    await until(page, isThere, 30_000, { name: tool, wanted: true });
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await until(page, isThere, 30_000, { name: tool, wanted: false });
    await page.close();
  });

  test('a rectangle taken of any page is a picture marked as a screenshot', async () => {
    // As after a click on the toolbar or in the menu, which lets the extension look at the tab it was made on.
    const granted = withGranted(['<all_urls>'], extension);
    const other = await launchFirefox({ executablePath: executablePath!, extension: granted, port: standIn.port });
    try {
      const url = 'https://chat.example.com/talk';
      standIn.route((address) => (address.href === url ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<!doctype html><body style="margin:0;background:rgb(200,30,40)">' } : null));
      const page = await other.browser.newPage();
      await page.goto(url);
      const panel = await other.open('sidepanel.html');
      const tabId = await until(panel, async (wanted) => {
        const { browser } = globalThis as unknown as { browser: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } } };
        return (await browser.tabs.query({})).find((tab) => tab.url === wanted)?.id ?? null;
      }, 30_000, url);
      const shown = await other.open(`sidepanel.html?tab=${tabId}`);
      await page.bringToFront();
      await until(shown, () => {
        const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes('截取画面区域'));
        button?.click();
        return button ? true : null;
      }, 30_000);
      await until(page, () => (document.querySelector('yantu-region') ? true : null), 30_000);
      const { width, height } = await page.evaluate(() => ({ width: Math.round(innerWidth / 2), height: Math.round(innerHeight / 2) }));
      await page.keyboard.press('Enter');
      await until(shown, () => (document.body.innerText.includes('截图：元数据与压缩痕迹不代表原图') ? true : null));
      const size = await until(shown, async () => {
        const image = document.querySelector<HTMLImageElement>('.figure img');
        if (!image?.complete || image.naturalWidth === 0) return null;
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        return { width: canvas.width, height: canvas.height, colour: [...context.getImageData(canvas.width - 1, canvas.height - 1, 1, 1).data.slice(0, 3)] };
      }, 30_000);
      expect(size).toEqual({ width, height, colour: [200, 30, 40] });
    } finally {
      await other.stop();
      rmSync(granted, { recursive: true, force: true });
    }
  });
});
