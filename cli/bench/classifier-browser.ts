import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { launchExtension } from '../../tests/stand-in/browser';
import { labelledPhoto, photoNames } from '../../tests/stand-in/photos';
import { StandIn } from '../../tests/stand-in/server';
import type { Measurement } from '../bench';
import type { WorkerReply } from '../../lib/runtime/analysis/api';

const root = fileURLToPath(new URL('../..', import.meta.url));
const extension = join(root, '.output/chrome-mv3');

/** Peak resident memory in MB of the browser's process for extension pages, children of this one; null off Linux. */
function extensionPeak(): number | null {
  if (!existsSync('/proc/self/status')) return null;
  const field = (pid: string, name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  const peaks = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process')) return [];
      for (let up = Number(pid); up > 1; up = field(String(up), 'PPid')) if (up === process.pid) return [field(pid, 'VmHWM') / 1024];
    } catch {
      // The process has ended meanwhile.
    }
    return [];
  });
  return peaks.length > 0 ? Math.max(...peaks) : null;
}

/** Decode and classification of one photograph in Chromium's worker, on one thread of wasm and on several, beside the browser's own decode. */
export async function benchClassifierInBrowser(): Promise<Measurement[]> {
  if (!existsSync(extension)) execFileSync('npx', ['wxt', 'build'], { cwd: root, stdio: 'ignore' });
  const standIn = new StandIn();
  await standIn.start();
  const results: Measurement[] = [];
  try {
    const script = `/assets/${readdirSync(join(extension, 'assets')).find((name) => /^worker-.*\.js$/.test(name))!}`;
    for (const kind of ['wasm', 'wasm-threads']) {
      const browser = await launchExtension({ extension, port: standIn.port });
      try {
        const page = await browser.open('verify');
        // tsx keeps function names by a helper that the page lacks.
        await page.evaluate('globalThis.__name = (named) => named');
        for (const [label, width, height] of [['1.2 MP', 1280, 960], ['12 MP', 4000, 3000]] as const) {
          const photo = await sharp(await labelledPhoto(photoNames[0]!)).resize(width, height, { fit: 'cover' }).jpeg({ quality: 88 }).toBuffer();
          const measured = await page.evaluate(
            async ({ script, kind, file }) => {
              const bytes = Uint8Array.from(atob(file), (char) => char.charCodeAt(0));
              const worker = new Worker(script, { type: 'module', name: kind });
              const ask = (message: object) =>
                new Promise<WorkerReply>((resolve, reject) => {
                  worker.addEventListener('message', (event: MessageEvent<WorkerReply>) => resolve(event.data), { once: true });
                  worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
                  worker.postMessage(message);
                });
              const middle = async (run: () => Promise<unknown>) => {
                const times: number[] = [];
                for (let i = 0; i < 3; i++) {
                  const before = performance.now();
                  await run();
                  times.push(performance.now() - before);
                }
                return times.sort((a, b) => a - b)[1]!;
              };
              const before = performance.now();
              const about = await ask({ kind: 'about', id: 0 });
              const start = performance.now() - before;
              const decode = await middle(async () => {
                const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
                const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
                context.drawImage(bitmap, 0, 0);
                context.getImageData(0, 0, bitmap.width, bitmap.height);
              });
              const score = await middle(() => ask({ kind: 'score', id: 1, bytes }));
              worker.terminate();
              return { start, decode, score, backend: about.ok && about.kind === 'about' ? about.classifier?.backend : null };
            },
            { script, kind, file: photo.toString('base64') },
          );
          if (label === '1.2 MP') results.push({ name: `Chromium, ${measured.backend}: worker, backend, weights and warm-up`, value: measured.start, unit: 'ms' });
          results.push({ name: `Chromium, ${measured.backend}: ${label} photograph decoded and scored`, value: measured.score, unit: 'ms', beside: `the browser's own decode to samples ${Math.round(measured.decode)} ms` });
        }
        const peak = extensionPeak();
        if (peak !== null) results.push({ name: `Chromium, ${kind}: peak resident memory of the extension's process`, value: peak, unit: 'MB' });
      } finally {
        await browser.close();
      }
    }
  } finally {
    await standIn.stop();
  }
  return results;
}
