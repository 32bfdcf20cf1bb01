import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pieces, writeBundle } from '../../lib/report/bundle';
import { verifyBundle } from '../../lib/report/verify';
import { have } from '../fixtures/cases-report/outside-tools';
import { localAuthority, type Authority } from '../fixtures/cases-report/timestamp-authority';
import { savedBundle } from '../stand-in/browser';
import { standInPages } from '../stand-in/pages';
import { inventedClaim, serveRefundPage } from '../stand-in/refund-page';
import { builtExtension, examined, startBench, type Bench } from './fixtures';

const openssl = have('openssl', 'version');
const host = 'tsa.yantu-test.cn';
const address = `https://${host}/tsr`;

describe.skipIf(!openssl)('a trusted timestamp, from a local RFC 3161 authority (openssl ts)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yantu-granted-'));
  let authority: Authority;
  let bench: Bench;

  beforeAll(async () => {
    authority = localAuthority('rsa');
    // The browser's own permission question cannot be answered by a test: this copy has the host granted already.
    cpSync(builtExtension, folder, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { host_permissions: string[]; optional_host_permissions: string[] };
    expect(manifest.optional_host_permissions).toContain('https://*/*');
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, host_permissions: [...manifest.host_permissions, `https://${host}/*`] }));
    bench = await startBench({ extension: folder });
    bench.standIn.route(async (url, body) => {
      if (url.host !== host) return null;
      if (url.pathname === '/tsr' && body.length > 0) return { headers: { 'content-type': 'application/timestamp-reply' }, body: await authority.answer(body) };
      return { headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\n' };
    });
  });
  afterAll(async () => {
    await bench?.stop();
    authority?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the options ask, try, and keep an address that works; one that does not is told', async () => {
    const options = await bench.open('options');
    const field = options.getByLabel('机构地址');
    await field.fill('http://tsa.yantu-test.cn');
    await options.getByRole('button', { name: '允许并试用' }).click();
    await options.getByText('时间戳机构地址须以 https:// 开头').waitFor();
    await field.fill(`https://${host}/robots.txt`);
    await options.getByRole('button', { name: '允许并试用' }).click();
    await options.getByText('时间戳机构的答复无法读取').waitFor();
    await field.fill(address);
    await options.getByRole('button', { name: '允许并试用' }).click();
    await options.getByText(/可用：.*由 Invented Timestamp Authority 签发/).waitFor();
  });

  test('every bundle exported then carries one that holds, and no page of the extension can reach the host itself', async () => {
    const stored = inventedClaim('jd');
    await serveRefundPage(bench.standIn, stored, standInPages.find(({ platform }) => platform === 'jd')!.kit);
    const page = await bench.context.newPage();
    await page.goto(stored.url);
    await examined(page, stored.evidence.length);
    const before = bench.context.pages().length;
    const popup = await bench.open('popup', `?tab=${await bench.tabId(page)}`);
    await popup.getByRole('button', { name: '导出证据包' }).click();
    const { zip } = await savedBundle(popup, -1);
    await popup.getByText('证据包已保存到下载文件夹').waitFor();
    expect(Object.keys(unzipSync(zip))).toContain('SHA256SUMS.tsr');
    const verification = await verifyBundle(zip);
    expect(verification).toMatchObject({ ok: true, signature: 'valid', timestamp: { status: 'matches', signature: 'valid', authority: 'Invented Timestamp Authority' } });
    expect(bench.context.pages().length).toBe(before + 1);
    const asked = bench.standIn.requests.filter((one) => new URL(one.address).host === host);
    expect(asked.filter(({ method }) => method === 'POST').map((one) => one.address)).toContain(address);
    expect(asked.filter(({ method, address: at }) => method === 'GET' && !at.endsWith('/robots.txt') && !at.endsWith('/favicon.ico'))).toEqual([]);
    const count = bench.standIn.requests.length;
    const direct = (url: string) => fetch(url, { method: 'POST', body: 'x' }).then(() => 'sent', (error: unknown) => String(error));
    expect(await popup.evaluate(direct, address)).toMatch(/TypeError/);
    expect(await (bench.context.serviceWorkers()[0] ?? bench.worker).evaluate(direct, address)).toMatch(/TypeError/);
    expect(bench.standIn.requests.slice(count)).toEqual([]);
  });

  test('by hand on the verify page: request out, answer in, nothing sent', async () => {
    const chunks: Uint8Array[] = [];
    const bytes = new TextEncoder().encode('甲');
    await writeBundle([{ name: 'README.txt', byteLength: bytes.length, open: () => pieces(bytes), compress: true }], { write: (chunk) => void chunks.push(chunk.slice()) });
    const page = await bench.open('verify');
    const count = bench.standIn.requests.length;
    await page.locator('input[type=file]').setInputFiles({ name: 'case.zip', mimeType: 'application/zip', buffer: Buffer.concat(chunks) });
    await page.getByText(/核验通过/).waitFor();
    await page.getByRole('button', { name: '下载时间戳请求' }).click();
    await page.getByText('请求文件已保存到下载文件夹').waitFor();
    const saved = async (mime: string) => {
      const all = await page.evaluate(() => (globalThis as unknown as { chrome: { downloads: { search(query: object): Promise<{ id: number; mime: string; state: string; filename: string }[]> } } }).chrome.downloads.search({}));
      return all.filter((one) => one.mime === mime && one.state === 'complete').sort((one, other) => other.id - one.id)[0]?.filename ?? '';
    };
    await expect.poll(() => saved('application/timestamp-query')).not.toBe('');
    const answer = await authority.answer(new Uint8Array(readFileSync(await saved('application/timestamp-query'))));
    await page.getByLabel('选择答复文件').setInputFiles({ name: 'wrong.tsr', mimeType: 'application/timestamp-reply', buffer: Buffer.from('no') });
    await page.getByText(/不是时间戳答复/).waitFor();
    await page.getByLabel('选择答复文件').setInputFiles({ name: 'SHA256SUMS.tsr', mimeType: 'application/timestamp-reply', buffer: Buffer.from(answer) });
    await page.getByText(/已另存带时间戳的证据包：.*由 Invented Timestamp Authority 签发/).waitFor();
    await expect.poll(async () => Object.keys(unzipSync(new Uint8Array(readFileSync(await saved('application/zip')))))).toEqual(['README.txt', 'SHA256SUMS', 'SHA256SUMS.tsr']);
    expect(await verifyBundle(new Uint8Array(readFileSync(await saved('application/zip'))))).toMatchObject({ ok: true, timestamp: { status: 'matches', signature: 'valid' } });
    expect(bench.standIn.requests.slice(count).filter((one) => new URL(one.address).host === host)).toEqual([]);
  });
});
