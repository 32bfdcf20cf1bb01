import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { Claim } from '../../../lib/case/claim';
import { openManualCase } from '../../../lib/runtime/manual-case';
import { openCase } from '../../../lib/runtime/open-case';
import { database, deleteCase, deleteCasesBefore, loadBytes, loadCaseFile } from '../../../lib/runtime/stores';

const picture = (name: string) => ({ displayed: `https://img.pddpic.com/${name}?sign=1`, candidates: [`https://img.pddpic.com/${name}?sign=1`] });
const claim = (evidence: string[], respondBy: string | null = null): Claim => ({
  platform: 'pinduoduo', pageUrl: 'https://mms.pinduoduo.com/x', readAt: '2026-11-20T02:00:00Z', recipe: null, orderId: '251120-1', afterSaleId: '2611', refundType: 'refund-only',
  amount: null, reason: null, description: null, status: null, appliedAt: null, respondBy, evidence: evidence.map(picture), listing: [],
});

beforeEach(async () => {
  const db = await database();
  for (const store of ['cases', 'images', 'bytes', 'examinations', 'drafts', 'blobs'] as const) await db.clear(store);
});

test('late pictures join the open case; those the page dropped stay', async () => {
  await openCase(claim(['a.jpeg', 'b.jpeg']));
  const again = await openCase(claim(['b.jpeg', 'c.jpeg']));
  expect(again.added).toBe(1);
  const file = await loadCaseFile('pinduoduo:2611');
  expect(file!.images.map((image) => [image.ordinal, new URL(image.displayed).pathname])).toEqual([
    [1, '/a.jpeg'],
    [2, '/b.jpeg'],
    [3, '/c.jpeg'],
  ]);
});

test('a picture signed anew is the same picture', async () => {
  await openCase(claim(['a.jpeg']));
  const fresh = { ...claim([]), evidence: [{ displayed: 'https://img.pddpic.com/a.jpeg?sign=2', candidates: [] }] };
  expect((await openCase(fresh)).added).toBe(0);
});

test('a countdown read twice does not move the deadline, a longer one does', async () => {
  await openCase(claim([], '2026-11-21T10:00:00.000Z'));
  expect((await openCase(claim([], '2026-11-21T10:00:40.000Z'))).case.claim.respondBy).toBe('2026-11-21T10:00:00.000Z');
  expect((await openCase(claim([], '2026-11-22T10:00:00.000Z'))).case.claim.respondBy).toBe('2026-11-22T10:00:00.000Z');
});

test('bytes shared by two cases outlive the first that is deleted', async () => {
  const file = { name: 'x.jpg', bytes: Uint8Array.from([1, 2, 3]), sha256: 'ab'.repeat(32), byHand: 'file' as const };
  const first = await openManualCase([file], '');
  const db = await database();
  await db.put('images', { ...(await loadCaseFile(first.id))!.images[0]!, id: 'other#1', caseId: 'other' });
  await deleteCase(first.id);
  expect(await loadCaseFile(first.id)).toBeNull();
  expect(await loadBytes(file.sha256)).toEqual(file.bytes);
  await deleteCase('other');
  await expect(loadBytes(file.sha256)).rejects.toThrow('not stored');
});

test('only cases untouched since the given day are forgotten', async () => {
  const opened = await openCase(claim(['a.jpeg']));
  expect(await deleteCasesBefore('2000-01-01T00:00:00Z')).toBe(0);
  expect(await deleteCasesBefore('2999-01-01T00:00:00Z')).toBe(1);
  expect(await loadCaseFile(opened.case.id)).toBeNull();
});
