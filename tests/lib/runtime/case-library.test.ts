import 'fake-indexeddb/auto';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../lib/evidence/digest';
import { exportLibrary, importLibrary, LibraryUnreadable } from '../../../lib/runtime/case-library';
import { openManualCase } from '../../../lib/runtime/manual-case';
import { database, loadBytes, loadCaseFile } from '../../../lib/runtime/stores';

const stores = ['cases', 'images', 'bytes', 'examinations', 'drafts'] as const;
const clear = async () => {
  const db = await database();
  for (const store of stores) await db.clear(store);
};
const everything = async () => {
  const db = await database();
  return Promise.all(stores.map((store) => db.getAll(store)));
};
const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 1, 2, 3]);
const make = async () => openManualCase([{ name: 'a.jpg', bytes, sha256: await sha256(bytes), byHand: 'file' }], '');
beforeEach(clear);

test('a library goes out and comes back whole, and a second import changes nothing', async () => {
  const opened = await make();
  const before = await everything();
  const file = await exportLibrary();
  await clear();
  expect(await importLibrary(file)).toEqual({ added: 1, updated: 0, unchanged: 0 });
  expect(await everything()).toEqual(before);
  expect(await importLibrary(file)).toEqual({ added: 0, updated: 0, unchanged: 1 });
  expect(await everything()).toEqual(before);
  const image = (await loadCaseFile(opened.id))!.images[0]!;
  expect(await loadBytes(image.sha256!)).toEqual(bytes);
});

test('a newer case of the same id replaces the older one, never the other way round', async () => {
  const opened = await make();
  const file = await exportLibrary();
  const db = await database();
  await db.put('cases', { ...opened, updatedAt: '2999-01-01T00:00:00Z', status: 'done' });
  expect(await importLibrary(file)).toEqual({ added: 0, updated: 0, unchanged: 1 });
  expect((await db.get('cases', opened.id))!.status).toBe('done');
  await db.put('cases', { ...opened, updatedAt: '2000-01-01T00:00:00Z', status: 'done' });
  expect(await importLibrary(file)).toEqual({ added: 0, updated: 1, unchanged: 0 });
});

async function tampered(change: (members: Record<string, Uint8Array>) => void): Promise<Blob> {
  await make();
  const members = unzipSync(new Uint8Array(await (await exportLibrary()).arrayBuffer()));
  change(members);
  await clear();
  return new Blob([zipSync(members) as Uint8Array<ArrayBuffer>]);
}

test.each([
  ['a changed picture', (members: Record<string, Uint8Array>) => void (members[Object.keys(members).find((name) => name.startsWith('bytes/'))!]![4] = 9)],
  ['a changed index', (members: Record<string, Uint8Array>) => void (members['library.json'] = strToU8(new TextDecoder().decode(members['library.json']).replace('manual', 'monual')))],
  ['another kind of file', (members: Record<string, Uint8Array>) => void delete members['library.json']],
])('%s is refused and nothing is written', async (_what, change) => {
  const file = await tampered(change);
  await expect(importLibrary(file)).rejects.toThrow(LibraryUnreadable);
  expect((await everything()).flat()).toEqual([]);
});
