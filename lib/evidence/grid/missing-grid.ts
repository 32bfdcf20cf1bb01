import type { Luma } from '../luma';
import { gridVotes, noVote } from './grid-votes';
import { gridRegions, type GridRegion, type MainGrid } from './grids';
import { ijgTable, recompress, standardLuma } from './recompress';

/** A place counts as without the main grid when no more than this share of its votes speak for it; chance gives 1/64. */
const leftover = 0.05;
const tile = 32;

/**
 * Regions without an earlier JPEG grid in a picture that has one (ZERO, IPOL 2021.390, second part): the picture is
 * saved once more at quality 99 and what then speaks for the new grid, but did not speak for the main one, had none.
 * Textured parts of good JPEGs do so as well, while still voting for the main grid now and then; hence `leftover`.
 */
export function missingGrid(luma: Luma, votes: Uint8Array, main: MainGrid, limit: number, signal?: AbortSignal): GridRegion[] {
  const grid = main.x + 8 * main.y;
  if (!hasBareTiles(votes, luma, grid)) return [];
  const again = gridVotes(recompress(luma, ijgTable(standardLuma, 99)), signal);
  for (let i = 0; i < votes.length; i += 1) if (votes[i] === grid) again[i] = noVote;
  return gridRegions(again, luma.width, luma.height, { only: 0, limit }).filter((region) => mainShare(region, votes, luma.width, grid) <= leftover);
}

function mainShare({ mask, bounds }: GridRegion, votes: Uint8Array, width: number, grid: number): number {
  let [valid, main] = [0, 0];
  for (let i = 0; i < mask.length; i += 1) {
    if (!mask[i]) continue;
    const vote = votes[(Math.floor(i / bounds.width) + bounds.y) * width + (i % bounds.width) + bounds.x]!;
    if (vote === noVote) continue;
    valid += 1;
    if (vote === grid) main += 1;
  }
  return valid === 0 ? 1 : main / valid;
}

/** Saves the second pass, as long as the first, for pictures that cannot have such a region. */
function hasBareTiles(votes: Uint8Array, { width, height }: Luma, grid: number): boolean {
  let bare = 0;
  for (let y = 0; y + tile <= height; y += tile) {
    for (let x = 0; x + tile <= width; x += tile) {
      let [valid, main] = [0, 0];
      for (let v = y; v < y + tile; v += 1) {
        for (let i = v * width + x, end = i + tile; i < end; i += 1) {
          if (votes[i] === noVote) continue;
          valid += 1;
          if (votes[i] === grid) main += 1;
        }
      }
      if (valid >= (tile * tile) / 4 && main <= leftover * valid) bare += 1;
      if (bare >= 3) return true;
    }
  }
  return false;
}
