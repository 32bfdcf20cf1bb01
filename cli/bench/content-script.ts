import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchExtension } from '../../tests/stand-in/browser';
import { StandIn } from '../../tests/stand-in/server';
import type { Measurement } from '../bench';
import { largePage, largePageAddress } from './read-page';

const root = fileURLToPath(new URL('../..', import.meta.url));
const extension = join(root, '.output/chrome-mv3');

const median = (times: readonly number[]): number => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]!;

interface Profile { nodes: { id: number; callFrame: { url: string } }[]; samples?: number[]; timeDeltas?: number[] }

/** Time spent in the extension's own code, garbage collection left out, in ms. */
function ownTime(profile: Profile): number {
  const own = new Set(profile.nodes.filter((node) => node.callFrame.url.startsWith('chrome-extension://')).map((node) => node.id));
  return (profile.samples ?? []).reduce((sum, id, index) => sum + (own.has(id) ? (profile.timeDeltas?.[index] ?? 0) : 0), 0) / 1000;
}

interface TraceEvent { name: string; ph: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number; args?: { data?: { url?: string; worldName?: string }; worldName?: string } }

/**
 * Processor time of the page's own thread in the extension's scripts, in ms: all together, and the longest it was held at one go.
 * Layout it forces is in it; other work on the machine is not, as it would be in times by the clock.
 */
function processorTime(events: readonly TraceEvent[]): { sum: number; longest: number } {
  const calls = events
    .filter(({ ph, name, args }) => ph === 'X' && ((name === 'EvaluateScript' && args?.data?.url?.startsWith('chrome-extension://')) || (name === 'v8.callFunction' && [args?.worldName, args?.data?.worldName].some((world) => world?.includes('Yantu')))))
    .sort((one, other) => one.ts - other.ts);
  const lane = calls[0];
  let end = 0;
  const goes = calls.flatMap((call) => {
    if (lane === undefined || call.pid !== lane.pid || call.tid !== lane.tid || call.ts < end) return [];
    end = call.ts + (call.dur ?? 0);
    return [(call.tdur ?? 0) / 1000];
  });
  return { sum: goes.reduce((sum, go) => sum + go, 0), longest: Math.max(0, ...goes) };
}

/**
 * What the content script itself costs in a real Chromium, each time in a tab of its own: on a refund page of 5,000 elements as it
 * loads (the first time of a browser cold, then warm), each later reading of that page, and on a page that is none.
 */
export async function benchContentScript(): Promise<Measurement[]> {
  if (!existsSync(extension)) execFileSync('npx', ['wxt', 'build'], { cwd: root, stdio: 'ignore' });
  const standIn = new StandIn();
  await standIn.start();
  const elsewhere = 'https://mms.pinduoduo.com/orders/list';
  standIn.route((address) => (address.href === largePageAddress || address.href === elsewhere ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: largePage(5000) } : null));
  const load = async (browser: Awaited<ReturnType<typeof launchExtension>>, url: string): Promise<{ loading: number; again: number }> => {
    const page = await browser.context.newPage();
    const session = await browser.context.newCDPSession(page);
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 100 });
    await session.send('Profiler.start');
    await page.goto(url);
    if (url === largePageAddress) await page.locator('yantu-chip button').waitFor({ timeout: 60_000 });
    await page.waitForTimeout(700);
    const first = ownTime((await session.send('Profiler.stop')).profile);
    await session.send('Profiler.start');
    await page.evaluate(() => document.body.append(document.createElement('i')));
    await page.waitForTimeout(700);
    const again = ownTime((await session.send('Profiler.stop')).profile);
    await page.close();
    return { loading: first, again };
  };
  const trace = async (browser: Awaited<ReturnType<typeof launchExtension>>): Promise<{ sum: number; longest: number }> => {
    const page = await browser.context.newPage();
    const session = await browser.context.newCDPSession(page);
    const events: TraceEvent[] = [];
    session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
    await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'v8'] } });
    await page.goto(largePageAddress);
    await page.locator('yantu-chip button').waitFor({ timeout: 60_000 });
    await page.waitForTimeout(700);
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await page.close();
    return processorTime(events);
  };
  const held: { sum: number; longest: number }[] = [];
  const cold: number[] = [];
  const warm: { loading: number; again: number }[] = [];
  const none: { loading: number; again: number }[] = [];
  try {
    for (let round = 0; round < 3; round += 1) {
      const browser = await launchExtension({ extension, port: standIn.port });
      try {
        cold.push((await load(browser, largePageAddress)).loading);
        for (let at = 0; at < 5; at += 1) {
          warm.push(await load(browser, largePageAddress));
          none.push(await load(browser, elsewhere));
          held.push(await trace(browser));
        }
      } finally {
        await browser.close();
      }
    }
  } finally {
    await standIn.stop();
  }
  return [
    { name: 'content script, own time while a refund page of 5,000 elements loads, first of a browser', value: median(cold), unit: 'ms' },
    { name: 'the same, later ones', value: median(warm.map((one) => one.loading)), unit: 'ms' },
    { name: 'the same, processor time of the page’s thread, all goes together', value: median(held.map((one) => one.sum)), unit: 'ms' },
    { name: 'the same, the longest go', value: median(held.map((one) => one.longest)), unit: 'ms' },
    { name: 'the same, reading again after a change', value: median(warm.map((one) => one.again)), unit: 'ms' },
    { name: 'content script, own time on a page of as many elements that is no refund page', value: median(none.map((one) => one.loading)), unit: 'ms' },
    { name: 'the same, after a change', value: median(none.map((one) => one.again)), unit: 'ms' },
    { name: 'size of the reader, put in on refund pages only', value: statSync(join(extension, 'refund-page.js')).size / 1024, unit: 'KiB' },
    { name: 'size of the guard that runs on the other pages', value: statSync(join(extension, 'page-guard.js')).size / 1024, unit: 'KiB' },
  ];
}
