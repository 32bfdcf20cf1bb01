import type { Fact, Region } from '../../case/finding';
import { firstQuantisations, type FirstQuantisation } from '../../evidence/double/first-quantisation';
import { blockLikelihoods, singleRegions } from '../../evidence/double/single-regions';
import { ijgTable, standardLuma } from '../../evidence/grid/recompress';
import { naturalOrder } from '../../evidence/jpeg/zigzag';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './double-quantisation.text';

/** Frequencies that must agree before the picture is called saved twice. */
const leastFrequencies = 3;

/** IJG quality whose steps come nearest to those of the first save. */
function firstQuality(firsts: FirstQuantisation[]): number {
  let best = { quality: 0, distance: Infinity };
  for (let quality = 20; quality <= 99; quality += 1) {
    const table = ijgTable(standardLuma, quality);
    const distance = firsts.reduce((sum, { frequency, first }) => sum + Math.abs(table[naturalOrder[frequency]!]! - first), 0);
    if (distance < best.distance) best = { quality, distance };
  }
  return best.quality;
}

/**
 * Was the picture saved as JPEG twice on the same grid, and is a part of it quantised only once? Bianchi and Piva (2012),
 * aligned case. Saving again is ordinary (every editor, many phones). The map of places saved once is shown, never scored:
 * textured and clipped parts of genuine re-saved photographs look the same too often.
 */
export const doubleQuantisation = defineAnalyser({
  id: 'double-quantisation',
  family: 'compression',
  needs: ['jpegCoefficients', 'luma'],
  examine({ jpegCoefficients, luma }): Answer {
    if (jpegCoefficients.truncated) return notApplicable('truncated-jpeg');
    if (Math.min(luma.width, luma.height) < 128) return notApplicable('too-small');
    const component = jpegCoefficients.components[0]!;
    if (component.blocksWide * component.blocksHigh !== Math.ceil(luma.width / 8) * Math.ceil(luma.height / 8)) return notApplicable('unreadable-jpeg');
    const firsts = firstQuantisations(component, luma);
    const twice = firsts.length >= leastFrequencies;
    const facts: Fact[] = [
      { key: 'twice', value: twice },
      { key: 'frequencies', value: firsts.length },
    ];
    if (!twice) return nothingFound(facts);
    facts.push({ key: 'firstQuality', value: firstQuality(firsts) }, { key: 'firstSteps', value: firsts.map(({ first, last }) => `${first}>${last}`).join(' ') });
    const { regions, share } = singleRegions(component, blockLikelihoods(component, firsts), -4);
    facts.push({ key: 'singleShare', value: Math.round(share * 1e4) / 1e4 });
    const best = regions[0];
    if (!best) return nothingFound(facts);
    facts.push({ key: 'log10NFA', value: Math.round(best.log10NFA * 10) / 10 }, { key: 'regions', value: regions.length });
    const fraction = (value: number, length: number) => Math.round(Math.min(1, value / length) * 1e4) / 1e4;
    const outlines = regions.slice(0, 12).map(({ bounds: { x, y, width, height } }): Region => {
      const [left, top, right, bottom] = [fraction(x, luma.width), fraction(y, luma.height), fraction(x + width, luma.width), fraction(y + height, luma.height)];
      return { kind: 'saved-once', points: [[left, top], [right, top], [right, bottom], [left, bottom]] };
    });
    return { outcome: 'inconclusive', strength: 0, facts, regions: outlines };
  },
  text,
});
