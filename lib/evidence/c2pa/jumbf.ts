import { hex, latin1, u32be, u64be, u8 } from '../bytes';
import { MalformedCredential } from './malformed-credential';

/** A JUMBF superbox (ISO/IEC 19566-5:2023): its description and what it holds. */
export interface Superbox {
  /** Content type UUID, 32 hex digits. */
  type: string;
  label: string;
  /** Everything after the superbox header: what a hashed URI is computed over. */
  body: Uint8Array;
  boxes: Superbox[];
  contents: { kind: string; data: Uint8Array }[];
}

export const jumbfTypes = {
  store: '6332706100110010800000aa00389b71',
  manifest: '63326d6100110010800000aa00389b71',
  updateManifest: '6332756d00110010800000aa00389b71',
  compressedManifest: '6332636d00110010800000aa00389b71',
  assertions: '6332617300110010800000aa00389b71',
  claim: '6332636c00110010800000aa00389b71',
  signature: '6332637300110010800000aa00389b71',
} as const;

const maxDepth = 16;
const maxBoxes = 20_000;
const bad = (message: string) => new MalformedCredential('jumbf', message);

interface Raw {
  kind: string;
  data: Uint8Array;
}

function split(bytes: Uint8Array, budget: { boxes: number }): Raw[] {
  const found: Raw[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (bytes.length - at < 8) throw bad('box header cut off');
    if (--budget.boxes < 0) throw bad('too many boxes');
    const short = u32be(bytes, at);
    const header = short === 1 ? 16 : 8;
    const length = short === 1 ? u64be(bytes, at + 8) : short === 0 ? bytes.length - at : short;
    if (length < header || length > bytes.length - at) throw bad('box length beyond its parent');
    found.push({ kind: latin1(bytes, at + 4, 4), data: bytes.subarray(at + header, at + length) });
    at += length;
  }
  return found;
}

/** Description box: UUID, toggles, label when toggle 2 is set. */
function describe(data: Uint8Array): { type: string; label: string } {
  if (data.length < 17) throw bad('description box too short');
  let label = '';
  if (u8(data, 16) & 2) {
    const end = data.indexOf(0, 17);
    if (end === -1) throw bad('label without end');
    label = latin1(data, 17, end - 17);
  }
  return { type: hex(data.subarray(0, 16)), label };
}

function superbox(body: Uint8Array, depth: number, budget: { boxes: number }): Superbox {
  if (depth > maxDepth) throw bad('nested too deeply');
  const [first, ...rest] = split(body, budget);
  if (first?.kind !== 'jumd') throw bad('superbox without description');
  const box: Superbox = { ...describe(first.data), body, boxes: [], contents: [] };
  for (const { kind, data } of rest)
    if (kind === 'jumb') box.boxes.push(superbox(data, depth + 1, budget));
    else box.contents.push({ kind, data });
  return box;
}

/**
 * The one C2PA store in `bytes`, which begin with its box header; padding after it is ignored.
 * @throws {MalformedCredential}
 */
export function readJumbf(bytes: Uint8Array): Superbox {
  const short = u32be(bytes, 0);
  const header = short === 1 ? 16 : 8;
  const length = short === 1 ? u64be(bytes, 8) : short === 0 ? bytes.length : short;
  if (latin1(bytes, 4, 4) !== 'jumb' || length < header) throw bad('no superbox');
  if (length > bytes.length) throw bad('store cut off');
  const store = superbox(bytes.subarray(header, length), 0, { boxes: maxBoxes });
  if (store.type !== jumbfTypes.store) throw bad('not a C2PA store');
  return store;
}
