import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchExtension, type ExtensionBrowser } from '../stand-in/browser';
import { StandIn } from '../stand-in/server';

export const builtExtension = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

export interface Bench extends ExtensionBrowser {
  standIn: StandIn;
  stop(): Promise<void>;
}

/** Chromium with the built extension and an internet of our own. */
export async function startBench(): Promise<Bench> {
  if (!existsSync(builtExtension)) throw new Error('the extension is not built: run `npm run build`');
  const standIn = new StandIn();
  await standIn.start();
  const browser = await launchExtension({ extension: builtExtension, port: standIn.port });
  return {
    ...browser,
    standIn,
    async stop() {
      await browser.close();
      await standIn.stop();
    },
  };
}

/** Waits until the case of the page is examined with all its pictures (late ones start it again), seen through the chip on it. */
export async function examined(page: Page, pictures: number, timeout = 280_000): Promise<string> {
  const chip = page.locator('yantu-chip button');
  await chip.filter({ hasText: new RegExp(`支持 · ${pictures} 张`) }).waitFor({ timeout });
  return (await chip.textContent()) ?? '';
}
