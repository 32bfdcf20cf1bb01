import type { Family } from './finding';

/** Verbal scale after ENFSI (2015); thresholds in lib/scoring/bands.ts. */
export const bands = ['none', 'limited', 'moderate', 'moderately-strong', 'strong', 'very-strong'] as const;
export type Band = (typeof bands)[number];

/** What one finding adds to the score, and what the caps took away. All numbers are log10 likelihood ratios. */
export interface Contribution {
  analyser: string;
  family: Family;
  strength: number;
  weight: number;
  /** After weight and the analyser's own cap. */
  weighted: number;
  /** After the family's shared cap: what is really summed. */
  counted: number;
  /** Set where the finding speaks of where or when the picture was taken, not of its having been generated or edited. */
  about?: 'origin';
}

export interface Assessment {
  log10LR: number;
  /** 0..100, a scale for log10LR, not a probability. */
  score: number;
  band: Band;
  contributions: Contribution[];
}

/** A case is as strong as its strongest picture; `imageId` names it (null: nothing could be examined). */
export interface CaseAssessment extends Assessment {
  imageId: string | null;
  examined: number;
  refused: number;
}
