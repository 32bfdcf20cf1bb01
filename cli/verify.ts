import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { verifyBundle, type Verification } from '../lib/report/verify';
import type { RandomAccess } from '../lib/report/zip-reader';

const usage = 'verify [--json] [--key FINGERPRINT] BUNDLE.zip...';
const statusWord = { ok: '一致', changed: '已改动', missing: '缺失', unlisted: '清单外' } as const;

async function verifyFile(path: string, fingerprint: string | undefined): Promise<Verification> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const zip: RandomAccess = {
      size,
      async read(offset, length) {
        const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
        return bytes.subarray(0, bytesRead);
      },
    };
    return await verifyBundle(zip, fingerprint === undefined ? {} : { fingerprint });
  } finally {
    await file.close();
  }
}

function print(path: string, result: Verification): void {
  console.log(`${result.ok ? '✓' : '✗'} ${path}`);
  for (const member of result.members) console.log(`  ${statusWord[member.status]}\t${member.name}`);
  for (const message of result.messages) console.log(`  ${message}`);
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false }, key: { type: 'string' } } });
if (positionals.length === 0) {
  console.error(usage);
  process.exit(2);
}
let failed = false;
const answers: ({ file: string; error: string | null } & Partial<Verification>)[] = [];
for (const path of positionals) {
  try {
    const result = await verifyFile(path, values.key);
    failed ||= !result.ok;
    if (values.json) answers.push({ file: path, error: null, ...result });
    else print(path, result);
  } catch (error) {
    failed = true;
    const message = `无法读取 ${path}：${error instanceof Error ? error.message : String(error)}`;
    if (values.json) answers.push({ file: path, error: message });
    else console.error(message);
  }
}
if (values.json) console.log(JSON.stringify(answers, null, 2));
process.exitCode = failed ? 1 : 0;
