// Written by training/calibrate.py from whole pictures of sources the networks never saw. Do not edit.
import type { Calibration } from './likelihood';

export const calibration: Calibration = {
  model: 'pixels-20261122-adf804b3',
  bands: {
    'jpeg-fine': { intercept: 0.0378, slope: 0.3788, moderateFrom: 2.244, genuine: 86, generated: 42 },
    'jpeg-middle': { intercept: 0.0706, slope: 0.4559, moderateFrom: 2.244, genuine: 77, generated: 50 },
    'jpeg-coarse': { intercept: 0.0237, slope: 0.3552, moderateFrom: 2.244, genuine: 53, generated: 20 },
    other: { intercept: 0.0114, slope: 0.3535, moderateFrom: 2.244, genuine: 44, generated: 42 },
  },
};
