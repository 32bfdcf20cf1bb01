import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright-core';
import { chromiumPath } from '../../cli/chromium.mjs';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps', '--ignore-certificate-errors'];

interface Download {
  id: number;
  mime: string;
  state: string;
  filename: string;
}
type ChromeOfPage = { chrome: { downloads: { search(query: object): Promise<Download[]> } } };

/** PDF and ZIP that the extension saved last, asked of the browser from one of the extension's own pages. */
export async function savedBundle(page: Page, after: number, timeout = 240_000): Promise<{ pdf: Uint8Array; zip: Uint8Array; lastId: number }> {
  for (const end = Date.now() + timeout; Date.now() < end; await page.waitForTimeout(250)) {
    const all = await page.evaluate(() => (globalThis as unknown as ChromeOfPage).chrome.downloads.search({}));
    const done = all.filter((one) => one.id > after && one.state === 'complete');
    const pdf = done.find((one) => one.mime === 'application/pdf');
    const zip = done.find((one) => one.mime === 'application/zip');
    if (pdf && zip) return { pdf: new Uint8Array(readFileSync(pdf.filename)), zip: new Uint8Array(readFileSync(zip.filename)), lastId: Math.max(...all.map((one) => one.id)) };
  }
  throw new Error(`nothing was saved: ${await page.locator('[role=status]').allTextContents()}`);
}

export interface ExtensionBrowser {
  context: BrowserContext;
  extensionId: string;
  worker: Worker;
  downloads: string;
  /** Opens a page of the extension in a tab of its own, following the tab given. */
  open(page: 'popup' | 'sidepanel' | 'options' | 'verify', query?: string): Promise<Page>;
  tabId(page: Page): Promise<number>;
  close(): Promise<void>;
}

/** Real Chromium with the built extension; every host name resolves to the stand-in server. */
export async function launchExtension(options: { extension: string; port: number; headless?: boolean; profile?: string }): Promise<ExtensionBrowser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no Chromium on this machine: run `npm run demo`, or set CHROMIUM_PATH');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'yantu-profile-'));
  const downloads = mkdtempSync(join(tmpdir(), 'yantu-downloads-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: { width: 1280, height: 900 },
    downloadsPath: downloads,
    acceptDownloads: true,
    locale: 'zh-CN',
    env: { ...process.env, LANGUAGE: 'zh_CN', LANG: 'zh_CN.UTF-8' },
    args: [
      ...(options.headless === false ? [] : ['--headless=new']),
      '--lang=zh-CN',
      ...quiet,
      `--host-resolver-rules=MAP * 127.0.0.1:${options.port}, EXCLUDE 127.0.0.1`,
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = worker.url().split('/')[2]!;
  return {
    context,
    extensionId,
    worker,
    downloads,
    async open(name, query = '') {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${name}.html${query}`);
      return page;
    },
    async tabId(page) {
      const current = context.serviceWorkers()[0] ?? worker;
      const url = page.url();
      return current.evaluate(async (wanted) => {
        const tabs = await (globalThis as unknown as { chrome: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } } }).chrome.tabs.query({});
        return tabs.find((tab) => tab.url === wanted)!.id;
      }, url);
    },
    async close() {
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true });
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}
