import sharp from 'sharp';
import { analysers } from '../../lib/analysers/index';
import { decodeCoefficients } from '../../lib/evidence/jpeg/coefficients';
import { traceSource, TraceUnavailable, type Traces } from '../../lib/evidence/traces';
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

/** Processor time (all threads) and time by the clock, ms. The first does not grow when others use the machine. */
async function timed(run: () => unknown): Promise<{ cpu: number; clock: number }> {
  const [before, started] = [process.cpuUsage(), performance.now()];
  await run();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, clock: performance.now() - started };
}

/** Processor milliseconds of each compression and pixel analyser, traces given, beside the decoding of the same file in the same run. */
export async function benchTraces(): Promise<Measurement[]> {
  const results: Measurement[] = [];
  const chosen = analysers.filter(({ id, family }) => (family === 'compression' || family === 'pixels') && id !== 'visible-mark');
  for (const [name, width, height] of [['1.2 MP', 1280, 960], ['12 MP', 4000, 3000]] as const) {
    const bytes = await made(width, height);
    const decode = await timed(() => nodeHost.decode(bytes, 'jpeg'));
    const add = (what: string, { cpu, clock }: { cpu: number; clock: number }) =>
      results.push({ name: `${name} ${what}`, value: cpu, unit: 'ms of processor', beside: `by the clock ${clock.toFixed(0)} ms; decoding the same file with sharp: ${decode.cpu.toFixed(0)} ms of processor` });
    add('decode (sharp)', decode);
    for (const [kind, file] of [['baseline', bytes], ['progressive', await made(width, height, true)]] as const) {
      decodeCoefficients(file);
      add(`JPEG coefficients, ${kind}, ${(file.length / 1e6).toFixed(1)} MB`, await timed(() => decodeCoefficients(file)));
    }
    const source = traceSource(bytes, nodeHost);
    for (const analyser of chosen) {
      const given: Partial<Record<keyof Traces, unknown>> = {};
      try {
        for (const key of analyser.needs) given[key] = await source.get(key);
        add(analyser.id, await timed(() => analyser.examine(given as unknown as Traces, {})));
      } catch (error) {
        if (!(error instanceof TraceUnavailable)) throw error;
      }
    }
  }
  results.push({ name: 'largest resident memory of the run', value: process.resourceUsage().maxRSS / 1024, unit: 'MiB' });
  return results;
}
