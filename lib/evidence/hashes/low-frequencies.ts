/**
 * The lowest coefficients of a separable cosine transform: `basis` along both sides of a square image.
 * @param basis `count` rows of `side` samples. @param image side x side, row-major. @returns count x count, row-major, the first index along the columns.
 */
export function lowFrequencies(basis: Float32Array, count: number, image: Float32Array, side: number): Float32Array {
  const rows = new Float32Array(count * side);
  for (let u = 0; u < count; u++)
    for (let y = 0; y < side; y++) {
      const weight = basis[u * side + y]!;
      for (let x = 0; x < side; x++) rows[u * side + x]! += weight * image[y * side + x]!;
    }
  const out = new Float32Array(count * count);
  for (let u = 0; u < count; u++)
    for (let v = 0; v < count; v++) {
      let sum = 0;
      for (let x = 0; x < side; x++) sum += rows[u * side + x]! * basis[v * side + x]!;
      out[u * count + v] = sum;
    }
  return out;
}
