import { calibration } from './calibration';
import type { QualityBand } from './quality-band';

/** One band of a calibrated model. Logits and log10 likelihood ratios; see training/calibrate.py for how it is fitted. */
export interface BandCalibration {
  /** log10 LR = intercept + slope × logit, from a balanced logistic fit. */
  intercept: number;
  slope: number;
  /** Below this logit the support never reaches `moderate` (log10 LR 1), whatever the line says. */
  moderateFrom: number;
  /** Pictures behind the fit. */
  genuine: number;
  generated: number;
}

export interface Calibration {
  /** The model these numbers belong to; another model's logits mean something else. */
  model: string;
  bands: Record<QualityBand, BandCalibration>;
}

/** The score's bounds on one network's word (docs: detection, fusion). */
export const likelihoodCap = 1.5;
const belowModerate = 0.95;

/** log10 likelihood ratio of a logit, before capping; null for a model without calibration. */
export function log10LikelihoodRatio(model: string, band: QualityBand, logit: number, table: Calibration = calibration): number | null {
  if (model !== table.model) return null;
  const { intercept, slope, moderateFrom } = table.bands[band];
  const line = intercept + slope * logit;
  return logit < moderateFrom ? Math.min(line, belowModerate) : line;
}

export const photographsBehind = (band: QualityBand, table: Calibration = calibration): number => table.bands[band].genuine;
