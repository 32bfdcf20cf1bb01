import type { Fact, Region } from '../../case/finding';
import { centralWindow, cropLuma, type Luma, type Rectangle } from '../../evidence/luma';
import { blockMeasures, flatBlocks } from '../../evidence/noise/flat-blocks';
import { noiseRegions, type NoiseRegion } from '../../evidence/noise/noise-regions';
import { squareOutlines } from '../../evidence/square-outlines';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './noise-level.text';

/** Pictures with a longer side are examined in a window of this size around their centre, at full resolution. */
const windowSide = 1600;
const square = 128;
/** Fewer flat blocks than this (25 of which count as one) tell nothing. */
const leastBlocks = 2000;

const share = (value: number) => Math.round(value * 1e4) / 1e4;

const outlines = (regions: NoiseRegion[], { x, y }: Rectangle, luma: Luma): Region[] =>
  (['quieter', 'noisier'] as const).flatMap((kind) => {
    const squares = regions.filter((region) => region.kind === kind).map(({ bounds }) => ({ ...bounds, x: bounds.x + x, y: bounds.y + y }));
    return squareOutlines(squares, { x, y, step: square / 2 }, luma).map((points): Region => ({ kind: `${kind}-noise`, points }));
  });

/**
 * Is the fine grain of a part weaker or stronger than that of equally bright, equally flat parts? Noisesniffer
 * (Gardella et al., IWBF 2021), both tails. Blocks are chosen by their coarse structure, to which grain adds as well: it
 * hears another *kind* of grain (smoothed, enlarged, generated) and is nearly deaf to the same grain made weaker.
 * Shown, never scored: phones smooth parts of genuine photographs, and its bound does not hold for those.
 */
export const noiseLevel = defineAnalyser({
  id: 'noise-level',
  family: 'pixels',
  needs: ['luma'],
  examine({ luma }, { signal }): Answer {
    if (Math.min(luma.width, luma.height) < 2 * square) return notApplicable('too-small');
    const window = centralWindow(luma, windowSide);
    const part = cropLuma(luma, window);
    const measures = blockMeasures(part, signal);
    const blocks = flatBlocks(measures);
    if (blocks.kept.length < leastBlocks) return notApplicable('too-flat');
    const regions = noiseRegions(measures, blocks, -4, square);
    const facts: Fact[] = [
      { key: 'blocks', value: blocks.kept.length },
      { key: 'examinedShare', value: share(part.data.length / luma.data.length) },
    ];
    const best = regions[0];
    if (!best) return nothingFound(facts);
    const covered = new Set(regions.flatMap(({ bounds }) => [0, 1, 2, 3].map((i) => `${bounds.x + (i % 2) * (square / 2)},${bounds.y + Math.floor(i / 2) * (square / 2)}`)));
    facts.push(
      { key: 'log10NFA', value: Math.round(best.log10NFA * 10) / 10 },
      { key: 'kind', value: best.kind },
      { key: 'quietBlocks', value: best.quiet },
      { key: 'regionBlocks', value: best.kept },
      { key: 'areaShare', value: share(Math.min(1, (covered.size * (square / 2) ** 2) / luma.data.length)) },
    );
    return { outcome: 'inconclusive', strength: 0, facts, regions: outlines(regions, window, luma) };
  },
  text,
});
