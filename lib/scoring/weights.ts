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

/** Counted where there was something to read; the 260 marketplace copies of dev/real carry no metadata and raised nothing. */
const withMetadata = (what: string) => `photographs of ../shared/data/camera and ../shared/data/photos/dev/real ${what}; tsx cli/bench/metadata-alarms.ts`;

/** The gates of these analysers were set on the same photographs: expect a little more on others. docs/traces.md counts some that no gate was set on. */
const traceCount = '../shared/data/photos/dev/real (260) and ../shared/data/camera (38); npm run measure:traces';

/** The one table of weights, by analyser id. An analyser without a row here fails tests/structure.test.ts. */
export const weights: Record<string, Weight> = {
  'ai-label': { weight: 1, floor: 0, cap: 3, falseAlarms: { alarms: 0, genuine: 39, measuredOn: withMetadata('with any metadata text') } },
  'digital-source-type': { weight: 1, floor: 0, cap: 3, falseAlarms: { alarms: 0, genuine: 12, measuredOn: withMetadata('with XMP or IPTC') } },
  'generator-trace': { weight: 1, floor: 0, cap: 3, falseAlarms: { alarms: 0, genuine: 39, measuredOn: withMetadata('with any metadata text') } },
  'vendor-edit': { weight: 1, floor: 0, cap: 2, falseAlarms: { alarms: 0, genuine: 298, measuredOn: withMetadata('(none has a maker’s trailer, so this says little)') } },
  'editing-software': { weight: 1, floor: 0, cap: 0.3, falseAlarms: { alarms: 7, genuine: 34, measuredOn: withMetadata('with a software or device field') } },
  'capture-time': { weight: 1, floor: -0.1, cap: 0.7, falseAlarms: { alarms: 0, genuine: 8, measuredOn: '8 photographs of ../shared/data/camera with a capture time after 2005, the claim set to their own ModifyDate; tsx cli/bench/metadata-alarms.ts' } },
  'camera-consistency': { weight: 1, floor: -0.2, cap: 0, falseAlarms: { alarms: 0, genuine: 31, measuredOn: withMetadata('with camera data') } },
  'embedded-thumbnail': { weight: 1, floor: 0, cap: 0.7, falseAlarms: { alarms: 1, genuine: 26, measuredOn: '26 photographs of ../shared/data/camera with a thumbnail; the alarm is a crop whose program kept the old one; tsx cli/bench/false-alarms.ts embedded-thumbnail ../shared/data/camera' } },
  'segment-order': { weight: 0, floor: 0, cap: 0, falseAlarms: null },
  'signed-label': { weight: 1, floor: 0, cap: 2, falseAlarms: { alarms: 0, genuine: 298, measuredOn: 'cli/bench/false-alarms.ts on data/camera (38 originals) and data/photos/dev/real (260 marketplace copies); none carried a signed label' } },
  'content-credentials': { weight: 1, floor: -0.3, cap: 4.5, falseAlarms: { alarms: 0, genuine: 298, measuredOn: 'cli/bench/false-alarms.ts on data/camera (38 originals, 2 with camera credentials) and data/photos/dev/real (260 marketplace copies without any)' } },
  'visible-mark': { weight: 1, floor: 0, cap: 3, falseAlarms: { alarms: 0, genuine: 298, measuredOn: '../shared/data/photos/dev/real (260) and ../shared/data/camera (38); npm run measure:marks' } },
  'stealth-metadata': { weight: 1, floor: 0, cap: 3, falseAlarms: { alarms: 0, genuine: 3887, measuredOn: 'cli/bench/false-alarms.ts --png on data/photos/{dev,train}/real (260 + 3627), each re-saved as PNG with alpha, since lossy files cannot be asked' } },
  'dwt-dct-watermark': { weight: 1, floor: 0, cap: 3, falseAlarms: { alarms: 0, genuine: 3925, measuredOn: 'cli/bench/false-alarms.ts on data/camera (38) and data/photos/{dev,train}/real (260 + 3627)' } },
  'listing-match': { weight: 1, floor: 0, cap: 4, falseAlarms: { alarms: 0, genuine: 539, measuredOn: '30 independent pairs of ../shared/data/pairs and 509 crossings of buyer and listing pictures of different pairs there (3 of 512 share a photograph and were found); npm run measure:pairs, and with -- --cross' } },
  'repeated-label': { weight: 1, floor: 0, cap: 3, falseAlarms: { alarms: 0, genuine: 298, measuredOn: '38 camera files and 260 marketplace copies of ../shared/data: none carries a content number to compare, so this says little' } },
  'reused-image': { weight: 1, floor: 0, cap: 3, falseAlarms: { alarms: 0, genuine: 298, measuredOn: '260 marketplace copies and 38 camera files, each looked up by its whole hash and by the places it shares among those before it: 335 earlier pictures of 580 were laid over, all 71 findings (7 on these) are copies of one photograph, seen by eye; tsx cli/bench/reuse-alarms.ts alarms' } },
  // On trial: see training/MODEL_CARD.md for why it does not count yet.
  'synthetic-classifier': { weight: 0, floor: -1, cap: 1.5, falseAlarms: null },
  'copy-move': { weight: 1, floor: 0, cap: 1, falseAlarms: { alarms: 0, genuine: 298, measuredOn: `${traceCount}; 0 of 185 pictures its gates were not set on` } },
  'noise-level': { weight: 0, floor: 0, cap: 1, falseAlarms: null },
  'colour-mosaic': { weight: 0, floor: 0, cap: 0, falseAlarms: null },
  resampling: { weight: 1, floor: 0, cap: 0.5, falseAlarms: { alarms: 0, genuine: 248, measuredOn: `${traceCount}; WebP and small ones are not asked; 2 of 171 pictures its gates were not set on, before peaks at multiples of 1/16 (blocks of 16 px) were left out` } },
  'jpeg-grid': { weight: 1, floor: 0, cap: 1.5, falseAlarms: { alarms: 0, genuine: 254, measuredOn: `${traceCount}; the 44 WebP among them are not asked; 0 of 186 pictures its gates were not set on` } },
  'shifted-quantisation': { weight: 1, floor: 0, cap: 1, falseAlarms: { alarms: 0, genuine: 250, measuredOn: `${traceCount}; the 44 WebP and 4 small ones among them are not asked; 0 of 182 pictures its gates were not set on` } },
  'double-quantisation': { weight: 0, floor: 0, cap: 0, falseAlarms: null },
  'quantisation-origin': { weight: 0, floor: 0, cap: 0, falseAlarms: null },
};
