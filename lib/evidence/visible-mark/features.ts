/** Samples per em at which text is read; one feature cell is two samples. */
export const em = 16;
export const cellSize = 2;
export const directions = 8;
/** Cells along the side of the square a tile is read from. */
export const windowSide = 9;
/** Cells of zeros around the grid, so that every cell can be the centre of a window. */
export const border = (windowSide - 1) / 2;

const reach = 12;
const floor = 2;
const kernel = [0.125, 0.375, 0.375, 0.125] as const;

/** Cells without the border; `values` has rows of `stride` numbers, eight directions to a cell, zeros around. */
export interface Cells {
  columns: number;
  rows: number;
  stride: number;
  values: Float32Array;
}

/** Mean over the square of side 2·reach+1 around each sample, clipped to the picture. */
function boxMean(values: Float32Array, width: number, height: number): Float32Array {
  const stride = width + 1;
  const total = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += values[y * width + x]!;
      total[(y + 1) * stride + x + 1] = total[y * stride + x + 1]! + row;
    }
  }
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [y0, y1] = [Math.max(y - reach, 0), Math.min(y + reach + 1, height)];
    for (let x = 0; x < width; x += 1) {
      const [x0, x1] = [Math.max(x - reach, 0), Math.min(x + reach + 1, width)];
      const sum = total[y1 * stride + x1]! - total[y0 * stride + x1]! - total[y1 * stride + x0]! + total[y0 * stride + x0]!;
      out[y * width + x] = sum / ((y1 - y0) * (x1 - x0));
    }
  }
  return out;
}

/**
 * Gradients of eight signed directions, each weighed against its neighbourhood so that a translucent mark speaks as
 * clearly as a solid one, pooled over 4×4 samples every second sample. Twin of training/marks/features.py.
 */
export function cellsOf(grey: Float32Array, width: number, height: number): Cells {
  const count = width * height;
  const size = new Float32Array(count);
  const angle = new Float32Array(count);
  for (let y = 0; y < height; y += 1) {
    const [up, down] = [Math.max(y - 1, 0) * width, Math.min(y + 1, height - 1) * width];
    for (let x = 0; x < width; x += 1) {
      const dx = (grey[y * width + Math.min(x + 1, width - 1)]! - grey[y * width + Math.max(x - 1, 0)]!) / 2;
      const dy = (grey[down + x]! - grey[up + x]!) / 2;
      size[y * width + x] = Math.sqrt(dx * dx + dy * dy);
      angle[y * width + x] = Math.atan2(dy, dx) * (directions / (2 * Math.PI));
    }
  }
  const around = boxMean(size, width, height);
  const [columns, rows] = [Math.floor(width / cellSize), Math.floor(height / cellSize)];
  const stride = (columns + 2 * border) * directions;
  const values = new Float32Array(stride * (rows + 2 * border));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const length = size[at]!;
      if (length === 0) continue;
      const weight = length / (length + around[at]! + floor);
      const low = Math.floor(angle[at]!);
      const share = angle[at]! - low;
      const first = (low + directions) % directions;
      const second = (first + 1) % directions;
      // Cell j pools samples 2j-1 .. 2j+2.
      for (let j = (y - 1) >> 1; j <= (y + 1) >> 1; j += 1) {
        if (j < 0 || j >= rows) continue;
        const rowShare = kernel[y - 2 * j + 1];
        if (rowShare === undefined) continue;
        for (let i = (x - 1) >> 1; i <= (x + 1) >> 1; i += 1) {
          const columnShare = kernel[x - 2 * i + 1];
          if (i < 0 || i >= columns || columnShare === undefined) continue;
          const to = (j + border) * stride + (i + border) * directions;
          const amount = weight * rowShare * columnShare;
          values[to + first] = values[to + first]! + amount * (1 - share);
          values[to + second] = values[to + second]! + amount * share;
        }
      }
    }
  }
  return { columns, rows, stride, values };
}

/** Coarse cells along the side of the square the filters look at. */
export const coarseSide = 5;
const coarseBorder = (coarseSide - 1) / 2;
const halves = [0.25, 0.5, 0.25] as const;

/**
 * Every second cell with half of its neighbours, in both directions; twin of `coarse` in training/marks/features.py.
 * @returns cells of two cells' size, with a border of coarseBorder.
 */
export function coarseCells({ columns, rows, stride, values }: Cells): Cells {
  const [wide, high] = [(columns + 1) >> 1, (rows + 1) >> 1];
  const row = (wide + 2 * coarseBorder) * directions;
  const out = new Float32Array(row * (high + 2 * coarseBorder));
  for (let j = 0; j < high; j += 1) {
    for (let i = 0; i < wide; i += 1) {
      const to = (j + coarseBorder) * row + (i + coarseBorder) * directions;
      for (let dy = 0; dy < 3; dy += 1) {
        for (let dx = 0; dx < 3; dx += 1) {
          const share = halves[dy]! * halves[dx]!;
          const from = (2 * j + dy - 1 + border) * stride + (2 * i + dx - 1 + border) * directions;
          for (let d = 0; d < directions; d += 1) out[to + d] = out[to + d]! + share * values[from + d]!;
        }
      }
    }
  }
  return { columns: wide, rows: high, stride: row, values: out };
}
