import { solve } from './homography';
import type { Overlay } from './overlay';
import type { Tile } from './tiles';

const terms = 6;

/**
 * How unevenly the light differs between the pictures once their tones are matched: a quadratic surface through the logarithm of the
 * brightness ratio over the agreeing tiles, its range from the 5th to the 95th percentile, as a share (0.1: ten percent).
 * A copy of a picture keeps its light; another photograph of the same thing has its own.
 */
export function lightingOf(overlay: Overlay, tiles: readonly Tile[], width: number, height: number): number {
  const ratios: { row: number[]; value: number }[] = [];
  const [r, g, blue] = overlay.ours.map((one) => one.data) as [Float32Array, Float32Array, Float32Array];
  const [tr, tg, tb] = overlay.theirs.map((one) => one.data) as [Float32Array, Float32Array, Float32Array];
  for (const tile of tiles) {
    let a = 0, b = 0;
    for (let y = tile.y - 10; y < tile.y + 10; y += 2)
      for (let x = tile.x - 10; x < tile.x + 10; x += 2) {
        const at = y * width + x;
        a += 0.299 * r[at]! + 0.587 * g[at]! + 0.114 * blue[at]!;
        b += 0.299 * tr[at]! + 0.587 * tg[at]! + 0.114 * tb[at]!;
      }
    // Near black and near white the ratio says nothing.
    if (Math.min(a, b) < 2500 || Math.max(a, b) > 24500) continue;
    const x = (2 * tile.x) / width - 1, y = (2 * tile.y) / height - 1;
    ratios.push({ row: [1, x, y, x * x, x * y, y * y], value: Math.log(a / b) });
  }
  if (ratios.length < 20) return 0;
  let weights = ratios.map(() => 1);
  let surface: Float64Array | null = null;
  for (let round = 0; round < 6; round++) {
    const normal = new Float64Array(terms * (terms + 1));
    ratios.forEach(({ row, value }, k) => {
      for (let i = 0; i < terms; i++) {
        for (let j = 0; j < terms; j++) normal[i * (terms + 1) + j]! += weights[k]! * row[i]! * row[j]!;
        normal[i * (terms + 1) + terms]! += weights[k]! * row[i]! * value;
      }
    });
    for (let i = 0; i < terms; i++) normal[i * (terms + 1) + i]! += 0.01 * ratios.length * (i > 2 ? 1 : 0.1);
    surface = solve(normal, terms);
    if (!surface) return 0;
    const residuals = ratios.map(({ row, value }) => Math.abs(value - row.reduce((sum, r, i) => sum + r * surface![i]!, 0)));
    const limit = 1.5 * Math.max(0.005, 1.4826 * [...residuals].sort((p, q) => p - q)[residuals.length >> 1]!);
    weights = residuals.map((r) => (r <= limit ? 1 : (limit / r) ** 2));
  }
  const values = ratios.map(({ row }) => row.reduce((sum, r, i) => sum + r * surface![i]!, 0)).sort((p, q) => p - q);
  return values[Math.floor(0.95 * (values.length - 1))]! - values[Math.floor(0.05 * (values.length - 1))]!;
}
