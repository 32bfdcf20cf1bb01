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
}

/** Chosen on synthetic pairs and the development pairs; each with room on both sides (docs in cli/measure-pairs). */
export const relationSettings = {
  /** Below this share of agreeing tiles no mapping counts. */
  share: 0.12,
  hits: 20,
  /** Share of agreeing tiles near the frame's edge that says the background came along. */
  rim: 0.35,
  /** Correlation of the flat areas' grain: two exposures stay near 0, copies lie above. */
  copied: 0.12,
  flatTiles: 12,
};

/** Which of the propositions the dense comparison supports; 'same-picture' is split by the difference map later. */
export function relationOf(found: Kinship, _evidence: { width: number; height: number }): Exclude<Relation, 'same-picture-altered' | 'same-picture-unaltered'> | 'same-picture' {
  const { coincidence, grain } = found;
  if (!coincidence || !grain) return 'no-match';
  const settings = relationSettings;
  if (coincidence.share < settings.share || coincidence.hits.length < settings.hits) return found.log10NFA < -10 ? 'same-article-another-photograph' : 'no-match';
  if (coincidence.rim.share > settings.rim) return 'same-picture';
  return 'same-printed-surface';
}
