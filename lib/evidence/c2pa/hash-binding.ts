import { concat } from '../bytes';
import { boxes, type Box } from '../containers/bmff-boxes';
import type { Container } from '../container';
import { isMap, type Cbor, type CborMap } from './cbor';
import { boxRanges } from './general-boxes';

/** Content bindings of a claim: does the file still hold the bytes that were signed? (C2PA 2.2 §9.2, §18.5–18.7) */

export type BindingState = 'match' | 'mismatch' | 'unchecked';
export type Range = [from: number, to: number];

const names: Record<string, string> = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };

/** @returns null for an algorithm C2PA does not allow. */
export async function digest(algorithm: string, parts: Uint8Array[]): Promise<Uint8Array | null> {
  const name = names[algorithm];
  if (!name) return null;
  return new Uint8Array(await crypto.subtle.digest(name, concat(parts)));
}

export const sameBytes = (one: Uint8Array, two: Uint8Array) => one.length === two.length && one.every((byte, i) => byte === two[i]);

async function compare(algorithm: Cbor | undefined, fallback: string, parts: Uint8Array[], expected: Cbor | undefined): Promise<BindingState> {
  if (!(expected instanceof Uint8Array)) return 'unchecked';
  const found = await digest(typeof algorithm === 'string' ? algorithm : fallback, parts);
  if (!found) return 'unchecked';
  // Some writers pad the field behind the hash.
  return sameBytes(found, expected.subarray(0, found.length)) ? 'match' : 'mismatch';
}

/** What is left of [from, to) without the exclusions, which may come in any order. */
export function remaining(from: number, to: number, exclusions: Range[]): Range[] {
  const kept: Range[] = [];
  let at = from;
  for (const [start, end] of exclusions.toSorted((a, b) => a[0] - b[0])) {
    if (start > at) kept.push([at, Math.min(start, to)]);
    at = Math.max(at, end);
    if (at >= to) break;
  }
  if (at < to) kept.push([at, to]);
  return kept;
}

const maps = (value: Cbor | undefined): CborMap[] => (Array.isArray(value) ? value.filter(isMap) : []);
const whole = (value: Cbor | undefined): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function exclusionsOf(assertion: CborMap): Range[] {
  return maps(assertion.exclusions).flatMap(({ start, length }): Range[] => (whole(start) && whole(length) ? [[start, start + length]] : []));
}

/** `c2pa.hash.data`: the file without the listed ranges. */
export function dataBinding(bytes: Uint8Array, assertion: CborMap, algorithm: string): Promise<BindingState> {
  const parts = remaining(0, bytes.length, exclusionsOf(assertion)).map(([from, to]) => bytes.subarray(from, to));
  return compare(assertion.alg, algorithm, parts, assertion.hash);
}

/** Signed bytes left out beside the store itself: allowed, but they can be rewritten without notice. */
export const extraExclusions = (assertion: CborMap): number => Math.max(0, maps(assertion.exclusions).length - 1);

/** `c2pa.hash.boxes`: runs of named segments, each with its own hash; the run of the store itself is not hashed. */
export async function boxesBinding(bytes: Uint8Array, container: Container, assertion: CborMap, algorithm: string): Promise<BindingState> {
  const ranges = boxRanges(bytes, container);
  if (!ranges) return 'unchecked';
  let at = 0;
  for (const entry of maps(assertion.boxes)) {
    const wanted = Array.isArray(entry.names) ? entry.names : [];
    const run = ranges.slice(at, at + wanted.length);
    if (wanted.length === 0 || run.length !== wanted.length || run.some((range, i) => range.name !== wanted[i])) return 'mismatch';
    at += run.length;
    if (wanted.includes('C2PA') || entry.excluded === true) continue;
    const state = await compare(entry.alg ?? assertion.alg, algorithm, [bytes.subarray(run[0]!.from, run.at(-1)!.to)], entry.hash);
    if (state !== 'match') return state;
  }
  return at === ranges.length ? 'match' : 'mismatch';
}

/** Boxes at a path such as `/meta/iloc`, seen from the top of the file. Only `meta` is a full box among those paths pass through in stills. */
function boxesAt(bytes: Uint8Array, path: string): Box[] {
  const [first, ...inner] = path.replace(/^\//, '').split('/');
  let level = boxes(bytes, 0, bytes.length).filter((box) => box.kind === first);
  for (const kind of inner) level = level.flatMap((box) => boxes(bytes, box.dataOffset + (box.kind === 'meta' ? 4 : 0), Math.min(box.end, bytes.length))).filter((box) => box.kind === kind);
  return level;
}

/**
 * `c2pa.hash.bmff` of still pictures: the file without the boxes excluded by path; from v2 on each top-level box that is
 * not excluded altogether has its offset (8 bytes, big-endian) hashed before it. Merkle trees (video) stay unchecked.
 */
export async function bmffBinding(bytes: Uint8Array, version: number, assertion: CborMap, algorithm: string): Promise<BindingState> {
  if (Array.isArray(assertion.merkle)) return 'unchecked';
  const cut: Range[] = [];
  for (const rule of maps(assertion.exclusions).slice(0, 64)) {
    if (typeof rule.xpath !== 'string') return 'unchecked';
    for (const box of boxesAt(bytes, rule.xpath)) {
      const end = Math.min(box.end, bytes.length);
      if (!applies(bytes, box, end, rule)) continue;
      if (!Array.isArray(rule.subset)) cut.push([box.offset, end]);
      for (const { offset, length } of maps(rule.subset)) if (whole(offset) && whole(length)) cut.push([box.offset + offset, length === 0 ? end : box.offset + offset + length]);
    }
  }
  const parts = boxes(bytes, 0, bytes.length).flatMap((box) => {
    const kept = remaining(box.offset, Math.min(box.end, bytes.length), cut).map(([from, to]) => bytes.subarray(from, to));
    if (version < 2 || kept.length === 0) return kept;
    const offset = new Uint8Array(8);
    new DataView(offset.buffer).setBigUint64(0, BigInt(box.offset));
    return [offset, ...kept];
  });
  return compare(assertion.alg, algorithm, parts, assertion.hash);
}

/** Optional filters of an exclusion: exact length, version, and bytes that must be found at offsets. */
function applies(bytes: Uint8Array, box: Box, end: number, rule: CborMap): boolean {
  if (typeof rule.length === 'number' && rule.length !== end - box.offset) return false;
  if (typeof rule.version === 'number' && rule.version !== bytes[box.dataOffset]) return false;
  return maps(rule.data).every(({ offset, value }) => typeof offset === 'number' && value instanceof Uint8Array && sameBytes(bytes.subarray(box.offset + offset, box.offset + offset + value.length), value));
}
