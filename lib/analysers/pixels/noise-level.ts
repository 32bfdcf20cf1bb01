import type { Fact, Region } from '../../case/finding';
import { centralWindow, cropLuma, type Luma, type Rectangle } from '../../evidence/luma';
import { blockMeasures, flatBlocks } from '../../evidence/noise/flat-blocks';
import { noiseRegions, type NoiseRegion } from '../../evidence/noise/noise-regions';
import { outline } from '../../evidence/outline';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './noise-level.text';

/** Pictures with a longer side are examined in a window of this size around their centre, at full resolution. */
const windowSide = 1600;
const square = 128;
/** Fewer flat blocks than this (25 of which count as one) tell nothing. */
const leastBlocks = 2000;

const share = (value: number) => Math.round(value * 1e4) / 1e4;

/** One outline round the squares of a kind, drawn on a lattice of half squares; a second, distant group keeps its own squares. */
function outlines(regions: NoiseRegion[], window: Rectangle, luma: Luma): Region[] {
  return (['quieter', 'noisier'] as const).flatMap((kind) => {
    const cells = regions.filter((region) => region.kind === kind);
    const step = square / 2;
    const [width, height] = [Math.ceil(window.width / step), Math.ceil(window.height / step)];
    const mask = new Uint8Array(width * height);
    for (const { bounds } of cells) {
      for (let v = 0; v < 2; v += 1) for (let u = 0; u < 2; u += 1) mask[Math.min(height - 1, bounds.y / step + v) * width + Math.min(width - 1, bounds.x / step + u)] = 1;
    }
    return components(mask, width, height).map((part): Region => {
      const points = outline(part, { x: 0, y: 0, width, height }, { width: 1, height: 1 }, 0.1);
      return { kind: `${kind}-noise`, points: points.map(([x, y]) => [share(Math.min(1, (x * step + window.x) / luma.width)), share(Math.min(1, (y * step + window.y) / luma.height))]) };
    });
  });
}

function components(mask: Uint8Array, width: number, height: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let seed = mask.indexOf(1); seed >= 0; seed = mask.indexOf(1)) {
    const part = new Uint8Array(mask.length);
    const stack = [seed];
    mask[seed] = 0;
    while (stack.length) {
      const at = stack.pop()!;
      part[at] = 1;
      const x = at % width;
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= width * height || !mask[next]) continue;
        mask[next] = 0;
        stack.push(next);
      }
    }
    parts.push(part);
  }
  return parts;
}

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
