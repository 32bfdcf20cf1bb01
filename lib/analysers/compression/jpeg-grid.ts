import type { Fact, Region } from '../../case/finding';
import { gridVotes } from '../../evidence/grid/grid-votes';
import { gridRegions, mainGrid, type GridRegion } from '../../evidence/grid/grids';
import { missingGrid } from '../../evidence/grid/missing-grid';
import { centralWindow, cropLuma } from '../../evidence/luma';
import { outline } from '../../evidence/outline';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './jpeg-grid.text';

/** Pictures with a longer side are examined in a window of this size around their centre, at full resolution. */
const windowSide = 1600;

const tenth = (value: number) => Math.round(value * 10) / 10;
const share = (value: number) => Math.round(value * 1e4) / 1e4;
const covered = ({ mask }: GridRegion) => mask.reduce((sum, value) => sum + value, 0);

/**
 * Does a part of the picture carry another JPEG grid than the rest, or none? ZERO (Nikoukhah et al., IPOL 2021.390).
 * A main grid that does not start in the corner means cropped or screenshotted after a save: told, not held against anyone.
 */
export const jpegGrid = defineAnalyser({
  id: 'jpeg-grid',
  family: 'compression',
  needs: ['luma', 'format'],
  examine({ luma, format }, { signal }): Answer {
    // Their own block transforms (4x4 and up) leave grids that are no JPEG's.
    if (format === 'webp' || format === 'avif' || format === 'heic') return notApplicable('other-codec');
    if (Math.min(luma.width, luma.height) < 64) return notApplicable('too-small');
    const window = centralWindow(luma, windowSide);
    const part = cropLuma(luma, window);
    const votes = gridVotes(part, signal);
    const main = mainGrid(votes, part.width, part.height);
    if (!main) return notApplicable('no-main-grid');
    const foreign = gridRegions(votes, part.width, part.height, { except: main.x + 8 * main.y, limit: -2 });
    // A grid that only part of the picture speaks for is no ground to call it missing elsewhere.
    const missing = main.votes > 0.25 * votes.length ? missingGrid(part, votes, main, -2, signal) : [];
    const facts: Fact[] = [
      { key: 'gridX', value: main.x },
      { key: 'gridY', value: main.y },
      { key: 'shifted', value: main.x + main.y > 0 },
      { key: 'mainLog10NFA', value: tenth(main.log10NFA) },
      { key: 'examinedShare', value: share(part.data.length / luma.data.length) },
    ];
    const regions = [...foreign.map((region) => ({ region, kind: 'foreign-grid' })), ...missing.map((region) => ({ region, kind: 'missing-grid' }))];
    regions.sort((a, b) => a.region.log10NFA - b.region.log10NFA);
    const best = regions[0];
    if (!best) return nothingFound(facts);
    facts.push(
      { key: 'kind', value: best.kind },
      { key: 'log10NFA', value: tenth(best.region.log10NFA) },
      { key: 'regions', value: regions.length },
      { key: 'areaShare', value: share(regions.reduce((sum, one) => sum + covered(one.region), 0) / luma.data.length) },
    );
    if (best.kind === 'foreign-grid') facts.push({ key: 'foreignX', value: best.region.x }, { key: 'foreignY', value: best.region.y });
    const outlines = regions.slice(0, 6).map(({ region, kind }): Region => {
      const frame = { ...region.bounds, x: region.bounds.x + window.x, y: region.bounds.y + window.y };
      return { kind, points: outline(region.mask, frame, luma) };
    });
    const scored = best.region.log10NFA < -4;
    return { outcome: scored ? 'suspicious' : 'inconclusive', strength: scored ? 1.5 : 0, facts, regions: outlines };
  },
  text,
});
