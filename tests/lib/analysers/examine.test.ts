import sharp from 'sharp';
import { expect, test } from 'vitest';
import { defineAnalyser, type Analyser } from '../../../lib/analysers/analyser';
import { examine } from '../../../lib/analysers/examine';
import { TraceUnavailable, traceSource, type TraceHost } from '../../../lib/evidence/traces';

const words = { name: 'n', summary: () => 's', look: 'l', ignore: 'i', alternatives: 'a' };
const text = { zh: words, en: words };
const host: TraceHost = { decode: async () => ({ width: 1, height: 1, rgb: new Uint8Array(3) }) };
const bytes = Uint8Array.from([1, 2, 3]);
const good = defineAnalyser({ id: 'good', family: 'provenance', needs: ['bytes'], text, examine: ({ bytes: own }) => ({ outcome: 'suspicious', strength: own.length, facts: [] }) });
const thrower = defineAnalyser({
  id: 'thrower', family: 'pixels', needs: ['bytes'], text,
  examine: () => {
    throw new RangeError('bad offset 7');
  },
});
const unavailable = defineAnalyser({
  id: 'unavailable', family: 'pixels', needs: ['bytes'], text,
  examine: () => {
    throw new TraceUnavailable('像素无法解码');
  },
});

test('an exception in one check is its own failed finding; the others still speak', async () => {
  const findings = await examine(traceSource(bytes, host), {}, [thrower, good] as Analyser[]);
  expect(findings).toEqual([
    { analyser: 'thrower', family: 'pixels', outcome: 'failed', strength: 0, facts: [{ key: 'error', value: 'bad offset 7' }] },
    { analyser: 'good', family: 'provenance', outcome: 'suspicious', strength: 3, facts: [] },
  ]);
});

test('a trace that cannot exist makes the check not applicable, with the reason', async () => {
  const [finding] = await examine(traceSource(bytes, host), {}, [unavailable] as Analyser[]);
  expect(finding).toMatchObject({ outcome: 'not-applicable', facts: [{ key: 'reason', value: '像素无法解码' }] });
});

test('a check is given the traces it names and no others', async () => {
  let seen: string[] = [];
  const nosy = defineAnalyser({
    id: 'nosy', family: 'pixels', needs: ['sha256'], text,
    examine: (traces) => {
      seen = Object.keys(traces);
      return { outcome: 'inconclusive', strength: 0, facts: [] };
    },
  });
  await examine(traceSource(bytes, host), {}, [nosy] as Analyser[]);
  expect(seen).toEqual(['sha256']);
});

test('a costly trace is derived only when asked for, and only if named', async () => {
  let decoded = 0;
  const picture = new Uint8Array(await sharp({ create: { width: 8, height: 8, channels: 3, background: '#445566' } }).png().toBuffer());
  const counting = { decode: async () => ({ width: ++decoded, height: 1, rgb: new Uint8Array(3) }) };
  const asks = (times: number) =>
    defineAnalyser({
      id: 'asks', family: 'pixels', needs: ['sha256'], mayNeed: ['pixels'], text,
      async examine(_traces, _context, ask) {
        for (let i = 0; i < times; i++) await ask('pixels');
        return { outcome: 'inconclusive', strength: 0, facts: [] };
      },
    });
  await examine(traceSource(picture, counting), {}, [asks(0)] as Analyser[]);
  expect(decoded).toBe(0);
  await examine(traceSource(picture, counting), {}, [asks(2)] as Analyser[]);
  expect(decoded).toBe(1);
  const greedy = { ...asks(1), mayNeed: ['luma'] } as unknown as Analyser;
  expect((await examine(traceSource(picture, counting), {}, [greedy]))[0]).toMatchObject({ outcome: 'failed', strength: 0 });
});

test('aborting stops between checks', async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(examine(traceSource(bytes, host), { signal: stop.signal }, [good] as Analyser[])).rejects.toThrow();
});

test('each trace is derived once however many ask', async () => {
  let decoded = 0;
  const source = traceSource(bytes, { decode: async () => ({ width: ++decoded, height: 1, rgb: new Uint8Array(3) }) });
  const asked = await Promise.allSettled([source.get('pixels'), source.get('pixels')]);
  expect(new Set(asked.map((one) => (one.status === 'fulfilled' ? one.value : one.reason))).size).toBe(1);
});

test('a check that excuses itself costs nothing: its traces are not derived', async () => {
  const costly = defineAnalyser({ id: 'costly', family: 'own-pictures', needs: ['pixels'], text, excuse: () => 'no-reference', examine: () => ({ outcome: 'suspicious', strength: 1, facts: [] }) });
  let decoded = 0;
  const [finding] = await examine(traceSource(bytes, { decode: async () => ({ width: ++decoded, height: 1, rgb: new Uint8Array(3) }) }), {}, [costly] as Analyser[]);
  expect(finding).toMatchObject({ outcome: 'not-applicable', facts: [{ key: 'reason', value: 'no-reference' }] });
  expect(decoded).toBe(0);
});
