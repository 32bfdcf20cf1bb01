import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Claim } from '../../../lib/case/claim';
import { storageFull } from '../../../lib/case/storage-full';
import { sha256 } from '../../../lib/evidence/digest';
import { exportLibrary, importLibrary } from '../../../lib/runtime/case-library';
import { openCase } from '../../../lib/runtime/open-case';
import { addOwnPictures } from '../../../lib/runtime/own-pictures';
import { runCase } from '../../../lib/runtime/run-case';
import { database, deleteCase } from '../../../lib/runtime/stores';

const jpeg = (n: number) => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, n, n, n, n]);
vi.mock('../../../lib/runtime/protocol', () => ({ tell: () => undefined }));
vi.mock('../../../lib/runtime/version', () => ({ toolVersion: () => '0' }));
vi.mock('../../../lib/runtime/fetch-image', () => ({
  maxImageBytes: 1e9,
  collectImage: async (address: string) => ({ bytes: jpeg(address.length), source: address, rendition: 'original', attempts: [], problem: null }),
}));
vi.mock('../../../lib/runtime/analysis/host', () => ({ sideBySide: 1, examineInWorker: async () => ({ ok: true, id: 1, findings: [], format: 'jpeg', width: 4, height: 4, problem: null, model: null }) }));

const picture = (name: string) => ({ displayed: `https://img.pddpic.com/${name}`, candidates: [`https://img.pddpic.com/${name}`] });
const claim = (id: string): Claim => ({
  platform: 'pinduoduo', pageUrl: 'https://mms.pinduoduo.com/x', readAt: '2026-11-20T02:00:00Z', recipe: null, orderId: `251120-${id}`, afterSaleId: id, refundType: 'refund-only',
  amount: null, reason: null, description: null, status: null, appliedAt: null, respondBy: null, evidence: [picture('a.jpeg'), picture('bb.jpeg')], listing: [picture('listing-1.jpeg')],
});
const names = ['cases', 'images', 'bytes', 'examinations', 'drafts', 'products', 'hashes', 'labelNumbers', 'salts'] as const;

/** From the n-th write on nothing gets through, as when the process is gone; `as` is what the writer sees. */
function failFrom(n: number, as: () => Error): () => number {
  const real = IDBObjectStore.prototype.put;
  let count = 0;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args: Parameters<IDBObjectStore['put']>) {
    count += 1;
    if (count < n) return real.apply(this, args);
    try {
      this.transaction.abort();
    } catch {
      // Aborted by an earlier write of the same transaction.
    }
    throw as();
  });
  return () => count;
}

/** What must hold however a run ended: no picture without its bytes or case, no result without its picture. */
async function whole(): Promise<void> {
  const db = await database();
  const [cases, images, examinations] = await Promise.all([db.getAllKeys('cases'), db.getAll('images'), db.getAll('examinations')]);
  const bytes = new Set(await db.getAllKeys('bytes'));
  for (const image of images) {
    expect(cases).toContain(image.caseId);
    if (image.sha256) expect(bytes.has(image.sha256)).toBe(true);
  }
  for (const one of examinations) expect(images.some((image) => image.id === one.imageId)).toBe(true);
  for (const product of await db.getAll('products')) for (const own of product.pictures) expect(bytes.has(own.sha256)).toBe(true);
}

beforeEach(async () => {
  const db = await database();
  for (const store of names) await db.clear(store);
});
afterEach(() => void vi.restoreAllMocks());

const own = () => new File([jpeg(99) as Uint8Array<ArrayBuffer>], 'own.jpg', { type: 'image/jpeg' });
const work = async () => {
  await openCase(claim('2'));
  await addOwnPictures('pinduoduo:2', [own()]);
  await runCase('pinduoduo:2');
};

describe('a process that ends between two writes', () => {
  test('at any write: what was confirmed is there, nothing is half there, and the work goes on from it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await openCase(claim('1'));
    await runCase('pinduoduo:1');
    const db = await database();
    const confirmed = JSON.stringify([await db.get('cases', 'pinduoduo:1'), await db.getAllFromIndex('images', 'caseId', 'pinduoduo:1'), await db.getAllFromIndex('examinations', 'caseId', 'pinduoduo:1')]);
    let last = 0;
    for (let n = 1; n < 60; n++) {
      const written = failFrom(n, () => new Error('killed'));
      await work().catch(() => undefined);
      const ended = written();
      vi.mocked(IDBObjectStore.prototype.put).mockRestore();
      await whole();
      expect(JSON.stringify([await db.get('cases', 'pinduoduo:1'), await db.getAllFromIndex('images', 'caseId', 'pinduoduo:1'), await db.getAllFromIndex('examinations', 'caseId', 'pinduoduo:1')])).toBe(confirmed);
      await work();
      expect(await db.get('cases', 'pinduoduo:2')).toMatchObject({ status: 'done' });
      expect(await db.countFromIndex('examinations', 'caseId', 'pinduoduo:2')).toBe(2);
      await deleteCase('pinduoduo:2');
      last = n;
      if (ended < n) break;
    }
    // The last round let every write through: all of them were tried.
    expect(last).toBeGreaterThan(10);
    expect(last).toBeLessThan(59);
  }, 60_000);

  test('an import is there whole or not at all', async () => {
    await work();
    await openCase(claim('3'));
    const file = await exportLibrary();
    const db = await database();
    const before = await Promise.all((['cases', 'images', 'bytes', 'examinations', 'products'] as const).map((store) => db.getAll(store)));
    for (const n of [1, 2, 4, 6, 8]) {
      for (const store of names) await db.clear(store);
      failFrom(n, () => new Error('killed'));
      await expect(importLibrary(file)).rejects.toThrow();
      vi.mocked(IDBObjectStore.prototype.put).mockRestore();
      for (const store of names) expect(await db.count(store)).toBe(0);
    }
    await importLibrary(file);
    expect(await Promise.all((['cases', 'images', 'bytes', 'examinations', 'products'] as const).map((store) => db.getAll(store)))).toEqual(before);
  }, 60_000);
});

describe('no room left', () => {
  const full = () => new DOMException('Quota exceeded.', 'QuotaExceededError');

  test('the case says so, keeps what it has, and finishes once there is room', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await openCase(claim('1'));
    const real = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args: Parameters<IDBObjectStore['put']>) {
      if (this.name !== 'bytes') return real.apply(this, args);
      this.transaction.abort();
      throw full();
    });
    await runCase('pinduoduo:1');
    const db = await database();
    const file = (await db.get('cases', 'pinduoduo:1'))!;
    expect(file.status).toBe('interrupted');
    expect(storageFull(file.error)).toBe(true);
    expect(await db.countFromIndex('images', 'caseId', 'pinduoduo:1')).toBe(3);
    vi.mocked(IDBObjectStore.prototype.put).mockRestore();
    await runCase('pinduoduo:1');
    expect(await db.get('cases', 'pinduoduo:1')).toMatchObject({ status: 'done', error: null });
    expect(await db.get('bytes', await sha256(jpeg('https://img.pddpic.com/a.jpeg'.length)))).toBeDefined();
  });

  test('other failures are not taken for it', () => {
    expect(storageFull(full())).toBe(true);
    expect(storageFull(new Error('network'))).toBe(false);
    expect(storageFull(null)).toBe(false);
  });
});
