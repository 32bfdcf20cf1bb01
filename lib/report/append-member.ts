import { directoryEnd, readDirectory, ZipRefused, type RandomAccess } from './zip-reader';

/** A stretch of the old file, or new bytes: the caller joins them without reading the old ones. */
export type Stretch = { from: number; to: number } | Uint8Array<ArrayBuffer>;

/** CRC-32 as ZIP and PNG use it (ISO 3309), reflected polynomial 0xEDB88320. */
export function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const limit = 0xffff_ffff - 0x100_0000;
/** 2020-01-01 00:00 in MS-DOS form, the time all members of a bundle have. */
const dosTime = 0x5021_0000;

/** Fields of little-endian numbers, 2 or 4 bytes each, then text. */
function header(fields: readonly [2 | 4, number][], name: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0) + name.length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  bytes.set(name, at);
  return bytes;
}

/**
 * A ZIP with one more stored member behind the others (APPNOTE 6.3.10 §4.3.7, §4.3.12, §4.3.16); every byte of the old members stays
 * where it is. @throws ZipRefused, also where the name is taken
 */
export async function withMember(zip: RandomAccess, name: string, content: Uint8Array): Promise<Stretch[]> {
  const members = await readDirectory(zip);
  if (members.some((member) => member.name.toLowerCase() === name.toLowerCase())) throw new ZipRefused('repeated-name', name);
  const { count, length, offset } = await directoryEnd(zip);
  if (zip.size + content.length + 200 > limit) throw new ZipRefused('too-large', name);
  const spelt = new TextEncoder().encode(name);
  const about: [2 | 4, number][] = [[2, 0], [2, 0], [4, dosTime], [4, crc32(content)], [4, content.length], [4, content.length], [2, spelt.length], [2, 0]];
  const local = header([[4, 0x04034b50], [2, 20], ...about], spelt);
  const central = header([[4, 0x02014b50], [2, 20], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]], spelt);
  const directory = offset + local.length + content.length;
  const end = header([[4, 0x06054b50], [2, 0], [2, 0], [2, count + 1], [2, count + 1], [4, length + central.length], [4, directory], [2, 0]], new Uint8Array(0));
  return [{ from: 0, to: offset }, local, Uint8Array.from(content), { from: offset, to: offset + length }, central, end];
}
