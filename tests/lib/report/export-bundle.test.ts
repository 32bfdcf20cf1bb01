import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printPreview, reportFont } from '../../../cli/report-host';
import { exportBundle, type ExportProgress, type ReportHost } from '../../../lib/report/export-bundle';
import { createDeviceKey, deviceSigner } from '../../../lib/report/trust/device-key';
import { requestTimestamp } from '../../../lib/report/trust/timestamp';
import { verifyBundle } from '../../../lib/report/verify';
import type { MadeCase } from '../../fixtures/cases-report/build-case';
import { have, run } from '../../fixtures/cases-report/outside-tools';
import { localAuthority, type Authority } from '../../fixtures/cases-report/timestamp-authority';
import { longCase, shortCase } from '../../fixtures/cases-report/two-cases';

const folder = mkdtempSync(join(tmpdir(), 'yantu-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function collect() {
  const chunks: Uint8Array[] = [];
  return { sink: { write: (chunk: Uint8Array) => void chunks.push(chunk.slice()) }, bytes: () => new Uint8Array(Buffer.concat(chunks)) };
}
const host = (more: Partial<ReportHost> = {}): ReportHost => ({ font: reportFont, preview: printPreview, ...more });

async function exported(made: MadeCase, more: Partial<ReportHost> = {}, change: Partial<MadeCase['input']> = {}) {
  const { file, draft, ...options } = { ...made.input, ...change };
  const into = collect();
  const result = await exportBundle(file, async (image) => made.bytes.get(image.id)!, draft, options, host(more), { sink: into.sink });
  return { result, zip: into.bytes() };
}

describe('the bundle of a long case', () => {
  let made: MadeCase;
  let zip: Uint8Array;
  let members: Record<string, Uint8Array>;
  let authority: Authority | null = null;
  beforeAll(async () => {
    made = await longCase();
    if (have('openssl', 'version')) authority = localAuthority('rsa');
    const signer = await deviceSigner(await createDeviceKey());
    const timestamp = authority && ((manifest: Uint8Array) => requestTimestamp(manifest, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), (query) => authority!.answer(query)));
    const { zip: bytes, result } = await exported(made, { signer, timestamp });
    expect(result.bundle).toMatchObject({ signed: true, timestamped: authority !== null, warnings: [], byteLength: bytes.length });
    expect(result.fileName).toBe('yantu-pinduoduo-261103-440118827361994-20261120');
    zip = bytes;
    members = unzipSync(zip);
    writeFileSync(join(folder, 'long.zip'), zip);
  });
  afterAll(() => authority?.close());

  it('holds the received bytes unchanged, and everything beside them', () => {
    for (const [index, image] of made.file.images.filter((one) => one.sha256).entries()) {
      const name = Object.keys(members).find((one) => one.startsWith(`originals/${String(index + 1).padStart(2, '0')}-${image.sha256!.slice(0, 8)}.`))!;
      expect(Buffer.compare(members[name]!, made.bytes.get(image.id)!)).toBe(0);
    }
    expect(members['attachments/01-packing-video.mp4']).toHaveLength(300_000);
    for (const name of ['report.pdf', 'findings.json', 'claim.json', 'capture-log.json', 'letter.txt', 'README.txt', 'SHA256SUMS', 'SHA256SUMS.sig', 'device-key.pub.json', 'device-key.pub.pem']) expect(Object.keys(members)).toContain(name);
    expect(Object.keys(members).every((name) => /^[A-Za-z0-9./_-]+$/.test(name))).toBe(true);
  });

  it.skipIf(!have('unzip') || !have('sha256sum', '--version'))('satisfies unzip, sha256sum and openssl', () => {
    const out = join(folder, 'out');
    run('unzip', ['-q', join(folder, 'long.zip'), '-d', out]);
    expect(run('sha256sum', ['-c', '--strict', 'SHA256SUMS'], out).match(/: OK/g)).toHaveLength(Object.keys(members).length - (authority ? 3 : 2));
    if (!authority) return;
    expect(run('openssl', ['dgst', '-sha256', '-verify', 'device-key.pub.pem', '-signature', 'SHA256SUMS.sig', 'SHA256SUMS'], out)).toContain('Verified OK');
    run('openssl', ['ts', '-verify', '-data', 'SHA256SUMS', '-in', 'SHA256SUMS.tsr', '-CAfile', authority.root], out);
  });

  it('verifies, packed by us or by others, with or without a folder around it', async () => {
    const own = await verifyBundle(zip);
    expect(own).toMatchObject({ ok: true, signature: 'valid', timestamp: { status: authority ? 'matches' : 'absent' } });
    expect(own.messages[0]).toBe(`核验通过：${own.members.length} 个文件与清单完全一致。`);
    if (!have('zip')) return;
    const out = join(folder, 'again', 'inner');
    mkdirSync(out, { recursive: true });
    run('unzip', ['-q', join(folder, 'long.zip'), '-d', out]);
    run('zip', ['-q', '-r', '-9', '../flat.zip', '.'], out);
    run('zip', ['-q', '-r', 'nested.zip', 'inner'], join(folder, 'again'));
    for (const name of ['flat.zip', 'nested.zip']) expect(await verifyBundle(new Uint8Array(readFileSync(join(folder, 'again', name))))).toMatchObject({ ok: true, signature: 'valid' });
  });

  it('prints the key’s fingerprint in the report and in the read-me', () => {
    const fingerprint = /指纹（SHA-256）：([0-9a-f]{64})/.exec(Buffer.from(members['README.txt']!).toString())![1]!;
    if (have('pdftotext')) {
      writeFileSync(join(folder, 'r.pdf'), members['report.pdf']!);
      expect(run('pdftotext', [join(folder, 'r.pdf'), '-']).replaceAll(/\s/g, '')).toContain(fingerprint);
    }
  });
});

it('gives the same manifest for the same case, and changes only the report and read-me with the hour', async () => {
  const made = await shortCase();
  const first = unzipSync((await exported(made)).zip);
  const again = await exported(made);
  expect(Buffer.compare(Buffer.from((await exported(made)).zip), Buffer.from(again.zip))).toBe(0);
  const later = unzipSync((await exported(made, {}, { generatedAt: '2026-12-24T08:00:00+08:00' })).zip);
  const differing = Object.keys(first).filter((name) => Buffer.compare(first[name]!, later[name]!) !== 0);
  expect(differing.sort()).toEqual(['README.txt', 'SHA256SUMS', 'report.pdf']);
});

it('goes on without a timestamp where the authority fails, and says so', async () => {
  const { result, zip } = await exported(await shortCase(), { timestamp: () => Promise.reject(new Error('connect ECONNREFUSED')) });
  expect(result.bundle!.warnings[0]).toContain('可信时间戳未完成（connect ECONNREFUSED）');
  expect(await verifyBundle(zip)).toMatchObject({ ok: true, signature: 'absent' });
});

it('names the stored picture whose bytes are no longer those received', async () => {
  const made = await shortCase();
  const bytes = new Map([...made.bytes].map(([id, one]) => [id, Uint8Array.from(one, (value, index) => (index === 9 ? value ^ 1 : value))]));
  await expect(exported({ ...made, bytes })).rejects.toMatchObject({ name: 'BytesChanged', message: expect.stringContaining('originals/01-') });
});

it('tells progress to the end, and stops in the middle when asked', async () => {
  const made = await shortCase();
  const { file, draft, ...options } = made.input;
  const seen: ExportProgress[] = [];
  await exportBundle(file, async (image) => made.bytes.get(image.id)!, draft, options, host(), { sink: collect().sink, onProgress: (progress) => seen.push(progress) });
  for (const stage of ['pdf', 'zip']) {
    const last = seen.filter((one) => one.stage === stage).at(-1)!;
    expect(last.done).toBe(last.total);
  }
  const stop = new AbortController();
  const cancelled = exportBundle(file, async (image) => made.bytes.get(image.id)!, draft, options, host(), { sink: collect().sink, signal: stop.signal, onProgress: ({ stage }) => stage === 'zip' && stop.abort() });
  await expect(cancelled).rejects.toThrow(/abort/i);
});
