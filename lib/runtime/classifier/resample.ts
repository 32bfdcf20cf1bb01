import type { Pixels } from '../../evidence/traces';

/** For each output sample the first input sample it covers, and how much of each it covers. */
function coverage(from: number, to: number): { first: number; shares: number[] }[] {
  const ratio = from / to;
  return Array.from({ length: to }, (_, i) => {
    const start = i * ratio;
    const end = Math.min((i + 1) * ratio, from);
    const first = Math.floor(start);
    const shares: number[] = [];
    for (let at = first; at < end; at++) shares.push((Math.min(end, at + 1) - Math.max(start, at)) / ratio);
    return { first, shares };
  });
}

/**
 * Reduces by averaging areas: rows first, then columns, rounded once at the end. Our own, because each browser's differs
 * and the classifier sees the difference; training/resample.py is its twin.
 */
export function reduced({ width, height, rgb }: Pixels, toWidth: number, toHeight: number): Pixels {
  const across = coverage(width, toWidth);
  const down = coverage(height, toHeight);
  const out = new Uint8Array(toWidth * toHeight * 3);
  const sums = new Float64Array(toWidth * 3);
  for (let y = 0; y < toHeight; y++) {
    sums.fill(0);
    const { first: top, shares: rows } = down[y]!;
    for (let j = 0; j < rows.length; j++) {
      const row = (top + j) * width * 3;
      for (let x = 0; x < toWidth; x++) {
        const { first, shares } = across[x]!;
        for (let i = 0; i < shares.length; i++) {
          const share = rows[j]! * shares[i]!;
          const at = row + (first + i) * 3;
          sums[x * 3] = sums[x * 3]! + share * rgb[at]!;
          sums[x * 3 + 1] = sums[x * 3 + 1]! + share * rgb[at + 1]!;
          sums[x * 3 + 2] = sums[x * 3 + 2]! + share * rgb[at + 2]!;
        }
      }
    }
    for (let i = 0; i < sums.length; i++) out[y * toWidth * 3 + i] = Math.floor(sums[i]! + 0.5);
  }
  return { width: toWidth, height: toHeight, rgb: out };
}

/** Size with its longer side at most `longest`; what is smaller stays as it is. */
export function withinSide({ width, height }: { width: number; height: number }, longest: number): { width: number; height: number } {
  const long = Math.max(width, height);
  if (long <= longest) return { width, height };
  return { width: Math.max(1, Math.round((width * longest) / long)), height: Math.max(1, Math.round((height * longest) / long)) };
}
