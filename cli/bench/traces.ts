import sharp from 'sharp';
import { analysers } from '../../lib/analysers/index';
import { examine } from '../../lib/analysers/examine';
import type { Classifier } from '../../lib/analysers/analyser';
import { decodeCoefficients } from '../../lib/evidence/jpeg/coefficients';
import { traceSource, TraceUnavailable, type TraceKey } from '../../lib/evidence/traces';
import { loadClassifierFromDisk } from '../../lib/runtime/classifier/node';
import type { Measurement } from '../bench';
import { nodeHost } from '../node-host';

/** A made picture with shading, texture and grain, as a JPEG of quality 88: no photograph is needed to repeat the figures. */
async function made(width: number, height: number, progressive = false): Promise<Uint8Array> {
  const noise = (w: number, h: number, sigma: number) => sharp({ create: { width: w, height: h, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma } } });
  const coarse = await noise(Math.ceil(width / 40), Math.ceil(height / 40), 45).png().toBuffer();
  const fine = await noise(width, height, 22).blur(1.2).png().toBuffer();
  const shading = await sharp(coarse).resize(width, height, { kernel: 'cubic', fit: 'fill' }).png().toBuffer();
  return new Uint8Array(await sharp(shading).composite([{ input: fine, blend: 'overlay' }]).removeAlpha().jpeg({ quality: 88, progressive }).toBuffer());
}

interface Time {
  cpu: number;
  clock: number;
}

/** Processor time (all threads) and time by the clock, ms. The first hardly grows when others use the machine. */
async function timed(run: () => unknown): Promise<Time> {
  const [before, started] = [process.cpuUsage(), performance.now()];
  await run();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, clock: performance.now() - started };
}

type Add = (what: string, time: Time) => void;

/** Every trace where it is first asked for, every analyser with its traces given; returns the sum. */
async function onePicture(bytes: Uint8Array, classifier: Classifier | null, add: Add): Promise<void> {
  const source = traceSource(bytes, nodeHost);
  const context = { classifier, earlier: async () => [], earlierLabels: async () => [] };
  const derived = new Set<TraceKey>();
  const whole = await timed(async () => {
    for (const analyser of analysers) {
      if (analyser.excuse?.(context)) continue;
      for (const key of analyser.needs) {
        if (derived.has(key)) continue;
        derived.add(key);
        add(`trace ${key}`, await timed(() => source.get(key).catch((error: unknown) => { if (!(error instanceof TraceUnavailable)) throw error; })));
      }
      add(analyser.id, await timed(() => examine(source, context, [analyser])));
    }
  });
  add('everything together', whole);
}

/** Milliseconds of every trace and analyser, beside the decoding of the same file in the same run. What takes under 3 ms is left out. */
export async function benchTraces(): Promise<Measurement[]> {
  const results: Measurement[] = [];
  const classifier = await loadClassifierFromDisk();
  for (const [name, width, height] of [['1.2 MP', 1280, 960], ['12 MP', 4000, 3000]] as const) {
    const bytes = await made(width, height);
    const decode = await timed(() => nodeHost.decode(bytes, 'jpeg'));
    const add: Add = (what, { cpu, clock }) => {
      if (Math.max(cpu, clock) >= 3) results.push({ name: `${name} ${what}`, value: cpu, unit: 'ms of processor', beside: `by the clock ${clock.toFixed(0)} ms; decoding the same file with sharp: ${decode.cpu.toFixed(0)} ms of processor` });
    };
    for (const [kind, file] of [['baseline', bytes], ['progressive', await made(width, height, true)]] as const) {
      decodeCoefficients(file);
      add(`JPEG coefficients, ${kind}, ${(file.length / 1e6).toFixed(1)} MB`, await timed(() => decodeCoefficients(file)));
    }
    // Once unmeasured, as in a worker that has examined a picture before.
    await onePicture(bytes, classifier, () => undefined);
    await onePicture(bytes, classifier, add);
  }
  results.push({ name: 'largest resident memory of the run', value: process.resourceUsage().maxRSS / 1024, unit: 'MiB' });
  classifier.dispose();
  return results;
}
