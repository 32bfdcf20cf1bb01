/** A matrix stored as signed bytes in base64, one scale per row, and the bias of each row. */
export interface Stored {
  weights: string;
  scales: readonly number[];
  bias: readonly number[];
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf = new Map([...alphabet].map((char, i) => [char, i]));

/** @returns the rows of the matrix, each of `columns` numbers. */
export function unpacked({ weights, scales }: Stored, columns: number): Float32Array[] {
  const bytes = new Int8Array(scales.length * columns);
  let [held, bits, at] = [0, 0, 0];
  for (let i = 0; i < weights.length && at < bytes.length; i += 1) {
    held = ((held << 6) | (valueOf.get(weights[i]!) ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 0xff;
    at += 1;
  }
  return scales.map((scale, row) => Float32Array.from(bytes.subarray(row * columns, (row + 1) * columns), (value) => value * scale));
}

/** Made when the first picture is read: words about findings need none of it. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
