import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Case } from '../../../../lib/case/case';
import type { ClaimRow } from '../../../../lib/case/claim';

vi.mock('../../../../lib/runtime/deadline-notices', () => ({ planDeadlines: async () => undefined }));
vi.mock('../../../../lib/runtime/case-view', async () => ({ caseView: (await import('zustand/vanilla')).createStore(() => ({ tabId: null, tab: null })) }));

const number = (at: number) => `3126112800${String(at).padStart(4, '0')}`;
const id = (at: number) => `pinduoduo:${number(at)}`;
const row = (at: number): ClaimRow => ({ orderId: `261128-${at}`, afterSaleId: number(at), refundType: 'refund-only', amount: null, reason: null, description: null, status: '待商家处理', appliedAt: null, respondBy: null, evidence: [], listing: [], evidenceTotal: null, detailUrl: null });
const stored = (at: number, status: Case['status'] = 'collecting'): Case => ({
  id: id(at), status, createdAt: '2026', updatedAt: '2026', progress: { done: 0, total: 1 }, tool: null, assessment: status === 'done' ? ({ band: 'moderate', score: 61, examined: 1 } as Case['assessment']) : null,
  claim: { platform: 'pinduoduo', pageUrl: '', readAt: '', recipe: null, orderId: `261128-${at}`, afterSaleId: number(at), refundType: 'refund-only', amount: null, reason: null, description: null, status: null, appliedAt: null, respondBy: null, evidence: [], listing: [] },
});

/** Records that were asked of the database: one for each asked by its key, all that came for those asked in bulk. */
function countReads(): { records: number } {
  const counted = { records: 0 };
  const { get, getAll } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    counted.records += 1;
    return get.call(this, key);
  });
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...query) {
    const request = getAll.apply(this, query);
    request.addEventListener('success', () => (counted.records += (request.result as unknown[]).length));
    return request;
  });
  return counted;
}

const hear = (yantu: string, body: object) => fakeBrowser.runtime.onMessage.trigger({ yantu, to: 'pages', body }, { id: fakeBrowser.runtime.id });

beforeEach(() => {
  fakeBrowser.reset();
  vi.resetModules();
});
afterEach(() => vi.restoreAllMocks());

/** A panel that shows so many requests of a queue, one of which is then examined. */
async function examineOneOf(count: number) {
  const { database } = await import('../../../../lib/runtime/stores');
  const { triageView, startTriageView } = await import('../../../../lib/runtime/triage/triage-view');
  const db = await database();
  await db.clear('cases');
  await db.clear('triageRows');
  for (let at = 0; at < count; at += 1) {
    await db.put('cases', stored(at));
    await db.put('triageRows', { id: id(at), platform: 'pinduoduo', pageUrl: '', row: row(at), state: at === 3 ? 'examining' : 'waiting', problem: null, said: null, madeCase: true, addedAt: '2026', updatedAt: '2026' });
  }
  startTriageView();
  await vi.waitFor(() => expect(triageView.getState().items.filter((item) => item.hasCase)).toHaveLength(count));
  const before = triageView.getState().items;
  await db.put('cases', stored(3, 'done'));
  await db.put('triageRows', { ...(await db.get('triageRows', id(3)))!, state: 'done' });
  const reads = countReads();
  await hear('triageChanged', { ids: [id(3)] });
  await hear('caseChanged', { caseId: id(3) });
  await vi.waitFor(() => expect(triageView.getState().items.find((item) => item.id === id(3))).toMatchObject({ state: 'done', band: 'moderate', score: 61 }));
  return { before, after: triageView.getState().items, read: reads.records };
}

test.each([10, 120])('an examined request of %i costs the panel a handful of records, not all of them', async (count) => {
  const { read } = await examineOneOf(count);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(8);
});

test('requests that did not change are the very same, so that their lines are not drawn again', async () => {
  const { before, after } = await examineOneOf(20);
  expect(after).toHaveLength(20);
  expect(after.filter((item) => !before.includes(item)).map((item) => item.id)).toEqual([id(3)]);
});

test('cases that came or went without a word are noticed with the next change', async () => {
  const { database } = await import('../../../../lib/runtime/stores');
  const { followCases, knownCases } = await import('../../../../lib/runtime/known-cases');
  const db = await database();
  await db.clear('cases');
  for (let at = 0; at < 4; at += 1) await db.put('cases', stored(at));
  await followCases();
  await db.delete('cases', id(0));
  await hear('caseChanged', { caseId: id(2) });
  await vi.waitFor(() => expect([...knownCases.getState().cases.keys()]).toEqual([id(1), id(2), id(3)]));
});

test('what the merchant does in this very page is shown, though no page hears its own news', async () => {
  // As browsers do: nothing comes back to the sender.
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined as never);
  const { database } = await import('../../../../lib/runtime/stores');
  const { clearTriage, pauseTriage, startTriageView, triageView } = await import('../../../../lib/runtime/triage/triage-view');
  const db = await database();
  await db.clear('cases');
  await db.clear('triageRows');
  for (const [at, state] of (['done', 'waiting'] as const).entries()) await db.put('triageRows', { id: id(at), platform: 'pinduoduo', pageUrl: '', row: row(at), state, problem: null, said: null, madeCase: true, addedAt: '2026', updatedAt: '2026' });
  startTriageView();
  await vi.waitFor(() => expect(triageView.getState().items).toHaveLength(2));
  await pauseTriage();
  await vi.waitFor(() => expect(triageView.getState().queue.resting).toBe('merchant'));
  await clearTriage();
  await vi.waitFor(() => expect(triageView.getState().items.map((item) => item.id)).toEqual([id(1)]));
});
