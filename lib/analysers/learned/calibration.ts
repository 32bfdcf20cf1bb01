// Written by training/calibrate.py from whole pictures of sources the networks never saw. Do not edit.
import type { Calibration } from './likelihood';

export const calibration: Calibration = {
  model: 'pixels-20261128-69224101',
  bands: {
    'jpeg-fine': { intercept: 0.0217, slope: 0.4531, moderateFrom: 2.634, genuine: 86, generated: 42 },
    'jpeg-middle': { intercept: 0.0499, slope: 0.5510, moderateFrom: 2.634, genuine: 77, generated: 50 },
    'jpeg-coarse': { intercept: 0.0080, slope: 0.3807, moderateFrom: 2.634, genuine: 53, generated: 20 },
    other: { intercept: 0.0095, slope: 0.3841, moderateFrom: 2.634, genuine: 44, generated: 42 },
  },
};
