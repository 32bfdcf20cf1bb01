import type { Luma, Rectangle } from '../luma';
import { gridSteps, phases, type GridStep, type ShiftedGrids } from './shifted-grid';
import { noSum } from './window-sums';

/** Side of the squares asked, in blocks; they lie half a side apart. */
export const squareSide = 16;
const side = squareSide;
/** Squares with fewer blocks that tell anything are not asked. */
const leastBlocks = 96;

/** A part of the picture that was saved before on a grid of its own, which the rest was not. */
export interface ShiftedRegion {
  grid: GridStep;
  squares: Rectangle[];
  /** Of the strongest square. */
  coherence: number;
  log10NFA: number;
  /** Coherence on the same grid of the blocks outside that are no rougher, and how many those are. */
  outside: number;
  outsideBlocks: number;
}

interface Square {
  /** In blocks of the grid. */
  column: number;
  row: number;
  coherence: number;
  height: number;
}

/** Blocks of one grid with the sums of their windows and how rough they are. */
class Blocks {
  readonly columns: number;
  readonly rows: number;
  private readonly cos: Float64Array;
  constructor(private readonly luma: Luma, private readonly sums: Uint16Array, readonly grid: GridStep) {
    this.columns = (luma.width - grid.x) >> 3;
    this.rows = (luma.height - grid.y) >> 3;
    this.cos = phases(grid.step);
  }
  at(column: number, row: number): number {
    return (this.grid.y + 8 * row) * this.luma.width + this.grid.x + 8 * column;
  }
  sum(column: number, row: number): number {
    return this.sums[this.at(column, row)]!;
  }
  cosine(sum: number): number {
    return this.cos[sum % (8 * this.grid.step)]!;
  }
  /** Mean absolute difference of neighbours along the block's rows: what a later save blurs the steps by grows with it. */
  roughness(column: number, row: number): number {
    const { data, width } = this.luma;
    let total = 0;
    for (let v = 0, at = this.at(column, row); v < 8; v += 2, at += 2 * width) for (let u = 0; u < 7; u += 1) total += Math.abs(data[at + u]! - data[at + u + 1]!);
    return total / 28;
  }
}

/** The same square on every grid: what heights this step has there by the place's own regularity. */
function regularity(luma: Luma, sums: Uint16Array, left: number, top: number, step: number): number {
  const [cos, sin] = [phases(step), phases(step, 0.25)];
  const heights: number[] = [];
  for (let grid = 1; grid < 64; grid += 1) {
    let [n, re, im] = [0, 0, 0];
    for (let y = top + (grid >> 3); y + 8 <= Math.min(luma.height, top + 8 * side); y += 8) {
      for (let x = left + (grid & 7); x + 8 <= Math.min(luma.width, left + 8 * side); x += 8) {
        const sum = sums[y * luma.width + x]!;
        if (sum === noSum) continue;
        n += 1;
        re += cos[sum % (8 * step)]!;
        im += sin[sum % (8 * step)]!;
      }
    }
    if (n > 0) heights.push((re * re + im * im) / n);
  }
  return Math.max(1, heights.sort((a, b) => a - b)[heights.length >> 1]! / Math.LN2);
}

function squaresOf(blocks: Blocks): Square[] {
  const out: Square[] = [];
  const { step } = blocks.grid;
  for (let row = 0; row + side <= blocks.rows; row += side / 2) {
    for (let column = 0; column + side <= blocks.columns; column += side / 2) {
      let [n, cosines, first, second] = [0, 0, 0, 0];
      for (let v = row; v < row + side; v += 1) {
        for (let u = column; u < column + side; u += 1) {
          const sum = blocks.sum(u, v);
          if (sum === noSum) continue;
          n += 1;
          cosines += blocks.cosine(sum);
          first += sum / 8;
          second += (sum / 8) ** 2;
        }
      }
      // Coefficients that hardly differ share their phase whatever the step.
      if (n < leastBlocks || cosines <= 0 || second / n - (first / n) ** 2 < (2 * step) ** 2) continue;
      out.push({ column, row, coherence: cosines / n, height: (cosines * cosines) / n });
    }
  }
  return out;
}

/**
 * Parts saved on a grid of their own before they came into this picture. A square's height is bounded as the whole
 * picture's (squares × grids × steps × exp(-height)), divided by what the same square has on other grids.
 * The rest must be able to show the same trace and not show it: blocks outside that are no rougher are pooled, since a
 * later save wipes the steps where there is texture.
 */
export function shiftedRegions(luma: Luma, { sums, candidates }: ShiftedGrids, limit: number): ShiftedRegion[] {
  const found: ShiftedRegion[] = [];
  for (const grid of candidates) {
    const blocks = new Blocks(luma, sums, grid);
    const squares = squaresOf(blocks);
    const tests = Math.log10(gridSteps * Math.max(1, squares.length));
    const strong = squares.filter((square) => tests - square.height / Math.LN10 < limit);
    if (strong.length === 0 || strong.length > squares.length / 3) continue;
    strong.sort((a, b) => b.height - a.height);
    const best = strong[0]!;
    const log10NFA = tests - best.height / regularity(luma, sums, 8 * best.column, 8 * best.row, grid.step) / Math.LN10;
    if (log10NFA >= limit) continue;
    const { outside, outsideBlocks } = elsewhere(blocks, strong, best);
    const rectangles = strong.map(({ column, row }) => ({ x: grid.x + 8 * column, y: grid.y + 8 * row, width: 8 * side, height: 8 * side }));
    found.push({ grid, squares: rectangles, coherence: best.coherence, log10NFA, outside, outsideBlocks });
  }
  // What stands on multiples of 8 stands on multiples of 4 as well, only less closely: one grid, one region.
  found.sort((a, b) => b.coherence - a.coherence);
  const apart = found.filter((one, i) => !found.slice(0, i).some((other) => other.grid.x === one.grid.x && other.grid.y === one.grid.y));
  return apart.sort((a, b) => a.log10NFA - b.log10NFA);
}

/** Coherence of the blocks more than a square away from `strong` that are no rougher than the typical block of `best`. */
function elsewhere(blocks: Blocks, strong: Square[], best: Square): { outside: number; outsideBlocks: number } {
  const inner: number[] = [];
  for (let v = best.row; v < best.row + side; v += 1) for (let u = best.column; u < best.column + side; u += 1) if (blocks.sum(u, v) !== noSum) inner.push(blocks.roughness(u, v));
  const typical = inner.sort((a, b) => a - b)[inner.length >> 1] ?? 0;
  let [n, total] = [0, 0];
  for (let row = 0; row < blocks.rows; row += 1) {
    for (let column = 0; column < blocks.columns; column += 1) {
      const sum = blocks.sum(column, row);
      if (sum === noSum || strong.some((one) => column >= one.column - side / 2 && column < one.column + 1.5 * side && row >= one.row - side / 2 && row < one.row + 1.5 * side)) continue;
      if (blocks.roughness(column, row) > typical) continue;
      n += 1;
      total += blocks.cosine(sum);
    }
  }
  return { outside: n ? total / n : 0, outsideBlocks: n };
}
