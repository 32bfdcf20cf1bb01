import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import type { Claim } from '../../../lib/case/claim';
import { openCase } from '../../../lib/runtime/open-case';
import { tell } from '../../../lib/runtime/protocol';
import { runCase } from '../../../lib/runtime/run-case';
import { database } from '../../../lib/runtime/stores';

const { examineInWorker } = vi.hoisted(() => ({ examineInWorker: vi.fn() }));
vi.mock('../../../lib/runtime/protocol', () => ({ tell: vi.fn() }));
vi.mock('../../../lib/runtime/version', () => ({ toolVersion: () => '0' }));
vi.mock('../../../lib/runtime/fetch-image', () => ({
  maxImageBytes: 1e9,
  collectImage: async (address: string) => ({ bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, address.length]), source: address, rendition: 'original', attempts: [], problem: null }),
}));
vi.mock('../../../lib/runtime/analysis/host', () => ({ sideBySide: 1, examineInWorker }));

const picture = (name: string) => ({ displayed: `https://img.pddpic.com/${name}`, candidates: [`https://img.pddpic.com/${name}`] });
const claim = (...names: string[]): Claim => ({
  platform: 'pinduoduo', pageUrl: 'https://mms.pinduoduo.com/x', readAt: '2026-11-20T02:00:00Z', recipe: null, orderId: '251120-1', afterSaleId: '1', refundType: 'refund-only',
  amount: null, reason: null, description: null, status: null, appliedAt: null, respondBy: null, evidence: names.map(picture), listing: [],
});

test('a picture that comes during the examination: no score over the first ones is ever told as the case’s', async () => {
  const told: [string, number][] = [];
  vi.mocked(tell).mockImplementation((async () => {
    const file = (await (await database()).get('cases', 'pinduoduo:1'))!;
    told.push([file.status, file.progress.total]);
  }) as typeof tell);
  let late: Promise<void> | null = null;
  examineInWorker.mockImplementation(async () => {
    if (!late) {
      await openCase(claim('a', 'bb', 'ccc'));
      late = runCase('pinduoduo:1');
    }
    return { ok: true, id: 1, findings: [], format: 'jpeg', width: 4, height: 4, problem: null, model: null };
  });
  await openCase(claim('a', 'bb'));
  await runCase('pinduoduo:1');
  // Who waited for the first run sees the case with all its pictures too.
  expect(await (await database()).get('cases', 'pinduoduo:1')).toMatchObject({ status: 'done', progress: { done: 3, total: 3 } });
  await late;
  expect(examineInWorker).toHaveBeenCalledTimes(3);
  expect(told.filter(([status]) => status === 'done').every(([, total]) => total === 3)).toBe(true);
  expect(told).toContainEqual(['examining', 2]);
  expect(told).toContainEqual(['done', 3]);
});
