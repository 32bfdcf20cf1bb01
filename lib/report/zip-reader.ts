import { Inflate } from 'fflate';

/** A ZIP by place, so that a file of any size can be read: bytes in memory, a Blob in the browser, a file handle in Node. */
export interface RandomAccess {
  size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

export const inMemory = (bytes: Uint8Array): RandomAccess => ({ size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) });
export const inBlob = (blob: Blob): RandomAccess => ({ size: blob.size, read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()) });

export type ZipProblem = 'not-a-zip' | 'damaged' | 'encrypted' | 'unsupported' | 'unsafe-name' | 'repeated-name' | 'overlapping' | 'too-many-members' | 'too-large';

const sentences: Record<ZipProblem, string> = {
  'not-a-zip': '这不是 ZIP 文件，或文件末尾已被截断',
  damaged: 'ZIP 结构已损坏',
  encrypted: 'ZIP 已加密，无法核验；请先解密或索要未加密的文件',
  unsupported: 'ZIP 使用了不支持的压缩方式',
  'unsafe-name': 'ZIP 中有不安全的文件名（会写到文件夹之外）',
  'repeated-name': 'ZIP 中有重名文件，不同软件会读到不同内容',
  overlapping: 'ZIP 中的成员相互重叠',
  'too-many-members': 'ZIP 中的文件数量超过上限',
  'too-large': 'ZIP 解压后的大小超过上限',
};

/** A ZIP that is not opened, and why. */
export class ZipRefused extends Error {
  override name = 'ZipRefused';
  constructor(
    readonly problem: ZipProblem,
    readonly member: string | null = null,
  ) {
    super(`${sentences[problem]}${member === null ? '' : `：${member}`}。`);
  }
}

export interface ZipMember {
  name: string;
  compression: 0 | 8;
  compressed: number;
  size: number;
  crc: number;
  offset: number;
}

export interface ZipLimits {
  members: number;
  /** Sum of all sizes after decompression, in bytes. */
  bytes: number;
  /** Decompressed over compressed, of one member above 64 MiB: bombs reach 1000, honest large files stay near 1. */
  ratio: number;
}
export const usualLimits: ZipLimits = { members: 2000, bytes: 8 * 2 ** 30, ratio: 100 };

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** End of central directory (APPNOTE 6.3.10 §4.3.16); a comment of up to 65,535 bytes may follow it. */
export async function directoryEnd(zip: RandomAccess): Promise<{ count: number; length: number; offset: number }> {
  const start = Math.max(0, zip.size - 22 - 65_535);
  const tail = await zip.read(start, zip.size - start);
  const at = view(tail);
  for (let place = tail.length - 22; place >= 0; place -= 1) {
    if (at.getUint32(place, true) !== 0x06054b50 || place + 22 + at.getUint16(place + 20, true) !== tail.length) continue;
    const [count, length, offset] = [at.getUint16(place + 10, true), at.getUint32(place + 12, true), at.getUint32(place + 16, true)];
    if (count === 0xffff || offset === 0xffffffff) throw new ZipRefused('unsupported');
    if (offset + length > start + place) throw new ZipRefused('damaged');
    return { count, length, offset };
  }
  throw new ZipRefused('not-a-zip');
}

/** Control characters and bidirectional marks could make a name read as another one. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const unsafe = /^\/|^[A-Za-z]:|\\|(?:^|\/)\.\.?(?:\/|$)|[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;

/** Reads the central directory and refuses what no honest bundle holds. Folder entries are left out. @throws ZipRefused */
export async function readDirectory(zip: RandomAccess, limits: ZipLimits = usualLimits): Promise<ZipMember[]> {
  const end = await directoryEnd(zip);
  if (end.count > limits.members) throw new ZipRefused('too-many-members');
  const bytes = await zip.read(end.offset, end.length);
  const at = view(bytes);
  const members: ZipMember[] = [];
  const names = new Set<string>();
  let place = 0;
  let total = 0;
  for (let index = 0; index < end.count; index += 1) {
    if (place + 46 > bytes.length || at.getUint32(place, true) !== 0x02014b50) throw new ZipRefused('damaged');
    const [flags, method] = [at.getUint16(place + 8, true), at.getUint16(place + 10, true)];
    const [nameLength, extraLength, commentLength] = [at.getUint16(place + 28, true), at.getUint16(place + 30, true), at.getUint16(place + 32, true)];
    const next = place + 46 + nameLength + extraLength + commentLength;
    if (next > bytes.length) throw new ZipRefused('damaged');
    const name = new TextDecoder().decode(bytes.subarray(place + 46, place + 46 + nameLength));
    const member = { name, compression: method as 0 | 8, crc: at.getUint32(place + 16, true), compressed: at.getUint32(place + 20, true), size: at.getUint32(place + 24, true), offset: at.getUint32(place + 42, true) };
    place = next;
    if (name === '' || unsafe.test(name)) throw new ZipRefused('unsafe-name', JSON.stringify(name));
    if (flags & 1) throw new ZipRefused('encrypted', name);
    if (method !== 0 && method !== 8) throw new ZipRefused('unsupported', name);
    if (member.size === 0xffffffff || member.compressed === 0xffffffff || member.offset === 0xffffffff) throw new ZipRefused('unsupported', name);
    if (names.has(name.toLowerCase())) throw new ZipRefused('repeated-name', name);
    names.add(name.toLowerCase());
    total += member.size;
    if (total > limits.bytes || (member.size > 64 * 2 ** 20 && member.size > limits.ratio * member.compressed)) throw new ZipRefused('too-large', name);
    if (!name.endsWith('/')) members.push(member);
  }
  checkPlaces(members, end.offset);
  return members;
}

/** Members that share bytes are how small files unpack to huge ones. */
function checkPlaces(members: readonly ZipMember[], end: number): void {
  const ordered = [...members].sort((a, b) => a.offset - b.offset);
  for (const [index, member] of ordered.entries()) {
    const next = ordered[index + 1]?.offset ?? end;
    if (member.offset + 30 + member.compressed > next) throw new ZipRefused('overlapping', member.name);
  }
}

const chunk = 1 << 20;

/** Streams one member's bytes, never more than the directory says it has. @throws ZipRefused */
export async function* readMember(zip: RandomAccess, member: ZipMember, signal?: AbortSignal): AsyncIterable<Uint8Array> {
  const header = await zip.read(member.offset, 30);
  if (header.length < 30 || view(header).getUint32(0, true) !== 0x04034b50) throw new ZipRefused('damaged', member.name);
  const [nameLength, extraLength, method] = [view(header).getUint16(26, true), view(header).getUint16(28, true), view(header).getUint16(8, true)];
  const localName = new TextDecoder().decode(await zip.read(member.offset + 30, nameLength));
  // A local header that says something else than the directory shows another file to streaming readers.
  if (localName !== member.name || method !== member.compression) throw new ZipRefused('damaged', member.name);
  const start = member.offset + 30 + nameLength + extraLength;
  const out: Uint8Array[] = [];
  let given = 0;
  const inflate = member.compression === 8 ? new Inflate((piece) => out.push(piece)) : null;
  for (let done = 0; done < member.compressed; done += chunk) {
    signal?.throwIfAborted();
    const piece = await zip.read(start + done, Math.min(chunk, member.compressed - done));
    if (piece.length === 0) throw new ZipRefused('damaged', member.name);
    try {
      if (inflate) inflate.push(piece, done + chunk >= member.compressed);
      else out.push(piece);
    } catch {
      throw new ZipRefused('damaged', member.name);
    }
    for (const part of out.splice(0)) {
      given += part.length;
      if (given > member.size) throw new ZipRefused('too-large', member.name);
      yield part;
    }
  }
  if (given !== member.size) throw new ZipRefused('damaged', member.name);
}

/** A small member whole. @throws ZipRefused `too-large` above `cap` bytes. */
export async function readWhole(zip: RandomAccess, member: ZipMember, cap: number): Promise<Uint8Array> {
  if (member.size > cap) throw new ZipRefused('too-large', member.name);
  const bytes = new Uint8Array(member.size);
  let offset = 0;
  for await (const part of readMember(zip, member)) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
