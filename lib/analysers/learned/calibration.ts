// Written by training/calibrate.py from whole pictures of sources the networks never saw. Do not edit.
import type { Calibration } from './likelihood';

export const calibration: Calibration = {
  model: 'none',
  bands: {
    'jpeg-fine': { intercept: 0, slope: 0, moderateFrom: Infinity, genuine: 0, generated: 0 },
    'jpeg-middle': { intercept: 0, slope: 0, moderateFrom: Infinity, genuine: 0, generated: 0 },
    'jpeg-coarse': { intercept: 0, slope: 0, moderateFrom: Infinity, genuine: 0, generated: 0 },
    other: { intercept: 0, slope: 0, moderateFrom: Infinity, genuine: 0, generated: 0 },
  },
};
