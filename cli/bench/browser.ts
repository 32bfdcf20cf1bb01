import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { launchExtension } from '../../tests/stand-in/browser';
import { madePageHtml, madePageUrl, type MadePage } from '../../tests/stand-in/made-page';
import { labelledPhoto, photoNames } from '../../tests/stand-in/photos';
import { StandIn } from '../../tests/stand-in/server';
import type { Measurement } from '../bench';

const root = fileURLToPath(new URL('../..', import.meta.url));
const extension = join(root, '.output/chrome-mv3');
const image = (name: string) => `https://img.pddpic.com/evidence-stand-in/${name}.jpeg`;

/** A 4:3 photograph of about so many pixels, enlarged from a package's photograph. */
async function photo(index: number, width: number, height: number): Promise<Buffer> {
  return sharp(await labelledPhoto(photoNames[index % photoNames.length]!)).resize(width, height, { fit: 'cover' }).jpeg({ quality: 88 }).toBuffer();
}

function zipBytes(): number | null {
  const name = readdirSync(join(root, '.output')).find((file) => /chrome\.zip$/.test(file));
  return name ? statSync(join(root, '.output', name)).size : null;
}

/** In a real Chromium: page opened → score shown for three photos; the content script's own time; the packed size. */
export async function benchBrowser(): Promise<Measurement[]> {
  if (!existsSync(extension)) execFileSync('npx', ['wxt', 'build'], { cwd: root, stdio: 'ignore' });
  execFileSync('npx', ['wxt', 'zip'], { cwd: root, stdio: 'ignore' });
  const standIn = new StandIn();
  await standIn.start();
  const browser = await launchExtension({ extension, port: standIn.port });
  const results: Measurement[] = [];
  try {
    for (const [label, width, height] of [['1.2 MP', 1280, 960], ['12 MP', 4000, 3000]] as const) {
      const made: MadePage = { afterSaleId: `2611220000${width}`, orderId: `261122-00000000000${width}`, images: [0, 1, 2].map((index) => image(`${width}-${index}`)) };
      const pictures = new Map(await Promise.all([0, 1, 2].map(async (index) => [image(`${width}-${index}`), await photo(index, width, height)] as const)));
      standIn.route((address) => (address.href === madePageUrl(made) ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: madePageHtml(made) } : pictures.has(address.href) ? { headers: { 'content-type': 'image/jpeg' }, body: pictures.get(address.href)! } : null));
      const page = await browser.context.newPage();
      const started = performance.now();
      await page.goto(madePageUrl(made));
      await page.locator('yantu-chip button').filter({ hasText: '支持 · 3 张' }).waitFor({ timeout: 580_000 });
      results.push({ name: `page opened → score, 3 photos of ${label}`, value: performance.now() - started, unit: 'ms' });
      const popup = await browser.open('popup', `?tab=${await browser.tabId(page)}`);
      const decode = await popup.evaluate(async () => {
        const database = await new Promise<IDBDatabase>((resolve) => (indexedDB.open('yantu').onsuccess = (event) => resolve((event.target as IDBOpenDBRequest).result)));
        const stored = await new Promise<{ bytes: Uint8Array<ArrayBuffer> }[]>((resolve) => (database.transaction('bytes').objectStore('bytes').getAll().onsuccess = (event) => resolve((event.target as IDBRequest).result)));
        const largest = stored.sort((a, b) => b.bytes.length - a.bytes.length)[0]!;
        const before = performance.now();
        (await createImageBitmap(new Blob([largest.bytes]))).close();
        return performance.now() - before;
      });
      results.push({ name: `the browser's own decode of one ${label} photo`, value: decode, unit: 'ms', beside: 'same run' });
      await popup.close();
      await page.close();
    }
    const heavy: MadePage = { afterSaleId: '26112200000099', orderId: '261122-000000000000099', images: [image('1280-0')], noise: 5000 };
    standIn.route((address) => (address.href === madePageUrl(heavy) ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: madePageHtml(heavy) } : null));
    const page = await browser.context.newPage();
    const session = await browser.context.newCDPSession(page);
    await session.send('Profiler.enable');
    await session.send('Profiler.start');
    await page.goto(madePageUrl(heavy));
    await page.locator('yantu-chip button').waitFor({ timeout: 60_000 });
    const { profile } = await session.send('Profiler.stop');
    const own = new Set(profile.nodes.filter((node) => node.callFrame.url.startsWith('chrome-extension://')).map((node) => node.id));
    const micros = (profile.samples ?? []).reduce((sum, id, index) => sum + (own.has(id) ? (profile.timeDeltas?.[index] ?? 0) : 0), 0);
    results.push({ name: 'content script, own time while a page of 5,000 nodes loads', value: micros / 1000, unit: 'ms' });
  } finally {
    await browser.close();
    await standIn.stop();
  }
  const packed = zipBytes();
  if (packed !== null) results.push({ name: 'size of the extension as packed', value: packed / 1_048_576, unit: 'MB' });
  return results;
}
