import { concat, latin1, startsWith, u16be, u32be, u8 } from '../bytes';
import { payload, type Container, type Segment } from '../container';
import { MalformedCredential } from './malformed-credential';

/** The bytes of a manifest store and where in the file they lie. */
export interface StoreBytes {
  /** Name of the carrying segment: `APP11`, `caBX`, `C2PA`, `uuid`, `0xCD41`, `application`. */
  carrier: string;
  offset: number;
  jumbf: Uint8Array;
}

/** Larger stores are not read: honest ones with several thumbnails stay below 10 MB. */
const maxStore = 64 * 2 ** 20;

function joined(parts: Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length > maxStore) throw new MalformedCredential('too-large', 'manifest store larger than 64 MB');
  return concat(parts);
}

const ascending = (a: { z: number }, b: { z: number }) => a.z - b.z;

/** ISO/IEC 19566-5 annex D: `JP`, box instance En, packet number Z, then the box; continuations repeat its header. */
function fromJpeg(bytes: Uint8Array, segments: Segment[]): StoreBytes | null {
  const instances = new Map<number, { z: number; segment: Segment; data: Uint8Array }[]>();
  for (const segment of segments) {
    if (segment.kind !== 'APP11' || segment.dataLength < 16) continue;
    const data = payload(bytes, segment);
    if (latin1(data, 0, 2) !== 'JP' || latin1(data, 12, 4) !== 'jumb') continue;
    const instance = u16be(data, 2);
    const packets = instances.get(instance) ?? [];
    packets.push({ z: u32be(data, 4), segment, data });
    instances.set(instance, packets);
  }
  for (const packets of instances.values()) {
    packets.sort(ascending);
    const header = u32be(packets[0]!.data, 8) === 1 ? 16 : 8;
    const jumbf = joined(packets.map(({ data }, i) => data.subarray(i === 0 ? 8 : 8 + header)));
    if (isStore(jumbf)) return { carrier: 'APP11', offset: packets[0]!.segment.offset, jumbf };
  }
  return null;
}

/** Superbox, description box, type UUID beginning `c2pa`. */
const isStore = (jumbf: Uint8Array) => {
  const header = u32be(jumbf, 0) === 1 ? 16 : 8;
  return latin1(jumbf, 4, 4) === 'jumb' && startsWith(jumbf, 'c2pa', header + 8);
};

/** GIF sub-blocks, each led by its length, to the empty one. */
function subBlocks(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < data.length && data[at] !== 0; at += u8(data, at) + 1) parts.push(data.subarray(at + 1, at + 1 + u8(data, at)));
  return joined(parts);
}

const c2paUuid = 'd8fec3d61b0e483c92975828877ec481';

/** C2PA 2.x §A.5: version and flags, purpose, and for `manifest` an 8-byte offset of the first Merkle box. */
function fromUuidBox(data: Uint8Array): Uint8Array | null {
  const end = data.indexOf(0, 4);
  if (end === -1 || end > 64 || latin1(data, 4, end - 4) !== 'manifest') return null;
  return data.subarray(end + 1 + 8);
}

const plain: Record<string, (data: Uint8Array, segment: Segment) => Uint8Array | null> = {
  caBX: (data) => data,
  C2PA: (data) => data,
  '0xCD41': (data) => data,
  uuid: (data, segment) => (segment.detail === c2paUuid ? fromUuidBox(data) : null),
  application: (data, segment) => (segment.detail?.startsWith('C2PA_GIF') ? subBlocks(data) : null),
};

/**
 * The manifest store in its place for each format (C2PA 2.x annex A), or null where there is none.
 * @throws {MalformedCredential} `too-large`
 */
export function findStore(bytes: Uint8Array, { format, segments }: Container): StoreBytes | null {
  if (format === 'jpeg') return fromJpeg(bytes, segments);
  for (const segment of segments) {
    const jumbf = plain[segment.kind]?.(payload(bytes, segment), segment);
    if (jumbf && jumbf.length > maxStore) throw new MalformedCredential('too-large', 'manifest store larger than 64 MB');
    if (jumbf && isStore(jumbf)) return { carrier: segment.kind, offset: segment.offset, jumbf };
  }
  return null;
}
