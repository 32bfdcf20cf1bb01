import { cores } from './known-marks';
import { tileNames, type Polarity } from './recogniser';
import type { Reader } from './rows';
import type { Likely, Seed } from './seeds';

/** Cells asked about per picture, and how sure the recogniser must be of a tile, log. */
const cellsAsked = 1500;
const leastLog = Math.log(0.3);
/** The same tile is read from the cells around its middle too. */
const rowsBeside = 2;
const columnsBeside = 3;

const tiles = new Set(cores.flatMap((core) => core.tiles));

/**
 * Places at which the recogniser itself reads a tile of a known mark. On busy ground the small filters see a tile or two of
 * the words, but not the pair that seeds ask for.
 */
export function readable<Look extends { likely: readonly Likely[]; readers: Record<Polarity, Reader> }>(looks: readonly Look[], most: number): { look: Look; polarity: Polarity; seed: Seed }[] {
  const found = looks
    .flatMap((look) => look.likely.map((cell) => ({ look, ...cell })))
    .sort((a, b) => b.score - a.score)
    .slice(0, cellsAsked)
    .flatMap(({ look, row, column, polarity }) => {
      const logs = look.readers[polarity](row, column);
      if (!logs) return [];
      // The first tile is the background.
      let top = 1;
      for (let k = 2; k < logs.length; k += 1) if (logs[k]! > logs[top]!) top = k;
      const tile = tileNames[top]!;
      return logs[top]! >= leastLog && tiles.has(tile) ? [{ look, polarity, seed: { row, column, tile, score: logs[top]! } }] : [];
    })
    .sort((a, b) => b.seed.score - a.seed.score);
  const kept: typeof found = [];
  for (const one of found) {
    if (kept.length === most) break;
    const isBeside = (other: (typeof found)[number]) =>
      other.look === one.look && other.polarity === one.polarity && other.seed.tile === one.seed.tile && Math.abs(other.seed.row - one.seed.row) <= rowsBeside && Math.abs(other.seed.column - one.seed.column) <= columnsBeside;
    if (!kept.some(isBeside)) kept.push(one);
  }
  return kept;
}
