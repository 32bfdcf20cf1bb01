import type { Fact, Region } from '../../case/finding';
import { readCameraExif } from '../../evidence/camera-exif';
import { contraryMosaic, mainMosaic, mosaicBlock, mosaicSquare, mosaicVotes } from '../../evidence/mosaic';
import { ijgQuality } from '../../evidence/quantisation-tables';
import { squareOutlines } from '../../evidence/square-outlines';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './colour-mosaic.text';

/** Stronger compression wipes the mosaic away. */
const leastQuality = 95;

/**
 * Does the trace of the sensor's colour mosaic run through a camera original, and does a part contradict it? Asked only
 * of files that still carry a camera's EXIF, its pixel size and a quality of 95 or better: any resize erases it. Shown,
 * never scored: too few camera originals were at hand to count false alarms.
 */
export const colourMosaic = defineAnalyser({
  id: 'colour-mosaic',
  family: 'pixels',
  needs: ['metadata', 'container', 'quantisation'],
  mayNeed: ['pixels'],
  async examine({ metadata, container: { width, height }, quantisation }, _context, ask): Promise<Answer> {
    const camera = readCameraExif(metadata);
    const sameSize = camera && ((camera.pixelWidth === width && camera.pixelHeight === height) || (camera.pixelWidth === height && camera.pixelHeight === width));
    if (!sameSize) return notApplicable('no-camera-original');
    const luma = quantisation.tables.find((table) => table.destination === quantisation.components[0]?.table);
    if (!luma || ijgQuality(luma.steps).quality < leastQuality) return notApplicable('quality-too-low');
    const pixels = await ask('pixels');
    const votes = mosaicVotes(pixels);
    const main = mainMosaic(votes);
    if (!main) return notApplicable('no-mosaic');
    const facts: Fact[] = [
      { key: 'mainLog10NFA', value: Math.round(main.log10NFA * 10) / 10 },
      { key: 'share', value: Math.round((main.votes / main.blocks) * 1e4) / 1e4 },
    ];
    const contrary = contraryMosaic(votes, main, -4);
    if (contrary.length === 0) return nothingFound(facts);
    facts.push({ key: 'log10NFA', value: Math.round(contrary[0]!.log10NFA * 10) / 10 }, { key: 'regions', value: contrary.length });
    const lattice = { x: 1, y: 1, step: (mosaicBlock * mosaicSquare) / 2 };
    const regions = squareOutlines(contrary.map(({ bounds }) => bounds), lattice, pixels).map((points): Region => ({ kind: 'other-mosaic', points }));
    return { outcome: 'inconclusive', strength: 0, facts, regions };
  },
  text,
});
