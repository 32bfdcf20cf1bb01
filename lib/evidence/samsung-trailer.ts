import { startsWith, u16le, u32le } from './bytes';
import { decodeUtf8 } from './text-encoding';

/** One block of Samsung's SEF trailer: `00 00`, type, name length, name, data. */
export interface SefBlock {
  type: number;
  name: string;
  /** Data as text, at most 64 KiB; '' for binary blocks. */
  text: string;
  offset: number;
  length: number;
}

const maxBlocks = 256;

/** Last place of `SEFT` in the final 64 KiB: other makers' bytes may follow it. */
function lastMark(bytes: Uint8Array, from: number, to: number): number {
  const low = Math.max(from, to - 65_536);
  for (let at = to - 4; at >= low; at--) if (startsWith(bytes, 'SEFT', at)) return at;
  return -1;
}

/** Directory `SEFH` version count {0, type, back offset, size}… dirLen `SEFT`, read from its end; in [from, to), which HEIC keeps in a `sefd` box. Layout measured on Samsung files; nothing official is public. */
export function readSamsungTrailer(bytes: Uint8Array, from: number, to: number): SefBlock[] {
  const mark = lastMark(bytes, from, to);
  if (mark < from + 16) return [];
  const head = mark - 4 - u32le(bytes, mark - 4);
  if (head < from || !startsWith(bytes, 'SEFH', head)) return [];
  const blocks: SefBlock[] = [];
  const count = Math.min(maxBlocks, u32le(bytes, head + 8), Math.floor((mark - head - 12) / 12));
  for (let i = 0; i < count; i++) {
    const entry = head + 12 + 12 * i;
    const type = u16le(bytes, entry + 2);
    const start = head - u32le(bytes, entry + 4);
    const end = Math.min(head, start + u32le(bytes, entry + 8));
    if (start < from || start + 8 > head || u16le(bytes, start + 2) !== type) continue;
    const nameLength = Math.min(u32le(bytes, start + 4), 256);
    const offset = start + 8 + nameLength;
    if (offset > end) continue;
    const data = bytes.subarray(offset, Math.min(end, offset + 65_536));
    const binary = data.subarray(0, 256).some((byte) => byte < 9 && byte !== 0);
    blocks.push({ type, name: decodeUtf8(bytes.subarray(start + 8, offset)), text: binary ? '' : decodeUtf8(data), offset, length: end - offset });
  }
  return blocks;
}
