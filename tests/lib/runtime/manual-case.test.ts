import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { TypedFacts } from '../../../lib/case/typed-facts';
import { defaultSettings } from '../../../lib/runtime/settings';
import { draftForCase, firstChoice } from '../../../lib/runtime/draft-for-case';
import { addPictures, openManualCase, removePicture, typeFacts, type BroughtPicture } from '../../../lib/runtime/manual-case';
import { openCase } from '../../../lib/runtime/open-case';
import { database, loadBytes, loadCaseFile } from '../../../lib/runtime/stores';

const picture = (name: string, digit: string): BroughtPicture => ({ name, bytes: Uint8Array.from([Number(digit)]), sha256: digit.repeat(64), byHand: 'file' });
const facts: TypedFacts = { platform: 'taobao', orderId: '398877665544', afterSaleId: null, refundType: 'refund-only', amount: { value: '49.90', currency: 'CNY' }, reason: '破损', description: null, appliedAt: '2026-11-27T09:30:00+08:00', respondBy: null };
const examination = (imageId: string, caseId: string) => ({ imageId, caseId, findings: [], assessment: { log10LR: 0, score: 0, band: 'none' as const, contributions: [] }, examinedAt: '', milliseconds: 1 });

beforeEach(async () => {
  const db = await database();
  for (const store of ['cases', 'images', 'bytes', 'examinations', 'hashes', 'products', 'labelNumbers'] as const) await db.clear(store);
});

test('several files are one case; the same picture twice is kept once', async () => {
  const { id } = await openManualCase([picture('a.jpg', '1'), picture('b.jpg', '2'), picture('a copy.jpg', '1')], '');
  expect((await loadCaseFile(id))!.images.map((image) => [image.ordinal, image.displayed, image.byHand])).toEqual([[1, 'a.jpg', 'file'], [2, 'b.jpg', 'file']]);
  expect(await addPictures(id, [picture('b.jpg', '2'), picture('c.jpg', '3')])).toBe(1);
  expect((await loadCaseFile(id))!.images.map((image) => image.displayed)).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
  expect(await addPictures('manual:gone', [picture('a.jpg', '1')])).toBeNull();
});

test('a removed picture leaves its number free and its bytes only where nobody else has them', async () => {
  const { id } = await openManualCase([picture('a.jpg', '1'), picture('b.jpg', '2')], '');
  await openManualCase([picture('b.jpg', '2')], '');
  const [first, second] = (await loadCaseFile(id))!.images;
  expect(await removePicture(first!.id)).toBe(true);
  await expect(loadBytes('1'.repeat(64))).rejects.toThrow('not stored');
  expect(await removePicture(second!.id)).toBe(true);
  expect(await loadBytes('2'.repeat(64))).toEqual(Uint8Array.from([2]));
});

test('what a page showed cannot be removed, and its later pictures take no number in use', async () => {
  const page = (name: string) => ({ displayed: `https://img.pddpic.com/${name}`, candidates: [] });
  const claim = { platform: 'pinduoduo' as const, pageUrl: '', readAt: '', recipe: null, orderId: '251120-1', afterSaleId: '2611', refundType: 'unknown' as const, amount: null, reason: null, description: null, status: null, appliedAt: null, respondBy: null, evidence: [page('a')], listing: [] };
  const { case: opened } = await openCase(claim);
  await addPictures(opened.id, [picture('x.jpg', '1'), picture('y.jpg', '2')]);
  const images = (await loadCaseFile(opened.id))!.images;
  expect(await removePicture(images[0]!.id)).toBe(false);
  expect(await removePicture(images[1]!.id)).toBe(true);
  await openCase({ ...claim, evidence: [page('a'), page('b')] });
  expect((await loadCaseFile(opened.id))!.images.map((image) => [image.ordinal, image.displayed])).toEqual([[1, 'https://img.pddpic.com/a'], [3, 'y.jpg'], [4, 'https://img.pddpic.com/b']]);
});

test('typed facts change the claim and let dated findings be made anew; changing only the reason does not', async () => {
  const { id } = await openManualCase([picture('a.jpg', '1')], '');
  const imageId = (await loadCaseFile(id))!.images[0]!.id;
  const db = await database();
  await db.put('examinations', examination(imageId, id));
  const changed = await typeFacts(id, facts);
  expect(changed!.claim).toMatchObject({ ...facts, typed: { at: expect.stringMatching(/^20/) } });
  expect(await db.get('examinations', imageId)).toBeUndefined();
  await db.put('examinations', examination(imageId, id));
  await typeFacts(id, { ...facts, reason: '少件' });
  expect(await db.get('examinations', imageId)).toBeDefined();
});

test('no letter names an order nobody gave; with typed facts it names them', async () => {
  const { id } = await openManualCase([picture('a.jpg', '1')], '');
  const choice = { ...firstChoice, evenWithoutSupport: true };
  const before = draftForCase((await loadCaseFile(id))!, choice, defaultSettings, '2026-11-28');
  expect(before.draft).toBeNull();
  expect(before.refusal).toContain('填写订单编号');
  await typeFacts(id, facts);
  const after = draftForCase((await loadCaseFile(id))!, choice, defaultSettings, '2026-11-28');
  expect(after.draft!.text).toContain('398877665544');
  expect(after.draft!.text).toContain('49.90元');
});
