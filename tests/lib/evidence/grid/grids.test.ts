import { describe, expect, it } from 'vitest';
import { gridVotes, noVote } from '../../../../lib/evidence/grid/grid-votes';
import { gridRegions, mainGrid } from '../../../../lib/evidence/grid/grids';
import { missingGrid } from '../../../../lib/evidence/grid/missing-grid';
import { ijgTable, recompress, standardChroma, standardLuma } from '../../../../lib/evidence/grid/recompress';
import { lumaOf } from '../../../../lib/evidence/luma';
import { paste, random, surface } from '../../../fixtures/texture';

/** log10 of (64XY)² · P[Bin(n, 1/64) >= k] with exact integers: written from the definition, not from the code. */
function exactNFA(votes: number, pixels: number, width: number, height: number): number {
  const [n, k] = [Math.floor(pixels / 64), Math.floor(votes / 64)];
  let [choose, sum] = [1n, 0n];
  for (let i = 0; i <= n; i += 1) {
    if (i >= k) sum += choose * 63n ** BigInt(n - i);
    choose = (choose * BigInt(n - i)) / BigInt(i + 1);
  }
  const digits = 400;
  const scaled = (sum * 10n ** BigInt(digits)) / 64n ** BigInt(n);
  const text = scaled.toString();
  return 2 * Math.log10(64 * width * height) + Math.log10(Number(`0.${text.slice(0, 15)}`)) + text.length - digits;
}

describe('votes', () => {
  it('are those of the definition, block by block', () => {
    const luma = lumaOf(surface(40, 36, 11));
    const jpeg = recompress(luma, ijgTable(standardLuma, 80));
    const { width, height, data } = jpeg;
    const best = new Int32Array(width * height).fill(-1);
    const expected = new Uint8Array(width * height).fill(noVote);
    const cosine = (u: number, x: number) => Math.cos(((2 * x + 1) * u * Math.PI) / 16) * Math.sqrt((u === 0 ? 1 : 2) / 8);
    for (let y = 0; y + 8 <= height; y += 1) {
      for (let x = 0; x + 8 <= width; x += 1) {
        let zeros = 0;
        for (let v = 0; v < 8; v += 1) {
          for (let u = 0; u < 8; u += 1) {
            if (u + v === 0) continue;
            let sum = 0;
            for (let j = 0; j < 8; j += 1) for (let i = 0; i < 8; i += 1) sum += data[(y + j) * width + x + i]! * cosine(u, i) * cosine(v, j);
            if (Math.abs(sum) < 0.5) zeros += 1;
          }
        }
        for (let j = 0; j < 8; j += 1) {
          for (let i = 0; i < 8; i += 1) {
            const at = (y + j) * width + x + i;
            if (zeros === best[at]) expected[at] = noVote;
            else if (zeros > best[at]!) [best[at], expected[at]] = [zeros, (x % 8) + 8 * (y % 8)];
          }
        }
      }
    }
    const votes = gridVotes(jpeg);
    let differing = 0;
    for (let y = 7; y < height - 7; y += 1) for (let x = 7; x < width - 7; x += 1) if (votes[y * width + x] !== expected[y * width + x]) differing += 1;
    // Single against double precision may disagree on a coefficient of just 0.5.
    expect(differing).toBeLessThanOrEqual(8);
    expect(votes[6 * width + 20]).toBe(noVote);
    expect(votes.filter((vote) => vote === 0).length).toBeGreaterThan(300);
  });
  it('stay silent where the winner is flat', () => {
    const { data, ...size } = lumaOf(surface(48, 48, 1));
    expect(gridVotes({ ...size, data: data.slice().fill(90) }).every((vote) => vote === noVote)).toBe(true);
  });
});

describe('NFA', () => {
  it('of the main grid is the binomial bound', () => {
    const [width, height] = [160, 120];
    const next = random(2);
    const votes = Uint8Array.from({ length: width * height }, (_, i) => (i % 10 === 0 ? 9 : Math.floor(next() * 64)));
    const counted = votes.filter((vote) => vote === 9).length;
    const main = mainGrid(votes, width, height)!;
    expect([main.x, main.y, main.votes]).toEqual([1, 1, counted]);
    expect(main.log10NFA).toBeCloseTo(exactNFA(counted, width * height, width, height), 6);
  });
  it('finds no main grid where all vote alike', () => {
    const next = random(4);
    expect(mainGrid(Uint8Array.from({ length: 200 * 200 }, () => Math.floor(next() * 64)), 200, 200)).toBeNull();
  });
  it('of a foreign region counts its bounding box', () => {
    const [width, height] = [200, 160];
    const votes = new Uint8Array(width * height).fill(0);
    for (let y = 40; y < 90; y += 1) for (let x = 60; x < 130; x += 1) votes[y * width + x] = (x + y) % 2 ? 27 : noVote;
    const [region, ...others] = gridRegions(votes, width, height, { except: 0 });
    expect(others).toEqual([]);
    expect([region!.x, region!.y, region!.bounds]).toEqual([3, 3, { x: 60, y: 40, width: 70, height: 50 }]);
    expect(region!.votes).toBe(1750);
    expect(region!.log10NFA).toBeCloseTo(exactNFA(1750, 3500, width, height), 6);
    expect(region!.mask.every((value) => value === 1)).toBe(true);
  });
  it('lets small clusters pass', () => {
    const votes = new Uint8Array(200 * 160).fill(0);
    for (let y = 40; y < 55; y += 1) votes.fill(27, y * 200 + 40, y * 200 + 55);
    expect(gridRegions(votes, 200, 160, { except: 0 })).toEqual([]);
  });
});

describe('missing grid', () => {
  const saved = (seed: number) => {
    const { width, height, data } = recompress(lumaOf(surface(400, 320, seed)), ijgTable(standardLuma, 80));
    return { width, height, rgb: Uint8Array.from({ length: data.length * 3 }, (_, i) => data[Math.floor(i / 3)]!) };
  };
  const look = (raster: ReturnType<typeof saved>) => {
    const luma = lumaOf(raster);
    const votes = gridVotes(luma);
    return missingGrid(luma, votes, mainGrid(votes, luma.width, luma.height)!, -4);
  };
  it('is found where a piece was never saved as JPEG', () => {
    for (const seed of [21, 22, 23]) {
      const picture = saved(seed);
      paste(surface(200, 160, seed + 100, 0.6), { x: 0, y: 0, width: 190, height: 150 }, picture, 101, 77);
      const [region] = look(picture);
      expect(region).toBeDefined();
      expect(region!.bounds.x).toBeGreaterThan(85);
      expect(region!.bounds.x + region!.bounds.width).toBeLessThan(307);
    }
  });
  it('is not found in a picture saved whole', () => {
    for (const seed of [31, 32, 33]) expect(look(saved(seed))).toEqual([]);
  });
});

describe('IJG tables', () => {
  it('follow the formula of libjpeg', () => {
    expect([...ijgTable(standardLuma, 50)]).toEqual([...standardLuma]);
    expect([...ijgTable(standardLuma, 75).slice(0, 8)]).toEqual([8, 6, 5, 8, 12, 20, 26, 31]);
    expect([...ijgTable(standardChroma, 90).slice(0, 4)]).toEqual([3, 4, 5, 9]);
    expect(ijgTable(standardLuma, 100).every((step) => step === 1)).toBe(true);
    expect(Math.max(...ijgTable(standardLuma, 5))).toBe(255);
  });
});
