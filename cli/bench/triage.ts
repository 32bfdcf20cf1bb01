import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchExtension } from '../../tests/stand-in/browser';
import { drawnScene, listUrl, madeRows, serveList } from '../../tests/stand-in/list-page';
import { StandIn } from '../../tests/stand-in/server';
import type { Measurement } from '../bench';

const root = fileURLToPath(new URL('../..', import.meta.url));
const extension = join(root, '.output/chrome-mv3');
const megabyte = 1_048_576;

/** Resident memory of the extension's own process (its pages, offscreen host and workers share one), bytes, and how many threads of workers it holds; Linux only. */
function extensionMemory(port: number): { resident: number; threads: number } | null {
  if (!existsSync('/proc/self/status')) return null;
  let most: { resident: number; threads: number } | null = null;
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      if (!command.includes('--type=renderer') || !command.includes('--extension-process')) continue;
      // Of this browser only: its parent chain was started with our port.
      let parent = id;
      let ours = false;
      for (let climbs = 0; climbs < 6 && !ours && parent !== '1'; climbs += 1) {
        parent = /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${parent}/status`, 'utf8'))?.[1] ?? '1';
        ours = readFileSync(`/proc/${parent}/cmdline`, 'utf8').includes(`127.0.0.1:${port}`);
      }
      if (!ours) continue;
      const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) * 1024;
      const threads = readdirSync(`/proc/${id}/task`).filter((thread) => readFileSync(`/proc/${id}/task/${thread}/comm`, 'utf8').startsWith('DedicatedWorker')).length;
      if (resident > (most?.resident ?? 0)) most = { resident, threads };
    } catch {
      // a process that ended meanwhile
    }
  }
  return most;
}

/** 200 requests of a list examined in a queue, in a real Chromium, each with a picture of its own: time, and the extension's memory as it goes. */
export async function benchTriage(): Promise<Measurement[]> {
  if (!existsSync(extension)) execFileSync('npx', ['wxt', 'build'], { cwd: root, stdio: 'ignore' });
  const count = Number(process.env.TRIAGE_ROWS ?? 200);
  const standIn = new StandIn();
  await standIn.start();
  const rows = madeRows(count);
  await serveList(standIn, rows, 320, drawnScene);
  const browser = await launchExtension({ extension, port: standIn.port });
  const results: Measurement[] = [];
  try {
    const page = await browser.context.newPage();
    await page.goto(listUrl);
    const panel = await browser.open('sidepanel', `?tab=${await browser.tabId(page)}`);
    const started = performance.now();
    await panel.getByRole('button', { name: new RegExp(`检查本页 ${count} 条`) }).click({ timeout: 60_000 });
    results.push({ name: `list of ${count} rows opened → offered`, value: performance.now() - started, unit: 'ms' });
    // What the panel itself says, asked seldom: reading the database here would make garbage in the very process that is measured.
    const finished = () =>
      panel.evaluate(() => {
        const bar = document.querySelector('progress');
        return bar ? { done: bar.value, of: bar.max } : null;
      });
    const session = await browser.context.newCDPSession(panel);
    const marks = [0.1, 0.25, 0.5, 0.75, 1].map((part) => Math.round(count * part));
    let begun = false;
    for (const end = Date.now() + 1_800_000; marks.length > 0 && Date.now() < end; await panel.waitForTimeout(2000)) {
      const bar = await finished();
      begun ||= bar !== null && bar.of === count;
      // The bar goes when all is done.
      const done = bar?.done ?? (begun ? count : 0);
      while (marks.length > 0 && done >= marks[0]!) {
        const mark = marks.shift()!;
        const memory = extensionMemory(standIn.port);
        if (memory !== null) results.push({ name: `extension's process after ${mark} of ${count} requests`, value: memory.resident / megabyte, unit: 'MB', beside: `${memory.threads} threads of workers` });
        const { usedSize, totalSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; totalSize: number };
        results.push({ name: 'of it, scripts of the panel and of the page that examines: heap', value: totalSize / megabyte, unit: 'MB', beside: `${(usedSize / megabyte).toFixed(1)} in use or not yet collected` });
        if (mark === count) results.push({ name: `${count} requests of one picture each, list → all examined`, value: (performance.now() - started) / 1000, unit: 's' });
      }
    }
    const examined = await panel.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => (indexedDB.open('yantu').onsuccess = (event) => resolve((event.target as IDBOpenDBRequest).result)));
      return new Promise<number>((resolve) => (database.transaction('triageRows').objectStore('triageRows').index('state').count('done').onsuccess = (event) => resolve((event.target as IDBRequest).result)));
    });
    if (examined < count) results.push({ name: 'requests NOT examined', value: count - examined, unit: '' });
    await panel.waitForTimeout(75_000);
    const rested = extensionMemory(standIn.port);
    if (rested !== null) results.push({ name: 'the process a minute later, its worker ended', value: rested.resident / megabyte, unit: 'MB', beside: `${rested.threads} threads of workers` });
    results.push({ name: 'requests for pictures: each once by the page, once by the queue', value: standIn.requests.filter(({ address }) => address.includes('/row-')).length, unit: '' });
  } finally {
    await browser.close();
    await standIn.stop();
  }
  return results;
}
