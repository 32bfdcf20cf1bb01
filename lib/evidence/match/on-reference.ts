import { inverse, mapX, mapY, rescaled, type Homography } from './homography';

/**
 * A mapping as text for facts and bundles: nine numbers, fractions of the buyer's picture (mirrored first where said) to
 * fractions of the merchant's, so that it holds whatever size either is shown at.
 */
export function mappingText(homography: Homography, from: { width: number; height: number }, to: { width: number; height: number }): string {
  return [...rescaled(homography, 1 / from.width, 1 / from.height, 1 / to.width, 1 / to.height)].map((v) => Number(v.toPrecision(7))).join(' ');
}

/** @returns null where the text is not nine numbers. */
export function parseMapping(text: string): Homography | null {
  const numbers = text.split(' ').map(Number);
  return numbers.length === 9 && numbers.every(Number.isFinite) ? Float64Array.from(numbers) : null;
}

/** The same outline on the merchant's picture, in fractions of it, cut at its edges. */
export function onReference(points: readonly (readonly [number, number])[], mapping: Homography, mirrored: boolean): [number, number][] {
  const cut = (v: number) => Math.min(1, Math.max(0, v));
  return points.map(([x, y]) => {
    const from = mirrored ? 1 - x : x;
    return [cut(mapX(mapping, from, y)), cut(mapY(mapping, from, y))];
  });
}

/** Where the corners of the merchant's picture lie on the buyer's, in fractions of it; may reach outside. */
export function frameOnEvidence(mapping: Homography, mirrored: boolean): [number, number][] | null {
  const back = inverse(mapping);
  if (!back) return null;
  const corners: [number, number][] = [[0, 0], [1, 0], [1, 1], [0, 1]];
  return corners.map(([x, y]) => [mirrored ? 1 - mapX(back, x, y) : mapX(back, x, y), mapY(back, x, y)]);
}
