import { strFromU8, strToU8, Unzip, UnzipInflate, UnzipPassThrough, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Case, Examination } from '../case/case';
import type { ClaimImage } from '../case/image';
import { sha256 } from '../evidence/digest';
import { buyerSalt } from './buyer';
import { database, settled, type StoredBytes, type StoredDraft, type StoredProduct } from './stores';

const format = 'yantu-library';
const version = 1;
/** Far above any real library file's index; a hostile one is refused instead of filling memory. */
const maxMember = 256 * 1024 * 1024;

interface Index {
  format: typeof format;
  version: number;
  exportedAt: string;
  cases: Case[];
  images: ClaimImage[];
  examinations: Examination[];
  drafts: StoredDraft[];
  products: StoredProduct[];
  /** Hash words as plain numbers: JSON has no typed arrays. */
  hashes: { id: string; caseId: string; sha256: string; pdq: number[]; difference: number[]; quality: number; windows?: number[] }[];
  bytes: { sha256: string; storedAt: string }[];
  /** Content numbers of AI labels, and what buyers' keys are salted with; absent from files of older versions. */
  labelNumbers?: { id: string; number: string; imageId: string; caseId: string }[];
  buyerSalt?: string;
}

/** The file is not a library of ours, or was changed; the message is for the merchant. */
export class LibraryUnreadable extends Error {
  override name = 'LibraryUnreadable';
}

/** Every case with its pictures as one ZIP: index, its checksum, and bytes named by their own SHA-256. */
export async function exportLibrary(): Promise<Blob> {
  const db = await database();
  const bytes = await db.getAllKeys('bytes');
  const index: Index = {
    format,
    version,
    exportedAt: new Date().toISOString(),
    cases: await db.getAll('cases'),
    images: await db.getAll('images'),
    examinations: await db.getAll('examinations'),
    drafts: await db.getAll('drafts'),
    products: await db.getAll('products'),
    hashes: (await db.getAll('hashes')).map((entry) => ({ ...entry, pdq: [...entry.pdq], difference: [...entry.difference], windows: entry.windows && [...entry.windows] })),
    bytes: [],
    labelNumbers: await db.getAll('labelNumbers'),
    buyerSalt: await buyerSalt(),
  };
  const parts: Blob[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else parts.push(new Blob([chunk as Uint8Array<ArrayBuffer>]));
  });
  const add = (name: string, content: Uint8Array, compress: boolean) => {
    const member = compress ? new ZipDeflate(name) : new ZipPassThrough(name);
    zip.add(member);
    member.push(content, true);
  };
  for (const key of bytes) {
    const stored = await db.get('bytes', key);
    if (!stored) continue;
    index.bytes.push({ sha256: stored.sha256, storedAt: stored.storedAt });
    add(`bytes/${stored.sha256}`, stored.bytes, false);
  }
  const json = strToU8(JSON.stringify(index));
  add('library.json', json, true);
  add('SHA256SUMS', strToU8(`${await sha256(json)} *library.json\n`), false);
  zip.end();
  if (failure) throw failure;
  return new Blob(parts, { type: 'application/zip' });
}

async function* members(file: Blob): AsyncGenerator<{ name: string; content: Uint8Array }> {
  const done: { name: string; content: Uint8Array }[] = [];
  const unzip = new Unzip((member) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    member.ondata = (error, chunk, final) => {
      if (error) throw new LibraryUnreadable('文件已损坏，无法读取');
      length += chunk.length;
      if (length > maxMember) throw new LibraryUnreadable('文件中有超出上限的内容，未导入');
      chunks.push(chunk);
      if (!final) return;
      const content = new Uint8Array(length);
      let at = 0;
      for (const part of chunks) {
        content.set(part, at);
        at += part.length;
      }
      done.push({ name: member.name, content });
    };
    member.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  const reader = file.stream().getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    unzip.push(step.value);
    while (done.length > 0) yield done.shift()!;
  }
  unzip.push(new Uint8Array(0), true);
  yield* done;
}

function readIndex(content: Uint8Array): Index {
  let index: Index;
  try {
    index = JSON.parse(strFromU8(content)) as Index;
  } catch {
    throw new LibraryUnreadable('不是验图导出的案卷文件');
  }
  if (index.format !== format) throw new LibraryUnreadable('不是验图导出的案卷文件');
  if (index.version > version) throw new LibraryUnreadable(`此文件由更新的版本导出（${index.version}），请先升级验图`);
  return index;
}

/**
 * Adds the cases of an exported file. What is already here and as new stays as it is, so importing twice changes nothing.
 * Nothing is written until the whole file has been checked.
 * @throws LibraryUnreadable
 */
export async function importLibrary(file: Blob): Promise<{ added: number; updated: number; unchanged: number }> {
  const bytes = new Map<string, Uint8Array>();
  let json: Uint8Array | null = null;
  let sums = '';
  for await (const { name, content } of members(file)) {
    if (name === 'library.json') json = content;
    else if (name === 'SHA256SUMS') sums = strFromU8(content);
    else if (/^bytes\/[0-9a-f]{64}$/.test(name)) {
      const digest = name.slice(6);
      if ((await sha256(content)) !== digest) throw new LibraryUnreadable(`图片 ${digest.slice(0, 8)} 的内容与其校验值不符，未导入`);
      bytes.set(digest, content);
    }
  }
  if (!json) throw new LibraryUnreadable('不是验图导出的案卷文件');
  if (!sums.startsWith(await sha256(json))) throw new LibraryUnreadable('案卷索引与其校验值不符，文件被改动过，未导入');
  return write(readIndex(json), bytes);
}

async function write(index: Index, bytes: Map<string, Uint8Array>): Promise<{ added: number; updated: number; unchanged: number }> {
  const count = { added: 0, updated: 0, unchanged: 0 };
  const transaction = settled((await database()).transaction(['cases', 'images', 'examinations', 'drafts', 'bytes', 'hashes', 'products', 'labelNumbers', 'salts'], 'readwrite'));
  const taken = new Set<string>();
  for (const one of index.cases) {
    const before = await transaction.objectStore('cases').get(one.id);
    if (before && before.updatedAt >= one.updatedAt) {
      count.unchanged += 1;
      continue;
    }
    count[before ? 'updated' : 'added'] += 1;
    taken.add(one.id);
    await transaction.objectStore('cases').put(one);
  }
  for (const image of index.images) if (taken.has(image.caseId)) await transaction.objectStore('images').put(image);
  for (const one of index.examinations) if (taken.has(one.caseId)) await transaction.objectStore('examinations').put(one);
  for (const one of index.drafts) if (taken.has(one.caseId)) await transaction.objectStore('drafts').put(one);
  for (const entry of index.hashes ?? []) if (taken.has(entry.caseId)) await transaction.objectStore('hashes').put({ ...entry, pdq: Uint32Array.from(entry.pdq), difference: Uint32Array.from(entry.difference), windows: entry.windows && Uint32Array.from(entry.windows) });
  for (const one of index.labelNumbers ?? []) if (taken.has(one.caseId)) await transaction.objectStore('labelNumbers').put(one);
  // A device without a salt takes this one, so that its buyers are recognised; otherwise they count apart.
  if (index.buyerSalt && taken.size > 0 && !(await transaction.objectStore('salts').getKey('buyer'))) await transaction.objectStore('salts').put({ id: 'buyer', value: index.buyerSalt });
  const products = taken.size > 0 ? (index.products ?? []) : [];
  for (const product of products) if (!(await transaction.objectStore('products').getKey(product.key))) await transaction.objectStore('products').put(product);
  const needed = new Set([...index.images.filter((image) => taken.has(image.caseId)).map((image) => image.sha256), ...products.flatMap((product) => product.pictures.map((picture) => picture.sha256))]);
  for (const { sha256: digest, storedAt } of index.bytes) {
    const content = bytes.get(digest);
    if (content && needed.has(digest) && !(await transaction.objectStore('bytes').getKey(digest))) await transaction.objectStore('bytes').put({ sha256: digest, bytes: content, storedAt } satisfies StoredBytes);
  }
  await transaction.done;
  return count;
}
