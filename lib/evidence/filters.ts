/** A plane of numbers, row by row. */
export interface Plane {
  width: number;
  height: number;
  data: Float32Array;
}

/** Samples as floats: the filters below are compiled for one kind of array. */
export function planeOf({ width, height, data }: { width: number; height: number; data: Uint8Array }): Plane {
  return { width, height, data: new Float32Array(data) };
}

/** One pass of the binomial kernel 1 4 6 4 1 / 16 along rows and columns (variance 1 px²); edges repeat. */
export function blur({ width, height, data }: Plane): Plane {
  const out = new Float32Array(width * height);
  // Rows already blurred along, the last five in a ring.
  const rows = Array.from({ length: 5 }, () => new Float32Array(width));
  const row = (y: number) => rows[y % 5]!;
  const last = height - 1;
  for (let y = 0, ready = 0; y < height; y += 1) {
    for (; ready <= Math.min(last, y + 2); ready += 1) blurRow(data, ready * width, width, row(ready));
    const farUp = row(Math.max(0, y - 2)), up = row(Math.max(0, y - 1)), own = row(y), down = row(Math.min(last, y + 1)), farDown = row(Math.min(last, y + 2));
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) out[at] = (farUp[x]! + farDown[x]! + 4 * (up[x]! + down[x]!) + 6 * own[x]!) / 16;
  }
  return { width, height, data: out };
}

function blurRow(data: Float32Array, from: number, width: number, out: Float32Array): void {
  const last = width - 1;
  const edge = (x: number) => {
    const near = (i: number) => data[from + Math.min(last, Math.max(0, i))]!;
    out[x] = (near(x - 2) + near(x + 2) + 4 * (near(x - 1) + near(x + 1)) + 6 * near(x)) / 16;
  };
  for (let x = 0; x < Math.min(2, width); x += 1) edge(x);
  for (let x = 2, at = from + 2; x < width - 2; x += 1, at += 1) out[x] = (data[at - 2]! + data[at + 2]! + 4 * (data[at - 1]! + data[at + 1]!) + 6 * data[at]!) / 16;
  for (let x = Math.max(2, width - 2); x < width; x += 1) edge(x);
}

/** Mean over a (2 radius + 1)² window, cut at the edges. Running sums, so the cost does not depend on the radius. */
export function boxMean({ width, height, data }: Plane, radius: number): Plane {
  const columns = new Float64Array(width);
  const out = new Float32Array(width * height);
  let low = 0;
  let high = -1;
  for (let y = 0; y < height; y += 1) {
    for (const last = Math.min(height - 1, y + radius); high < last; ) {
      high += 1;
      for (let x = 0, at = high * width; x < width; x += 1, at += 1) columns[x]! += data[at]!;
    }
    for (; low < y - radius; low += 1) for (let x = 0, at = low * width; x < width; x += 1, at += 1) columns[x]! -= data[at]!;
    const rows = high - low + 1;
    const at = y * width;
    let sum = 0;
    for (let x = 0; x < Math.min(radius, width); x += 1) sum += columns[x]!;
    const inner = Math.min(width, radius + 1);
    for (let x = 0; x < inner; x += 1) {
      if (x + radius < width) sum += columns[x + radius]!;
      out[at + x] = sum / (rows * (Math.min(width - 1, x + radius) + 1));
    }
    const full = rows * (2 * radius + 1);
    for (let x = inner; x < width - radius; x += 1) {
      sum += columns[x + radius]! - columns[x - radius - 1]!;
      out[at + x] = sum / full;
    }
    for (let x = Math.max(inner, width - radius); x < width; x += 1) {
      sum -= columns[x - radius - 1]!;
      out[at + x] = sum / (rows * (width - x + radius));
    }
  }
  return { width, height, data: out };
}
