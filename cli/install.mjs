// Installs what the next command lacks, and only that: node modules, and with --browser a Chromium (and poppler).
// Plain JavaScript without dependencies, because nothing may be there yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.yantu-lock');
const say = (text) => process.stderr.write(`${text}\n`);
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }).status === 0;
const has = (command) => spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], { stdio: 'ignore' }).status === 0;

if (Number(process.versions.node.split('.')[0]) < 20) {
  say(`需要 Node 20 或更高版本，当前是 ${process.versions.node} (Node 20 or later is needed).`);
  process.exit(1);
}

const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  say('正在安装依赖… (installing node modules)');
  if (!run('npm', ['ci', '--no-fund', '--no-audit'])) {
    say('npm ci 失败：请检查网络或 npm 源后重试 (npm ci failed: check the network or the registry, then try again).');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
function apt(packages) {
  if (process.platform !== 'linux' || !has('apt-get') || process.getuid?.() !== 0) return false;
  return run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

if (process.argv.includes('--browser')) {
  const { chromiumPath } = await import('./chromium.mjs');
  if (!chromiumPath()) {
    say('未找到 Chromium，正在安装… (no Chromium found, installing one)');
    if (!apt(['chromium', 'poppler-utils', 'fonts-noto-cjk'])) run('npx', ['playwright-core', 'install', 'chromium']);
    if (!chromiumPath()) {
      say(`未能安装 Chromium。请自行安装 ${browsers.join(' / ')} 之一，或把 CHROMIUM_PATH 设为其路径后重试 (install one of these, or set CHROMIUM_PATH).`);
      process.exit(1);
    }
  }
  // The tests in Firefox are skipped, and say so, where none can be had.
  if (process.argv.includes('--firefox')) {
    const { firefoxPath } = await import('./firefox.mjs');
    if (!firefoxPath() && !apt(['firefox-esr'])) say('未找到 Firefox，也未能安装：其测试将跳过 (no Firefox, and none could be installed: its tests are skipped).');
  }
  if (!has('pdftotext')) apt(['poppler-utils', 'fonts-noto-cjk']);
}
