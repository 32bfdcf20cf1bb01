import type { Luma } from '../luma';
import { keypoints } from './keypoints';
import { offsetVotes } from './offsets';
import { chanceLikeness, localMoments, refineOffset, registeredArea, type LocalMoments, type RegisteredArea } from './registered';

/** A piece of the picture that lies in it twice. */
export interface Clone extends RegisteredArea {
  dx: number;
  dy: number;
  sharpness: number;
  log10NFA: number;
}

/**
 * A contrario bound (after Ehret, arXiv 1906.00649; Desolneux, Moisan, Morel). Background model, measured on this very
 * picture: a textured 9x9 cell agrees with the place a random offset away with probability `chance`. An area of n
 * cells that do not overlap agrees by chance with chance^n. Tests: every offset, from every pixel.
 */
const log10NFA = (textured: number, chance: number, pixels: number) => 2 * Math.log10(pixels) - Math.log10(2) + Math.floor(textured / cellArea) * Math.log10(chance);
const cellArea = 81;

/**
 * Finds pieces copied within the picture without turning or resizing them.
 * The bound counts chance likeness only; that repeated structures of the scene are not copies is left to the caller,
 * from `overlap`, `fraction`, `sharpness`, `residual`.
 */
export function findClones(luma: Luma, signal?: AbortSignal): Clone[] {
  const points = keypoints(luma);
  const place = (i: number): [number, number] => [points.x[i]!, points.y[i]!];
  // Most pictures have no offset worth a closer look: these are made for the first that is.
  let moments: LocalMoments | null = null;
  let chance = 1;
  const clones: Clone[] = [];
  for (const vote of offsetVotes(points, 3, signal).slice(0, 60)) {
    signal?.throwIfAborted();
    const seeds = vote.pairs.map(([a]) => place(a));
    const refined = refineOffset(luma, vote.dx, vote.dy, seeds);
    if (refined.sharpness < 2) continue;
    if (clones.some((one) => one.dx === refined.dx && one.dy === refined.dy)) continue;
    if (!moments) {
      moments = localMoments(luma);
      chance = chanceLikeness(luma, moments);
    }
    const area = registeredArea(luma, moments, refined.dx, refined.dy, seeds);
    if (!area || area.textured < 200) continue;
    clones.push({ ...area, ...refined, log10NFA: log10NFA(area.textured, chance, luma.width * luma.height) });
  }
  return clones;
}
