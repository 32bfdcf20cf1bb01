/** The reader of visible marks runs where the extension's rules for code hold: its kernel is compiled in the worker. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { overlaid } from '../fixtures/marks/overlaid';
import { plainPhoto } from '../stand-in/photos';
import { startBench, type Bench } from './fixtures';

let bench: Bench;
const folder = mkdtempSync(join(tmpdir(), 'yantu-mark-'));
beforeAll(async () => {
  bench = await startBench({ granted: ['<all_urls>'] });
});
afterAll(async () => {
  await bench?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the words a service wrote on a picture are quoted in the side panel', async () => {
  const name = join(folder, 'marked.jpg');
  writeFileSync(name, await overlaid(new Uint8Array(await plainPhoto('french-alpine-landscape', 800)), [{ words: '元宝AI生成', height: 3.4, corner: 'bottom-right' }]));
  const panel = await bench.open('sidepanel');
  await panel.locator('input[type=file]').first().setInputFiles([name]);
  await panel.getByText('元宝AI生成').first().waitFor({ timeout: 200_000 });
});
