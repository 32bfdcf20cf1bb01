import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDeviceKey, deviceSigner, fromDerSignature, toDerSignature, verifySignature } from '../../../lib/report/trust/device-key';
import { derInteger, derOid, DerUnreadable, oidText, readDer } from '../../../lib/report/trust/der';
import { readTimestamp, requestTimestamp, timestampRequest, TimestampRefused } from '../../../lib/report/trust/timestamp';
import { have, run } from '../../fixtures/cases-report/outside-tools';
import { localAuthority, type Authority } from '../../fixtures/cases-report/timestamp-authority';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const data = new TextEncoder().encode('a'.repeat(64) + ' *report.pdf\n');

describe('DER', () => {
  it('writes what X.690 says', () => {
    expect(hex(derInteger(bytes('00ff')))).toBe('020200ff');
    expect(hex(derInteger(bytes('007f')))).toBe('02017f');
    expect(hex(derInteger(bytes('0000')))).toBe('020100');
    expect(hex(derOid('1.2.840.113549.1.7.2'))).toBe('06092a864886f70d010702');
    expect(oidText(readDer(derOid('2.16.840.1.101.3.4.2.1')))).toBe('2.16.840.1.101.3.4.2.1');
  });
  it('refuses what is longer than its bytes, or indefinite', () => {
    for (const broken of ['', '30', '3005', '300501', '3080', '30850000000001', '1f01']) expect(() => readDer(bytes(broken))).toThrow(DerUnreadable);
  });
});

describe('device key', () => {
  it('signs what others verify, and verifies what others sign', async () => {
    const signer = await deviceSigner(await createDeviceKey());
    const signature = await signer.sign(data);
    expect(verify('sha256', data, signer.pem, signature)).toBe(true);
    expect(await verifySignature(signer.jwk, signature, data)).toBe(signer.fingerprint);
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = other.publicKey.export({ format: 'jwk' });
    for (let round = 0; round < 40; round += 1) expect(await verifySignature(jwk, new Uint8Array(sign('sha256', data, other.privateKey)), data)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps short numbers whole between both forms', () => {
    const raw = bytes('00'.repeat(30) + '8001' + '00'.repeat(31) + '7f');
    expect(hex(fromDerSignature(toDerSignature(raw)))).toBe(hex(raw));
  });

  it('gives null for another manifest, another key, or nonsense', async () => {
    const signer = await deviceSigner(await createDeviceKey());
    const signature = await signer.sign(data);
    const other = await deviceSigner(await createDeviceKey());
    expect(await verifySignature(signer.jwk, signature, data.slice(1))).toBeNull();
    expect(await verifySignature(other.jwk, signature, data)).toBeNull();
    expect(await verifySignature({ kty: 'oct' }, signature, data)).toBeNull();
    expect(await verifySignature(signer.jwk, new Uint8Array(randomBytes(70)), data)).toBeNull();
  });
});

const openssl = have('openssl', 'version');
describe.each(['rsa', 'ec'] as const)('timestamp from a local %s authority', (kind) => {
  let authority: Authority;
  beforeAll(() => {
    if (openssl) authority = localAuthority(kind);
  });
  afterAll(() => authority?.close());
  const nonce = bytes('a1b2c3d4e5f60718');

  it.skipIf(!openssl)('is asked for in words openssl reads', async () => {
    writeFileSync(join(authority.folder, 'own.tsq'), await timestampRequest(data, nonce));
    const text = run('openssl', ['ts', '-query', '-in', 'own.tsq', '-text'], authority.folder);
    expect(text).toMatch(/Hash Algorithm: sha256/);
    expect(text).toMatch(/Nonce: 0xA1B2C3D4E5F60718/);
    expect(text).toMatch(/Certificate required: yes/);
  });

  it.skipIf(!openssl)('is accepted, read, and verified by openssl as well', async () => {
    const reply = await requestTimestamp(data, nonce, (query) => authority.answer(query));
    const reading = await readTimestamp(reply, data);
    expect(reading).toMatchObject({ matches: true, signature: 'valid', authority: 'Invented Timestamp Authority' });
    expect(Math.abs(Date.parse(reading.at) - Date.now())).toBeLessThan(60_000);
    writeFileSync(join(authority.folder, 'SHA256SUMS'), data);
    writeFileSync(join(authority.folder, 'SHA256SUMS.tsr'), reply);
    run('openssl', ['ts', '-verify', '-data', 'SHA256SUMS', '-in', 'SHA256SUMS.tsr', '-CAfile', authority.root], authority.folder);
  });

  it.skipIf(!openssl)('is refused for other data, another nonce, or a changed time', async () => {
    const reply = await authority.answer(await timestampRequest(data, nonce));
    expect((await readTimestamp(reply, data.slice(1))).matches).toBe(false);
    await expect(requestTimestamp(data, bytes('0102'), async () => reply)).rejects.toThrow(TimestampRefused);
    const year = Buffer.from(reply).indexOf('Z', Buffer.from(reply).indexOf('20')) - 1;
    const changed = reply.slice();
    changed[year] = changed[year] === 0x30 ? 0x31 : 0x30;
    expect((await readTimestamp(changed, data)).signature).toBe('invalid');
  });

  it.skipIf(!openssl)('is refused where a byte of the signing certificate differs from the one it was signed with', async () => {
    const reply = await authority.answer(await timestampRequest(data, nonce));
    const subject = Buffer.from(reply).indexOf('Invented Timestamp Authority');
    expect(subject).toBeGreaterThan(0);
    const changed = reply.slice();
    changed[subject]! ^= 0x20;
    expect((await readTimestamp(changed, data)).signature).toBe('invalid');
  });

  it.skipIf(!openssl)('survives every cut and many flipped bytes with a named error or a refusal', async () => {
    const reply = await authority.answer(await timestampRequest(data, nonce));
    for (let end = 0; end < reply.length; end += 17) await expect(readTimestamp(reply.subarray(0, end), data)).rejects.toThrow();
    let trusted = 0;
    for (let at = 0; at < reply.length; at += 5) {
      const changed = reply.slice();
      changed[at]! ^= 0x15;
      const reading = await readTimestamp(changed, data).catch(() => null);
      if (reading?.matches && reading.signature === 'valid' && reading.at !== (await readTimestamp(reply, data)).at) trusted += 1;
    }
    expect(trusted).toBe(0);
  });
});

it('names a refusal of the authority', async () => {
  // TimeStampResp { status { status 2 (rejection) } }
  await expect(readTimestamp(bytes('30053003020102'), data)).rejects.toThrow(TimestampRefused);
});
