import type { Family } from '../case/finding';

/** How often an analyser spoke on genuine photographs, and where that was counted. */
export interface FalseAlarms {
  alarms: number;
  genuine: number;
  /** What the genuine photographs were, and the command that counts them again. */
  measuredOn: string;
}

export interface Weight {
  weight: number;
  /** Bounds on weight × strength, log10 units. */
  floor: number;
  cap: number;
  /** null only where the analyser's weight is 0. */
  falseAlarms: FalseAlarms | null;
}

/** Correlated findings of one family share these bounds (log10 units). */
export const familyCaps: Record<Family, { floor: number; cap: number }> = {
  provenance: { floor: -0.3, cap: 5 },
  metadata: { floor: -0.3, cap: 1.5 },
  compression: { floor: 0, cap: 2 },
  pixels: { floor: 0, cap: 2 },
  learned: { floor: -1, cap: 1.5 },
  'own-pictures': { floor: 0, cap: 4 },
  reuse: { floor: 0, cap: 4 },
};

/** Families that look at the same pixels share one more cap: they are not independent of each other. */
export const pixelFamilies: readonly Family[] = ['compression', 'pixels', 'learned'];
export const pixelCap = 2;

/** The one table of weights, by analyser id. An analyser without a row here fails tests/structure.test.ts. */
export const weights: Record<string, Weight> = {
  'signed-label': { weight: 1, floor: 0, cap: 2, falseAlarms: { alarms: 0, genuine: 298, measuredOn: 'cli/bench/false-alarms.ts on data/camera (38 originals) and data/photos/dev/real (260 marketplace copies); none carried a signed label' } },
  'content-credentials': { weight: 1, floor: -0.3, cap: 4.5, falseAlarms: { alarms: 0, genuine: 298, measuredOn: 'cli/bench/false-alarms.ts on data/camera (38 originals, 2 with camera credentials) and data/photos/dev/real (260 marketplace copies without any)' } },
};
