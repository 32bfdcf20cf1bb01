/** Analysers of a family look at the same kind of trace and share one cap in the score. */
export const families = ['provenance', 'metadata', 'compression', 'pixels', 'learned', 'own-pictures', 'reuse'] as const;
export type Family = (typeof families)[number];

export type Outcome = 'suspicious' | 'consistent' | 'inconclusive' | 'not-applicable' | 'failed';

export type FactValue = string | number | boolean;

/** Something a reader can check in the file. `private` facts hold account identifiers: masked outside the device. */
export interface Fact {
  key: string;
  value: FactValue;
  private?: boolean;
}

/** Outline on the picture, in fractions of its width and height as coded (0..1), before any EXIF orientation. */
export interface Region {
  points: [number, number][];
  /** What this outline marks, as a fact key or short code the text layer knows. */
  kind: string;
}

/**
 * The answer of one analyser about one picture. `strength` is the log10 likelihood ratio
 * (generated or altered : a camera photograph re-saved by the platform) before weights and caps;
 * 0 for every outcome but `suspicious` and `consistent`.
 */
export interface Finding {
  analyser: string;
  family: Family;
  outcome: Outcome;
  strength: number;
  facts: Fact[];
  regions?: Region[];
}
