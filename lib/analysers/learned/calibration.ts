// Written by training/calibrate.py from whole pictures of sources the networks never saw. Do not edit.
import type { Calibration } from './likelihood';

export const calibration: Calibration = {
  model: 'pixels-20261128-17bda8e1',
  bands: {
    'jpeg-fine': { intercept: 0.0824, slope: 0.3831, moderateFrom: 2.757, genuine: 86, generated: 42 },
    'jpeg-middle': { intercept: 0.1274, slope: 0.4488, moderateFrom: 2.757, genuine: 77, generated: 50 },
    'jpeg-coarse': { intercept: 0.0866, slope: 0.3076, moderateFrom: 2.757, genuine: 53, generated: 20 },
    other: { intercept: 0.1052, slope: 0.2875, moderateFrom: 2.757, genuine: 44, generated: 42 },
  },
};
