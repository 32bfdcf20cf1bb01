import type { Fact, Region } from '../../case/finding';
import { shiftedGrids } from '../../evidence/double/shifted-grid';
import { shiftedRegions, squareSide, type ShiftedRegion } from '../../evidence/double/shifted-regions';
import { centralWindow, cropLuma } from '../../evidence/luma';
import { squareOutlines } from '../../evidence/square-outlines';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './shifted-quantisation.text';

/** Pictures with a longer side are examined in a window of this size around their centre, at full resolution. */
const windowSide = 1600;

/** Counted on genuine photographs by `npm run measure:traces`: what scores must be this clear. */
const gates = {
  log10NFA: -6,
  coherence: 0.35,
  /** The rest must be able to show the grid and not do so. */
  outside: 0.08,
  outsideBlocks: 300,
  squares: 2,
  /** Collages carry a grid in every part: together the regions may cover no more than this share. */
  share: 0.3,
};

const stands = ({ log10NFA, coherence, outside, outsideBlocks, squares }: ShiftedRegion): boolean =>
  log10NFA < gates.log10NFA && coherence >= gates.coherence && outside <= gates.outside && outsideBlocks >= gates.outsideBlocks && squares.length >= gates.squares;

const share = (value: number) => Math.round(value * 1e4) / 1e4;
const tenth = (value: number) => Math.round(value * 10) / 10;

/** Part of the picture that squares half a side apart cover, roughly: each stands for the quarter it does not share. */
const covered = (regions: ShiftedRegion[]) => regions.reduce((sum, one) => sum + (one.squares.length + Math.sqrt(one.squares.length)) * (4 * squareSide) ** 2, 0);

/**
 * Was the picture, or a part of it, saved as JPEG before on a grid out of step with the present one? The whole: cropped
 * after a save, told and not held against anyone. A part alone: it comes from another JPEG. Non-aligned double
 * quantisation after Bianchi and Piva (2012), with a bound on the number of false alarms.
 */
export const shiftedQuantisation = defineAnalyser({
  id: 'shifted-quantisation',
  family: 'compression',
  needs: ['luma', 'format'],
  examine({ luma, format }, { signal }): Answer {
    if (format === 'webp' || format === 'avif' || format === 'heic') return notApplicable('other-codec');
    if (Math.min(luma.width, luma.height) < 192) return notApplicable('too-small');
    const window = centralWindow(luma, windowSide);
    const part = cropLuma(luma, window);
    const grids = shiftedGrids(part);
    signal?.throwIfAborted();
    const facts: Fact[] = [{ key: 'examinedShare', value: share(part.data.length / luma.data.length) }];
    if (grids.whole) facts.push({ key: 'shifted', value: true }, { key: 'gridX', value: grids.whole.x }, { key: 'gridY', value: grids.whole.y }, { key: 'firstDcStep', value: grids.whole.step }, { key: 'mainLog10NFA', value: tenth(grids.whole.log10NFA) });
    const regions = shiftedRegions(part, grids, -4);
    const best = regions[0];
    if (!best) return nothingFound(facts);
    const scored = covered(regions) <= gates.share * part.data.length ? regions.filter(stands) : [];
    const told = scored[0] ?? best;
    facts.push(
      { key: 'kind', value: 'other-jpeg' },
      { key: 'log10NFA', value: tenth(told.log10NFA) },
      { key: 'foreignX', value: told.grid.x },
      { key: 'foreignY', value: told.grid.y },
      { key: 'foreignDcStep', value: told.grid.step },
      { key: 'coherence', value: share(told.coherence) },
      { key: 'outsideCoherence', value: share(told.outside) },
      { key: 'outsideBlocks', value: told.outsideBlocks },
      { key: 'areaShare', value: share(covered(scored.length ? scored : [best]) / luma.data.length) },
    );
    const outlines = (scored.length ? scored : [best]).flatMap(({ grid, squares }): Region[] => {
      const lattice = { x: window.x + grid.x, y: window.y + grid.y, step: 4 * squareSide };
      const placed = squares.map((one) => ({ ...one, x: one.x + window.x, y: one.y + window.y }));
      return squareOutlines(placed, lattice, luma).map((points) => ({ kind: 'other-jpeg', points }));
    });
    return scored.length ? { outcome: 'suspicious', strength: 1, facts, regions: outlines } : { outcome: 'inconclusive', strength: 0, facts, regions: outlines };
  },
  text,
});
