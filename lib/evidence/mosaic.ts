import { log10BinomialTail } from './binomial';
import type { Rectangle } from './luma';
import type { Pixels } from './traces';

/** Side of the blocks that vote, in pixels. */
export const mosaicBlock = 32;
/** Side of the squares asked for contrary votes, in blocks; they lie half a side apart. */
export const mosaicSquare = 6;

/** Which diagonal of the 2x2 colour mosaic each block says green was interpolated on: 0 (x + y even), 1, or -1. */
export interface MosaicVotes {
  columns: number;
  rows: number;
  votes: Int8Array;
}

/**
 * Counting of intermediate values (Choi, Choi and Lee, IEEE Trans. Consumer Electronics 57(4), 2011): where green was interpolated it
 * lies strictly between its four neighbours more often than where the sensor measured it.
 */
export function mosaicVotes({ width, height, rgb }: Pixels): MosaicVotes {
  const [columns, rows] = [Math.floor((width - 2) / mosaicBlock), Math.floor((height - 2) / mosaicBlock)];
  const votes = new Int8Array(Math.max(0, columns * rows)).fill(-1);
  const stride = 3 * width;
  for (let block = 0; block < votes.length; block += 1) {
    const counts = [0, 0];
    const [left, top] = [1 + (block % columns) * mosaicBlock, 1 + Math.floor(block / columns) * mosaicBlock];
    for (let y = top; y < top + mosaicBlock; y += 1) {
      for (let x = left, at = y * stride + 3 * left + 1; x < left + mosaicBlock; x += 1, at += 3) {
        const own = rgb[at]!, a = rgb[at - 3]!, b = rgb[at + 3]!, c = rgb[at - stride]!, d = rgb[at + stride]!;
        if (own > Math.min(a, b, c, d) && own < Math.max(a, b, c, d)) counts[(x + y) & 1]! += 1;
      }
    }
    if (counts[0] !== counts[1]) votes[block] = counts[0]! > counts[1]! ? 0 : 1;
  }
  return { columns, rows, votes };
}

export interface Mosaic {
  diagonal: 0 | 1;
  votes: number;
  blocks: number;
  log10NFA: number;
}

/** The diagonal most blocks vote for; null where chance could have made it (NFA ≥ 10⁻⁴). Under the null a vote is a coin. */
export function mainMosaic({ votes }: MosaicVotes): Mosaic | null {
  const [zeros, ones] = [0, 1].map((diagonal) => votes.reduce((sum, vote) => sum + (vote === diagonal ? 1 : 0), 0)) as [number, number];
  const diagonal = zeros >= ones ? 0 : 1;
  const log10NFA = Math.log10(2) + log10BinomialTail(zeros + ones, Math.max(zeros, ones), 0.5);
  return log10NFA < -4 ? { diagonal, votes: Math.max(zeros, ones), blocks: zeros + ones, log10NFA } : null;
}

/** Squares whose blocks vote for the other diagonal: NFA = squares × binomial tail. The most certain first. */
export function contraryMosaic({ columns, rows, votes }: MosaicVotes, main: Mosaic, limit: number): { bounds: Rectangle; log10NFA: number }[] {
  const step = mosaicSquare / 2;
  const places: [number, number][] = [];
  for (let row = 0; row + mosaicSquare <= rows; row += step) for (let column = 0; column + mosaicSquare <= columns; column += step) places.push([column, row]);
  const found = places.flatMap(([column, row]) => {
    let [all, contrary] = [0, 0];
    for (let v = row; v < row + mosaicSquare; v += 1) {
      for (let u = column; u < column + mosaicSquare; u += 1) {
        const vote = votes[v * columns + u]!;
        if (vote < 0) continue;
        all += 1;
        if (vote !== main.diagonal) contrary += 1;
      }
    }
    const log10NFA = Math.log10(places.length) + log10BinomialTail(all, contrary, 0.5);
    return log10NFA < limit ? [{ bounds: { x: 1 + column * mosaicBlock, y: 1 + row * mosaicBlock, width: mosaicSquare * mosaicBlock, height: mosaicSquare * mosaicBlock }, log10NFA }] : [];
  });
  return found.sort((a, b) => a.log10NFA - b.log10NFA);
}
