import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkerReply } from '../../lib/runtime/analysis/api';
import { checkCrops } from '../../lib/runtime/classifier/check-crop';
import card from '../../public/models/pixels/card.json';
import frozen from '../lib/runtime/classifier/frozen-logits.json';
import { builtExtension, startBench, type Bench } from './fixtures';

let bench: Bench;
let page: Page;
let workerFile: string;

/** Logits of whole picture files, as the extension's own worker gives them on the backend named. */
async function scored(backend: string, files: Buffer[]): Promise<{ backend: string | null; logits: (number | string)[] }> {
  return page.evaluate(
    async ({ script, backend, files }) => {
      const worker = new Worker(script, { type: 'module', name: backend });
      const ask = (message: object) =>
        new Promise<WorkerReply>((resolve, reject) => {
          worker.addEventListener('message', (event: MessageEvent<WorkerReply>) => resolve(event.data), { once: true });
          worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
          worker.postMessage(message);
        });
      const about = await ask({ kind: 'about', id: 0 });
      const logits: (number | string)[] = [];
      for (const [i, file] of files.entries()) {
        const reply = await ask({ kind: 'score', id: i + 1, bytes: Uint8Array.from(atob(file), (char) => char.charCodeAt(0)) });
        if (!reply.ok || reply.kind !== 'score') throw new Error(JSON.stringify(reply));
        logits.push('logit' in reply.score ? reply.score.logit : reply.score.unscored);
      }
      worker.terminate();
      return { backend: about.ok && about.kind === 'about' ? (about.classifier?.backend ?? null) : null, logits };
    },
    { script: `/assets/${workerFile}`, backend, files: files.map((file) => file.toString('base64')) },
  );
}

const png = (rgb: Uint8Array, width: number, height: number) => sharp(rgb, { raw: { width, height, channels: 3 } }).png().toBuffer();

/** Small pictures that differ: a gradient of their own each. */
const made = (count: number, side = card.size) => Promise.all(Array.from({ length: count }, (_, n) => png(Uint8Array.from({ length: side * side * 3 }, (_value, i) => (i * (n + 3)) % 251), side, side)));

beforeAll(async () => {
  bench = await startBench();
  workerFile = readdirSync(join(builtExtension, 'assets')).find((name) => /^worker-.*\.js$/.test(name))!;
  page = await bench.open('options');
}, 60_000);
afterAll(() => bench?.stop());

describe('the shipped model in Chromium', () => {
  test('gives the logits of the training framework on frozen crops, on one thread and on two', async () => {
    const side = card.size;
    const files = await Promise.all(checkCrops(frozen.logits.length, side).map((crop) => png(crop, side, side)));
    for (const [asked, name] of [['wasm', /^wasm-simd$/], ['wasm-threads', /^wasm-simd-\d-threads$/]] as const) {
      const { backend, logits } = await scored(asked, files);
      expect(backend).toMatch(name);
      frozen.logits.forEach((logit, i) => expect(Math.abs(Number(logits[i]) - logit), `crop ${i} on ${asked}`).toBeLessThan(1e-3));
    }
  }, 120_000);

  test('does not take a software renderer for a graphics card', async () => {
    const { backend } = await scored('webgpu webgl', []);
    expect(backend).toBeNull();
  }, 60_000);

  test('says what is no picture, and what is too small', async () => {
    const { logits } = await scored('wasm', [Buffer.from('not a picture'), await png(new Uint8Array(30 * 30 * 3), 30, 30)]);
    expect(logits).toEqual(['no-picture', 'too-small']);
  }, 60_000);
});

describe('校准到我的店铺', () => {
  test('refuses fewer than a hundred, then scores, stores, shows and removes a bound', async () => {
    await page.getByText(/模型 pixels-\S+，运行于：处理器（\d+ 线程）/).waitFor({ timeout: 60_000 });
    const pictures = await made(103);
    const upload = (list: Buffer[]) => page.getByLabel('选择照片…', { exact: true }).and(page.locator('input')).setInputFiles(list.map((buffer, i) => ({ name: `${i}.png`, mimeType: 'image/png', buffer })));
    await upload(pictures.slice(0, 20));
    await page.getByRole('alert').filter({ hasText: '至少需要 100 张能评分的照片，现有 20 张' }).waitFor({ timeout: 60_000 });

    await upload([...pictures, pictures[0]!, Buffer.from('not a picture')]);
    await page.getByText(/正在评分：\d+ \/ 105/).waitFor();
    await page.getByText('新加入 103 张。另有 2 张未计入：重复 1 张，不是图片 1 张，太小或无法评分 0 张。').waitFor({ timeout: 200_000 });
    const state = await page.getByText(/^已用 103 张照片校准/).textContent();
    const stored = await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => (indexedDB.open('yantu').onsuccess = (event) => resolve((event.target as IDBOpenDBRequest).result)));
      return new Promise<{ scores: { sha256: string; logit: number }[] }>((resolve) => (database.transaction('shop').objectStore('shop').get('shop').onsuccess = (event) => resolve((event.target as IDBRequest).result)));
    });
    // ceil(0.99 * 104) = 103: the largest of all.
    expect(stored.scores).toHaveLength(103);
    expect(Number(/界限为 (-?[\d.]+)：/.exec(state!)![1])).toBeCloseTo(Math.max(...stored.scores.map((one) => one.logit)), 1);
    const { logits } = await scored('wasm', pictures.slice(0, 2));
    for (const [i, picture] of pictures.slice(0, 2).entries()) {
      const own = stored.scores.find((one) => one.sha256 === createHash('sha256').update(picture).digest('hex'));
      expect(Math.abs(own!.logit - Number(logits[i]))).toBeLessThan(1e-3);
    }

    await page.reload();
    await page.getByText(/^已用 103 张照片校准/).waitFor();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: '删除本店校准' }).click();
    await page.getByText(/^已用 103 张照片校准/).waitFor({ state: 'detached' });
  }, 360_000);
});
