/** Just enough ASN.1 DER (ITU-T X.690) for ECDSA signatures and RFC 3161 timestamps. */
export class DerUnreadable extends Error {
  override name = 'DerUnreadable';
}

export interface DerNode {
  tag: number;
  /** Content octets. */
  content: Uint8Array;
  /** Header and content. */
  whole: Uint8Array;
}

export const tags = { boolean: 1, integer: 2, bits: 3, octets: 4, nothing: 5, oid: 6, utf8: 12, sequence: 0x30, set: 0x31, generalizedTime: 24 } as const;

/** Reads one element at `offset`; sizes are clamped to the bytes, indefinite lengths are refused as in DER. */
export function readDer(bytes: Uint8Array, offset = 0): DerNode {
  const tag = bytes[offset];
  let length = bytes[offset + 1];
  if (tag === undefined || length === undefined || (tag & 0x1f) === 0x1f) throw new DerUnreadable('unexpected end or long tag');
  let start = offset + 2;
  if (length & 0x80) {
    const octets = length & 0x7f;
    if (octets === 0 || octets > 4) throw new DerUnreadable('length not definite');
    length = 0;
    for (let index = 0; index < octets; index += 1) length = length * 256 + (bytes[start + index] ?? 0);
    start += octets;
  }
  if (start + length > bytes.length) throw new DerUnreadable('element longer than its file');
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(offset, start + length) };
}

export function children(node: DerNode): DerNode[] {
  const out: DerNode[] = [];
  for (let offset = 0; offset < node.content.length; ) {
    const child = readDer(node.content, offset);
    out.push(child);
    offset += child.whole.length;
  }
  return out;
}

/** The element at `index`, which must have `tag`. */
export function expect(nodes: readonly DerNode[], index: number, tag: number): DerNode {
  const node = nodes[index];
  if (!node || node.tag !== tag) throw new DerUnreadable(`element ${index} is not of type ${tag}`);
  return node;
}

export function writeDer(tag: number, ...contents: Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, one) => sum + one.length, 0);
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : length < 0x10000 ? [0x82, length >> 8, length & 255] : [0x83, length >> 16, (length >> 8) & 255, length & 255];
  const out = new Uint8Array(1 + size.length + length);
  out.set([tag, ...size]);
  let offset = 1 + size.length;
  for (const one of contents) {
    out.set(one, offset);
    offset += one.length;
  }
  return out;
}

/** Non-negative integer from big-endian bytes, minimal, with the sign octet where needed. */
export function derInteger(bytes: Uint8Array): Uint8Array {
  let first = 0;
  while (first < bytes.length - 1 && bytes[first] === 0) first += 1;
  const body = bytes.subarray(first);
  return writeDer(tags.integer, ...(body[0]! & 0x80 ? [Uint8Array.of(0)] : []), body);
}

/** Dotted object identifier → element. */
export function derOid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets = [first * 40 + second];
  for (const arc of rest) {
    const group = [arc & 0x7f];
    for (let value = Math.floor(arc / 128); value > 0; value = Math.floor(value / 128)) group.unshift((value & 0x7f) | 0x80);
    octets.push(...group);
  }
  return writeDer(tags.oid, Uint8Array.from(octets));
}

export function oidText(node: DerNode): string {
  const arcs: number[] = [];
  let value = 0;
  for (const octet of node.content) {
    value = value * 128 + (octet & 0x7f);
    if (octet & 0x80) continue;
    if (arcs.length === 0) arcs.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)));
    else arcs.push(value);
    value = 0;
  }
  return arcs.join('.');
}

export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((value, index) => value === b[index]);
