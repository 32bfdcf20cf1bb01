import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ClaimRow } from '../../../../lib/case/claim';

vi.mock('../../../../lib/runtime/browser', () => ({ browser: { runtime: { sendMessage: async () => undefined } }, chromium: { runtime: {} } }));
const { inOrder } = await import('../../../../lib/runtime/triage/queue');
const { claimOfRow, isWhole, mayAwaitMerchant } = await import('../../../../lib/runtime/triage/row-claim');
const { nextTurn, pace } = await import('../../../../lib/runtime/triage/pace');
const { validRow } = await import('../../../../lib/runtime/claim-validation');

const picture = { displayed: 'https://img.pddpic.com/a.jpeg', candidates: ['https://img.pddpic.com/a.jpeg'] };
const row: ClaimRow = { orderId: '261128-100200300400500', afterSaleId: '31261128000001', refundType: 'refund-only', amount: { value: '9.90', currency: 'CNY' }, reason: '破损', description: null, status: '待商家处理', appliedAt: null, respondBy: '2026-11-29T10:00:00+08:00', evidence: [picture], listing: [], evidenceTotal: null, detailUrl: null };
const queued = (id: string, respondBy: string | null) => ({ id, platform: 'pinduoduo' as const, pageUrl: '', row: { ...row, respondBy }, state: 'waiting' as const, problem: null, said: null, madeCase: false, addedAt: '2026', updatedAt: '2026' });

describe('which requests are taken up', () => {
  it.each([['待商家处理', true], ['待审核', true], [null, true], ['待买家退货', false], ['待平台处理', false], ['退款成功', false], ['售后关闭', false]])('%s: %s', (status, wanted) => expect(mayAwaitMerchant({ ...row, status })).toBe(wanted));

  it('a row is whole when it shows all pictures it says there are, none of them inside the page only', () => {
    expect(isWhole(row)).toBe(true);
    expect(isWhole({ ...row, evidence: [] })).toBe(false);
    expect(isWhole({ ...row, evidenceTotal: 3 })).toBe(false);
    expect(isWhole({ ...row, orderId: null })).toBe(false);
    expect(isWhole({ ...row, evidence: [{ ...picture, displayed: 'blob:https://mms.pinduoduo.com/1' }] })).toBe(false);
  });

  it('the most urgent first, those without a deadline last', () => {
    expect(inOrder([queued('a', null), queued('b', '2026-11-30T00:00:00+08:00'), queued('c', '2026-11-29T00:00:00+08:00')]).map((one) => one.id)).toEqual(['c', 'b', 'a']);
  });
});

describe('the claim of a row', () => {
  it('is what the row says', () => {
    const claim = claimOfRow('pinduoduo', row, 'https://mms.pinduoduo.com/aftersales/aftersale_list', undefined, '2026-11-28T10:00:00Z');
    expect(claim).toMatchObject({ platform: 'pinduoduo', orderId: row.orderId, amount: { value: '9.90' }, description: null, evidence: [picture], pageUrl: 'https://mms.pinduoduo.com/aftersales/aftersale_list' });
    expect(claim).not.toHaveProperty('detailUrl');
  });

  it('takes nothing away that the request’s own page said', () => {
    const first = claimOfRow('pinduoduo', row, 'x', undefined, '2026-11-28T10:00:00Z');
    const full = { ...first, description: '收到就是碎的', evidence: [picture, { ...picture, displayed: 'https://img.pddpic.com/b.jpeg' }] };
    const before = { id: 'pinduoduo:31261128000001', claim: full } as Parameters<typeof claimOfRow>[3];
    expect(claimOfRow('pinduoduo', { ...row, status: '退款中', respondBy: null }, 'x', before, 'now')).toEqual({ ...full, status: '退款中' });
  });
});

describe('opening pages', () => {
  const now = 10_000_000;
  it('waits between two pages, a little longer by chance', () => {
    expect(nextTurn([], now, 0.5)).toEqual({ wait: 0, limited: false });
    expect(nextTurn([now - 1_000], now, 0)).toEqual({ wait: pace.gap - 1_000, limited: false });
    expect(nextTurn([now - 1_000], now, 0.999).wait).toBeGreaterThan(pace.gap + pace.jitter - 1_100);
    expect(nextTurn([now - 60_000], now, 0.9)).toEqual({ wait: 0, limited: false });
  });

  it('stops at the hour’s limit until the oldest is an hour old', () => {
    const opened = Array.from({ length: pace.perHour }, (_, at) => now - 3_000_000 + at * 1000);
    expect(nextTurn(opened, now, 0)).toEqual({ wait: 600_000, limited: true });
    expect(nextTurn(opened.slice(1), now, 0).limited).toBe(false);
  });
});

describe('rows from a page are checked before they are kept', () => {
  it('keeps a sound row as it is', () => expect(validRow(row)).toEqual(row));
  it.each([
    ['no number', { ...row, orderId: null, afterSaleId: null }, null],
    ['script as number', { ...row, orderId: '<script>', afterSaleId: null }, null],
    ['a page elsewhere over http', { ...row, detailUrl: 'http://mms.pinduoduo.com/x' }, { ...row, detailUrl: null }],
    ['a script as page', { ...row, detailUrl: 'javascript:alert(1)' }, { ...row, detailUrl: null }],
    ['a file as picture', { ...row, evidence: [{ displayed: 'file:///etc/passwd', candidates: [] }] }, { ...row, evidence: [] }],
  ])('%s', (_name, given, wanted) => expect(validRow(given)).toEqual(wanted));
});

describe('the database', () => {
  afterEach(async () => {
    const { database } = await import('../../../../lib/runtime/stores');
    (await database()).close();
    await deleteDB('yantu');
  });

  it('of the version before gains the queue and keeps its cases', async () => {
    const old = await openDB('yantu', 1, {
      upgrade(db) {
        const cases = db.createObjectStore('cases', { keyPath: 'id' });
        cases.createIndex('status', 'status');
        cases.createIndex('updatedAt', 'updatedAt');
      },
    });
    await old.put('cases', { id: 'pinduoduo:1', status: 'done', updatedAt: '2026' });
    old.close();
    const { database } = await import('../../../../lib/runtime/stores');
    const db = await database();
    expect((await db.get('cases', 'pinduoduo:1'))?.status).toBe('done');
    await db.put('triageRows', queued('pinduoduo:1', null));
    expect(await db.count('triageRows')).toBe(1);
  });
});
