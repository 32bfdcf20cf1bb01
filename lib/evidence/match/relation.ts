import type { Coincidence } from './coincidence';
import type { GrainAgreement } from './grain';
import type { Shape } from './homography';

export const relations = ['same-picture-altered', 'same-picture-unaltered', 'same-printed-surface', 'same-article-another-photograph', 'no-match'] as const;
export type Relation = (typeof relations)[number];

export interface Kinship {
  shape: Shape | null;
  log10NFA: number;
  coincidence: Coincidence | null;
  grain: { textured: GrainAgreement; flat: GrainAgreement } | null;
  lighting: number;
}

/**
 * Chosen with room on both sides of what was seen on pairs with truth and on drawn scenes (cli/measure-pairs.ts, tests/fixtures/scenes):
 * light differs by 0.025 at most between copies and by 0.06 at least between photographs of one printed surface.
 */
export const relationSettings = {
  /** Below this share of agreeing tiles no mapping counts. */
  share: 0.12,
  hits: 20,
  solid: 0.02,
  /** A frame laid over the other without turn, tilt or loss: how an editor returns a picture. */
  kept: { degrees: 2, perspective: 0.06, stretch: 1.06, coverage: 0.8, rim: 0.4, sharpResidual: 0.13, sharpGrain: 0.955 },
  /** Anything re-framed must look like a copy down to the grain and the light. */
  copy: { share: 0.5, residual: 0.5, grain: 0.85, light: 0.045, rim: 0.45, rimTiles: 15, perspective: 0.6, coverage: 0.8, alignedDegrees: 1, alignedPerspective: 0.03, plain: 0.15, plainLight: 0.03 },
  /** The noise itself came along: then neither tilt nor what was laid over the rest matters. */
  pixels: { share: 0.3, hits: 40, residual: 0.2, grain: 0.97, light: 0.008, flat: 0.45, flatTiles: 40 },
  /** Noise of flat areas that neither picture lacks and that does not agree: no pixel of one came from the other. */
  ownNoise: { flat: 0.15, level: 0.2, tiles: 100 },
  /** Two exposures: everything coincides but the noise of flat areas, of which both have plenty. */
  exposures: { share: 0.9, flat: 0.22, level: 0.3, tiles: 150, grain: 0.96, residual: 0.17, alike: 0.7 },
  /**
   * One camera position and one way of storing: both hold the same amount of noise, which does not agree, and differ by no more than it.
   * Re-saving a copy takes noise away as it makes it disagree (cli/made-exposures.ts, counted in docs/matching.md).
   */
  oneStand: { scale: 1.03, degrees: 1, perspective: 0.02, share: 0.85, tiles: 60, level: 0.5, alike: 0.93, flat: 0.5, error: 1.7, told: 0.85, toldTiles: 40 },
};

/** Whether enough agrees that colours and light are worth looking at. */
export const worthOverlay = ({ coincidence }: Pick<Kinship, 'coincidence'>): boolean => !!coincidence && coincidence.share >= relationSettings.share && coincidence.hits.length >= relationSettings.hits;

type Grain = NonNullable<Kinship['grain']>;

function ownNoise(flat: GrainAgreement): boolean {
  const { ownNoise: own } = relationSettings;
  return flat.tiles >= own.tiles && Math.min(flat.first, flat.second) >= own.level && flat.correlation < own.flat;
}

const quarterTurn = (degrees: number) => Math.abs(degrees - 90 * Math.round(degrees / 90));

/** The layout came along whole, background on all sides, though its detail may have been drawn anew. */
function keptLayout(coincidence: Coincidence, shape: Shape, { textured, flat }: Grain, lighting: number): boolean {
  const { kept, copy } = relationSettings;
  const { rim } = coincidence;
  // Sharp agreement under another light is a flat thing photographed twice, not a picture drawn anew.
  if (lighting > copy.light && coincidence.residual < kept.sharpResidual && textured.correlation > kept.sharpGrain) return false;
  if (Math.abs(shape.rotation) > kept.degrees || shape.perspective > kept.perspective || shape.stretch > kept.stretch || coincidence.coverage < kept.coverage) return false;
  // Drawn anew, noise included: then only a background that agrees on all sides tells it from a second packshot.
  return rim.share > kept.rim && rim.agreeing >= (ownNoise(flat) ? 3 : Math.max(2, Math.min(3, rim.sides)));
}

/** The very pixels came along, through crop, turn, perspective, colour change or compression. */
function copied(coincidence: Coincidence, shape: Shape, { textured, flat }: Grain, lighting: number): boolean {
  const { copy } = relationSettings;
  if (ownNoise(flat)) return false;
  const aligned = quarterTurn(shape.rotation) < copy.alignedDegrees && shape.perspective < copy.alignedPerspective;
  // Around a copy that was turned lies a plain border; around a thing lies the rest of the room.
  if (coincidence.coverage < copy.coverage && !aligned && (coincidence.outside > copy.plain || lighting > copy.plainLight)) return false;
  if (coincidence.rim.informative >= copy.rimTiles && coincidence.rim.share < copy.rim) return false;
  return coincidence.share >= copy.share && coincidence.residual <= copy.residual && textured.correlation >= copy.grain && lighting <= copy.light && shape.perspective <= copy.perspective;
}

/** Sub-pixel agreement under one light, and the noise of flat areas in both: parts of one file, however much was cut, tilted or covered. */
function samePixels(coincidence: Coincidence, { textured, flat }: Grain, lighting: number): boolean {
  const { pixels } = relationSettings;
  return flat.tiles >= pixels.flatTiles && flat.correlation >= pixels.flat && textured.correlation >= pixels.grain && coincidence.residual <= pixels.residual && coincidence.share >= pixels.share && coincidence.hits.length >= pixels.hits && lighting <= pixels.light;
}

/** The frame as it was, within what a tripod or a steady hand keeps. */
function oneStand({ scale, rotation, perspective }: Shape): boolean {
  const { oneStand: stand } = relationSettings;
  return Math.max(scale, 1 / scale) < stand.scale && Math.abs(rotation) < stand.degrees && perspective < stand.perspective;
}

function noiseApart(coincidence: Coincidence, { textured, flat }: Grain): boolean {
  const { oneStand: stand } = relationSettings;
  const [less, more] = [Math.min(flat.first, flat.second), Math.max(flat.first, flat.second)];
  const error = Math.sqrt(Math.max(0, textured.first ** 2 + textured.second ** 2 - 2 * textured.correlation * textured.first * textured.second));
  return flat.tiles >= stand.tiles && less >= stand.level && less >= stand.alike * more && flat.correlation < stand.flat && coincidence.share >= stand.share && error <= stand.error * Math.hypot(less, more);
}

/**
 * What the noise says of two pictures that coincide: `own` noise, so two exposures; the `same` noise; or `untold`, where storing left too little
 * of it in one of them. Null where the frame was moved, which two exposures from one stand do not do, and where too little coincides.
 */
export function exposureOf({ coincidence, grain, shape }: Pick<Kinship, 'coincidence' | 'grain' | 'shape'>): 'own' | 'same' | 'untold' | null {
  if (!coincidence || !grain || !shape) return null;
  const { oneStand: stand, exposures } = relationSettings;
  const { flat } = grain;
  if (noiseDiffers(coincidence, grain)) return Math.min(flat.first, flat.second) >= exposures.alike * Math.max(flat.first, flat.second) ? 'own' : 'untold';
  if (!oneStand(shape) || coincidence.share < stand.share) return null;
  if (noiseApart(coincidence, grain)) return 'own';
  return flat.tiles >= stand.toldTiles && flat.correlation >= stand.told ? 'same' : 'untold';
}

/**
 * The same question for pictures of which only a part need coincide, as two parcels photographed on one stand do: the background's noise
 * tells. Null where the frame was moved.
 */
export function standsStill({ coincidence, grain, shape }: Pick<Kinship, 'coincidence' | 'grain' | 'shape'>): ReturnType<typeof exposureOf> {
  if (!coincidence || !grain || !shape || !oneStand(shape)) return null;
  const whole = exposureOf({ coincidence, grain, shape });
  if (whole) return whole;
  const { oneStand: stand, exposures } = relationSettings;
  const { flat } = grain;
  if (ownNoise(flat) && Math.min(flat.first, flat.second) >= exposures.alike * Math.max(flat.first, flat.second)) return 'own';
  return flat.tiles >= stand.toldTiles && flat.correlation >= stand.told ? 'same' : 'untold';
}

function noiseDiffers(coincidence: Coincidence, { textured, flat }: Grain): boolean {
  const { exposures } = relationSettings;
  return flat.tiles >= exposures.tiles && Math.min(flat.first, flat.second) >= exposures.level && flat.correlation < exposures.flat && coincidence.share >= exposures.share && coincidence.residual <= exposures.residual && textured.correlation >= exposures.grain;
}

/** Two exposures, or what may as well be two. */
const twoExposures = (found: Kinship, coincidence: Coincidence, grain: Grain): boolean => exposureOf(found) === 'own' || noiseDiffers(coincidence, grain);

/** Which of the propositions the dense comparison supports; 'same-picture' is split by the difference map later. */
export function relationOf(found: Kinship): Exclude<Relation, 'same-picture-altered' | 'same-picture-unaltered'> | 'same-picture' {
  const { coincidence, grain, shape } = found;
  if (!coincidence || !grain || !shape) return 'no-match';
  if (!worthOverlay(found)) return found.log10NFA < -10 ? 'same-article-another-photograph' : 'no-match';
  if (twoExposures(found, coincidence, grain)) return 'same-article-another-photograph';
  if (samePixels(coincidence, grain, found.lighting)) return 'same-picture';
  if (copied(coincidence, shape, grain, found.lighting) || keptLayout(coincidence, shape, grain, found.lighting)) return 'same-picture';
  return coincidence.solid >= relationSettings.solid ? 'same-printed-surface' : 'same-article-another-photograph';
}
