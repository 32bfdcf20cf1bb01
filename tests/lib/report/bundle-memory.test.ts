import { expect, it } from 'vitest';
import { BundleTooLarge, pieces, writeBundle, type BundleSource } from '../../../lib/report/bundle';

const mega = 2 ** 20;

/** One chunk used over and over, so that only the writer can hold memory. */
function stream(name: string, byteLength: number): BundleSource {
  return {
    name,
    byteLength,
    compress: false,
    async *open() {
      const chunk = new Uint8Array(mega);
      for (let left = byteLength; left > 0; left -= mega) {
        chunk.fill(left & 255);
        yield chunk.subarray(0, Math.min(mega, left));
        // Lets the collector run, as reading from a disk would.
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

it('writes 300 pictures and a 200 MB video without holding them', async () => {
  const sources = [...Array.from({ length: 300 }, (_, index) => stream(`originals/${String(index + 1).padStart(3, '0')}-00000000.jpg`, 40_000)), stream('attachments/01-packing-video.mp4', 200 * mega)];
  let written = 0;
  let slow = 0;
  let peak = 0;
  const start = process.memoryUsage();
  const result = await writeBundle(sources, {
    // A sink that needs a turn of the loop: chunks must wait for it, not pile up.
    async write(chunk) {
      slow += 1;
      if (slow > 1) throw new Error('written to before it was ready');
      await Promise.resolve();
      slow -= 1;
      written += chunk.length;
      const now = process.memoryUsage();
      peak = Math.max(peak, now.heapUsed + now.arrayBuffers - start.heapUsed - start.arrayBuffers);
    },
  });
  expect(result.members).toHaveLength(301);
  expect(written).toBe(result.byteLength);
  expect(written).toBeGreaterThan(200 * mega + 300 * 40_000);
  expect(peak).toBeLessThan(64 * mega);
}, 60_000);

it('refuses what ZIP cannot hold before writing anything, and names that would not survive unpacking', async () => {
  const silent = { write: () => expect.unreachable('nothing may be written') };
  await expect(writeBundle([{ ...stream('attachments/a.mp4', 1), byteLength: 5 * 2 ** 30 }], silent)).rejects.toThrow(BundleTooLarge);
  const one = (name: string): BundleSource => ({ name, byteLength: 1, compress: false, open: () => pieces(new Uint8Array(1)) });
  for (const name of ['../a', '/a', 'a\\b', 'con', 'x/nul.txt', '图.jpg', 'a b', 'a.', '']) await expect(writeBundle([one(name)], silent)).rejects.toThrow('unsafe');
  await expect(writeBundle([one('a.txt'), one('A.txt')], silent)).rejects.toThrow('repeated');
});
