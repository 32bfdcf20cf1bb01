import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { verifyBundle, type Verification } from '../lib/report/verify';
import type { RandomAccess } from '../lib/report/zip-reader';

const usage = '用法：npm run verify -- [--json] [--key 公钥指纹] 证据包.zip...\n退出码：0 全部核验通过；1 有文件被改动、缺失、多出，或签名、时间戳不符；2 用法有误，或文件无法读取、不是可核验的证据包';
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

function asked() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false }, key: { type: 'string' } } });
  } catch {
    return null;
  }
}

const given = asked();
if (!given || given.positionals.length === 0 || (given.values.key !== undefined && !/^[0-9a-f]{64}$/i.test(given.values.key))) {
  console.error(given?.values.key !== undefined && given.positionals.length > 0 ? `公钥指纹应为 64 位十六进制数字。\n${usage}` : usage);
  process.exit(2);
}
const { values, positionals } = given;
let status = 0;
const worsen = (by: number) => {
  status = Math.max(status, by);
};
const answers: ({ file: string; error: string | null } & Partial<Verification>)[] = [];
for (const path of positionals) {
  try {
    const result = await verifyFile(path, values.key);
    worsen(result.ok ? 0 : result.refused ? 2 : 1);
    if (values.json) answers.push({ file: path, error: null, ...result });
    else print(path, result);
  } catch (error) {
    worsen(2);
    const message = `无法读取 ${path}：${error instanceof Error ? error.message : String(error)}`;
    if (values.json) answers.push({ file: path, error: message });
    else console.error(message);
  }
}
if (values.json) console.log(JSON.stringify(answers, null, 2));
process.exitCode = status;
