// What `npm test` runs after the install: types, lint, unit tests, build, tests in a real browser; then one closing line.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const reports = mkdtempSync(join(tmpdir(), 'yantu-test-'));
let passed = 0;
let failed = 0;
let skipped = 0;

const run = (args) => spawnSync('npx', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

function step(name, ...args) {
  console.log(`\n== ${name}`);
  if (run(args)) return true;
  console.log(`== ${name}: failed`);
  failed += 1;
  return false;
}

function vitest(project) {
  console.log(`\n== ${project} tests`);
  const report = join(reports, `${project}.json`);
  const ok = run(['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    skipped += result.numPendingTests + (result.numTodoTests ?? 0);
    // A file that does not load fails without a failed test of its own.
    if (!ok && result.numFailedTests === 0) failed += 1;
  } catch {
    failed += 1;
  }
}

step('prepare', 'wxt', 'prepare');
step('types of the core rooms, without DOM', 'tsc', '--noEmit', '-p', 'lib/tsconfig.json');
step('types', 'tsc', '--noEmit');
step('lint', 'oxlint');
vitest('unit');
if (step('build', 'wxt', 'build')) vitest('e2e');
rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
