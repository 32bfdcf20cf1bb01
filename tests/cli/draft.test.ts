import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { afterAll, describe, expect, it } from 'vitest';
import { draftInput, readClaim } from '../../cli/draft-input';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'draft-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, value: unknown) => {
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  return join(folder, name);
};

const facts = { orderId: '260301-123456789012345', afterSaleId: '26118888888842', refundType: 'refund-only', amount: { value: '49.90', currency: 'CNY' }, reason: '商品破损', description: null, status: null, appliedAt: '2026-03-02T10:20:00+08:00', respondBy: '2026-03-04T10:20:00+08:00', evidence: [], listing: [] };
const page = { platform: 'pinduoduo', page: 'refund-detail', claim: facts, mismatches: [] };
const examined = [{ file: 'a.png', sha256: 'ab'.repeat(32), format: 'png', width: 8, height: 8, score: 75, log10LR: 3, band: 'strong', error: null, findings: [{ analyser: 'ai-label', family: 'provenance', outcome: 'suspicious', strength: 3, facts: [{ key: 'label', value: '1' }, { key: 'produceId', value: 'u:123', private: true }] }] }];
const [claim, findings] = [file('claim.json', page), file('findings.json', examined)];

const run = (...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', 'cli/draft.ts', ...args], { cwd: root, encoding: 'utf8' });
const validate = addFormats(new Ajv2020({ strict: true, allowUnionTypes: true })).compile(JSON.parse(readFileSync(join(root, 'cli/schemas/draft.schema.json'), 'utf8')) as object);

describe('draft', () => {
  it('prints one letter in the published shape', () => {
    const { stdout, status } = run('--claim', claim, '--findings', findings, '--recipient', 'platform', '--length', '200', '--decided', '2026-03-03');
    const answer = JSON.parse(stdout) as { text: string; characters: number; citations: { id: string }[]; deadlines: { id: string }[] };
    expect(status).toBe(0);
    expect(validate(answer), JSON.stringify(validate.errors)).toBe(true);
    expect(answer.text).toContain('260301-123456789012345');
    expect(answer.text).not.toContain('u:123');
    expect(answer.characters).toBe(answer.text.length);
    expect(answer.citations.map(({ id }) => id)).toEqual(['label-5', 'o116-19']);
    expect(answer.deadlines.map(({ id }) => id)).toEqual(['respond-by', 'police-by']);
  });

  it.each([
    ['no-order-number', file('no-order.json', { ...page, claim: { ...facts, orderId: '' } }), []],
    ['no-order-number', file('mismatch.json', { ...page, claim: null, mismatches: [{ field: 'orderId', message: '缺少订单编号' }] }), []],
    ['bad-date', claim, ['--uploaded', '2026-02-30']],
    ['usage', claim, ['--length', '300']],
    ['unreadable-claim', file('broken.json', '{'), []],
  ])('names what is wrong: %s', (code, given, more) => {
    const { stdout, stderr, status } = run('--claim', given, '--findings', findings, '--recipient', 'platform', ...more);
    expect(stdout).toBe('');
    expect(status).toBe(1);
    expect((JSON.parse(stderr) as { error: { code: string; message: string } }).error).toMatchObject({ code, message: expect.stringMatching(/[一-龥]/) });
  });
});

describe('draftInput', () => {
  it('keeps pictures that could not be read in their place, and reads the options', () => {
    const input = draftInput(page, [{ file: 'x', sha256: null, band: null, findings: [], error: '文件损坏' }, examined[0]], { recipient: 'regulator', conduct: 'machine-only,not-heard', 'without-ground': ['evidence-form'] }, '2026-03-05');
    expect(input.images.map(({ ordinal, sha256 }) => [ordinal, sha256])).toEqual([[1, null], [2, 'ab'.repeat(32)]]);
    expect(input.options).toMatchObject({ conduct: { machineOnly: true, notHeard: true }, groundsOff: ['evidence-form'] });
    expect(() => draftInput(page, [], { recipient: 'mayor' }, '2026-03-05')).toThrow(/--recipient/);
    expect(() => draftInput(page, {}, { recipient: 'buyer' }, '2026-03-05')).toThrow(/JSON 数组/);
    expect(readClaim({ platform: null, claim: { ...facts, platform: undefined } }).platform).toBe('manual');
  });
});
