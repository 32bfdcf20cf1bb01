import { fastCorners } from './corners';
import { describe, descriptorWords, orientation, patchReach } from './descriptors';
import { blur, fit, resize, type Plane } from './plane';

/** Local features of one picture; positions are in continuous pixels of the picture they were asked for. */
export interface Features {
  /** Size of the picture the positions belong to. */
  width: number;
  height: number;
  count: number;
  x: Float32Array;
  y: Float32Array;
  /** Radius of the patch's support in pixels of the picture. */
  size: Float32Array;
  /** How far the corner stands out from its ring, grey levels. */
  score: Float32Array;
  /** `descriptorWords` words per feature, and those of the same points in the mirrored picture. */
  bits: Int32Array;
  mirroredBits: Int32Array;
}

export const featureSettings = { longest: 900, step: 1.2, levels: 8, most: 2200, thresholds: [18, 8, 4] as readonly number[], cell: 30 };

interface Candidate {
  level: number;
  x: number;
  y: number;
  score: number;
}

/** Spreads the points over the picture: the best of each cell in turn, so that one busy area does not take them all. */
function spread(candidates: Candidate[], width: number, most: number): Candidate[] {
  if (candidates.length <= most) return candidates;
  const cells = new Map<number, Candidate[]>();
  const columns = Math.ceil(width / featureSettings.cell);
  for (const one of candidates) {
    const key = Math.floor(one.y / featureSettings.cell) * columns + Math.floor(one.x / featureSettings.cell);
    const list = cells.get(key);
    if (list) list.push(one);
    else cells.set(key, [one]);
  }
  for (const list of cells.values()) list.sort((a, b) => b.score - a.score);
  const chosen: Candidate[] = [];
  for (let round = 0; chosen.length < most; round++) {
    let left = false;
    for (const list of cells.values()) {
      const one = list[round];
      if (!one) continue;
      left = true;
      chosen.push(one);
      if (chosen.length >= most) break;
    }
    if (!left) break;
  }
  return chosen;
}

/** FAST-9 corners with rotated BRIEF on a pyramid of step 1.2 (ORB, Rublee et al. 2011), thresholds falling until there are enough. */
export function extractFeatures(luma: Plane, settings = featureSettings): Features {
  const base = fit(luma, settings.longest);
  const levels: { plane: Plane; scale: number }[] = [];
  for (let i = 0; i < settings.levels; i++) {
    const scale = settings.step ** -i;
    const width = Math.round(base.plane.width * scale);
    const height = Math.round(base.plane.height * scale);
    if (Math.min(width, height) < 2 * patchReach + 8) break;
    const previous = levels.at(-1)?.plane ?? base.plane;
    levels.push({ plane: i === 0 ? base.plane : resize(previous, width, height), scale });
  }
  let candidates: Candidate[] = [];
  for (const threshold of settings.thresholds) {
    candidates = levels.flatMap(({ plane, scale }, level) => {
      const corners = fastCorners(plane, threshold, patchReach + 1);
      return Array.from({ length: corners.count }, (_, i) => ({ level, x: (corners.x[i]! + 0.5) / scale, y: (corners.y[i]! + 0.5) / scale, score: corners.score[i]! }));
    });
    if (candidates.length >= settings.most) break;
  }
  const chosen = spread(candidates, base.plane.width, settings.most);
  const smooth = levels.map(({ plane }) => blur(plane, 1.6));
  const out: Features = {
    width: luma.width,
    height: luma.height,
    count: chosen.length,
    x: new Float32Array(chosen.length),
    y: new Float32Array(chosen.length),
    size: new Float32Array(chosen.length),
    score: Float32Array.from(chosen, (one) => one.score),
    bits: new Int32Array(chosen.length * descriptorWords),
    mirroredBits: new Int32Array(chosen.length * descriptorWords),
  };
  chosen.forEach((one, i) => {
    const { scale } = levels[one.level]!;
    const level = smooth[one.level]!;
    const px = Math.floor(one.x * scale);
    const py = Math.floor(one.y * scale);
    const angle = orientation(level, px, py);
    describe(level, px, py, angle, out.bits, i * descriptorWords);
    describe(level, px, py, angle, out.mirroredBits, i * descriptorWords, -1);
    out.x[i] = one.x / base.scaleX;
    out.y[i] = one.y / base.scaleY;
    out.size[i] = 15 / scale / base.scaleX;
  });
  return out;
}

/** The features of the mirrored picture: the same points seen from behind. */
export const mirroredFeatures = (features: Features): Features => ({ ...features, x: features.x.map((x) => features.width - x), bits: features.mirroredBits, mirroredBits: features.bits });
