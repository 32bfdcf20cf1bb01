import { after, before, cores, type Core, type Extension } from './known-marks';
import { tileIndex, type Polarity } from './recogniser';
import { follow, isParted, isRivalled, lowest, nowhere, type Reader, type Row } from './rows';
import type { Seed } from './seeds';

/** Known words laid over a row of cells. */
export interface Reading {
  words: string;
  brand: string | null;
  row: number;
  /** Centre cell of each tile. */
  columns: readonly number[];
  /** Log probability of each tile. */
  logs: readonly number[];
  /** Sum over the tiles of log probability + `worth`: longer marks win where their further tiles are there. */
  score: number;
  polarity: Polarity;
}

/** Geometric mean of the tiles' probabilities, 0..1. */
export const confidenceOf = ({ logs }: Pick<Reading, 'logs'>): number => Math.exp(logs.reduce((a, b) => a + b, 0) / logs.length);

/** A further tile is taken when its probability is above e^-worth. */
export const worth = 1.5;
/** A seed's own tile must be at least this likely, log. */
export const leastLog = Math.log(0.2);
/** Tiles of a name or of other words around the core must be this likely in the mean, log. */
const leastMean = Math.log(0.4);

/** In words of so many tiles `AI` may be covered: the others tell them. */
const sentence = 8;

/** The place around a seed where its tile is likeliest. */
function settled(read: Reader, seed: Seed, wanted: number): { row: number; column: number; log: number } {
  let place = { row: seed.row, column: seed.column, log: -Infinity };
  for (const dy of [0, -1, 1, -2, 2]) {
    for (const dx of [0, -1, 1, -2, 2]) {
      const log = read(seed.row + dy, seed.column + dx)?.[wanted] ?? -Infinity;
      if (log > place.log) place = { row: seed.row + dy, column: seed.column + dx, log };
    }
  }
  return place;
}

/** What stands before or after a core and is worth most, if anything is. */
export function best(reads: readonly Reader[], row: number, column: number, next: string, options: readonly Extension[], step: 1 | -1): { option: Extension; found: Row } | null {
  let kept: { option: Extension; found: Row } | null = null;
  let most = 0;
  for (const option of options) {
    const tiles = step === 1 ? option.tiles : option.tiles.toReversed();
    for (const read of reads) {
      const found = follow(read, row, column, [next, ...tiles], step);
      const value = found.total + worth * tiles.length;
      if (value > most && found.total >= leastMean * tiles.length) [kept, most] = [{ option, found }, value];
    }
  }
  return kept;
}

/** With the words around its core. Names may be written in the other polarity (百度 before a filled box). */
export function extended(core: Core, reading: Reading, read: Reader, other: Reader): Reading {
  if (!core.extends) return reading;
  const { row, columns } = reading;
  const opening = best([read, other], row, columns[0]!, core.tiles[0]!, before, -1);
  const closing = best([read], row, columns.at(-1)!, core.tiles.at(-1)!, after, 1);
  return {
    ...reading,
    words: `${opening?.option.words ?? ''}${reading.words}${closing?.option.words ?? ''}`,
    brand: opening?.option.brand ?? reading.brand,
    columns: [...(opening?.found.columns.toReversed() ?? []), ...columns, ...(closing?.found.columns ?? [])],
    logs: [...(opening?.found.logs.toReversed() ?? []), ...reading.logs, ...(closing?.found.logs ?? [])],
    score: reading.score + [opening, closing].reduce((sum, one) => sum + (one ? one.found.total + worth * one.option.tiles.length : 0), 0),
  };
}

/** A core with its tiles at these columns; null where they cannot be its own. */
function laid(core: Core, read: Reader, row: number, columns: readonly number[], logs: readonly number[], polarity: Polarity): Reading | null {
  const ai = core.tiles.indexOf('AI');
  if (ai >= 0 && core.tiles.length < sentence && isRivalled(read, row, columns[ai]!, core.tiles, ai)) return null;
  if (isParted(read, row, core.tiles, columns)) return null;
  return { words: core.words, brand: core.brand, row, columns, logs, score: logs.reduce((sum, log) => sum + log + worth, 0), polarity };
}

/** A core whose first tile stands at a cell, or null. */
export function coreFrom(core: Core, read: Reader, row: number, column: number, polarity: Polarity): Reading | null {
  const first = read(row, column)?.[tileIndex(core.tiles[0]!)];
  const right = first === undefined ? nowhere : follow(read, row, column, core.tiles, 1);
  return right === nowhere ? null : laid(core, read, row, [column, ...right.columns], [Math.max(lowest, first!), ...right.logs], polarity);
}

/** All cores that may stand at a seed, best first. */
export function coresAt(read: Reader, seed: Seed, polarity: Polarity): { core: Core; reading: Reading }[] {
  const place = settled(read, seed, tileIndex(seed.tile));
  if (place.log < leastLog) return [];
  const rows = new Map<string, Row>();
  const side = (tiles: readonly string[], step: 1 | -1): Row => {
    const key = `${step}${tiles.join()}`;
    let value = rows.get(key);
    if (!value) rows.set(key, (value = follow(read, place.row, place.column, tiles, step)));
    return value;
  };
  const found: { core: Core; reading: Reading }[] = [];
  for (const core of cores) {
    core.tiles.forEach((tile, k) => {
      if (tile !== seed.tile) return;
      const right = side(core.tiles.slice(k), 1);
      if (right === nowhere) return;
      const left = side(core.tiles.slice(0, k + 1).toReversed(), -1);
      if (left === nowhere) return;
      const logs = [...left.logs.toReversed(), Math.max(lowest, place.log), ...right.logs];
      const reading = laid(core, read, place.row, [...left.columns.toReversed(), place.column, ...right.columns], logs, polarity);
      if (reading) found.push({ core, reading });
    });
  }
  return found.sort((a, b) => b.reading.score - a.reading.score);
}
