import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { crc32 as nodeCrc } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crc32, withMember, type Stretch } from '../../../lib/report/append-member';
import { pieces, writeBundle } from '../../../lib/report/bundle';
import { requestFor, withTimestamp } from '../../../lib/report/trust/own-timestamp';
import { verifyBundle } from '../../../lib/report/verify';
import { inMemory } from '../../../lib/report/zip-reader';
import { have, run } from '../../fixtures/cases-report/outside-tools';
import { localAuthority, type Authority } from '../../fixtures/cases-report/timestamp-authority';

const folder = mkdtempSync(join(tmpdir(), 'yantu-tsr-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bundle(text: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const bytes = new TextEncoder().encode(text);
  await writeBundle([{ name: 'README.txt', byteLength: bytes.length, open: () => pieces(bytes), compress: true }], { write: (chunk) => void chunks.push(chunk.slice()) });
  return new Uint8Array(Buffer.concat(chunks));
}
const whole = (zip: Uint8Array, stretches: readonly Stretch[]) => new Uint8Array(Buffer.concat(stretches.map((one) => ('from' in one ? zip.subarray(one.from, one.to) : one))));

describe('withMember', () => {
  it('adds a member that unzip tools read, and moves no byte of the others', async () => {
    const zip = await bundle('内容');
    const longer = whole(zip, await withMember(inMemory(zip), 'SHA256SUMS.tsr', new Uint8Array([1, 2, 3])));
    expect([...unzipSync(longer)['SHA256SUMS.tsr']!]).toEqual([1, 2, 3]);
    expect(Object.keys(unzipSync(longer))).toEqual([...Object.keys(unzipSync(zip)), 'SHA256SUMS.tsr']);
    expect(Buffer.from(longer).indexOf(Buffer.from(zip.subarray(0, zip.length - 200)))).toBe(0);
    writeFileSync(join(folder, 'a.zip'), longer);
    if (!have('python3', '--version')) return console.log('python3 is absent: its zipfile was not asked');
    expect(execFileSync('python3', ['-c', 'import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.read("SHA256SUMS.tsr").hex())', join(folder, 'a.zip')], { encoding: 'utf8' }).trim()).toBe('None 010203');
  });

  it('takes no name twice', async () => {
    await expect(withMember(inMemory(await bundle('内容')), 'sha256SUMS', new Uint8Array(1))).rejects.toThrow(/重名/);
  });

  it('has the checksum of ISO 3309', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    if (nodeCrc) expect(crc32(Buffer.from('验图'))).toBe(nodeCrc(Buffer.from('验图')));
  });
});

const openssl = have('openssl', 'version');
describe('a timestamp carried by hand', () => {
  let authority: Authority;
  beforeAll(() => {
    if (openssl) authority = localAuthority('ec');
  });
  afterAll(() => authority?.close());

  it.skipIf(!openssl)('is asked for, answered by a local authority, put in, verified by us and by openssl', async () => {
    const zip = await bundle('甲');
    const query = await requestFor(inMemory(zip), new Uint8Array([9, 8, 7]));
    const { stretches, reading } = await withTimestamp(inMemory(zip), await authority.answer(query));
    const stamped = whole(zip, stretches);
    const verification = await verifyBundle(stamped);
    expect(verification).toMatchObject({ ok: true, timestamp: { status: 'matches', at: reading.at, authority: 'Invented Timestamp Authority', signature: 'valid' } });
    const members = unzipSync(stamped);
    for (const name of ['SHA256SUMS', 'SHA256SUMS.tsr']) writeFileSync(join(authority.folder, name), members[name]!);
    run('openssl', ['ts', '-verify', '-data', 'SHA256SUMS', '-in', 'SHA256SUMS.tsr', '-CAfile', authority.root], authority.folder);
    expect(createHash('sha256').update(members['README.txt']!).digest('hex')).toBe(readFileSync(join(authority.folder, 'SHA256SUMS'), 'utf8').slice(0, 64));
  });

  it.skipIf(!openssl)('is refused where it is another bundle’s, changed, or no answer at all', async () => {
    const [zip, other] = [await bundle('甲'), await bundle('乙')];
    const answer = await authority.answer(await requestFor(inMemory(other), new Uint8Array([1])));
    await expect(withTimestamp(inMemory(zip), answer)).rejects.toThrow(/不是针对这个证据包/);
    const changed = answer.slice();
    const year = Buffer.from(changed).indexOf('Z', Buffer.from(changed).indexOf('20')) - 1;
    changed[year] = changed[year] === 0x30 ? 0x31 : 0x30;
    await expect(withTimestamp(inMemory(other), changed)).rejects.toThrow(/签名与内容不符/);
    for (const nothing of [new Uint8Array(0), new TextEncoder().encode('<html>'), answer.subarray(0, 90)]) await expect(withTimestamp(inMemory(other), nothing)).rejects.toThrow(/不是时间戳答复|未授予/);
  });
});
