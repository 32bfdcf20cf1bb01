import type { Fact, Region } from '../../case/finding';
import { centralWindow, cropLuma } from '../../evidence/luma';
import { resizedTiles, sameResize, tileSide } from '../../evidence/resized-tiles';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './resampling.text';

/** Pictures with a longer side are examined in a window of this size around their centre, at full resolution. */
const windowSide = 1600;

/** Multiples of 1/16 belong to codecs with blocks of 16 pixels: the picture may have been a WebP or a video frame before. */
const ofBlocks = (frequency: number) => Math.abs(frequency * 16 - Math.round(frequency * 16)) * (tileSide / 16) < 1.5;

const share = (value: number) => Math.round(value * 1e4) / 1e4;

/**
 * Was one part of the picture resized by another factor than the rest? Peaks of the periodogram of second differences
 * (Gallagher 2005), each with its NFA. That the whole was resized is ordinary: every marketplace does it.
 */
export const resampling = defineAnalyser({
  id: 'resampling',
  family: 'pixels',
  needs: ['luma', 'format'],
  examine({ luma, format }, { signal }): Answer {
    // Their own block transforms make peaks of their own.
    if (format === 'webp' || format === 'avif' || format === 'heic') return notApplicable('other-codec');
    if (Math.min(luma.width, luma.height) < tileSide) return notApplicable('too-small');
    const window = centralWindow(luma, windowSide);
    const part = cropLuma(luma, window);
    const { tiles, places } = resizedTiles(part, 8, -2, signal);
    const facts: Fact[] = [
      { key: 'tiles', value: places },
      { key: 'resizedTiles', value: tiles.length },
      { key: 'examinedShare', value: share(part.data.length / luma.data.length) },
    ];
    const main = tiles[0];
    if (!main) return nothingFound(facts);
    facts.push({ key: 'frequency', value: share(main.frequency) }, { key: 'factor', value: share(1 / (1 - main.frequency)) }, { key: 'mainLog10NFA', value: Math.round(main.log10NFA * 10) / 10 });
    const others = tiles.filter((tile) => !sameResize(tile.frequency, main.frequency));
    const other = others[0];
    if (!other) return nothingFound(facts);
    // The two resizes stand against each other: the rarer one is outlined.
    const isOther = (frequency: number) => sameResize(frequency, other.frequency);
    const rarer = others.length * 2 <= tiles.length ? tiles.filter((tile) => isOther(tile.frequency)) : tiles.filter((tile) => !isOther(tile.frequency));
    facts.push({ key: 'otherFrequency', value: share(other.frequency) }, { key: 'log10NFA', value: Math.round(other.log10NFA * 10) / 10 });
    const regions = rarer.slice(0, 8).map(({ x, y }): Region => {
      const [left, top] = [share((x + window.x) / luma.width), share((y + window.y) / luma.height)];
      const [right, bottom] = [share((x + window.x + tileSide) / luma.width), share((y + window.y + tileSide) / luma.height)];
      return { kind: 'other-resize', points: [[left, top], [right, top], [right, bottom], [left, bottom]] };
    });
    const scored = other.log10NFA < -4 && main.log10NFA < -4 && !(ofBlocks(main.frequency) && ofBlocks(other.frequency));
    return { outcome: scored ? 'suspicious' : 'inconclusive', strength: scored ? 0.5 : 0, facts, regions };
  },
  text,
});
