import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { loadClassifierFromDisk } from '../../lib/runtime/classifier/node';
import { shippedModel } from '../../lib/runtime/classifier/load';

export interface Measurement {
  name: string;
  value: number;
  unit: string;
  beside?: string;
}

/** A made photograph: soft shapes and grain, so that decode and crops have the usual work. */
async function photograph(width: number, height: number): Promise<Buffer> {
  const rgb = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let i = 0; i < rgb.length; i++) {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    rgb[i] = 110 + 60 * Math.sin(i / 5000) + (state >>> 27);
  }
  return sharp(rgb, { raw: { width, height, channels: 3 } }).jpeg({ quality: 85 }).toBuffer();
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

/** Milliseconds per photograph in Node's wasm, beside sharp's decode of the same photograph in the same run; bytes shipped. */
export async function benchClassifier(): Promise<Measurement[]> {
  const loading = performance.now();
  const classifier = await loadClassifierFromDisk();
  const results: Measurement[] = [{ name: 'classifier: backend, weights and warm-up', value: Math.round(performance.now() - loading), unit: 'ms', beside: classifier.backend }];
  for (const [name, width, height] of [['1.2 MP', 1280, 960], ['12 MP', 4000, 3000]] as const) {
    const bytes = await photograph(width, height);
    const decode: number[] = [];
    const classify: number[] = [];
    for (let i = 0; i < 3; i++) {
      let rgb = new Uint8Array();
      decode.push(await timed(async () => (rgb = new Uint8Array(await sharp(bytes).removeAlpha().raw().toBuffer()))));
      classify.push(await timed(() => classifier.classify(rgb, width, height)));
    }
    results.push({ name: `classifier: ${name} photograph`, value: Math.round(median(classify)), unit: 'ms', beside: `sharp decode ${Math.round(median(decode))} ms` });
  }
  classifier.dispose();
  results.push({ name: 'classifier: peak resident memory of the process', value: Math.round(process.resourceUsage().maxRSS / 1024), unit: 'MB' });
  const size = (path: string) => statSync(fileURLToPath(new URL(`../../${path}`, import.meta.url))).size;
  const model = ['model.json', 'weights.bin', 'card.json'].reduce((sum, file) => sum + size(`public/models/${shippedModel}/${file}`), 0);
  results.push({ name: 'classifier: model shipped', value: Math.round(model / 1024), unit: 'KiB' });
  const wasm = size('node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm') + size('node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm');
  results.push({ name: 'classifier: wasm binaries shipped', value: Math.round(wasm / 1024), unit: 'KiB' });
  return results;
}
