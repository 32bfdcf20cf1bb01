import { border, coarseCells, directions, windowSide, type Cells } from './features';
import { anchorNames, anchorsAt, type Polarity } from './recogniser';

/** A place worth asking the recogniser about: which tile may be centred on this cell. */
export interface Seed {
  row: number;
  column: number;
  tile: string;
  /** Sum of log-odds above what its kind must reach. */
  score: number;
}

/** Pairs of tiles that only marks hold, how far apart they stand in coarse cells (quarters of an em), and the least sum of log-odds. */
const pairs: readonly { tile: string; next: string; from: number; to: number; least: number; most: number }[] = [
  { tile: '生', next: '成', from: 3, to: 5, least: 0.5, most: 10 },
  { tile: '合', next: '成', from: 3, to: 5, least: 0.5, most: 10 },
  { tile: 'generated/1', next: 'generated/3', from: 5, to: 9, least: 0.5, most: 10 },
  { tile: 'with/0', next: 'AI', from: 6, to: 10, least: 0.5, most: 10 },
  { tile: 'LibLib/1', next: 'AI', from: 5, to: 9, least: 0.5, most: 10 },
  { tile: 'Kling/0', next: 'AI', from: 6, to: 10, least: 0.5, most: 10 },
];
/** `AI` before 生成 or 合成. */
const word = { from: 3, to: 7, least: 1, most: 12 };
const alone = { least: -0.3, most: 12 };

/** Windows of text hold at least so much edge, per cell (99.5 % of the trained tiles that are readable). */
const leastEdge = 0.29;
/** Scores of places no filter was asked about. */
const unlikely = -8;

/** Score of each place plus the best score of the places to its right, on its own row of coarse cells or the next. */
function joined({ columns, rows }: Cells, first: Float32Array, second: Float32Array, { from, to }: { from: number; to: number }): Float32Array {
  const out = new Float32Array(first.length);
  for (let row = 0; row < rows; row += 1) {
    const end = (row + 1) * columns;
    for (let at = row * columns; at < end; at += 1) {
      let best = 2 * unlikely;
      for (let near = Math.max(0, row - 1); near <= Math.min(rows - 1, row + 1); near += 1) {
        const shift = (near - row) * columns;
        for (let i = at + from; i <= at + to && i < end; i += 1) if (second[i + shift]! > best) best = second[i + shift]!;
      }
      out[at] = first[at]! + best;
    }
  }
  return out;
}

/** The highest scores that are not beside a higher one. */
function peaks(scores: Float32Array, { rows, columns }: Cells, tile: string, { least, most }: { least: number; most: number }): Seed[] {
  const found: Seed[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const score = scores[row * columns + column]!;
      if (score > least) found.push({ row, column, tile, score: score - least });
    }
  }
  found.sort((a, b) => b.score - a.score);
  const kept: Seed[] = [];
  for (const one of found) {
    if (kept.length === most) break;
    if (kept.every((other) => Math.abs(other.row - one.row) > 1 || Math.abs(other.column - one.column) > 2)) kept.push(one);
  }
  return kept.map(({ row, column, ...rest }) => ({ row: 2 * row, column: 2 * column, ...rest }));
}

/** Mean feature mass per cell of the window around every second cell. */
function edges({ rows, columns, stride, values }: Cells, coarse: Cells): Float32Array {
  const [height, width] = [rows + 2 * border, columns + 2 * border];
  const total = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let sum = 0;
    for (let x = 0; x < width; x += 1) {
      for (let d = 0, at = y * stride + x * directions; d < directions; d += 1) sum += values[at + d]!;
      total[(y + 1) * (width + 1) + x + 1] = total[y * (width + 1) + x + 1]! + sum;
    }
  }
  const at = (y: number, x: number) => total[y * (width + 1) + x]!;
  const means = new Float32Array(coarse.rows * coarse.columns);
  for (let j = 0; j < coarse.rows; j += 1) {
    for (let i = 0; i < coarse.columns; i += 1) {
      const [y, x] = [2 * j, 2 * i];
      means[j * coarse.columns + i] = (at(y + windowSide, x + windowSide) - at(y, x + windowSide) - at(y + windowSide, x) + at(y, x)) / (windowSide * windowSide);
    }
  }
  return means;
}

/** A cell at which the filters see any of what they look for; `score` are its log-odds. */
export interface Likely {
  row: number;
  column: number;
  polarity: Polarity;
  score: number;
}

/**
 * Looks over every second cell with the small network of filters.
 * @param from and `to`: rows of cells in which the middle of a line may lie.
 */
export function seedsIn(cells: Cells, from: number, to: number): Record<Polarity, Seed[]> & { likely: Likely[] } {
  const coarse = coarseCells(cells);
  const count = anchorNames.length;
  const maps = Array.from({ length: 2 * count }, () => new Float32Array(coarse.rows * coarse.columns).fill(unlikely));
  const edge = edges(cells, coarse);
  const likely: Likely[] = [];
  const [first, end] = [Math.max(0, Math.floor(from / 2)), Math.min(coarse.rows, Math.ceil(to / 2))];
  for (let at = first * coarse.columns; at < end * coarse.columns; at += 1) {
    if (edge[at]! < leastEdge) continue;
    const scores = anchorsAt(coarse, Math.floor(at / coarse.columns), at % coarse.columns);
    for (let k = 0; k < 2 * count; k += 1) maps[k]![at] = scores[k]!;
    for (const [polarity, skip] of [['light', 0], ['dark', count]] as const) {
      let score = 0;
      for (let k = skip; k < skip + count; k += 1) score = Math.max(score, scores[k]!);
      if (score > 0) likely.push({ row: 2 * Math.floor(at / coarse.columns), column: 2 * (at % coarse.columns), polarity, score });
    }
  }
  return { likely, light: seedsFrom(coarse, maps.slice(0, count)), dark: seedsFrom(coarse, maps.slice(count)) };
}

function seedsFrom(coarse: Cells, maps: readonly Float32Array[]): Seed[] {
  const of = (name: string) => maps[anchorNames.indexOf(name)]!;
  const sums = pairs.map((pair) => joined(coarse, of(pair.tile), of(pair.next), pair));
  const made = sums[0]!.map((value, i) => Math.max(value, sums[1]![i]!));
  return [
    ...peaks(joined(coarse, of('AI'), made, word), coarse, 'AI', word),
    ...pairs.flatMap((pair, i) => peaks(sums[i]!, coarse, pair.tile, pair)),
    ...peaks(of('AI'), coarse, 'AI', alone),
  ];
}
