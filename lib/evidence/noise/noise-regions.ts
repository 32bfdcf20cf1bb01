import { log10BinomialTail } from '../binomial';
import type { Rectangle } from '../luma';
import { blockSide, quietShare, type BlockMeasures, type FlatBlocks } from './flat-blocks';

export interface NoiseRegion {
  /** Too many quiet blocks, or too few. */
  kind: 'quieter' | 'noisier';
  bounds: Rectangle;
  kept: number;
  quiet: number;
  log10NFA: number;
}

/** Blocks overlap in 25 ways: that many of them count as one. */
const perBlock = blockSide * blockSide;

/**
 * Squares of the picture where quiet blocks gather or are missing: under the null a kept block is quiet with
 * probability `quietShare` wherever it lies. Tests: squares × 25 overlaps × both tails.
 * @param side of a square; squares are half a side apart.
 */
export function noiseRegions({ across, down }: BlockMeasures, { kept, quiet }: FlatBlocks, limit: number, side = 128): NoiseRegion[] {
  const step = side / 2;
  const columns = Math.max(1, Math.ceil((across - side) / step) + 1);
  const rows = Math.max(1, Math.ceil((down - side) / step) + 1);
  const total = new Int32Array(columns * rows);
  const still = new Int32Array(columns * rows);
  kept.forEach((block, i) => {
    const [x, y] = [block % across, Math.floor(block / across)];
    for (let r = Math.max(0, Math.floor((y - side) / step) + 1); r <= Math.min(rows - 1, Math.floor(y / step)); r += 1) {
      for (let c = Math.max(0, Math.floor((x - side) / step) + 1); c <= Math.min(columns - 1, Math.floor(x / step)); c += 1) {
        total[r * columns + c]! += 1;
        still[r * columns + c]! += quiet[i]!;
      }
    }
  });
  const tests = Math.log10(perBlock * 2 * columns * rows);
  const regions: NoiseRegion[] = [];
  for (let at = 0; at < total.length; at += 1) {
    const n = Math.floor(total[at]! / perBlock) + 1;
    const many = tests + log10BinomialTail(n, Math.floor(still[at]! / perBlock), quietShare);
    const few = tests + log10BinomialTail(n, Math.floor((total[at]! - still[at]!) / perBlock), 1 - quietShare);
    const log10NFA = Math.min(many, few);
    if (log10NFA >= limit) continue;
    const [x, y] = [(at % columns) * step, Math.floor(at / columns) * step];
    regions.push({
      kind: many < few ? 'quieter' : 'noisier',
      bounds: { x, y, width: Math.min(side, across + 4 - x), height: Math.min(side, down + 4 - y) },
      kept: total[at]!,
      quiet: still[at]!,
      log10NFA,
    });
  }
  return regions.sort((a, b) => a.log10NFA - b.log10NFA);
}
