import { startsWith, u16be, u32be, u8 } from './bytes';
import { decodeText } from './text-encoding';

/** One image resource block (Adobe Photoshop File Formats, "Image Resource Blocks"). */
export interface ResourceBlock {
  id: number;
  offset: number;
  length: number;
}

/** One IPTC-IIM dataset (IIM 4.2 §1.6), e.g. record 2, dataset 110 = Credit. */
export interface IimDataset {
  record: number;
  dataset: number;
  text: string;
  offset: number;
}

const maxBlocks = 500;

/** `8BIM` blocks in [from, to). Stops at the first thing that is none. */
export function readResources(bytes: Uint8Array, from: number, to: number): ResourceBlock[] {
  const blocks: ResourceBlock[] = [];
  let at = from;
  while (at + 12 <= to && blocks.length < maxBlocks) {
    if (!startsWith(bytes, '8BIM', at) && !startsWith(bytes, 'MeSa', at) && !startsWith(bytes, 'PHUT', at) && !startsWith(bytes, 'AgHg', at) && !startsWith(bytes, 'DCSR', at)) break;
    const name = u8(bytes, at + 6) + 1;
    const sizeAt = at + 6 + name + (name & 1);
    const size = u32be(bytes, sizeAt);
    const length = Math.max(0, Math.min(size, to - sizeAt - 4));
    blocks.push({ id: u16be(bytes, at + 4), offset: sizeAt + 4, length });
    at = sizeAt + 4 + size + (size & 1);
  }
  return blocks;
}

/** Datasets of records 1 to 9 in [from, to). Extended lengths over four bytes end the reading. */
export function readIim(bytes: Uint8Array, from: number, to: number): IimDataset[] {
  const list: IimDataset[] = [];
  let at = from;
  while (at + 5 <= to && list.length < maxBlocks && u8(bytes, at) === 0x1c) {
    let length = u16be(bytes, at + 3);
    let data = at + 5;
    if (length & 0x8000) {
      const size = length & 0x7fff;
      if (size !== 4) break;
      length = u32be(bytes, data);
      data += 4;
    }
    const end = Math.min(to, data + length);
    list.push({ record: u8(bytes, at + 1), dataset: u8(bytes, at + 2), text: decodeText(bytes.subarray(data, end)), offset: data });
    at = data + length;
  }
  return list;
}
