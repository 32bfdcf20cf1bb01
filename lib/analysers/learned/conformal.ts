/** What a merchant's own accepted photographs say about the classifier's scores. */
export interface ShopCalibration {
  /** A new photograph like those exceeds this logit with probability at most `rate`; null with too few photographs. */
  bound: number | null;
  rate: number;
  photographs: number;
  /** The fewest photographs that give a bound at this rate. */
  needed: number;
}

/**
 * Split conformal bound (Vovk et al. 2005; Lei et al. 2018): with m exchangeable genuine scores, a new one exceeds the
 * k-th smallest, k = ceil((1-rate)(m+1)), with probability at most `rate`. Needs m >= 1/rate - 1.
 * @param logits of photographs from accepted, undisputed claims. @param rate tolerated share of false alarms, 0 < rate < 1.
 * @throws RangeError on a rate outside (0, 1) or a score that is no number.
 */
export function calibrateToShop(logits: readonly number[], rate: number): ShopCalibration {
  if (!(rate > 0 && rate < 1)) throw new RangeError('rate must lie between 0 and 1');
  if (logits.some((logit) => !Number.isFinite(logit))) throw new RangeError('a score is not a finite number');
  const m = logits.length;
  // The subtraction keeps e.g. 0.95 * 100 = 95.00000000000001 from being counted as 96.
  const rank = Math.ceil((1 - rate) * (m + 1) - 1e-9);
  const needed = Math.ceil(1 / rate - 1 - 1e-9);
  const bound = m > 0 && rank <= m ? [...logits].sort((a, b) => a - b)[rank - 1]! : null;
  return { bound, rate, photographs: m, needed };
}

/** Split conformal p-value of one score among the shop's own: small means unlike anything the shop accepted. */
export function conformalP(logits: readonly number[], logit: number): number {
  return (1 + logits.filter((own) => own >= logit).length) / (logits.length + 1);
}

/** Scores of photographs from accepted, undisputed claims of one shop, kept on the device; no picture is kept with them. */
export interface ShopScores {
  /** The model they were scored by; another model's scores mean something else. */
  model: string;
  logits: readonly number[];
  /** ISO 8601: when photographs were last added. */
  calibratedAt: string;
}

/** A merchant's bound is given at this rate, and not from fewer photographs than this. */
export const shopRate = 0.01;
export const fewestShopPhotographs = 100;

/** The shop's own bound, or null while there are too few photographs for one. */
export function shopBound({ logits }: ShopScores): number | null {
  return logits.length < fewestShopPhotographs ? null : calibrateToShop(logits, shopRate).bound;
}

/** What a merchant is shown of the shop's calibration. */
export interface ShopView {
  photographs: number;
  /** Null while there are fewer than `fewestShopPhotographs`. */
  bound: number | null;
  rate: number;
  calibratedAt: string;
  model: string;
}

/** Why a picture has no score. */
export type Unscored = 'no-picture' | 'too-small' | 'no-classifier';

/** What came of photographs given for calibration. */
export interface ShopAdded {
  scored: number;
  /** Already counted, or twice among the files. */
  doubles: number;
  unscored: Record<Unscored, number>;
  cancelled: boolean;
}
