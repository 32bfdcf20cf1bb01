import type { Features } from '../match/features';
import { fit, type Plane } from '../match/plane';
import type { Luma } from '../luma';
import type { TraceSource } from '../traces';
import { lowFrequencies } from './low-frequencies';

/** What a part of a picture is looked up by: 64-bit hashes of windows around its local features. */
export interface WindowHashes {
  /** Of the few most conspicuous places: where (see `placeOf`) and two words of hash each. What is kept of a picture. */
  kept: Uint32Array;
  /** Of many places: where, and two words in each of the eight orientations (orientationNames). What is asked with. */
  asked: Uint32Array;
}

/** Centre, in the longest side's parts from the picture's middle, and logarithm of the size, of a window; from one word. */
export interface Place {
  x: number;
  y: number;
  size: number;
}

const steps = 4095;
/** Twelve bits for x, twelve for y, eight for the size. */
const packPlace = (x: number, y: number, size: number) => ((Math.round((x + 0.5) * steps) << 20) | (Math.round((y + 0.5) * steps) << 8) | Math.min(255, Math.max(0, Math.round(-32 * Math.log(size))))) >>> 0;

export const placeOf = (word: number): Place => ({ x: (word >>> 20) / steps - 0.5, y: ((word >>> 8) & steps) / steps - 0.5, size: -(word & 255) / 32 });

/** `reach`: half a window's side over the feature's size; `plain`: standard deviation in grey levels below which a window says nothing. */
export const windowSettings = { longest: 900, reach: 2.4, cells: 16, plain: 7, kept: 48, columns: 6, asked: 600, askedColumns: 12 };

const bands = 8;
const { cells } = windowSettings;
const cosines = Float32Array.from({ length: bands * cells }, (_, k) => Math.cos((Math.PI * Math.floor(k / cells) * (2 * (k % cells) + 1)) / (2 * cells)));

/** Summed-area table, one row and column larger than the plane. */
function integral({ width, height, data }: Plane): Float64Array {
  const row = width + 1;
  const out = new Float64Array(row * (height + 1));
  for (let y = 0; y < height; y++) {
    let sum = 0;
    for (let x = 0; x < width; x++) {
      sum += data[y * width + x]!;
      out[(y + 1) * row + x + 1] = out[y * row + x + 1]! + sum;
    }
  }
  return out;
}

/** Lowest frequencies of the window's cell means; null where it leaves the picture or is plain. */
function frequencies(table: Float64Array, { width, height }: Plane, cx: number, cy: number, half: number): Float32Array | null {
  if (cx < half || cy < half || cx + half > width || cy + half > height) return null;
  const row = width + 1;
  const edge = (centre: number) => Int32Array.from({ length: cells + 1 }, (_, k) => Math.round(centre - half + (2 * half * k) / cells));
  const xs = edge(cx), ys = edge(cy);
  const means = new Float32Array(cells * cells);
  let sum = 0, squares = 0;
  for (let r = 0; r < cells; r++) {
    const top = ys[r]! * row, bottom = ys[r + 1]! * row;
    for (let c = 0; c < cells; c++) {
      const left = xs[c]!, right = xs[c + 1]!;
      const value = (table[bottom + right]! - table[bottom + left]! - table[top + right]! + table[top + left]!) / ((right - left) * (ys[r + 1]! - ys[r]!));
      means[r * cells + c] = value;
      sum += value;
      squares += value * value;
    }
  }
  const n = cells * cells;
  if (squares / n - (sum / n) ** 2 < windowSettings.plain ** 2) return null;
  return lowFrequencies(cosines, bands, means, cells);
}

/** Signs of the frequencies (the mean's left out) as the window stands in one of the eight orientations. */
function writeBits(block: Float32Array, orientation: number, out: Uint32Array, at: number): void {
  const transpose = orientation >= 4, mirror = orientation % 2 === 1, flip = orientation % 4 >= 2;
  for (let u = 0; u < bands; u++)
    for (let v = 0; v < bands; v++) {
      const k = u * bands + v;
      if (k === 0) continue;
      const value = transpose ? block[v * bands + u]! : block[k]!;
      const negated = (mirror && v % 2 === 1) !== (flip && u % 2 === 1);
      if (value > 0 !== negated) out[at + (k >> 5)]! |= 1 << (k & 31);
    }
}

/** The best places of a coarse grid in turn, so that a part of the picture holds its share of them. */
function conspicuous(features: Features, count: number, columns: number): number[] {
  const grid = Array.from({ length: columns * columns }, (): number[] => []);
  for (let i = 0; i < features.count; i++) {
    const c = Math.min(columns - 1, Math.floor((columns * features.x[i]!) / features.width)), r = Math.min(columns - 1, Math.floor((columns * features.y[i]!) / features.height));
    grid[r * columns + c]!.push(i);
  }
  for (const cell of grid) cell.sort((a, b) => features.score[b]! - features.score[a]!);
  const out: number[] = [];
  for (let round = 0; out.length < 3 * count && grid.some((cell) => round < cell.length); round++) for (const cell of grid) if (round < cell.length) out.push(cell[round]!);
  return out;
}

/**
 * Hashes of windows as pHash makes one of a whole picture (signs of the lowest cosine frequencies), placed and sized by the local features:
 * a crop or a screenshot holds the same places at the same relative size.
 */
export function windowHashes(luma: Luma, features: Features, settings = windowSettings): WindowHashes {
  const { plane, scaleX } = fit({ ...luma, data: new Float32Array(luma.data) }, settings.longest);
  const table = integral(plane);
  const block = (i: number) => frequencies(table, plane, features.x[i]! * scaleX, features.y[i]! * scaleX, settings.reach * features.size[i]! * scaleX);
  const collect = (places: Iterable<number>, most: number, orientations: number): Uint32Array => {
    const out = new Uint32Array(most * (1 + 2 * orientations));
    const longest = Math.max(features.width, features.height);
    let at = 0;
    for (const i of places) {
      if (at === out.length) break;
      const values = block(i);
      if (!values) continue;
      out[at++] = packPlace((features.x[i]! - features.width / 2) / longest, (features.y[i]! - features.height / 2) / longest, features.size[i]! / longest);
      for (let o = 0; o < orientations; o++, at += 2) writeBits(values, o, out, at);
    }
    return out.slice(0, at);
  };
  return { kept: collect(conspicuous(features, settings.kept, settings.columns), settings.kept, 1), asked: collect(conspicuous(features, settings.asked, settings.askedColumns), settings.asked, 8) };
}

export const windowsTrace = async (get: TraceSource['get']): Promise<WindowHashes> => windowHashes(await get('luma'), await get('features'));
