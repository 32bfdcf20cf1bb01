/** Orthonormal 8-point DCT-II: basis[u * 8 + x]. */
const basis = Float64Array.from({ length: 64 }, (_, i) => {
  const [u, x] = [i >> 3, i & 7];
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16);
});

/** Orthonormal 8x8 DCT-II of `block` (64 samples, row by row) into `out[v * 8 + u]`. */
export function forwardDct(block: ArrayLike<number>, out: Float64Array): void {
  for (let y = 0; y < 8; y += 1) {
    for (let u = 0; u < 8; u += 1) {
      let sum = 0;
      for (let x = 0; x < 8; x += 1) sum += basis[u * 8 + x]! * block[y * 8 + x]!;
      scratch[y * 8 + u] = sum;
    }
  }
  for (let v = 0; v < 8; v += 1) {
    for (let u = 0; u < 8; u += 1) {
      let sum = 0;
      for (let y = 0; y < 8; y += 1) sum += basis[v * 8 + y]! * scratch[y * 8 + u]!;
      out[v * 8 + u] = sum;
    }
  }
}
const scratch = new Float64Array(64);

export function inverseDct(coefficients: ArrayLike<number>, out: Float64Array): void {
  for (let v = 0; v < 8; v += 1) {
    for (let x = 0; x < 8; x += 1) {
      let sum = 0;
      for (let u = 0; u < 8; u += 1) sum += basis[u * 8 + x]! * coefficients[v * 8 + u]!;
      scratch[v * 8 + x] = sum;
    }
  }
  for (let y = 0; y < 8; y += 1) {
    for (let x = 0; x < 8; x += 1) {
      let sum = 0;
      for (let v = 0; v < 8; v += 1) sum += basis[v * 8 + y]! * scratch[v * 8 + x]!;
      out[y * 8 + x] = sum;
    }
  }
}

/** Scale of the k-th output of `fastDct` against the orthonormal transform: sqrt(8) × these. */
export const fastDctScale = Float64Array.from({ length: 8 }, (_, k) => Math.sqrt(8) * (k === 0 ? 1 : Math.SQRT2 * Math.cos((k * Math.PI) / 16)));

/**
 * 8-point DCT-II after Arai, Agui and Nakajima (1988), 5 multiplications: input at `data[at + i * stride]`,
 * output k, times `fastDctScale[k]`, at `out[to + k * toStride]`.
 */
export function fastDct(data: Float32Array | Uint8Array, at: number, stride: number, out: Float32Array, to: number, toStride: number): void {
  const a = data[at]!;
  const b = data[at + stride]!;
  const c = data[at + 2 * stride]!;
  const d = data[at + 3 * stride]!;
  const e = data[at + 4 * stride]!;
  const f = data[at + 5 * stride]!;
  const g = data[at + 6 * stride]!;
  const h = data[at + 7 * stride]!;
  const s0 = a + h;
  const s1 = b + g;
  const s2 = c + f;
  const s3 = d + e;
  const d3 = d - e;
  const d2 = c - f;
  const d1 = b - g;
  const d0 = a - h;
  const t0 = s0 + s3;
  const t3 = s0 - s3;
  const t1 = s1 + s2;
  const t2 = s1 - s2;
  out[to] = t0 + t1;
  out[to + 4 * toStride] = t0 - t1;
  const z1 = (t2 + t3) * 0.7071067811865476;
  out[to + 2 * toStride] = t3 + z1;
  out[to + 6 * toStride] = t3 - z1;
  const p0 = d3 + d2;
  const p1 = d2 + d1;
  const p2 = d1 + d0;
  const z5 = (p0 - p2) * 0.3826834323650898;
  const z2 = 0.5411961001461969 * p0 + z5;
  const z4 = 1.3065629648763766 * p2 + z5;
  const z3 = p1 * 0.7071067811865476;
  const z11 = d0 + z3;
  const z13 = d0 - z3;
  out[to + 5 * toStride] = z13 + z2;
  out[to + 3 * toStride] = z13 - z2;
  out[to + toStride] = z11 + z4;
  out[to + 7 * toStride] = z11 - z4;
}
