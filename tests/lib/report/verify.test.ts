import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { pieces, writeBundle } from '../../../lib/report/bundle';
import { manifestText, readManifest } from '../../../lib/report/manifest';
import { createDeviceKey, deviceSigner, type DeviceSigner } from '../../../lib/report/trust/device-key';
import { verifyBundle } from '../../../lib/report/verify';
import { usualLimits, type ZipProblem } from '../../../lib/report/zip-reader';

let signer: DeviceSigner;
let zip: Uint8Array;
let members: Record<string, Uint8Array>;

async function made(files: Record<string, Uint8Array>, signed = true): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const all = signed ? { ...files, 'device-key.pub.json': strToU8(JSON.stringify(signer.jwk)) } : files;
  const sources = Object.entries(all).map(([name, bytes]) => ({ name, byteLength: bytes.length, open: () => pieces(bytes), compress: name.endsWith('.json') }));
  await writeBundle(sources, { write: (chunk) => void chunks.push(chunk.slice()) }, { signer: signed ? signer : null });
  return new Uint8Array(Buffer.concat(chunks));
}

beforeAll(async () => {
  signer = await deviceSigner(await createDeviceKey());
  zip = await made({ 'originals/01-aabbccdd.jpg': strToU8('picture bytes'), 'findings.json': strToU8('{"schema":1}'.repeat(50)), 'report.pdf': strToU8('%PDF-1.7 and so on') });
  members = unzipSync(zip);
});

const changed = (bytes: Uint8Array, at: number) => Uint8Array.from(bytes, (value, index) => (index === at ? value ^ 1 : value));
const statuses = (result: { members: { name: string; status: string }[] }) => Object.fromEntries(result.members.filter((member) => member.status !== 'ok').map((member) => [member.name, member.status]));

describe('a changed bundle', () => {
  it('names the one member in which one byte differs, whichever it is', async () => {
    for (const name of Object.keys(members)) {
      const result = await verifyBundle(zipSync({ ...members, [name]: changed(members[name]!, members[name]!.length >> 1) } as Zippable));
      expect(result.ok, name).toBe(false);
      if (name === 'SHA256SUMS' || name === 'SHA256SUMS.sig') {
        expect(result.signature === 'invalid' || result.refused === 'manifest-unreadable', name).toBe(true);
        expect(result.messages.join('')).toMatch(result.refused ? /清单/ : new RegExp(name));
      } else {
        expect(statuses(result)).toEqual({ [name]: 'changed' });
        expect(result.messages[0]).toContain(name);
      }
    }
  });

  it('is noticed for every byte of a stored member inside the ZIP itself', async () => {
    const start = Buffer.from(zip).indexOf('picture bytes');
    for (let at = start; at < start + 13; at += 1) expect(statuses(await verifyBundle(changed(zip, at)))).toEqual({ 'originals/01-aabbccdd.jpg': 'changed' });
  });

  it('never passes as a different bundle when any single byte of the ZIP is flipped', async () => {
    const original = await verifyBundle(zip);
    for (let at = 0; at < zip.length; at += 1) {
      const result = await verifyBundle(changed(zip, at));
      if (result.ok) expect(result.members).toEqual(original.members);
      else expect(result.messages.length).toBeGreaterThan(0);
    }
  });

  it('names what is missing and what was added', async () => {
    const { 'report.pdf': _, ...rest } = members;
    const result = await verifyBundle(zipSync({ ...rest, 'originals/02-evil.jpg': strToU8('x') } as Zippable));
    expect(statuses(result)).toEqual({ 'report.pdf': 'missing', 'originals/02-evil.jpg': 'unlisted' });
    expect(result.messages.join('\n')).toMatch(/没有：report\.pdf[\s\S]*加入的：originals\/02-evil\.jpg/);
  });

  it('does not hide that its signature was taken out, or made by another key', async () => {
    const { 'SHA256SUMS.sig': _, ...bare } = members;
    expect(statuses(await verifyBundle(zipSync(bare as Zippable)))).toEqual({ 'SHA256SUMS.sig': 'missing' });
    expect(await verifyBundle(zip, { fingerprint: signer.fingerprint })).toMatchObject({ ok: true, signature: 'valid' });
    expect(await verifyBundle(zip, { fingerprint: '0'.repeat(64) })).toMatchObject({ ok: false, signature: 'other-key' });
    const unsigned = await made({ 'findings.json': strToU8('{}') }, false);
    expect(await verifyBundle(unsigned)).toMatchObject({ ok: true, signature: 'absent' });
    expect(await verifyBundle(unsigned, { fingerprint: signer.fingerprint })).toMatchObject({ ok: false });
  });

  it('overlooks what operating systems add, and nothing else', async () => {
    expect((await verifyBundle(zipSync({ ...members, '__MACOSX/._report.pdf': strToU8('x'), '.DS_Store': strToU8('x') } as Zippable))).ok).toBe(true);
    expect((await verifyBundle(zipSync({ ...members, 'originals/.hidden': strToU8('x') } as Zippable))).ok).toBe(false);
  });
});

/** Patches 16- or 32-bit fields of a ZIP for tests that need one no library writes. */
function patched(bytes: Uint8Array, change: (at: DataView, find: (signature: number, nth?: number) => number) => void): Uint8Array {
  const copy = bytes.slice();
  const at = new DataView(copy.buffer);
  change(at, (signature, nth = 0) => {
    let seen = -1;
    for (let place = 0; place + 4 <= copy.length; place += 1) if (at.getUint32(place, true) === signature && ++seen === nth) return place;
    throw new Error('signature not found');
  });
  return copy;
}
const central = 0x02014b50;
const listing = (names: string[]) => zipSync(Object.fromEntries([...names.map((name) => [name, strToU8('x')]), ['SHA256SUMS', strToU8('')]]) as Zippable);
const refusedAs = async (bytes: Uint8Array, problem: ZipProblem | string, limits = usualLimits) => {
  const result = await verifyBundle(bytes, { limits });
  expect(result.refused).toBe(problem);
  expect(result.ok).toBe(false);
  expect(result.messages[0]).toMatch(/\p{Script=Han}/u);
};

describe('a hostile or broken file', () => {
  it('is refused by name', async () => {
    await refusedAs(new Uint8Array(0), 'not-a-zip');
    await refusedAs(strToU8('<!doctype html>'.repeat(100)), 'not-a-zip');
    await refusedAs(zip.subarray(0, zip.length - 30), 'not-a-zip');
    await refusedAs(zipSync({ 'a.txt': strToU8('x') }), 'no-manifest');
    await refusedAs(zipSync({ SHA256SUMS: strToU8('not a manifest') }), 'manifest-unreadable');
    await refusedAs(zipSync({ SHA256SUMS: strToU8(manifestText([{ name: 'a', sha256: '0'.repeat(64) }]).repeat(2)) }), 'manifest-unreadable');
  });

  it.each(['../evil', 'a/../../evil', '/etc/passwd', 'C:/evil', 'a\\..\\evil', 'report\u202efdp.exe', 'a\u0000b'])('is refused for the name %j', async (name) => refusedAs(listing([name]), 'unsafe-name'));

  it('is refused for repeated names, also where only the case differs', async () => {
    await refusedAs(listing(['A.txt', 'a.txt']), 'repeated-name');
    const twice = patched(listing(['a1', 'a2']), (at, find) => {
      for (const place of [find(central, 1) + 46, find(0x04034b50, 1) + 30]) at.setUint8(place + 1, 0x31);
    });
    await refusedAs(twice, 'repeated-name');
  });

  it('is refused for encryption, unknown methods, too many members, bombs and overlaps', async () => {
    await refusedAs(patched(zip, (at, find) => at.setUint16(find(central) + 8, 1, true)), 'encrypted');
    await refusedAs(patched(zip, (at, find) => at.setUint16(find(central) + 10, 14, true)), 'unsupported');
    await refusedAs(listing(Array.from({ length: 30 }, (_, index) => `f${index}`)), 'too-many-members', { ...usualLimits, members: 20 });
    await refusedAs(zipSync({ 'zeros.bin': new Uint8Array(80 * 2 ** 20), SHA256SUMS: strToU8('') }, { level: 6 }), 'too-large');
    await refusedAs(listing(['a']), 'too-large', { ...usualLimits, bytes: 0 });
    await refusedAs(patched(listing(['a', 'b']), (at, find) => at.setUint32(find(central, 1) + 42, 0, true)), 'overlapping');
  });

  it('gives a changed member, not a crash, where the packed bytes say more or less than the directory', async () => {
    const deflated = zipSync(Object.fromEntries(Object.entries(members)) as Zippable);
    const more = patched(deflated, (at, find) => at.setUint32(find(central) + 24, 3, true));
    expect(Object.values(statuses(await verifyBundle(more)))).toEqual(['changed']);
    const name = patched(deflated, (at, find) => at.setUint8(find(0x04034b50) + 30, 0x7a));
    expect(Object.values(statuses(await verifyBundle(name)))).toEqual(['changed']);
  });
});

it('reads manifests of both modes and no others', () => {
  const hash = 'ab'.repeat(32);
  expect(readManifest(`${hash} *b\r\n${hash}  a c\n`)).toEqual([{ name: 'b', sha256: hash }, { name: 'a c', sha256: hash }]);
  expect(manifestText([{ name: 'b', sha256: hash }, { name: 'a', sha256: hash }])).toBe(`${hash} *a\n${hash} *b\n`);
  expect(() => readManifest(`${hash.toUpperCase()} *a\n`)).toThrow('第 1 行');
});
