import { spreadMark } from './components';
import { matchTone } from './photometry';
import { blur, channelOf, resize, type Plane } from './plane';
import type { Registration } from './registration';
import { warp } from './warp';

type Rgb = { width: number; height: number; rgb: Uint8Array };

/** Both pictures in colour at working size in the first one's frame, the second's tones brought to the first's. */
export interface Overlay {
  /** Red, green, blue, 0..255, lightly smoothed. */
  ours: Plane[];
  theirs: Plane[];
  /** Pixels safely inside the overlap. */
  usable: Uint8Array;
}

const smooth = 1;

const colours = (pixels: Rgb, width: number, height: number): Plane[] => [0, 1, 2].map((c) => blur(resize(channelOf(pixels, c), width, height), smooth));

export function overlayOf(registration: Registration, firstPixels: Rgb, secondPixels: Rgb): Overlay {
  const { width, height, working, flow, second } = registration;
  const ours = colours(firstPixels, width, height);
  const warped = warp(colours(secondPixels, second.width, second.height), working, width, height, flow);
  // The outermost pixels of the overlap mix with what lies beyond.
  const usable = spreadMark(warped.inside, width, height, 3, 0);
  for (let x = 0; x < width; x++) usable[x] = usable[(height - 1) * width + x] = 0;
  for (let y = 0; y < height; y++) usable[y * width] = usable[y * width + width - 1] = 0;
  return { ours, theirs: matchTone(ours, warped.planes, usable), usable };
}
