import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import type { Case } from '../../../lib/case/case';

const told: [string, string][] = [];
const sent: [string, string][] = [];
vi.mock('../../../lib/runtime/protocol', () => ({ tell: (to: string, name: string) => void told.push([to, name]), send: async (to: string, name: string) => void sent.push([to, name]) }));
const runCase = vi.fn();
vi.mock('../../../lib/runtime/run-case', () => ({ runCase }));
vi.mock('../../../lib/runtime/host', () => ({ startHost: vi.fn() }));
afterEach(() => {
  vi.unstubAllGlobals();
  told.length = sent.length = 0;
});

/** The extension as it starts in a browser with these interfaces, with one case stored. */
async function inBrowser(chrome: object, browser?: object) {
  vi.resetModules();
  vi.stubGlobal('chrome', { runtime: {}, ...chrome });
  vi.stubGlobal('browser', browser);
  vi.stubGlobal('navigator', { languages: ['zh-CN'] });
  const [{ startRun }, { database }] = await Promise.all([import('../../../lib/runtime/start-run'), import('../../../lib/runtime/stores')]);
  const db = await database();
  await db.put('cases', { id: 'jd:1', status: 'reading', progress: { done: 0, total: 1 } } as unknown as Case);
  return { startRun, stored: () => db.get('cases', 'jd:1') };
}

test('a browser without a place to examine in: the case says so and keeps what it has, and whoever shows it is told', async () => {
  const { startRun, stored } = await inBrowser({ sidePanel: {} });
  await startRun('jd:1');
  expect(await stored()).toMatchObject({ status: 'interrupted', error: expect.stringContaining('不能检验图片。请更新浏览器') as string, progress: { total: 1 } });
  expect(told).toEqual([['background', 'caseChanged'], ['pages', 'caseChanged']]);
  expect(sent).toEqual([]);
  expect(runCase).not.toHaveBeenCalled();
});

test('in Chromium the offscreen document is asked, made first where it is not there', async () => {
  const createDocument = vi.fn(async () => undefined);
  const { startRun, stored } = await inBrowser({ offscreen: { createDocument } });
  await startRun('jd:1');
  expect(createDocument).toHaveBeenCalledOnce();
  expect(sent).toEqual([['offscreen', 'runCase']]);
  expect((await stored())!.status).toBe('reading');
});

test('in Firefox the background page runs it itself', async () => {
  const { startRun } = await inBrowser({}, { sidebarAction: { open: async () => undefined } });
  await startRun('jd:1');
  expect(runCase).toHaveBeenCalledExactlyOnceWith('jd:1');
  expect(sent).toEqual([]);
});

test('any other failure is not taken for that', async () => {
  const { startRun, stored } = await inBrowser({ offscreen: { createDocument: () => Promise.reject(new Error('out of memory')) } });
  await expect(startRun('jd:1')).rejects.toThrow('out of memory');
  expect((await stored())!.status).toBe('reading');
});
