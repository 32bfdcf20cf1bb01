import sharp from 'sharp';
import { visibleMark } from '../../lib/analysers/provenance/visible-mark';
import { lumaOf } from '../../lib/evidence/luma';
import { overlaid } from '../../tests/fixtures/marks/overlaid';
import { plainPhoto } from '../../tests/stand-in/photos';
import type { Measurement } from '../bench';
import { nodeHost } from '../node-host';

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const rounds = 7;

async function processor(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Processor milliseconds (median of seven) of reading the visible mark of a photograph without and with one, beside decoding the same file. */
export async function benchMarks(): Promise<Measurement[]> {
  const results: Measurement[] = [];
  for (const [name, width, height] of [['0.3 MP', 640, 480], ['1.2 MP', 1280, 960], ['12 MP', 4000, 3000]] as const) {
    const plain = new Uint8Array(await sharp(await plainPhoto('allium-oreophilum')).resize(width, height, { fit: 'cover' }).jpeg({ quality: 88 }).toBuffer());
    const marked = await overlaid(plain, [{ words: '豆包AI生成', height: 3.4, corner: 'bottom-right' }], { quality: 88 });
    for (const [what, bytes] of [['without a mark', plain], ['with 豆包AI生成', marked]] as const) {
      const pixels = await nodeHost.decode(bytes, 'jpeg');
      const luma = lumaOf(pixels);
      const [decoding, reading]: [number[], number[]] = [[], []];
      for (let i = 0; i < rounds; i += 1) {
        decoding.push(await processor(() => nodeHost.decode(bytes, 'jpeg')));
        reading.push(await processor(() => visibleMark.examine({ pixels, luma }, {})));
      }
      results.push({ name: `${name}, ${what}`, value: median(reading), unit: 'ms of processor', beside: `decoding the same file with sharp: ${median(decoding).toFixed(0)} ms` });
    }
  }
  return results;
}
