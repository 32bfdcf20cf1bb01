import { latin1, u16be, u32be, u64be, u8 } from '../bytes';
import { boxes, type Box } from './bmff-boxes';
import type { Walk } from './walk';

interface ItemInfo {
  type: string;
  contentType?: string;
}

const maxItems = 4096;

/** Null-ended text from `at`, not past `end`. */
function cString(bytes: Uint8Array, at: number, end: number): string {
  const stop = bytes.indexOf(0, at);
  return latin1(bytes, at, Math.min(256, (stop === -1 || stop > end ? end : stop) - at));
}

/** `iinf` with `infe` version 2 and 3 (ISO/IEC 14496-12 §8.11.6). */
function itemInfos(bytes: Uint8Array, iinf: Box): Map<number, ItemInfo> {
  const infos = new Map<number, ItemInfo>();
  const wide = u8(bytes, iinf.dataOffset) > 0;
  const end = Math.min(iinf.end, bytes.length);
  for (const box of boxes(bytes, iinf.dataOffset + (wide ? 8 : 6), end)) {
    const version = u8(bytes, box.dataOffset);
    if (box.kind !== 'infe' || version < 2) continue;
    const idSize = version === 2 ? 2 : 4;
    const id = idSize === 2 ? u16be(bytes, box.dataOffset + 4) : u32be(bytes, box.dataOffset + 4);
    const typeAt = box.dataOffset + 4 + idSize + 2;
    const info: ItemInfo = { type: latin1(bytes, typeAt, 4) };
    const nameEnd = bytes.indexOf(0, typeAt + 4);
    if (info.type === 'mime' && nameEnd !== -1 && nameEnd < box.end) info.contentType = cString(bytes, nameEnd + 1, Math.min(box.end, bytes.length));
    infos.set(id, info);
  }
  return infos;
}

/** Adds one segment per extent of each item, by `iloc` (§8.11.3): offsets into the file or into `idat`. */
export function readItems(walk: Walk, meta: Box[]): void {
  const { bytes } = walk;
  const iloc = meta.find((box) => box.kind === 'iloc');
  const iinf = meta.find((box) => box.kind === 'iinf');
  if (!iloc || !iinf) return;
  const infos = itemInfos(bytes, iinf);
  const idat = meta.find((box) => box.kind === 'idat')?.dataOffset ?? null;
  const end = Math.min(iloc.end, bytes.length);
  const version = u8(bytes, iloc.dataOffset);
  let at = iloc.dataOffset + 4;
  const sizes = u16be(bytes, at);
  const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, version > 0 ? sizes & 15 : 0];
  if ([offsetSize, lengthSize, baseSize, indexSize].some((size) => size !== 0 && size !== 4 && size !== 8)) {
    walk.problem('bad-item-location');
    return;
  }
  at += 2;
  const read = (size: number): number => {
    const value = size === 8 ? u64be(bytes, at) : size === 4 ? u32be(bytes, at) : 0;
    at += size;
    return value;
  };
  const narrow = (wide: boolean): number => {
    const value = wide ? u32be(bytes, at) : u16be(bytes, at);
    at += wide ? 4 : 2;
    return value;
  };
  const items = Math.min(maxItems, narrow(version >= 2));
  for (let i = 0; i < items && at < end; i++) {
    const entryOffset = at;
    const id = narrow(version >= 2);
    const method = version > 0 ? narrow(false) & 15 : 0;
    narrow(false); // data_reference_index: items in other files are not ours to follow
    const base = read(baseSize);
    const extents = narrow(false);
    const info = infos.get(id);
    for (let k = 0; k < extents && at < end; k++) {
      read(indexSize);
      const offset = read(offsetSize);
      const length = read(lengthSize);
      if (!info || method > 1 || (method === 1 && idat === null)) continue;
      const from = base + offset + (method === 1 ? idat! : 0);
      if (!walk.addAt(`item:${info.type}`, entryOffset, at - entryOffset, from, lengthSize === 0 ? bytes.length - from : length, info.contentType)) return;
    }
  }
}
