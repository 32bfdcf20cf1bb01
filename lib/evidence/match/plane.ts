/**
 * One channel of a picture as floats, row by row. Coordinates everywhere in this folder are continuous:
 * the centre of the first pixel is (0.5, 0.5), so that changing the size is a plain multiplication.
 */
export interface Plane {
  width: number;
  height: number;
  data: Float32Array;
}

export const plane = (width: number, height: number): Plane => ({ width, height, data: new Float32Array(width * height) });

/** Luma 0..255 (ITU-R BT.601 weights, as JPEG). */
export function lumaOf(pixels: { width: number; height: number; rgb: Uint8Array }): Plane {
  const { width, height, rgb } = pixels;
  const out = plane(width, height);
  for (let i = 0, j = 0; i < out.data.length; i++, j += 3) out.data[i] = 0.299 * rgb[j]! + 0.587 * rgb[j + 1]! + 0.114 * rgb[j + 2]!;
  return out;
}

/** One colour channel (0 red, 1 green, 2 blue) as a plane. */
export function channelOf(pixels: { width: number; height: number; rgb: Uint8Array }, channel: number): Plane {
  const out = plane(pixels.width, pixels.height);
  for (let i = 0, j = channel; i < out.data.length; i++, j += 3) out.data[i] = pixels.rgb[j]!;
  return out;
}

interface Taps {
  start: Int32Array;
  count: number;
  weight: Float32Array;
}

/** Tent filter widened to the scale when shrinking (antialiased), bilinear when growing. */
function taps(from: number, to: number): Taps {
  const scale = from / to;
  const reach = Math.max(1, scale);
  // At least four, the last ones weighing nothing: four at a time are read below.
  const count = Math.max(4, Math.ceil(2 * reach) + 1);
  const start = new Int32Array(to);
  const weight = new Float32Array(to * count);
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * scale - 0.5;
    const first = Math.ceil(centre - reach);
    start[i] = first;
    let sum = 0;
    for (let k = 0; k < count; k++) {
      const w = Math.max(0, 1 - Math.abs(first + k - centre) / reach);
      weight[i * count + k] = w;
      sum += w;
    }
    for (let k = 0; k < count; k++) weight[i * count + k]! /= sum;
  }
  return { start, count, weight };
}

const clampIndex = (i: number, n: number) => (i < 0 ? 0 : i >= n ? n - 1 : i);

export function resize(source: Plane, width: number, height: number): Plane {
  if (width === source.width && height === source.height) return source;
  const across = taps(source.width, width);
  const middle = plane(width, source.height);
  const pad = across.count + 1;
  const line = new Float32Array(source.width + 2 * pad);
  for (let y = 0; y < source.height; y++) {
    const row = y * source.width;
    line.set(source.data.subarray(row, row + source.width), pad);
    line.fill(source.data[row]!, 0, pad);
    line.fill(source.data[row + source.width - 1]!, pad + source.width);
    shrinkRow(line, pad, across, middle.data, y * width, width);
  }
  const down = taps(source.height, height);
  const out = plane(width, height);
  for (let y = 0; y < height; y++) {
    for (let k = 0; k < down.count; k += 4) addRows(middle, down, y, k, out.data);
  }
  return out;
}

/** One row through the filter; four taps, the usual number, without a loop. */
function shrinkRow(line: Float32Array, pad: number, { start, count, weight }: Taps, out: Float32Array, at: number, width: number): void {
  for (let x = 0, t = 0; x < width; x++, t += count) {
    const r = pad + start[x]!;
    let sum = weight[t]! * line[r]! + weight[t + 1]! * line[r + 1]! + weight[t + 2]! * line[r + 2]! + weight[t + 3]! * line[r + 3]!;
    for (let k = 4; k < count; k++) sum += weight[t + k]! * line[r + k]!;
    out[at + x] = sum;
  }
}

/** Adds up to four weighted rows, from tap `k` on, to row `y` of `out`. */
function addRows({ width, height, data }: Plane, { start, count, weight }: Taps, y: number, k: number, out: Float32Array): void {
  const at = (i: number) => clampIndex(start[y]! + i, height) * width;
  const share = (i: number) => (i < count ? weight[y * count + i]! : 0);
  const a = at(k), b = at(k + 1), c = at(k + 2), d = at(k + 3);
  const p = share(k), q = share(k + 1), r = share(k + 2), s = share(k + 3);
  if (p === 0 && q === 0 && r === 0 && s === 0) return;
  const { fround } = Math;
  for (let x = 0, to = y * width; x < width; x++, to++) out[to] = fround(fround(fround(out[to]! + p * data[a + x]!) + q * data[b + x]!) + r * data[c + x]!) + s * data[d + x]!;
}

/** Shrinks (never grows) to a longest side; `scale` is new size over old, the same on both axes up to rounding. */
export function fit(source: Plane, longest: number): { plane: Plane; scaleX: number; scaleY: number } {
  const ratio = Math.min(1, longest / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * ratio));
  const height = Math.max(1, Math.round(source.height * ratio));
  return { plane: resize(source, width, height), scaleX: width / source.width, scaleY: height / source.height };
}

/** Separable Gaussian, borders repeated. */
export function blur(source: Plane, sigma: number): Plane {
  if (sigma <= 0) return source;
  const radius = Math.max(1, Math.ceil(2.6 * sigma));
  const kernel = new Float32Array(2 * radius + 1);
  let sum = 0;
  for (let k = -radius; k <= radius; k++) sum += kernel[k + radius] = Math.exp((-k * k) / (2 * sigma * sigma));
  for (let k = 0; k < kernel.length; k++) kernel[k]! /= sum;
  const { width, height } = source;
  const middle = plane(width, height);
  const padded = new Float32Array(width + 2 * radius + 4);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    padded.set(source.data.subarray(row, row + width), radius);
    padded.fill(source.data[row]!, 0, radius);
    padded.fill(source.data[row + width - 1]!, radius + width);
    alongRow(padded, kernel, middle.data, row, width);
  }
  const out = plane(width, height);
  const line = new Float64Array(width);
  for (let y = 0; y < height; y++) acrossRows(middle, y, kernel, line, out.data);
  return out;
}

/** Four samples at a time share what they read. */
function alongRow(padded: Float32Array, kernel: Float32Array, out: Float32Array, row: number, width: number): void {
  const length = kernel.length;
  for (let x = 0; x < width; x += 4) {
    let a = 0, b = 0, c = 0, d = 0;
    let v0 = padded[x]!, v1 = padded[x + 1]!, v2 = padded[x + 2]!;
    for (let k = 0, r = x + 3; k < length; k++, r++) {
      const v3 = padded[r]!, w = kernel[k]!;
      a += v0 * w;
      b += v1 * w;
      c += v2 * w;
      d += v3 * w;
      v0 = v1;
      v1 = v2;
      v2 = v3;
    }
    const at = row + x;
    out[at] = a;
    if (x + 1 < width) out[at + 1] = b;
    if (x + 2 < width) out[at + 2] = c;
    if (x + 3 < width) out[at + 3] = d;
  }
}

/** Two rows above and below at a time, so that the sums are written half as often. */
function acrossRows({ width, height, data }: Plane, y: number, kernel: Float32Array, line: Float64Array, out: Float32Array): void {
  const radius = kernel.length >> 1;
  const start = (dy: number) => clampIndex(y + dy, height) * width;
  const own = kernel[radius]!, centre = y * width;
  for (let k = 1; k <= radius; k += 2) {
    const w = kernel[radius + k]!, v = k < radius ? kernel[radius + k + 1]! : 0;
    const a = start(-k), b = start(k), c = start(-k - 1), d = start(k + 1);
    if (k === 1) for (let x = 0; x < width; x++) line[x] = own * data[centre + x]! + w * (data[a + x]! + data[b + x]!) + v * (data[c + x]! + data[d + x]!);
    else for (let x = 0; x < width; x++) line[x] = line[x]! + w * (data[a + x]! + data[b + x]!) + v * (data[c + x]! + data[d + x]!);
  }
  for (let x = 0; x < width; x++) out[centre + x] = line[x]!;
}

/** Mirrors left and right. */
export function flip(source: Plane): Plane {
  const { width, height } = source;
  const out = plane(width, height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out.data[y * width + x] = source.data[y * width + width - 1 - x]!;
  return out;
}
