import { hex, u16be, u32be, u8 } from '../bytes';
import { boxes, type Box } from './bmff-boxes';
import { readItems } from './bmff-items';
import { Walk } from './walk';

/** Size of the primary item: its own `ispe` (ISO/IEC 23008-12 §6.5.3) through `ipma`, or the largest one there is. */
function primarySize(walk: Walk, meta: Box[]): void {
  const { bytes } = walk;
  const end = (box: Box) => Math.min(box.end, bytes.length);
  const iprp = meta.find((box) => box.kind === 'iprp');
  if (!iprp) return;
  const parts = boxes(bytes, iprp.dataOffset, end(iprp));
  const ipco = parts.find((box) => box.kind === 'ipco');
  if (!ipco) return;
  const properties = boxes(bytes, ipco.dataOffset, end(ipco));
  const pitm = meta.find((box) => box.kind === 'pitm');
  const primary = pitm ? (u8(bytes, pitm.dataOffset) === 0 ? u16be(bytes, pitm.dataOffset + 4) : u32be(bytes, pitm.dataOffset + 4)) : -1;
  const own = new Set<number>();
  const ipma = parts.find((box) => box.kind === 'ipma');
  if (ipma) {
    const wideId = u8(bytes, ipma.dataOffset) > 0;
    const wideIndex = (u8(bytes, ipma.dataOffset + 3) & 1) === 1;
    let at = ipma.dataOffset + 8;
    for (let left = u32be(bytes, ipma.dataOffset + 4); left > 0 && at < end(ipma); left--) {
      const item = wideId ? u32be(bytes, at) : u16be(bytes, at);
      at += wideId ? 4 : 2;
      const count = u8(bytes, at++);
      for (let i = 0; i < count && at < end(ipma); i++, at += wideIndex ? 2 : 1) if (item === primary) own.add(wideIndex ? u16be(bytes, at) & 0x7fff : u8(bytes, at) & 0x7f);
    }
  }
  const sizes = properties
    .map((box, index) => ({ box, own: own.has(index + 1) }))
    .filter(({ box }) => box.kind === 'ispe')
    .map(({ box, own: mine }) => ({ mine, width: u32be(bytes, box.dataOffset + 4), height: u32be(bytes, box.dataOffset + 8) }));
  const chosen = sizes.find((size) => size.mine) ?? sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  if (chosen) [walk.width, walk.height] = [chosen.width, chosen.height];
}

/**
 * HEIC and AVIF. Top-level boxes (`uuid` with its 32 hex digits in `detail`, payload after them), then one segment
 * per extent of each item: kind `item:<type>` (`item:Exif`, `item:mime` with the content type in `detail`).
 */
export function readBmff(bytes: Uint8Array): Walk {
  const walk = new Walk(bytes);
  let end = 0;
  for (const box of boxes(bytes, 0, bytes.length)) {
    end = box.end;
    if (box.end > bytes.length) walk.problem('truncated');
    const uuid = box.kind === 'uuid';
    const header = box.dataOffset - box.offset + (uuid ? 16 : 0);
    const detail = uuid ? hex(bytes.subarray(box.dataOffset, box.dataOffset + 16)) : undefined;
    if (!walk.add(box.kind, box.offset, box.end - box.offset, header, 0, detail)) return walk;
    if (box.kind !== 'meta') continue;
    const meta = boxes(bytes, box.dataOffset + 4, Math.min(box.end, bytes.length));
    primarySize(walk, meta);
    readItems(walk, meta);
  }
  if (end === 0) walk.problem('truncated');
  walk.trailer(end);
  return walk;
}
