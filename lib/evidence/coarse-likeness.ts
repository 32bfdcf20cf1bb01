import type { Pixels } from './traces';

const grid = 16;
/** Samples per cell side: enough for a mean, whatever the size of the picture. */
const samples = 8;

interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Mean luma (ITU-R BT.601) of 16×16 cells of a frame. */
function cells({ rgb, width }: Pixels, frame: Frame): Float64Array {
  const means = new Float64Array(grid * grid);
  const steps = grid * samples;
  for (let j = 0; j < steps; j++) {
    const y = Math.floor(frame.y + ((j + 0.5) * frame.height) / steps);
    for (let i = 0; i < steps; i++) {
      const at = 3 * (y * width + Math.floor(frame.x + ((i + 0.5) * frame.width) / steps));
      means[Math.floor(j / samples) * grid + Math.floor(i / samples)]! += 0.299 * rgb[at]! + 0.587 * rgb[at + 1]! + 0.114 * rgb[at + 2]!;
    }
  }
  return means;
}

/** Turned by a quarter clockwise. */
const turned = (cell: Float64Array): Float64Array => cell.map((_, k) => cell[(grid - 1 - (k % grid)) * grid + Math.floor(k / grid)]!);

/** Pearson correlation; 0 when either is flat. */
function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let k = 0; k < a.length; k++) {
    const [da, db] = [a[k]! - ma, b[k]! - mb];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}

/** The frame of a thumbnail that has the shape of the picture: older cameras put bars around it. */
function withoutBars(thumbnail: Pixels, shape: number): Frame {
  const own = thumbnail.width / thumbnail.height;
  const width = own > shape ? thumbnail.height * shape : thumbnail.width;
  const height = own > shape ? thumbnail.height : thumbnail.width / shape;
  return { x: (thumbnail.width - width) / 2, y: (thumbnail.height - height) / 2, width, height };
}

const whole = ({ width, height }: Pixels): Frame => ({ x: 0, y: 0, width, height });

/**
 * How alike two pictures are when both are reduced to 16×16 grey cells: the best correlation over quarter turns, with and
 * without bars around the small one. 1 the same, about 0 unrelated.
 * @returns null for pictures too flat or too small to compare.
 */
export function coarseLikeness(picture: Pixels, thumbnail: Pixels): number | null {
  if (Math.min(thumbnail.width, thumbnail.height) < grid || Math.min(picture.width, picture.height) < grid) return null;
  let reference = cells(picture, whole(picture));
  const spread = Math.max(...reference) - Math.min(...reference);
  if (spread / samples ** 2 < 12) return null;
  const shape = picture.width / picture.height;
  let best = -1;
  for (let turn = 0; turn < 4; turn++) {
    const frames = [whole(thumbnail), withoutBars(thumbnail, turn % 2 === 0 ? shape : 1 / shape)];
    for (const frame of frames) best = Math.max(best, correlation(reference, cells(thumbnail, frame)));
    reference = turned(reference);
  }
  return best;
}
