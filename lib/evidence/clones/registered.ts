import { boxMean, planeOf, type Plane } from '../filters';
import type { Luma, Rectangle } from '../luma';

/** A connected part of the picture that agrees with the same shape `dx`, `dy` further on. */
export interface RegisteredArea {
  /** 1 where the source lies, in the frame of `bounds`. */
  mask: Uint8Array;
  bounds: Rectangle;
  /** Pixels of the area, and those of them with contrast enough to tell anything. */
  area: number;
  textured: number;
  /** Sum of squared differences over the sum of both variances (local, 9x9): 0 for the same pixels, about 1 for unrelated ones. */
  residual: number;
  /** Correlation of what is left after the local mean is removed. */
  correlation: number;
  /** Root mean square difference and mean difference in grey levels. */
  rms: number;
  bias: number;
  /** Where between pixels the agreement is best, from a parabola through the neighbouring offsets: 0 for pixels copied whole. */
  fraction: [number, number];
  /** Share of the area that also lies in its own copy: repeated structures run into themselves, a pasted piece does not. */
  overlap: number;
  /** Share of pixels within 2 grey levels of the commonest: large for letters and drawn graphics, small for photographed surfaces. */
  flatShare: number;
  /** That grey level. */
  flatLevel: number;
}

const radius = 4;

export interface LocalMoments {
  mean: Plane;
  /** Local variance, 9x9. */
  variance: Plane;
}

export function localMoments(luma: Luma): LocalMoments {
  const plane = planeOf(luma);
  const mean = boxMean(plane, radius);
  const { data } = plane;
  for (let i = 0; i < data.length; i += 1) data[i] = data[i]! * data[i]!;
  const variance = boxMean(plane, radius);
  for (let i = 0; i < data.length; i += 1) variance.data[i] = Math.max(0, variance.data[i]! - mean.data[i]! * mean.data[i]!);
  return { mean, variance };
}

/** Contrast below this (variance, grey levels²) agrees with everything and counts for nothing. */
export const texturedVariance = 25;

/** A place agrees with another when their mean squared difference is below this share of the sum of their variances. */
const likeness = 0.15;

/**
 * How often a textured 9x9 cell agrees with the place a random offset away, in this picture. Repetitive pictures have
 * a high one. Deterministic: the offsets come from a fixed sequence. Never below one in the number of trials.
 */
export function chanceLikeness(luma: Luma, { variance }: LocalMoments, trials = 20000): number {
  const { width, height, data } = luma;
  let state = 12345;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
  let tried = 0;
  let like = 0;
  for (let attempt = 0; attempt < 8 * trials && tried < trials; attempt += 1) {
    const ax = radius + random(width - 2 * radius);
    const ay = radius + random(height - 2 * radius);
    const bx = radius + random(width - 2 * radius);
    const by = radius + random(height - 2 * radius);
    const a = ay * width + ax;
    const b = by * width + bx;
    if (variance.data[a]! <= texturedVariance || (ax - bx) ** 2 + (ay - by) ** 2 < 256) continue;
    tried += 1;
    let sum = 0;
    const bound = likeness * (2 * radius + 1) ** 2 * (variance.data[a]! + variance.data[b]!);
    for (let v = -radius; v <= radius && sum < bound; v += 1) {
      for (let u = -radius; u <= radius; u += 1) sum += (data[a + v * width + u]! - data[b + v * width + u]!) ** 2;
    }
    if (sum < bound) like += 1;
  }
  return (like + 1) / (tried + 1);
}

/**
 * Lays the picture over itself, shifted, and keeps the connected area around `seeds` where the difference stays
 * below `likeness` of the contrast.
 */
export function registeredArea(luma: Luma, { mean, variance }: LocalMoments, dx: number, dy: number, seeds: [number, number][]): RegisteredArea | null {
  const margin = 48;
  const xs = seeds.map(([x]) => x);
  const ys = seeds.map(([, y]) => y);
  const left = Math.max(0, -dx, Math.min(...xs) - margin);
  const top = Math.max(0, -dy, Math.min(...ys) - margin);
  const right = Math.min(luma.width, luma.width - dx, Math.max(...xs) + margin);
  const bottom = Math.min(luma.height, luma.height - dy, Math.max(...ys) + margin);
  const [width, height] = [right - left, bottom - top];
  if (width < 8 || height < 8) return null;
  const squared = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y + top) * luma.width + x + left;
      const d = luma.data[at]! - luma.data[at + dy * luma.width + dx]!;
      squared[y * width + x] = d * d;
    }
  }
  const error = boxMean({ width, height, data: squared }, radius).data;
  const like = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y + top) * luma.width + x + left;
      const contrast = variance.data[at]! + variance.data[at + dy * luma.width + dx]!;
      if (error[y * width + x]! < likeness * contrast) like[y * width + x] = 1;
    }
  }
  const mask = largestSeeded(like, width, height, seeds.map(([x, y]) => (y - top) * width + x - left));
  if (!mask) return null;
  let [area, textured, errors, contrast, bias, cross, own, other] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      if (!mask[i]) continue;
      const a = (y + top) * luma.width + x + left;
      const b = a + dy * luma.width + dx;
      area += 1;
      if (variance.data[a]! > texturedVariance) textured += 1;
      errors += squared[i]!;
      contrast += variance.data[a]! + variance.data[b]!;
      bias += luma.data[a]! - luma.data[b]!;
      const [p, q] = [luma.data[a]! - mean.data[a]!, luma.data[b]! - mean.data[b]!];
      cross += p * q;
      own += p * p;
      other += q * q;
    }
  }
  const levels = new Int32Array(260);
  for (let i = 0; i < mask.length; i += 1) if (mask[i]) levels[luma.data[(Math.floor(i / width) + top) * luma.width + (i % width) + left]! + 2]! += 1;
  let [common, flatLevel] = [0, 0];
  for (let level = 2; level < 258; level += 1) {
    const near = levels[level - 2]! + levels[level - 1]! + levels[level]! + levels[level + 1]! + levels[level + 2]!;
    if (near > common) [common, flatLevel] = [near, level - 2];
  }
  const shifted = (u: number, v: number) => {
    let sum = 0;
    for (let y = 1; y < height - 1; y += 1) {
      for (let x = 1; x < width - 1; x += 1) {
        if (!mask[y * width + x]) continue;
        const a = (y + top) * luma.width + x + left;
        const other = Math.min(luma.data.length - 1, Math.max(0, a + (dy + v) * luma.width + dx + u));
        sum += (luma.data[a]! - luma.data[other]!) ** 2;
      }
    }
    return sum;
  };
  const here = shifted(0, 0);
  const fraction = ([[1, 0], [0, 1]] as const).map(([u, v]) => {
    const [before, after] = [shifted(-u, -v), shifted(u, v)];
    return (before - after) / (2 * (before + after - 2 * here) || 1);
  }) as [number, number];
  let overlap = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [u, v] = [x + dx, y + dy];
      if (mask[y * width + x] && u >= 0 && v >= 0 && u < width && v < height && mask[v * width + u]) overlap += 1;
    }
  }
  return {
    fraction,
    overlap: overlap / area,
    flatShare: common / area,
    flatLevel,
    mask,
    bounds: { x: left, y: top, width, height },
    area,
    textured,
    residual: errors / contrast,
    correlation: cross / Math.sqrt(own * other || 1),
    rms: Math.sqrt(errors / area),
    bias: bias / area,
  };
}

/** Largest 4-connected component of `like` that holds a seed. */
function largestSeeded(like: Uint8Array, width: number, height: number, seeds: number[]): Uint8Array | null {
  const seen = new Uint8Array(like.length);
  let best: number[] = [];
  for (const seed of seeds) {
    if (!like[seed] || seen[seed]) continue;
    const members = [seed];
    seen[seed] = 1;
    for (let i = 0; i < members.length; i += 1) {
      const at = members[i]!;
      const x = at % width;
      const visit = (next: number) => {
        if (like[next] && !seen[next]) {
          seen[next] = 1;
          members.push(next);
        }
      };
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      if (at >= width) visit(at - width);
      if (at < width * (height - 1)) visit(at + width);
    }
    if (members.length > best.length) best = members;
  }
  if (best.length === 0) return null;
  const mask = new Uint8Array(like.length);
  for (const at of best) mask[at] = 1;
  return mask;
}

/** Sum of squared differences over the patches around the seeds, at one offset. Seeds whose patch leaves the picture count nothing. */
function seedDifference(luma: Luma, dx: number, dy: number, seeds: [number, number][]): number {
  const half = 5;
  let sum = 0;
  let count = 0;
  for (const [x, y] of seeds) {
    if (x < half || y < half || x + half >= luma.width || y + half >= luma.height) continue;
    if (x + dx < half || y + dy < half || x + dx + half >= luma.width || y + dy + half >= luma.height) continue;
    for (let v = -half; v <= half; v += 1) {
      const a = (y + v) * luma.width + x;
      const b = a + dy * luma.width + dx;
      for (let u = -half; u <= half; u += 1) sum += (luma.data[a + u]! - luma.data[b + u]!) ** 2;
    }
    count += 1;
  }
  return count ? sum / count : Infinity;
}

export interface RefinedOffset {
  dx: number;
  dy: number;
  /** Least rise of the difference when the offset is 2 px off in any of eight directions: about 1 along edges, large for texture. */
  sharpness: number;
}

/** Votes are right to a pixel or two: takes the offset near `dx`, `dy` with the least difference, and how distinct it is. */
export function refineOffset(luma: Luma, dx: number, dy: number, seeds: [number, number][]): RefinedOffset {
  const used = seeds.length > 60 ? seeds.filter((_, i) => i % Math.ceil(seeds.length / 60) === 0) : seeds;
  let best = { dx, dy, difference: Infinity };
  for (let v = -2; v <= 2; v += 1) {
    for (let u = -2; u <= 2; u += 1) {
      const difference = seedDifference(luma, dx + u, dy + v, used);
      if (difference < best.difference) best = { dx: dx + u, dy: dy + v, difference };
    }
  }
  let least = Infinity;
  for (const [u, v] of [[2, 0], [2, 1], [2, 2], [1, 2], [0, 2], [-1, 2], [-2, 2], [-2, 1], [-2, 0], [-2, -1], [-2, -2], [-1, -2], [0, -2], [1, -2], [2, -2], [2, -1]] as const) {
    least = Math.min(least, seedDifference(luma, best.dx + u, best.dy + v, used));
  }
  return { dx: best.dx, dy: best.dy, sharpness: least / Math.max(best.difference, 1) };
}
