// Written by training/calibrate.py from whole pictures of sources the networks never saw. Do not edit.
import type { Calibration } from './likelihood';

export const calibration: Calibration = {
  model: 'pixels-20261123-9e8fc51b',
  bands: {
    'jpeg-fine': { intercept: 0.0405, slope: 0.5417, moderateFrom: 1.736, genuine: 86, generated: 42 },
    'jpeg-middle': { intercept: 0.0802, slope: 0.5708, moderateFrom: 1.736, genuine: 77, generated: 50 },
    'jpeg-coarse': { intercept: 0.0187, slope: 0.4798, moderateFrom: 1.736, genuine: 53, generated: 20 },
    other: { intercept: 0.0052, slope: 0.4699, moderateFrom: 1.736, genuine: 44, generated: 42 },
  },
};
