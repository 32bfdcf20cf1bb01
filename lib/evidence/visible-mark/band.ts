import type { Luma, Rectangle } from '../luma';

/** A part of the picture brought to the scale at which one em of text is `em` samples (features.ts). */
export interface Band {
  width: number;
  height: number;
  /** Brightness 0..255, row by row. */
  grey: Float32Array;
  /** Picture samples per band sample, across and down, and where the band begins in the picture. */
  across: number;
  down: number;
  left: number;
  top: number;
}

/** For each output sample the first input sample and the shares of the inputs from there: a triangle as wide as the reduction. */
interface Triangle {
  first: Int32Array;
  count: Int32Array;
  /** `most` to an output. */
  shares: Float32Array;
  most: number;
}

function triangle(from: number, to: number): Triangle {
  const ratio = from / to;
  const reach = Math.max(1, ratio);
  const most = Math.ceil(2 * reach) + 1;
  const [first, count, shares] = [new Int32Array(to), new Int32Array(to), new Float32Array(to * most)];
  for (let i = 0; i < to; i += 1) {
    const centre = (i + 0.5) * ratio;
    const begin = Math.max(0, Math.floor(centre - reach + 0.5));
    const n = Math.max(1, Math.min(from, Math.floor(centre + reach + 0.5)) - begin);
    let sum = 0;
    for (let k = 0; k < n; k += 1) sum += shares[i * most + k] = Math.max(0, 1 - Math.abs((begin + k + 0.5 - centre) / reach));
    for (let k = 0; k < n; k += 1) shares[i * most + k] = shares[i * most + k]! / sum;
    first[i] = begin;
    count[i] = n;
  }
  return { first, count, shares, most };
}

/** Brightness row by row, bytes or finer. */
type Grey = Pick<Luma, 'width' | 'height'> & { data: Uint8Array | Float32Array };

/** Cuts a rectangle out and resizes it by `factor`, rows of columns first; the twin of Pillow's BILINEAR, which the training used. */
export function bandOf(grey: Grey, { x, y, width, height }: Rectangle, factor: number): Band {
  const toWidth = Math.max(1, Math.round(width * factor));
  const toHeight = Math.max(1, Math.round(height * factor));
  const { data } = grey;
  const middle = new Float32Array(toWidth * height);
  const columns = triangle(width, toWidth);
  for (let row = 0; row < height; row += 1) {
    const from = (y + row) * grey.width + x;
    const to = row * toWidth;
    for (let i = 0; i < toWidth; i += 1) {
      const begin = from + columns.first[i]!;
      const at = i * columns.most;
      let sum = 0;
      for (let k = 0; k < columns.count[i]!; k += 1) sum += columns.shares[at + k]! * data[begin + k]!;
      middle[to + i] = sum;
    }
  }
  const out = new Float32Array(toWidth * toHeight);
  const rows = triangle(height, toHeight);
  for (let j = 0; j < toHeight; j += 1) {
    for (let k = 0; k < rows.count[j]!; k += 1) {
      const from = (rows.first[j]! + k) * toWidth;
      const share = rows.shares[j * rows.most + k]!;
      for (let i = 0; i < toWidth; i += 1) out[j * toWidth + i] = out[j * toWidth + i]! + share * middle[from + i]!;
    }
  }
  return { width: toWidth, height: toHeight, grey: out, across: width / toWidth, down: height / toHeight, left: x, top: y };
}

/** A part of a band already reduced, in the same picture's samples: what is looked at several times is reduced once. */
export function bandWithin(base: Band, { x, y, width, height }: Rectangle, factor: number): Band {
  const [left, top] = [Math.round((x - base.left) / base.across), Math.round((y - base.top) / base.down)];
  const part = { x: left, y: top, width: Math.min(base.width - left, Math.round(width / base.across)), height: Math.min(base.height - top, Math.round(height / base.down)) };
  const band = bandOf({ width: base.width, height: base.height, data: base.grey }, part, factor * base.down);
  return { ...band, across: band.across * base.across, down: band.down * base.down, left: base.left + left * base.across, top: base.top + top * base.down };
}
