import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchExtension, type ExtensionBrowser } from '../stand-in/browser';
import { StandIn } from '../stand-in/server';

export const builtExtension = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

export interface Bench extends ExtensionBrowser {
  standIn: StandIn;
  stop(): Promise<void>;
}

/**
 * The built extension with more hosts allowed, as after a merchant's answer that no script can give: a click lets it into the one tab
 * (activeTab, for which every host stands), and the browser's own question is answered with yes.
 */
export function withGranted(hosts: readonly string[], built = builtExtension): string {
  const folder = mkdtempSync(join(tmpdir(), 'yantu-granted-'));
  cpSync(built, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] };
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: [...manifest.host_permissions, ...hosts] }));
  return folder;
}

/** Chromium with the built extension and an internet of our own. */
export async function startBench(options: { granted?: readonly string[]; extension?: string } = {}): Promise<Bench> {
  if (!existsSync(builtExtension)) throw new Error('the extension is not built: run `npm run build`');
  const standIn = new StandIn();
  await standIn.start();
  const extension = options.extension ?? (options.granted ? withGranted(options.granted) : builtExtension);
  const browser = await launchExtension({ extension, port: standIn.port });
  return {
    ...browser,
    standIn,
    async stop() {
      await browser.close();
      await standIn.stop();
      if (options.granted) rmSync(extension, { recursive: true, force: true });
    },
  };
}

/** The letter on a page of the extension, once it is drafted: its box stands there empty before. */
export async function draftIn(page: Page, timeout = 60_000): Promise<string> {
  const box = page.locator('textarea');
  for (const end = Date.now() + timeout; Date.now() < end; await page.waitForTimeout(100)) {
    const text = await box.inputValue();
    if (text !== '') return text;
  }
  throw new Error(`no letter was drafted: ${await page.locator('body').innerText()}`);
}

/** Waits until the case of the page is examined with all its pictures (late ones start it again), seen through the chip on it. */
export async function examined(page: Page, pictures: number, timeout = 280_000): Promise<string> {
  // The words are read of the chip as it matched: a late picture may set it examining again at once.
  const done = page.locator('yantu-chip button').filter({ hasText: new RegExp(`支持 · ${pictures} 张`) });
  return (await done.textContent({ timeout })) ?? '';
}
