/**
 * Squared magnitudes of the discrete Fourier transform of a real signal, frequencies 0 .. N/2.
 * @param signal length N, a power of two. @throws RangeError for other lengths.
 */
export function powerSpectrum(signal: ArrayLike<number>): Float64Array {
  const n = signal.length;
  if (n < 2 || (n & (n - 1)) !== 0) throw new RangeError(`length ${n} is no power of two`);
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  for (let i = 0, j = 0; i < n; i += 1) {
    re[j] = signal[i]!;
    // Counts j upwards in bit-reversed order.
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j |= bit;
  }
  for (let size = 2; size <= n; size *= 2) {
    const half = size / 2;
    for (let k = 0; k < half; k += 1) {
      const [c, s] = [Math.cos((-2 * Math.PI * k) / size), Math.sin((-2 * Math.PI * k) / size)];
      for (let i = k; i < n; i += size) {
        const j = i + half;
        const a = re[j]! * c - im[j]! * s;
        const b = re[j]! * s + im[j]! * c;
        re[j] = re[i]! - a;
        im[j] = im[i]! - b;
        re[i]! += a;
        im[i]! += b;
      }
    }
  }
  return Float64Array.from({ length: n / 2 + 1 }, (_, k) => re[k]! ** 2 + im[k]! ** 2);
}
