// Written by training/calibrate.py from whole pictures of sources the networks never saw. Do not edit.
import type { Calibration } from './likelihood';

export const calibration: Calibration = {
  model: 'pixels-20261123-3a516528',
  bands: {
    'jpeg-fine': { intercept: 0.0861, slope: 0.5689, moderateFrom: 1.736, genuine: 86, generated: 42 },
    'jpeg-middle': { intercept: 0.1254, slope: 0.6235, moderateFrom: 1.736, genuine: 77, generated: 50 },
    'jpeg-coarse': { intercept: 0.0576, slope: 0.5051, moderateFrom: 1.736, genuine: 53, generated: 20 },
    other: { intercept: 0.0460, slope: 0.4868, moderateFrom: 1.736, genuine: 44, generated: 42 },
  },
};
