const side = 64;

/** Mean of a rectangle of the 64x64 reduced picture, cells as even as whole pixels allow. */
function cells(image: Float32Array, columns: number, rows: number): Float32Array {
  const out = new Float32Array(columns * rows);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const x0 = Math.floor((c * side) / columns), x1 = Math.floor(((c + 1) * side) / columns);
      const y0 = Math.floor((r * side) / rows), y1 = Math.floor(((r + 1) * side) / rows);
      let sum = 0;
      for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += image[y * side + x]!;
      out[r * columns + c] = sum / ((x1 - x0) * (y1 - y0));
    }
  return out;
}

/** 64-bit difference hash (Krawetz 2013) of a 64x64 reduced picture: whether brightness rises from cell to cell, 9x8 cells. @returns two words. */
export function differenceHash(image: Float32Array): Uint32Array {
  const grid = cells(image, 9, 8);
  const out = new Uint32Array(2);
  for (let r = 0, k = 0; r < 8; r++) for (let c = 0; c < 8; c++, k++) if (grid[r * 9 + c + 1]! > grid[r * 9 + c]!) out[k >> 5]! |= 1 << (k & 31);
  return out;
}

/** The reduced picture turned as the orientations of pdq.ts: transposed, then mirrored, then flipped. */
export function turned(image: Float32Array, orientation: number): Float32Array {
  const transpose = orientation >= 4, mirror = orientation % 2 === 1, flip = orientation % 4 >= 2;
  const out = new Float32Array(image.length);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const sx = mirror ? side - 1 - x : x, sy = flip ? side - 1 - y : y;
      out[y * side + x] = transpose ? image[sx * side + sy]! : image[sy * side + sx]!;
    }
  return out;
}
