import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pieces, writeBundle } from '../../lib/report/bundle';
import { createDeviceKey, deviceSigner } from '../../lib/report/trust/device-key';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', 'cli/verify.ts', ...args], { cwd: root, encoding: 'utf8' });
const file = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

describe('verify', () => {
  let zip: Uint8Array;
  let fingerprint: string;
  beforeAll(async () => {
    const signer = await deviceSigner(await createDeviceKey());
    fingerprint = signer.fingerprint;
    const chunks: Uint8Array[] = [];
    const members = { 'README.txt': '说明', 'originals/01.jpg': 'picture', 'device-key.pub.json': JSON.stringify(signer.jwk) };
    const sources = Object.entries(members).map(([name, text]) => ({ name, byteLength: Buffer.byteLength(text), open: () => pieces(new TextEncoder().encode(text)), compress: true }));
    await writeBundle(sources, { write: (chunk) => void chunks.push(chunk.slice()) }, { signer });
    zip = new Uint8Array(Buffer.concat(chunks));
  });

  it('says in Chinese that all is as it was, also packed anew: 0', () => {
    const again = file('again.zip', zipSync(unzipSync(zip), { level: 9 }));
    const { stdout, status } = run('--key', fingerprint, file('whole.zip', zip), again);
    expect(stdout.match(/核验通过：3 个文件与清单完全一致/g)).toHaveLength(2);
    expect(status).toBe(0);
  });

  it('names what was changed: 1', () => {
    const members = unzipSync(zip);
    members['originals/01.jpg']![0]! ^= 1;
    const { stdout, status } = run(file('changed.zip', zipSync(members)), join(folder, 'whole.zip'));
    expect(stdout).toContain('以下文件与清单不符，导出后被改动过：originals/01.jpg。');
    expect(status).toBe(1);
  });

  it('tells a file that cannot be checked, and a call that makes no sense: 2', () => {
    const { stdout, stderr, status } = run(file('text.zip', new TextEncoder().encode('not a zip')), join(folder, 'absent.zip'));
    expect(stdout).toMatch(/不是 ZIP 文件/);
    expect(stderr).toMatch(/无法读取/);
    expect(status).toBe(2);
    for (const args of [[], ['--unknown'], ['--key', 'abc', join(folder, 'whole.zip')]]) expect([run(...args).status, run(...args).stderr]).toEqual([2, expect.stringContaining('退出码')]);
  });
});
