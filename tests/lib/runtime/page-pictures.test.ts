import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { addressText, heldDigest } from '../../../lib/case/held-picture';
import type { Claim } from '../../../lib/case/claim';
import { validClaim } from '../../../lib/runtime/claim-validation';
import { handOver, renamed } from '../../../lib/runtime/hand-over';
import { openCase } from '../../../lib/runtime/open-case';
import { forgetPagePictures, keepPagePicture } from '../../../lib/runtime/page-pictures';
import { collectCase } from '../../../lib/runtime/run-case';
import { database, deleteCase, loadBytes } from '../../../lib/runtime/stores';

const { ask, asked } = vi.hoisted(() => ({ ask: vi.fn(), asked: [] as string[] }));
vi.mock('../../../lib/runtime/page-messages', () => ({ ask }));
vi.mock('../../../lib/runtime/protocol', () => ({ tell: vi.fn() }));
vi.mock('../../../lib/runtime/version', () => ({ toolVersion: () => '0' }));
vi.mock('../../../lib/runtime/analysis/host', () => ({ sideBySide: 1, examineInWorker: vi.fn() }));
afterEach(() => {
  asked.length = 0;
  vi.unstubAllGlobals();
});

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]);
const digest = createHash('sha256').update(jpeg).digest('hex');
const base64 = jpeg.toString('base64');
const written = `data:image/jpeg;base64,${base64}`;
const name = `data:image/jpeg;sha256=${digest},`;
const made = `blob:https://mms.pinduoduo.com/sha256=${digest}`;
const claimOf = (displayed: string, candidates = [displayed], afterSaleId = '1'): Claim => ({
  platform: 'pinduoduo', pageUrl: 'https://mms.pinduoduo.com/x', readAt: '2026-11-20T02:00:00Z', recipe: null, orderId: '251120-1', afterSaleId, refundType: 'refund-only',
  amount: null, reason: null, description: null, status: null, appliedAt: null, respondBy: null, evidence: [{ displayed, candidates }], listing: [],
});

test('a picture only its page holds is kept under a name of its content, the same after the page is loaded anew', async () => {
  expect(await keepPagePicture(`data:image/jpeg;base64,${'A'.repeat(40)}0001`, base64)).toBe(name);
  expect(await keepPagePicture('data:IMAGE/JPEG;base64,', base64)).toBe(name);
  expect([await keepPagePicture('blob:https://mms.pinduoduo.com/0a-1b', base64), await keepPagePicture('blob:https://mms.pinduoduo.com/9f-2c', base64)]).toEqual([made, made]);
  expect(await keepPagePicture('https://pictures.example/a.jpeg', base64)).toBe('https://pictures.example/a.jpeg');
  expect([heldDigest(name), heldDigest(made), heldDigest('https://img.pddpic.com/a.jpeg')]).toEqual([digest, digest, null]);
  expect(Buffer.from((await (await database()).get('blobs', name))!.bytes)).toEqual(jpeg);
});

test.each([['data:image/svg+xml;base64,', base64], ['data:text/html;base64,', base64], ['file:///etc/passwd', base64], ['blob:null/1', base64], ['data:image/jpeg;base64,', null], ['data:image/jpeg;base64,', '%%%'], ['data:image/jpeg;base64,', 'A'.repeat(29_400_000)]])('%s is not kept', async (address, text) => {
  const before = await (await database()).count('blobs');
  expect(await keepPagePicture(address, text)).toBeNull();
  expect(await (await database()).count('blobs')).toBe(before);
});

test('handed over once, whatever stand-in it travels as; what could not be taken keeps its stand-in', async () => {
  ask.mockImplementation(async (_name: string, body: { address: string; base64: string | null }) => {
    asked.push(body.base64 ?? '');
    return { address: await keepPagePicture(body.address, body.base64) };
  });
  const taken = new Map<string, string>();
  expect([...(await handOver([['data:image/jpeg;base64,A1', written], ['data:image/png;base64,A2', 'data:image/png;base64,%%%']], taken))]).toEqual([['data:image/jpeg;base64,A1', name], ['data:image/png;base64,A2', 'data:image/png;base64,A2']]);
  expect(asked).toEqual([base64]);
  expect((await handOver([['data:image/jpeg;base64,A7', written]], taken)).get('data:image/jpeg;base64,A7')).toBe(name);
  expect(asked).toEqual([base64]);
});

test('only the first of very many are handed over', async () => {
  ask.mockImplementation(async (_name: string, { address }: { address: string }) => (asked.push(address), { address }));
  await handOver(Array.from({ length: 500 }, (_, at) => [`data:image/jpeg;base64,${at}`, `data:image/jpeg;base64,${String(at).padStart(4, 'A')}`] as const), new Map());
  expect(asked).toHaveLength(60);
});

test('the claim goes on with the names; raw data of a page is never part of it', () => {
  const read = { claim: claimOf('data:image/jpeg;base64,A1') };
  expect(validClaim(read.claim)!.evidence).toEqual([]);
  const named = renamed(read, new Map([['data:image/jpeg;base64,A1', name]]));
  expect(validClaim(named.claim)!.evidence).toEqual([{ displayed: name, candidates: [name] }]);
});

test('such a picture is collected without any request, by another case too, and goes with the case', async () => {
  const fetched = vi.fn(() => Promise.reject(new Error('nothing is to be fetched')));
  vi.stubGlobal('fetch', fetched);
  await keepPagePicture('data:image/jpeg;base64,', base64);
  await openCase(claimOf(name));
  await collectCase('pinduoduo:1');
  const db = await database();
  const [image] = await db.getAllFromIndex('images', 'caseId', 'pinduoduo:1');
  expect(image).toMatchObject({ displayed: name, source: name, sha256: digest, byteLength: 8, format: 'jpeg', problem: null, attempts: [] });
  // A day later the handed-over copy is gone: the second case finds the bytes by their name.
  await forgetPagePictures('2999-01-01T00:00:00Z');
  expect(await db.count('blobs')).toBe(0);
  await openCase(claimOf(name, [name], '2'));
  await collectCase('pinduoduo:2');
  expect((await db.getAllFromIndex('images', 'caseId', 'pinduoduo:2'))[0]).toMatchObject({ sha256: digest, problem: null });
  expect(fetched).not.toHaveBeenCalled();
  await keepPagePicture('data:image/jpeg;base64,', base64);
  await deleteCase('pinduoduo:1');
  expect(await db.count('blobs')).toBe(0);
  expect(Buffer.from(await loadBytes(digest))).toEqual(jpeg);
  await deleteCase('pinduoduo:2');
  expect(await db.count('bytes')).toBe(0);
});

test('a larger picture the page names comes first; where it cannot be had, what the page shows is examined', async () => {
  vi.stubGlobal('fetch', vi.fn(async () => new Response(null, { status: 404 })));
  await keepPagePicture('data:image/jpeg;base64,', base64);
  const large = 'https://img.pddpic.com/large.jpeg';
  await openCase(claimOf(name, [large, name], '3'));
  await collectCase('pinduoduo:3');
  const [image] = await (await database()).getAllFromIndex('images', 'caseId', 'pinduoduo:3');
  expect(image).toMatchObject({ source: name, sha256: digest, problem: null, attempts: [{ address: large, status: 404, error: 'not-found' }] });
});

test('people read that there is no address', () => {
  expect(addressText(name)).toBe(`仅在网页内（data:），没有网址；SHA-256 ${digest.slice(0, 16)}…`);
  expect(addressText(made, 'en')).toBe(`only inside the page (blob:), no address; SHA-256 ${digest.slice(0, 16)}…`);
  expect(addressText('https://img.pddpic.com/a.jpeg')).toBe('https://img.pddpic.com/a.jpeg');
});
