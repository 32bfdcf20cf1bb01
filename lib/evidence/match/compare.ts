import { coincidenceOf, type Coincidence } from './coincidence';
import { consensusSettings, findConsensus } from './consensus';
import { differenceOf, type Difference } from './difference';
import { lightingOf } from './lighting';
import { overlayOf } from './overlay';
import { extractFeatures, mirroredFeatures, type Features } from './features';
import { grainOf, type GrainAgreement } from './grain';
import { mapX, mapY, shapeOf, type Homography, type Shape } from './homography';
import { pairFeatures } from './pairing';
import { flip, lumaOf } from './plane';
import { register, type Registration } from './registration';
import { relationOf, worthOverlay, type Relation } from './relation';

export interface Picture {
  width: number;
  height: number;
  /** Interleaved RGB bytes. */
  rgb: Uint8Array;
}

/** A picture with its features. */
export interface Subject {
  picture: Picture;
  features: Features;
}

/** How the evidence picture stands to one of the merchant's own. */
export interface Comparison {
  relation: Relation;
  mirrored: boolean;
  /** Evidence (mirrored first where `mirrored`) to reference, continuous full pixels; null without one. */
  homography: Homography | null;
  shape: Shape | null;
  log10NFA: number;
  inliers: number;
  coincidence: Coincidence | null;
  grain: { textured: GrainAgreement; flat: GrainAgreement } | null;
  /** Range of the difference in light across the frame, as a share; 0 where it was not looked at. */
  lighting: number;
  registration: Registration | null;
  /** Only where both are the same picture. Outlines are in the evidence picture as displayed to us, mirroring undone. */
  difference: Difference | null;
}

export const mirrorPicture = (picture: Picture): Picture => {
  const { width, height, rgb } = picture;
  const out = new Uint8Array(rgb.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = (y * width + width - 1 - x) * 3, to = (y * width + x) * 3;
      out[to] = rgb[from]!;
      out[to + 1] = rgb[from + 1]!;
      out[to + 2] = rgb[from + 2]!;
    }
  return { width, height, rgb: out };
};

export const featuresOf = (picture: Picture): Features => extractFeatures(lumaOf(picture));

export const subjectOf = (picture: Picture, features = featuresOf(picture)): Subject => ({ picture, features });

interface Candidate {
  mirrored: boolean;
  homography: Homography;
  log10NFA: number;
  inliers: number;
}

/** A tight agreement finds the copies, a loose one the re-drawn pictures whose geometry wobbles. */
const tolerances = [0.006, consensusSettings.most];

function candidates(evidence: Subject, reference: Features): Candidate[] {
  const out: Candidate[] = [];
  for (const mirrored of [false, true]) {
    const features = mirrored ? mirroredFeatures(evidence.features) : evidence.features;
    const pairings = pairFeatures(features, reference);
    for (const most of tolerances) {
      const found = findConsensus(features, reference, pairings, { ...consensusSettings, most });
      if (!found) continue;
      out.push({ mirrored, homography: found.homography, log10NFA: found.log10NFA, inliers: found.inliers.length });
      if (found.log10NFA < -60 && found.inliers.length > 0.3 * pairings.length) break;
    }
    // A symmetric thing agrees both ways, the wrong way with fewer of its pairs.
    if (out.some((one) => one.log10NFA < -200 && one.inliers > 0.3 * pairings.length)) break;
  }
  out.sort((a, b) => a.log10NFA - b.log10NFA);
  return out.filter((one, i) => !out.slice(0, i).some((better) => better.mirrored === one.mirrored && alike(better.homography, one.homography, evidence.picture, reference))).slice(0, 3);
}

/** Whether two mappings lay the frame so near each other that registration leads both to one place. */
function alike(a: Homography, b: Homography, { width, height }: Picture, reference: Features): boolean {
  const limit = 0.012 * Math.max(reference.width, reference.height);
  return [[0, 0], [width, 0], [width, height], [0, height]].every(([x, y]) => Math.hypot(mapX(a, x!, y!) - mapX(b, x!, y!), mapY(a, x!, y!) - mapY(b, x!, y!)) < limit);
}

const nothing = (relation: Relation, best?: Candidate): Comparison => ({
  relation, mirrored: best?.mirrored ?? false, homography: null, shape: null, log10NFA: best?.log10NFA ?? 0, inliers: best?.inliers ?? 0, coincidence: null, grain: null, lighting: 0, registration: null, difference: null,
});

/**
 * Compares an evidence picture with a reference picture: features, then a dense look at how much of the frame follows one mapping,
 * then, for the same picture, what differs. Deterministic.
 */
export function compare(subject: Subject, reference: Picture, referenceFeatures: Features): Comparison {
  const evidence = subject.picture;
  const found = candidates(subject, referenceFeatures);
  const likely = found.filter((one) => one.log10NFA < -3);
  if (likely.length === 0) return nothing('no-match', found[0]);
  const second = lumaOf(reference);
  const upright = lumaOf(evidence);
  let best: Comparison | null = null;
  for (const one of likely) {
    const first = one.mirrored ? flip(upright) : upright;
    const registration = register(first, second, one.homography);
    if (!registration) continue;
    const coincidence = coincidenceOf(registration);
    if (best?.coincidence && best.coincidence.hits.length >= coincidence.hits.length) continue;
    const grain = grainOf(registration, coincidence.hits);
    const shape = shapeOf(registration.homography, evidence.width, evidence.height);
    best = { relation: 'no-match', mirrored: one.mirrored, homography: registration.homography, shape, log10NFA: one.log10NFA, inliers: one.inliers, coincidence, grain, lighting: 0, registration, difference: null };
    if (coincidence.share > 0.5) break;
  }
  if (!best) return nothing('no-match', likely[0]);
  if (!worthOverlay(best)) {
    const distant = relationOf(best);
    return { ...best, relation: distant === 'same-picture' ? 'no-match' : distant };
  }
  const registration = best.registration!;
  const overlay = overlayOf(registration, best.mirrored ? mirrorPicture(evidence) : evidence, reference);
  best.lighting = lightingOf(overlay, best.coincidence!.hits, registration.width, registration.height);
  const kinship = relationOf(best);
  if (kinship !== 'same-picture') return { ...best, relation: kinship };
  const difference = differenceOf(registration, overlay);
  if (best.mirrored) for (const area of difference.areas) area.outline = area.outline.map(([x, y]): [number, number] => [1 - x, y]).reverse();
  if (best.mirrored) for (const area of difference.areas) area.onSecond.reverse();
  return { ...best, relation: difference.areas.length > 0 ? 'same-picture-altered' : 'same-picture-unaltered', difference };
}
