import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readContainer } from '../../../lib/evidence/container';
import { readPngSamples } from '../../../lib/evidence/png-samples';
import { be32, join } from '../../fixtures/writers/bytes';
import { chunk } from '../../fixtures/writers/png';

const read = (bytes: Uint8Array) => readPngSamples(bytes, readContainer(bytes));
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Rows with their filter bytes, as given. */
const png = (width: number, height: number, rows: Uint8Array, colour = 6) =>
  join(signature, chunk('IHDR', be32(width), be32(height), [8, colour, 0, 0, 0]), chunk('IDAT', deflateSync(rows)), chunk('IEND'));

describe('png samples', () => {
  it.each([3, 4] as const)('agree with another decoder, %s channels', async (channels) => {
    const [width, height] = [53, 41];
    const raw = Buffer.from(Array.from({ length: width * height * channels }, (_, i) => (Math.sin(i / 7) * 90 + i * 13) & 255));
    for (const adaptiveFiltering of [true, false]) {
      const bytes = new Uint8Array(await sharp(raw, { raw: { width, height, channels } }).png({ adaptiveFiltering }).toBuffer());
      const samples = await read(bytes);
      expect(samples).toMatchObject({ width, height, channels });
      expect(Buffer.from(samples!.samples).equals(raw)).toBe(true);
    }
  });

  // PNG 3rd edition §9.2 worked by hand for one RGBA pixel per row.
  it('undoes each filter', async () => {
    const rows = Uint8Array.from([0, 10, 20, 30, 40, 1, 1, 2, 3, 4, 2, 5, 5, 5, 5, 3, 10, 10, 10, 10, 4, 200, 0, 0, 1]);
    expect([...(await read(png(1, 5, rows)))!.samples]).toEqual([10, 20, 30, 40, 1, 2, 3, 4, 6, 7, 8, 9, 13, 13, 14, 14, 213, 13, 14, 15]);
  });

  it('gives nothing for broken, short, over-full or foreign data', async () => {
    const row = Uint8Array.from([0, 1, 2, 3, 4]);
    expect(await read(png(1, 1, row))).not.toBeNull();
    expect(await read(png(1, 2, row))).toBeNull();
    expect(await read(png(1, 1, Uint8Array.from([9, 1, 2, 3, 4])))).toBeNull();
    expect(await read(png(1, 1, row, 2))).toMatchObject({ channels: 3 });
    expect(await read(png(1, 1, row, 3))).toBeNull();
    expect(await read(join(signature, chunk('IHDR', be32(1), be32(1), [8, 6, 0, 0, 0]), chunk('IDAT', row), chunk('IEND')))).toBeNull();
    expect(await read(png(4000, 4000, row))).toBeNull();
    expect(await read(png(100_000, 100_000, row))).toBeNull();
  });

  it('stops unpacking where the picture ends', async () => {
    const bomb = png(1, 1, new Uint8Array(64 << 20));
    const begun = process.cpuUsage();
    expect((await read(bomb))!.samples).toHaveLength(4);
    const { user } = process.cpuUsage(begun);
    expect(user / 1000).toBeLessThan(200);
  });
});
