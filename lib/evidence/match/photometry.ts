import { solve } from './homography';
import { plane, type Plane } from './plane';

/** Terms of the tone model for one sample of the second picture: enough for brightness, contrast, saturation, white balance and gamma. */
const terms = 10;
function fill(row: Float64Array, r: number, g: number, b: number): void {
  row[0] = 1;
  row[1] = r;
  row[2] = g;
  row[3] = b;
  row[4] = r * r;
  row[5] = g * g;
  row[6] = b * b;
  row[7] = r * g;
  row[8] = r * b;
  row[9] = g * b;
}

/**
 * Brings the second picture's colours to the first one's: each channel as a quadratic in the other's three, fitted over the overlap with
 * Huber weights, so that what was drawn on the picture does not bend the fit. Planes hold 0..255; `usable` marks the pixels to fit on.
 */
export function matchTone(first: readonly Plane[], second: readonly Plane[], usable: Uint8Array): Plane[] {
  const samples: number[] = [];
  let count = 0;
  for (const value of usable) count += value;
  const stride = Math.max(1, Math.floor(count / 6000));
  for (let i = 0, seen = 0; i < usable.length; i++) if (usable[i] && seen++ % stride === 0) samples.push(i);
  const row = new Float64Array(terms);
  const design = new Float64Array(samples.length * terms);
  const [r, g, b] = second.map((one) => aroundEach(one, samples)) as [Float64Array, Float64Array, Float64Array];
  samples.forEach((_, k) => {
    fill(row, r[k]!, g[k]!, b[k]!);
    design.set(row, k * terms);
  });
  return first.map((channel, c) => {
    const values = aroundEach(channel, samples);
    const fitted = huber(design, values, samples.length);
    const out = plane(channel.width, channel.height);
    if (!fitted || !worthwhile(fitted, design, values, c)) out.data.set(second[c]!.data);
    else applyTone(fitted, second, out.data);
    return out;
  });
}

/** Half the side of the square whose mean a sample is: noise that one picture has and the other lost would flatten the fitted tones (regression dilution). */
const reach = 3;

/** Means around the sampled places, 0..1; at the edges over the part that is there. */
function aroundEach({ width, height, data }: Plane, samples: readonly number[]): Float64Array {
  return Float64Array.from(samples, (at) => {
    const x = at % width, y = (at - x) / width;
    const left = Math.max(0, x - reach), right = Math.min(width - 1, x + reach), top = Math.max(0, y - reach), bottom = Math.min(height - 1, y + reach);
    let sum = 0;
    for (let v = top; v <= bottom; v++) for (let u = left, i = v * width + left; u <= right; u++, i++) sum += data[i]!;
    return sum / (255 * (right - left + 1) * (bottom - top + 1));
  });
}

/** Of how much better the fit must be than leaving the channel as it is, and from which error on a place counts no more. */
const gain = 0.93, most = 0.1;

/**
 * A copy that kept its tones is left alone: the fit follows the colours that fill the frame, and would shift a small spot of another colour,
 * which then looked as if it had been painted on.
 */
function worthwhile(fitted: Float64Array, design: Float64Array, values: Float64Array, channel: number): boolean {
  let before = 0, after = 0;
  for (let k = 0, o = 0; k < values.length; k++, o += terms) {
    let value = 0;
    for (let a = 0; a < terms; a++) value += fitted[a]! * design[o + a]!;
    after += Math.min(most, Math.abs(value - values[k]!));
    before += Math.min(most, Math.abs(design[o + 1 + channel]! - values[k]!));
  }
  return after < gain * before;
}

function applyTone(f: Float64Array, second: readonly Plane[], out: Float32Array): void {
  const [r, g, b] = second.map((one) => one.data) as [Float32Array, Float32Array, Float32Array];
  const k = 1 / 255;
  const f0 = 255 * f[0]!, f1 = f[1]!, f2 = f[2]!, f3 = f[3]!, f4 = f[4]! * k, f5 = f[5]! * k, f6 = f[6]! * k, f7 = f[7]! * k, f8 = f[8]! * k, f9 = f[9]! * k;
  for (let i = 0; i < out.length; i++) {
    const x = r[i]!, y = g[i]!, z = b[i]!;
    const value = f0 + f1 * x + f2 * y + f3 * z + f4 * x * x + f5 * y * y + f6 * z * z + f7 * x * y + f8 * x * z + f9 * y * z;
    out[i] = value < 0 ? 0 : value > 255 ? 255 : value;
  }
}

function huber(design: Float64Array, values: Float64Array, n: number): Float64Array | null {
  const weights = new Float64Array(n).fill(1);
  let fitted: Float64Array | null = null;
  const normal = new Float64Array(terms * (terms + 1));
  const residuals = new Float64Array(n);
  for (let round = 0; round < 8; round++) {
    normal.fill(0);
    for (let k = 0; k < n; k++) {
      const o = k * terms;
      const w = weights[k]!, value = values[k]!;
      for (let a = 0, at = 0; a < terms; a++, at += terms + 1) {
        const f = w * design[o + a]!;
        for (let b = a; b < terms; b++) normal[at + b]! += f * design[o + b]!;
        normal[at + terms]! += f * value;
      }
    }
    // Symmetric: only the upper half was summed.
    for (let a = 1; a < terms; a++) for (let b = 0; b < a; b++) normal[a * (terms + 1) + b] = normal[b * (terms + 1) + a]!;
    // A little ridge: a grey picture leaves the three channels alike.
    for (let a = 0; a < terms; a++) normal[a * (terms + 1) + a]! += 1e-3;
    fitted = solve(normal, terms);
    if (!fitted) return null;
    for (let k = 0; k < n; k++) {
      let value = -values[k]!;
      for (let a = 0; a < terms; a++) value += fitted[a]! * design[k * terms + a]!;
      residuals[k] = Math.abs(value);
    }
    const limit = 1.5 * Math.max(0.004, 1.4826 * residuals.slice().sort()[n >> 1]!);
    for (let k = 0; k < n; k++) weights[k] = residuals[k]! <= limit ? 1 : (limit / residuals[k]!) ** 2;
  }
  return fitted;
}

/**
 * Value of a slowly changing field per pixel from medians over cells, each taken over its 5x5 neighbours, bilinear between.
 * @param out where to write it, width x height.
 */
export function slowField(values: Float32Array, usable: Uint8Array, width: number, height: number, cell: number, out: Float32Array): void {
  const columns = Math.max(1, Math.round(width / cell));
  const rows = Math.max(1, Math.round(height / cell));
  const smooth = neighbourMedians(cellMedians(values, usable, width, height, columns, rows), columns, rows);
  const left = new Int32Array(width), share = new Float64Array(width);
  for (let x = 0; x < width; x++) {
    const gx = Math.min(Math.max(((x + 0.5) * columns) / width - 0.5, 0), columns - 1);
    left[x] = Math.floor(gx);
    share[x] = gx - left[x]!;
  }
  // One row of cells stretched to the picture's width: made once for all the lines that read it.
  const stretch = (gy: number, line: Float64Array) => {
    for (let x = 0; x < width; x++) {
      const x0 = left[x]!, fx = share[x]!;
      line[x] = smooth[gy * columns + x0]! * (1 - fx) + smooth[gy * columns + Math.min(x0 + 1, columns - 1)]! * fx;
    }
  };
  const above = new Float64Array(width), below = new Float64Array(width);
  for (let y = 0, stretched = -1; y < height; y++) {
    const gy = Math.min(Math.max(((y + 0.5) * rows) / height - 0.5, 0), rows - 1);
    const y0 = Math.floor(gy), fy = gy - y0;
    if (y0 !== stretched) {
      stretch(y0, above);
      stretch(Math.min(y0 + 1, rows - 1), below);
      stretched = y0;
    }
    for (let x = 0, at = y * width; x < width; x++, at++) out[at] = above[x]! * (1 - fy) + below[x]! * fy;
  }
}

/** Median of every second usable pixel of each cell both ways, NaN where there are fewer than eight. */
function cellMedians(values: Float32Array, usable: Uint8Array, width: number, height: number, columns: number, rows: number): Float32Array {
  const medians = new Float32Array(columns * rows).fill(NaN);
  const inCell = new Float32Array((Math.ceil(width / columns) + 1) * (Math.ceil(height / rows) + 1));
  for (let gy = 0; gy < rows; gy++) {
    const bottom = Math.floor(((gy + 1) * height) / rows);
    for (let gx = 0; gx < columns; gx++) {
      const first = Math.floor((gx * width) / columns), right = Math.floor(((gx + 1) * width) / columns);
      let n = 0;
      for (let y = Math.floor((gy * height) / rows); y < bottom; y += 2) for (let x = first; x < right; x += 2) if (usable[y * width + x]) inCell[n++] = values[y * width + x]!;
      if (n >= 8) medians[gy * columns + gx] = inCell.subarray(0, n).sort()[n >> 1]!;
    }
  }
  return medians;
}

function neighbourMedians(medians: Float32Array, columns: number, rows: number): Float32Array {
  const smooth = new Float32Array(columns * rows);
  for (let gy = 0; gy < rows; gy++) {
    for (let gx = 0; gx < columns; gx++) {
      const near: number[] = [];
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) {
          const x = gx + dx, y = gy + dy;
          if (x < 0 || y < 0 || x >= columns || y >= rows) continue;
          const value = medians[y * columns + x]!;
          if (!Number.isNaN(value)) near.push(value);
        }
      smooth[gy * columns + gx] = near.length ? near.sort((a, b) => a - b)[near.length >> 1]! : 0;
    }
  }
  return smooth;
}
