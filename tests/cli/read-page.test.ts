import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readSavedPage, run } from '../../cli/read-page';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const stored = join(root, 'tests/fixtures/pages/jd/detail-real');
const meta = JSON.parse(readFileSync(join(stored, 'meta.json'), 'utf8')) as { url: string; at: string };
const folder = mkdtempSync(join(tmpdir(), 'read-page-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('read-page', () => {
  it('prints one object and nothing else', () => {
    const output = execFileSync('npm', ['run', '--silent', 'read-page', '--', '--url', meta.url, '--at', meta.at, join(stored, 'page.html')], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const { mismatches: _fields, ...want } = JSON.parse(readFileSync(join(stored, 'claim.json'), 'utf8')) as Record<string, unknown>;
    expect(JSON.parse(output)).toEqual({ ...want, mismatches: [] });
  }, 120_000);

  it('runs no script and fetches nothing of a page', () => {
    const html = `<html><body><script>document.body.innerHTML = '<div>服务单号：20260305779999</div>'; globalThis.ranInPage = 1;</script><img src="x" onerror="globalThis.ranInPage = 1"><div>服务单号：20260305778899</div><div>订单号：301122334455</div><iframe src="https://shop.jd.com/a"></iframe></body></html>`;
    const reading = readSavedPage(html, meta.url, meta.at);
    expect(reading.claim).toMatchObject({ orderId: '301122334455', afterSaleId: '20260305778899', refundType: 'unknown', amount: null });
    expect((globalThis as { ranInPage?: number }).ranInPage).toBeUndefined();
  });

  it('reads a page of no seller back-end as none', () => {
    expect(readSavedPage('<p>订单编号：1</p>', 'https://pages.example/order', null)).toEqual({ platform: null, page: 'none', claim: null, mismatches: [] });
  });

  it.each([
    ['no address', ['page.html'], 2, /usage/],
    ['a broken address', ['--url', 'not an address', 'page.html'], 2, /no address/],
    ['a broken time', ['--url', meta.url, '--at', 'yesterday', 'page.html'], 2, /no time/],
    ['an unknown option', ['--url', meta.url, '--fast', 'page.html'], 2, /usage/],
    ['a missing file', ['--url', meta.url, join(folder, 'none.html')], 1, /cannot read/],
  ])('%s is a sentence', (_name, args, status, sentence) => {
    const answer = run(args);
    expect(answer.status).toBe(status);
    expect(answer.output).toMatch(sentence);
  });

  it.each([['empty', ''], ['cut off', '<html><body><div>服务单号：2026'], ['binary', '\u0000\u0001\ufffd\ufffd'.repeat(500)]])('a page that is %s gives a named mismatch', (name, html) => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, html);
    const answer = run(['--url', meta.url, file]);
    expect(JSON.parse(answer.output)).toMatchObject({ platform: 'jd', page: 'refund-detail', claim: null });
    expect((JSON.parse(answer.output) as { mismatches: { field: string }[] }).mismatches.map((one) => one.field)).toContain('orderId');
  });

  it('a thousand nested elements do not stop it', () => {
    const html = `<body>${'<div>'.repeat(3000)}深${'</div>'.repeat(3000)}<div>服务单号：20260305778899</div><div>订单号：301122334455</div></body>`;
    expect(readSavedPage(html, meta.url, null).claim?.orderId).toBe('301122334455');
  });
});

it('says on the error stream what went wrong', () => {
  const answer = spawnSync('npx', ['tsx', join(root, 'cli/read-page.ts')], { cwd: root, encoding: 'utf8' });
  expect(answer.status).toBe(2);
  expect(answer.stdout).toBe('');
  expect(answer.stderr).toMatch(/usage/);
}, 120_000);
