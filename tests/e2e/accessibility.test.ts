import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standInPages } from '../stand-in/pages';
import { inventedClaim, serveRefundPage } from '../stand-in/refund-page';
import { examined, startBench, type Bench } from './fixtures';

type Axe = { axe: { run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }> } };

/** What WCAG 2.2 A and AA rules of axe-core find, a line each: rule, element, why. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() => (globalThis as unknown as Axe).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  return found.flatMap((one) => one.nodes.map((node) => `${one.id} ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim()}`));
}

/** Content wider than the window: what 200 % zoom would push out of sight. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('every screen, light and dark, and at the width that 200 % zoom leaves', () => {
  let bench: Bench;
  let tab: number;
  const found: string[] = [];
  beforeAll(async () => {
    bench = await startBench();
    const { platform, kit } = standInPages[0]!;
    const stored = inventedClaim(platform);
    await serveRefundPage(bench.standIn, stored, kit);
    const page = await bench.context.newPage();
    await page.goto(stored.url);
    await examined(page, stored.evidence.length);
    tab = await bench.tabId(page);
  });
  afterAll(() => bench?.stop());

  async function check(page: Page, name: string) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await violations(page)).map((line) => `${name} (${colorScheme}) ${line}`));
    }
  }

  test('popup: a case, and a page that is none', async () => {
    const popup = await bench.open('popup', `?tab=${tab}`);
    await popup.setViewportSize({ width: 380, height: 600 });
    await popup.getByText('/ 100').waitFor();
    await check(popup, 'popup');
    expect(await overflow(popup)).toBe(0);
    const elsewhere = await bench.open('popup');
    await elsewhere.getByRole('heading').first().waitFor();
    await check(elsewhere, 'popup elsewhere');
    expect(found).toEqual([]);
  });

  test('side panel: all tabs, wide and narrow', async () => {
    const panel = await bench.open('sidepanel', `?tab=${tab}`);
    await panel.setViewportSize({ width: 460, height: 900 });
    await panel.locator('.figure').first().waitFor();
    for (const name of await panel.getByRole('tab').allTextContents()) {
      await panel.getByRole('tab', { name, exact: true }).click();
      await check(panel, `side panel ${name}`);
      await panel.setViewportSize({ width: 230, height: 900 });
      expect(await overflow(panel), `${name} at 230 px`).toBe(0);
      await panel.setViewportSize({ width: 460, height: 900 });
    }
    expect(found).toEqual([]);
  });

  test('options and the page that verifies bundles', async () => {
    const options = await bench.open('options');
    await options.getByRole('heading').first().waitFor();
    await check(options, 'options');
    const verify = await bench.context.newPage();
    await verify.goto(options.url().replace('options.html', 'verify.html'));
    await verify.getByRole('heading').first().waitFor();
    await check(verify, 'verify');
    for (const page of [options, verify]) {
      await page.setViewportSize({ width: 400, height: 900 });
      expect(await overflow(page)).toBe(0);
    }
    expect(found).toEqual([]);
  });
});
