import { latin1, u32be, u64be } from '../bytes';

export interface Box {
  kind: string;
  offset: number;
  end: number;
  dataOffset: number;
}

const maxBoxes = 4096;

/** Boxes side by side in [from, to) (ISO/IEC 14496-12 §4.2). A size of 0 runs to the end; a lying size ends the list. */
export function boxes(bytes: Uint8Array, from: number, to: number): Box[] {
  const list: Box[] = [];
  let at = from;
  while (at + 8 <= to && list.length < maxBoxes) {
    let size = u32be(bytes, at);
    let header = 8;
    if (size === 1) [size, header] = [u64be(bytes, at + 8), 16];
    else if (size === 0) size = to - at;
    if (size < header) break;
    list.push({ kind: latin1(bytes, at + 4, 4), offset: at, end: at + size, dataOffset: at + header });
    at += size;
  }
  return list;
}
