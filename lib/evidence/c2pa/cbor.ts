import { concat } from '../bytes';
import { MalformedCredential } from './malformed-credential';

/** CBOR (RFC 8949), as far as C2PA and COSE use it, with bounds on depth and count. Text keys of maps only; integer keys become their decimal text. */
export type Cbor = null | boolean | number | bigint | string | Uint8Array | Cbor[] | CborMap | Tagged;
export type CborMap = { [key: string]: Cbor };
export class Tagged {
  constructor(
    readonly tag: number,
    readonly value: Cbor,
  ) {}
}

export const isMap = (value: unknown): value is CborMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array) && !(value instanceof Tagged);

const maxDepth = 32;
/** Items of one document. An honest claim has a few hundred. */
const maxItems = 200_000;

const bad = (message: string) => new MalformedCredential('cbor', message);
const utf8 = new TextDecoder();

function half(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 31) return fraction ? Number.NaN : sign * Infinity;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

class Reader {
  at = 0;
  private items = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  private need(count: number): number {
    if (count > this.bytes.length - this.at) throw bad('value runs past the end');
    const start = this.at;
    this.at += count;
    return start;
  }

  /** Argument of a head; −1 for indefinite length. */
  private argument(info: number): number | bigint {
    if (info < 24) return info;
    if (info === 24) return this.view.getUint8(this.need(1));
    if (info === 25) return this.view.getUint16(this.need(2));
    if (info === 26) return this.view.getUint32(this.need(4));
    if (info === 27) {
      const wide = this.view.getBigUint64(this.need(8));
      return wide <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(wide) : wide;
    }
    if (info === 31) return -1;
    throw bad('reserved additional information');
  }

  private ended(): boolean {
    if (this.at >= this.bytes.length) throw bad('no end of indefinite item');
    if (this.bytes[this.at] !== 0xff) return false;
    this.at++;
    return true;
  }

  private chunks(major: number): Uint8Array {
    const parts: Uint8Array[] = [];
    while (!this.ended()) {
      const head = this.bytes[this.need(1)]!;
      const length = this.argument(head & 31);
      if (head >> 5 !== major || typeof length !== 'number' || length < 0) throw bad('bad chunk of a string');
      const start = this.need(length);
      parts.push(this.bytes.subarray(start, this.at));
    }
    return concat(parts);
  }

  value(depth: number): Cbor {
    if (depth > maxDepth) throw bad('nested too deeply');
    if (++this.items > maxItems) throw bad('too many items');
    const head = this.bytes[this.need(1)]!;
    const major = head >> 5;
    const info = head & 31;
    if (major === 7) return this.simple(info);
    const argument = this.argument(info);
    if (major === 0 || major === 1) {
      if (argument === -1) throw bad('integer of indefinite length');
      if (major === 0) return argument;
      return typeof argument === 'bigint' ? -1n - argument : -1 - argument;
    }
    if (typeof argument === 'bigint') throw bad('length beyond the file');
    if (major === 6) {
      if (argument < 0) throw bad('bad tag');
      return new Tagged(argument, this.value(depth + 1));
    }
    if (major === 2 || major === 3) {
      const content = argument < 0 ? this.chunks(major) : this.bytes.subarray(this.need(argument), this.at);
      return major === 2 ? content : utf8.decode(content);
    }
    return major === 4 ? this.array(argument, depth) : this.map(argument, depth);
  }

  private array(count: number, depth: number): Cbor[] {
    const list: Cbor[] = [];
    for (let i = 0; count < 0 ? !this.ended() : i < count; i++) list.push(this.value(depth + 1));
    return list;
  }

  private map(count: number, depth: number): CborMap {
    const map: CborMap = Object.create(null) as CborMap;
    for (let i = 0; count < 0 ? !this.ended() : i < count; i++) {
      const key = this.value(depth + 1);
      if (typeof key !== 'string' && typeof key !== 'number' && typeof key !== 'bigint') throw bad('map key is neither text nor integer');
      map[String(key)] = this.value(depth + 1);
    }
    return map;
  }

  private simple(info: number): Cbor {
    if (info === 20 || info === 21) return info === 21;
    if (info === 22 || info === 23) return null;
    if (info === 25) return half(this.view.getUint16(this.need(2)));
    if (info === 26) return this.view.getFloat32(this.need(4));
    if (info === 27) return this.view.getFloat64(this.need(8));
    if (info === 31) throw bad('stray end mark');
    if (info === 24) this.need(1);
    return null;
  }
}

/** Decodes the first item; what follows it is ignored, as some signers pad. @throws {MalformedCredential} */
export const decodeCbor = (bytes: Uint8Array): Cbor => new Reader(bytes).value(0);

/** Canonical head + content of a byte string (major type 2), text (3) or array head (4): all that COSE's Sig_structure needs. */
export function encodeHead(major: 2 | 3 | 4, length: number): Uint8Array {
  const top = major << 5;
  if (length < 24) return Uint8Array.of(top | length);
  if (length < 0x100) return Uint8Array.of(top | 24, length);
  if (length < 0x10000) return Uint8Array.of(top | 25, length >> 8, length & 255);
  return Uint8Array.of(top | 26, length >>> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255);
}
