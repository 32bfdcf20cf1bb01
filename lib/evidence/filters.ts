/** A plane of numbers, row by row. */
export interface Plane {
  width: number;
  height: number;
  data: Float32Array;
}

/** One pass of the binomial kernel 1 4 6 4 1 / 16 along rows and columns (variance 1 px²); edges repeat. */
export function blur({ width, height, data }: { width: number; height: number; data: ArrayLike<number> }): Plane {
  const rows = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const at = y * width;
    for (let x = 0; x < width; x += 1) {
      const left = x > 0 ? x - 1 : 0;
      const right = x < width - 1 ? x + 1 : width - 1;
      const farLeft = x > 1 ? x - 2 : 0;
      const farRight = x < width - 2 ? x + 2 : width - 1;
      rows[at + x] = (data[at + farLeft]! + data[at + farRight]! + 4 * (data[at + left]! + data[at + right]!) + 6 * data[at + x]!) / 16;
    }
  }
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const at = y * width;
    const up = Math.max(0, y - 1) * width;
    const farUp = Math.max(0, y - 2) * width;
    const down = Math.min(height - 1, y + 1) * width;
    const farDown = Math.min(height - 1, y + 2) * width;
    for (let x = 0; x < width; x += 1) {
      out[at + x] = (rows[farUp + x]! + rows[farDown + x]! + 4 * (rows[up + x]! + rows[down + x]!) + 6 * rows[at + x]!) / 16;
    }
  }
  return { width, height, data: out };
}

/** Mean over a (2 radius + 1)² window, cut at the edges. Running sums, so the cost does not depend on the radius. */
export function boxMean({ width, height, data }: { width: number; height: number; data: ArrayLike<number> }, radius: number): Plane {
  const columns = new Float64Array(width);
  const out = new Float32Array(width * height);
  let low = 0;
  let high = -1;
  for (let y = 0; y < height; y += 1) {
    for (const last = Math.min(height - 1, y + radius); high < last; ) {
      high += 1;
      for (let x = 0; x < width; x += 1) columns[x]! += data[high * width + x]!;
    }
    for (; low < y - radius; low += 1) for (let x = 0; x < width; x += 1) columns[x]! -= data[low * width + x]!;
    const rows = high - low + 1;
    let sum = 0;
    for (let x = 0; x < Math.min(radius, width); x += 1) sum += columns[x]!;
    for (let x = 0; x < width; x += 1) {
      if (x + radius < width) sum += columns[x + radius]!;
      if (x - radius - 1 >= 0) sum -= columns[x - radius - 1]!;
      out[y * width + x] = sum / (rows * (Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1));
    }
  }
  return { width, height, data: out };
}
