import { u8 } from '../bytes';
import { MalformedCredential } from './malformed-credential';

/** One element of ASN.1 DER (ITU-T X.690), definite lengths only. */
export interface Der {
  tag: number;
  /** Header and content. */
  raw: Uint8Array;
  content: Uint8Array;
}

const bad = (message: string) => new MalformedCredential('certificate', message);

function element(bytes: Uint8Array, at: number): Der {
  const tag = u8(bytes, at);
  if (at + 2 > bytes.length || (tag & 31) === 31) throw bad('no DER element');
  let length = u8(bytes, at + 1);
  let header = 2;
  if (length >= 0x80) {
    const count = length & 0x7f;
    if (count === 0 || count > 4) throw bad('DER length not understood');
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + u8(bytes, at + 2 + i);
    header += count;
  }
  if (at + header + length > bytes.length) throw bad('DER element cut off');
  return { tag, raw: bytes.subarray(at, at + header + length), content: bytes.subarray(at + header, at + header + length) };
}

/** The element `bytes` begin with. @throws {MalformedCredential} `certificate` */
export const readDer = (bytes: Uint8Array): Der => element(bytes, 0);

/** Elements inside a constructed one, at most 4,096. */
export function inside(outer: Der): Der[] {
  const found: Der[] = [];
  for (let at = 0; at < outer.content.length; ) {
    if (found.length >= 4096) throw bad('too many DER elements');
    const one = element(outer.content, at);
    found.push(one);
    at += one.raw.length;
  }
  return found;
}

/** The n-th element inside; @throws where there is none. */
export function child(outer: Der, index: number): Der {
  const found = inside(outer)[index];
  if (!found) throw bad('DER element missing');
  return found;
}

export function oid(der: Der): string {
  if (der.tag !== 6 || der.content.length === 0) throw bad('not an object identifier');
  const parts: number[] = [];
  let value = 0;
  for (const byte of der.content) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (parts.length === 0) parts.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)));
    else parts.push(value);
    value = 0;
  }
  return parts.join('.');
}

/** UTCTime or GeneralizedTime in Zulu, milliseconds since 1970. */
export function time(der: Der): number {
  const text = new TextDecoder('latin1').decode(der.content);
  const match = /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text);
  if (!match) throw bad('time not understood');
  const [, y, mo, d, h, mi, s, fraction] = match;
  // RFC 5280 §4.1.2.5.1: two-digit years below 50 are of this century.
  const year = y!.length === 4 ? Number(y) : Number(y) + (Number(y) < 50 ? 2000 : 1900);
  return Date.UTC(year, Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s)) + Math.round(Number(fraction ?? 0) * 1000);
}

/** Content of a BIT STRING without its count of unused bits. */
export const bits = (der: Der): Uint8Array => der.content.subarray(1);
