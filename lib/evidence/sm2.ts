import { concat, hex } from './bytes';
import { sm3 } from './sm3';

/** SM2 signature verification, GB/T 32918.2-2016 with the curve of GB/T 32918.5-2017. Written from the standards. */

const p = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const a = p - 3n;
const b = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const n = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const g: Point = {
  x: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  y: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};

export interface Point {
  x: bigint;
  y: bigint;
}

/** The user identity both published Chinese label profiles sign with (GM/T 0009-2012 §10 default). */
export const defaultUserId = '1234567812345678';

export class Sm2FormatError extends Error {
  override name = 'Sm2FormatError';
}

const mod = (value: bigint, m: bigint) => ((value % m) + m) % m;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = mod(base, p); exponent > 0n; exponent >>= 1n, square = (square * square) % p) if (exponent & 1n) result = (result * square) % p;
  return result;
}
const invert = (value: bigint) => power(value, p - 2n);

// Jacobian coordinates (X/Z², Y/Z³); Z = 0 is the point at infinity.
type Jacobian = [bigint, bigint, bigint];

function double([x, y, z]: Jacobian): Jacobian {
  if (z === 0n || y === 0n) return [1n, 1n, 0n];
  const yy = (y * y) % p;
  const s = (4n * x * yy) % p;
  const zz = (z * z) % p;
  const m = mod(3n * (x - zz) * (x + zz), p); // a = −3
  const x3 = mod(m * m - 2n * s, p);
  return [x3, mod(m * (s - x3) - 8n * yy * yy, p), (2n * y * z) % p];
}

function add(one: Jacobian, two: Jacobian): Jacobian {
  if (one[2] === 0n) return two;
  if (two[2] === 0n) return one;
  const [x1, y1, z1] = one;
  const [x2, y2, z2] = two;
  const z1z1 = (z1 * z1) % p;
  const z2z2 = (z2 * z2) % p;
  const u1 = (x1 * z2z2) % p;
  const s1 = (y1 * z2 * z2z2) % p;
  const h = mod(x2 * z1z1 - u1, p);
  const r = mod(y2 * z1 * z1z1 - s1, p);
  if (h === 0n) return r === 0n ? double(one) : [1n, 1n, 0n];
  const hh = (h * h) % p;
  const hhh = (h * hh) % p;
  const v = (u1 * hh) % p;
  const x3 = mod(r * r - hhh - 2n * v, p);
  return [x3, mod(r * (v - x3) - s1 * hhh, p), (h * z1 * z2) % p];
}

function multiply(point: Point, scalar: bigint): Jacobian {
  let sum: Jacobian = [1n, 1n, 0n];
  for (let bit = 255n; bit >= 0n; bit--) {
    sum = double(sum);
    if ((scalar >> bit) & 1n) sum = add(sum, [point.x, point.y, 1n]);
  }
  return sum;
}

const isOnCurve = ({ x, y }: Point) => x < p && y < p && mod(y * y - (x * x * x + a * x + b), p) === 0n;

function liftX(x: bigint, odd: boolean): Point {
  if (x >= p) throw new Sm2FormatError('x beyond the field');
  const square = mod(x * x * x + a * x + b, p);
  const y = power(square, (p + 1n) / 4n); // p ≡ 3 (mod 4)
  if ((y * y) % p !== square) throw new Sm2FormatError('not a point of the SM2 curve');
  return { x, y: (y & 1n) === (odd ? 1n : 0n) ? y : p - y };
}

const bigEndian = (digits: string) => BigInt(`0x${digits}`);
const isHex = (text: string) => text.length % 2 === 0 && /^[0-9a-f]+$/i.test(text);

/**
 * Public key in every form seen in labels: `04‖x‖y`, bare `x‖y`, compressed `02|03‖x`, `00‖x`
 * (parity not said: both points are returned), SubjectPublicKeyInfo ending in `04‖x‖y`.
 * @param hex any case. @throws {Sm2FormatError} on anything else or a point off the curve.
 */
export function parsePublicKey(hex: string): Point[] {
  const text = hex.trim();
  if (!isHex(text)) throw new Sm2FormatError('key is not hexadecimal');
  const head = text.slice(0, 2);
  const uncompressed = (xy: string): Point[] => {
    const point = { x: bigEndian(xy.slice(0, 64)), y: bigEndian(xy.slice(64)) };
    if (!isOnCurve(point)) throw new Sm2FormatError('not a point of the SM2 curve');
    return [point];
  };
  if (text.length === 130 && head === '04') return uncompressed(text.slice(2));
  if (text.length === 128) return uncompressed(text);
  if (text.length === 66) {
    const x = bigEndian(text.slice(2));
    if (head === '02' || head === '03') return [liftX(x, head === '03')];
    if (head === '00') return [liftX(x, false), liftX(x, true)];
  }
  // SPKI: … BIT STRING (66 bytes, no unused bits), uncompressed point.
  if (/^30[0-9a-f]+03420004[0-9a-f]{128}$/i.test(text) && text.length <= 400) return uncompressed(text.slice(-128));
  throw new Sm2FormatError('unknown form of public key');
}

/**
 * DER `SEQUENCE { r INTEGER, s INTEGER }` with lengths as written (33-byte integers occur), or 64 raw bytes `r‖s`.
 * @throws {Sm2FormatError}
 */
export function parseSignature(hex: string): { r: bigint; s: bigint } {
  const text = hex.trim().toLowerCase();
  if (!isHex(text)) throw new Sm2FormatError('signature is not hexadecimal');
  if (text.length === 128) return { r: bigEndian(text.slice(0, 64)), s: bigEndian(text.slice(64)) };
  const bytes = Uint8Array.from(text.match(/../g)!, (pair) => Number.parseInt(pair, 16));
  if (bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2) throw new Sm2FormatError('signature is not a DER sequence');
  let at = 2;
  const integer = (): bigint => {
    const length = bytes[at + 1] ?? 0;
    const start = at + 2;
    if (bytes[at] !== 2 || length === 0 || length > 33 || start + length > bytes.length) throw new Sm2FormatError('bad DER integer in signature');
    at = start + length;
    return bigEndian(text.slice(2 * start, 2 * at));
  };
  const parsed = { r: integer(), s: integer() };
  if (at !== bytes.length) throw new Sm2FormatError('bytes after the DER signature');
  return parsed;
}

const bytes32 = (value: bigint) => Uint8Array.from(value.toString(16).padStart(64, '0').match(/../g)!, (pair) => Number.parseInt(pair, 16));

/** ZA of GB/T 32918.2 §5.5: binds the user identity, curve and key. */
function identityHash(key: Point, userId: string): Uint8Array {
  const id = new TextEncoder().encode(userId);
  const bits = id.length * 8;
  return sm3(concat([Uint8Array.of(bits >> 8, bits & 255), id, ...[a, b, g.x, g.y, key.x, key.y].map(bytes32)]));
}

/** GB/T 32918.2 §7: whether `signature` over `message` was made with the private half of `key`. */
export function sm2Verify(message: Uint8Array, signature: { r: bigint; s: bigint }, key: Point, userId = defaultUserId): boolean {
  const { r, s } = signature;
  if (r <= 0n || r >= n || s <= 0n || s >= n) return false;
  const digest = sm3(concat([identityHash(key, userId), message]));
  const e = bigEndian(hex(digest));
  const t = (r + s) % n;
  if (t === 0n) return false;
  const [x, , z] = add(multiply(g, s), multiply(key, t));
  if (z === 0n) return false;
  const inverse = invert(z);
  const affineX = (x * inverse * inverse) % p;
  return (e + affineX) % n === r;
}
