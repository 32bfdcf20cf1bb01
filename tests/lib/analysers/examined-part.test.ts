/** A picture too large to be examined whole: the words say which part was looked at. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { nodeHost } from '../../../cli/node-host';
import { examine } from '../../../lib/analysers/examine';
import { jpegGrid } from '../../../lib/analysers/compression/jpeg-grid';
import { shiftedQuantisation } from '../../../lib/analysers/compression/shifted-quantisation';
import { copyMove } from '../../../lib/analysers/pixels/copy-move';
import { noiseLevel } from '../../../lib/analysers/pixels/noise-level';
import { resampling } from '../../../lib/analysers/pixels/resampling';
import { traceSource } from '../../../lib/evidence/traces';

const analysers = [copyMove, noiseLevel, resampling, jpegGrid, shiftedQuantisation];

async function summaries(width: number, height: number): Promise<[string, string][]> {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#888', noise } }).jpeg({ quality: 85 }).toBuffer();
  const findings = await examine(traceSource(new Uint8Array(bytes), nodeHost), {}, analysers);
  return findings.map((finding) => {
    const { text } = analysers.find(({ id }) => id === finding.analyser)!;
    expect(finding.outcome, finding.analyser).not.toBe('failed');
    expect(finding.outcome, finding.analyser).not.toBe('not-applicable');
    return [text.zh.summary(finding), text.en.summary(finding)];
  });
}

test('2000 × 300 px: the middle 80 % was examined, and every trace says so', async () => {
  for (const [zh, en] of await summaries(2000, 300)) {
    expect(zh).toContain('只检验了中央约 80% 的部分');
    expect(en).toContain('only about 80% of it, the middle, was examined');
  }
}, 120_000);

test('800 × 300 px is examined whole, and nothing is said of parts', async () => {
  for (const [zh, en] of await summaries(800, 300)) {
    expect(zh).not.toContain('只检验了');
    expect(en).not.toContain('was examined; the rest');
  }
}, 120_000);
