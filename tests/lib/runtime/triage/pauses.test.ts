import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClaimRow } from '../../../../lib/case/claim';
import type { DetailState } from '../../../../lib/runtime/triage/detail-tabs';

vi.mock('../../../../lib/runtime/browser', () => ({ browser: { tabs: {}, runtime: { sendMessage: async () => undefined, onMessage: { addListener() {} } } }, chromium: { runtime: {} } }));
vi.mock('../../../../lib/runtime/run-case', () => ({ runCase: async () => undefined, collectCase: async () => undefined }));
vi.mock('../../../../lib/runtime/triage/pace', async (original) => ({ ...(await original<object>()), nextTurn: () => ({ wait: 0, limited: false }) }));
/** The browser's tabs: what opening each address leads to. */
const tabs = { opened: [] as string[], closed: [] as number[], state: (_url: string): DetailState => shows({}) };
const shows = (change: Partial<DetailState>): DetailState => ({ gone: false, elsewhere: false, complete: true, caseId: null, said: null, ...change });
vi.mock('../../../../lib/runtime/triage/detail-tabs', () => ({
  openDetail: async (url: string) => tabs.opened.push(url),
  detailState: async (tabId: number) => tabs.state(tabs.opened[tabId - 1]!),
  closeDetail: async (tabId: number) => void tabs.closed.push(tabId),
}));
const { database } = await import('../../../../lib/runtime/stores');
const { changeQueue, loadQueue, loadRows } = await import('../../../../lib/runtime/triage/queue');
const { runTriage } = await import('../../../../lib/runtime/triage/run-triage');

const url = (at: number): string => `https://mms.pinduoduo.com/aftersales-ssr/detail?id=3126112800000${at}`;
const row = (at: number): ClaimRow => ({ orderId: `261128-10020030040050${at}`, afterSaleId: `3126112800000${at}`, refundType: 'refund-only', amount: null, reason: null, description: null, status: '待商家处理', appliedAt: null, respondBy: null, evidence: [], listing: [], evidenceTotal: null, detailUrl: url(at) });
const states = async () => (await loadRows()).sort((one, other) => one.id.localeCompare(other.id)).map((one) => one.state);

beforeEach(async () => {
  tabs.opened.length = tabs.closed.length = 0;
  const db = await database();
  await db.clear('triageRows');
  await db.clear('triageQueue');
  for (let at = 1; at <= 5; at += 1) await db.put('triageRows', { id: `pinduoduo:3126112800000${at}`, platform: 'pinduoduo', pageUrl: 'https://mms.pinduoduo.com/aftersales/aftersale_list', row: row(at), state: 'detail', problem: null, said: null, madeCase: false, addedAt: String(at), updatedAt: '' });
  await changeQueue({ openDetails: true });
});

describe('the queue stops by itself', () => {
  it('at a login: that page stays open for the merchant, its request waits, and nothing more is opened', async () => {
    tabs.state = () => shows({ elsewhere: true });
    await runTriage();
    expect((await loadQueue()).resting).toBe('login');
    expect(tabs.opened).toEqual([url(1)]);
    expect(tabs.closed).toEqual([]);
    expect(await states()).toEqual(['detail', 'detail', 'detail', 'detail', 'detail']);
  });

  it('after three pages in a row that could not be used, each closed, and goes on from there when told to', async () => {
    tabs.state = () => shows({ caseId: 'pinduoduo:another' });
    await runTriage();
    expect((await loadQueue()).resting).toBe('misses');
    expect(tabs.opened).toEqual([url(1), url(2), url(3)]);
    expect(tabs.closed).toEqual([1, 2, 3]);
    expect(await states()).toEqual(['failed', 'failed', 'failed', 'detail', 'detail']);
    expect((await loadRows()).map((one) => one.problem).filter((one) => one !== null)).toEqual(['other-request', 'other-request', 'other-request']);
    await changeQueue({ resting: null });
    await runTriage();
    expect(await states()).toEqual(['failed', 'failed', 'failed', 'failed', 'failed']);
    expect((await loadQueue()).resting).toBeNull();
  });

  it('not where a page between was read: the misses are counted anew', async () => {
    // The third is read; two misses stand before it and two after.
    tabs.state = (opened) => (opened === url(3) ? shows({ caseId: 'pinduoduo:31261128000003' }) : shows({ gone: true }));
    await runTriage();
    expect((await loadQueue()).resting).toBeNull();
    expect(tabs.opened).toHaveLength(5);
    expect((await states()).filter((state) => state === 'failed')).toHaveLength(4);
  });

  it('when the merchant pauses it, before the next page', async () => {
    tabs.state = () => {
      void changeQueue({ resting: 'merchant' });
      return shows({ gone: true });
    };
    await runTriage();
    expect(tabs.opened).toHaveLength(1);
  });
});
