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
  samples.forEach((at, k) => {
    fill(row, second[0]!.data[at]! / 255, second[1]!.data[at]! / 255, second[2]!.data[at]! / 255);
    design.set(row, k * terms);
  });
  return first.map((channel, c) => {
    const fitted = huber(design, samples.map((at) => channel.data[at]! / 255), samples.length);
    const out = plane(channel.width, channel.height);
    if (!fitted) out.data.set(second[c]!.data);
    else applyTone(fitted, second, out.data);
    return out;
  });
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

function huber(design: Float64Array, values: number[], n: number): Float64Array | null {
  const weights = new Float64Array(n).fill(1);
  let fitted: Float64Array | null = null;
  for (let round = 0; round < 8; round++) {
    const normal = new Float64Array(terms * (terms + 1));
    for (let k = 0; k < n; k++) {
      const o = k * terms;
      const w = weights[k]!;
      for (let a = 0; a < terms; a++) {
        const f = w * design[o + a]!;
        for (let b = 0; b < terms; b++) normal[a * (terms + 1) + b]! += f * design[o + b]!;
        normal[a * (terms + 1) + terms]! += f * values[k]!;
      }
    }
    // A little ridge: a grey picture leaves the three channels alike.
    for (let a = 0; a < terms; a++) normal[a * (terms + 1) + a]! += 1e-3;
    fitted = solve(normal, terms);
    if (!fitted) return null;
    const residuals = new Float64Array(n);
    for (let k = 0; k < n; k++) {
      let value = -values[k]!;
      for (let a = 0; a < terms; a++) value += fitted[a]! * design[k * terms + a]!;
      residuals[k] = Math.abs(value);
    }
    const limit = 1.5 * Math.max(0.004, 1.4826 * Float64Array.from(residuals).sort()[n >> 1]!);
    for (let k = 0; k < n; k++) weights[k] = residuals[k]! <= limit ? 1 : (limit / residuals[k]!) ** 2;
  }
  return fitted;
}

/** Value of a slowly changing field per pixel from medians over cells, each taken over its 5x5 neighbours, bilinear between. */
export function slowField(values: Float32Array, usable: Uint8Array, width: number, height: number, cell: number): Float32Array {
  const columns = Math.max(1, Math.round(width / cell));
  const rows = Math.max(1, Math.round(height / cell));
  const medians = new Float32Array(columns * rows).fill(NaN);
  for (let gy = 0; gy < rows; gy++) {
    for (let gx = 0; gx < columns; gx++) {
      const inCell: number[] = [];
      for (let y = Math.floor((gy * height) / rows); y < Math.floor(((gy + 1) * height) / rows); y += 2)
        for (let x = Math.floor((gx * width) / columns); x < Math.floor(((gx + 1) * width) / columns); x += 2) if (usable[y * width + x]) inCell.push(values[y * width + x]!);
      if (inCell.length >= 8) medians[gy * columns + gx] = Float32Array.from(inCell).sort()[inCell.length >> 1]!;
    }
  }
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
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const gy = Math.min(Math.max(((y + 0.5) * rows) / height - 0.5, 0), rows - 1);
    const y0 = Math.floor(gy), y1 = Math.min(y0 + 1, rows - 1), fy = gy - y0;
    for (let x = 0; x < width; x++) {
      const gx = Math.min(Math.max(((x + 0.5) * columns) / width - 0.5, 0), columns - 1);
      const x0 = Math.floor(gx), x1 = Math.min(x0 + 1, columns - 1), fx = gx - x0;
      out[y * width + x] = (smooth[y0 * columns + x0]! * (1 - fx) + smooth[y0 * columns + x1]! * fx) * (1 - fy) + (smooth[y1 * columns + x0]! * (1 - fx) + smooth[y1 * columns + x1]! * fx) * fy;
    }
  }
  return out;
}
