import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shiftedGrids } from '../../../lib/evidence/double/shifted-grid';
import { gridVotes } from '../../../lib/evidence/grid/grid-votes';
import { gridRegions, mainGrid } from '../../../lib/evidence/grid/grids';
import { differenceBands, interpolationSignal, peakHeights, sharedPeak } from '../../../lib/evidence/periodogram';
import { tracesOf } from '../../fixtures/texture';

/** Pictures and answers of tests/oracle/traces.py: numpy, scipy and Pillow, written from the definitions. */
const folder = join(__dirname, '../../fixtures/traces');
const lumaOf = (name: string) => tracesOf(new Uint8Array(readFileSync(join(folder, `${name}.png`)))).get('luma');

interface Grid {
  x: number;
  y: number;
  votes: number;
  log10NFA: number;
}
interface Answer {
  main?: Grid;
  foreign?: Grid & { expected: [number, number]; box: number };
  peak?: { frequency: number; height: number; log10NFA: number };
  folded?: number;
  shifted?: { x: number; y: number; step: number; coherence: number; log10NFA: number };
  expected?: { x: number; y: number };
}
const answers = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as Record<string, Answer>;
const apart = (a: number, b: number) => Math.abs(a - b) / Math.abs(b);

describe('ZERO agrees with numpy and scipy', () => {
  it.each([['grid-corner', [0, 0]], ['grid-cropped', [2, 5]], ['grid-pasted', [0, 0]]] as const)('on the main grid of %s', async (name, [x, y]) => {
    const { width, height, data } = await lumaOf(name);
    const main = mainGrid(gridVotes({ width, height, data }), width, height)!;
    const expected = answers[name]!.main!;
    expect([main.x, main.y]).toEqual([x, y]);
    expect([expected.x, expected.y]).toEqual([x, y]);
    // Single against double precision may disagree on coefficients of just 0.5.
    expect(apart(main.votes, expected.votes)).toBeLessThan(0.001);
    expect(apart(main.log10NFA, expected.log10NFA)).toBeLessThan(0.002);
  });

  it('on a foreign region, which it finds where the piece was pasted', async () => {
    const { width, height, data } = await lumaOf('grid-pasted');
    const { foreign } = answers['grid-pasted']!;
    const [region] = gridRegions(gridVotes({ width, height, data }), width, height, { except: 0, limit: -4 });
    expect([foreign!.x, foreign!.y]).toEqual(foreign!.expected);
    expect([region!.x, region!.y]).toEqual(foreign!.expected);
    expect(Math.abs(region!.bounds.x - 90)).toBeLessThan(8);
    expect(Math.abs(region!.bounds.y - 60)).toBeLessThan(8);
    expect(apart(region!.votes, foreign!.votes)).toBeLessThan(0.02);
    expect(apart(region!.log10NFA, foreign!.log10NFA)).toBeLessThan(0.03);
  });
});

describe('periodogram peaks agree with numpy', () => {
  it.each([1.25, 1.4, 1.7])('at %f times', async (factor) => {
    const luma = await lumaOf(`resized-${factor}`);
    const [across, down] = (['across', 'down'] as const).map((direction) => peakHeights(interpolationSignal(differenceBands(luma, direction, 256), 0, 256, 256))) as [Float64Array, Float64Array];
    const peak = sharedPeak(across, down, 8, 1)!;
    const { peak: expected, folded } = answers[`resized-${factor}`]!;
    expect(peak.frequency).toBe(expected!.frequency);
    // 1 over the factor, folded, to one bin of 256.
    expect(Math.abs(peak.frequency - folded!)).toBeLessThan(1.5 / 256);
    expect(apart(peak.height, expected!.height)).toBeLessThan(1e-6);
    expect(apart(peak.log10NFA, expected!.log10NFA)).toBeLessThan(1e-6);
  });
});

it('the grid of an earlier save agrees with numpy, and with the crop that was made', async () => {
  const { whole } = shiftedGrids(await lumaOf('saved-twice-shifted'));
  const { shifted, expected } = answers['saved-twice-shifted']!;
  expect(whole).toMatchObject({ ...expected, step: shifted!.step });
  expect(apart(whole!.coherence, shifted!.coherence)).toBeLessThan(1e-6);
  expect(apart(whole!.log10NFA, shifted!.log10NFA)).toBeLessThan(1e-6);
});
