import { coarseSide, directions, windowSide, type Cells } from './features';
import data from './recogniser.json';

const inputs = windowSide * windowSide * directions;
const rowLength = windowSide * directions;

/** A matrix stored as signed bytes in base64, one scale per row, and the bias of each row. */
interface Stored {
  weights: string;
  scales: readonly number[];
  bias: readonly number[];
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueOf = new Map([...alphabet].map((char, i) => [char, i]));

function unpacked({ weights, scales }: Stored, columns: number): Float32Array[] {
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

/** The same weights for text darker than its ground: every gradient points the other way. */
const turned = (weights: Float32Array): Float32Array =>
  weights.map((_, i) => weights[i - (i % directions) + ((i + directions / 2) % directions)]!);

export type Polarity = 'light' | 'dark';

/** Tile names, the first one being `background`. */
export const tileNames: readonly string[] = data.classes;
const index = new Map(tileNames.map((name, i) => [name, i]));
export const tileIndex = (name: string): number => {
  const found = index.get(name);
  if (found === undefined) throw new Error(`the recogniser knows no tile ${name}`);
  return found;
};

const flat = (rows: readonly Float32Array[]): Float32Array => Float32Array.from(rows.flatMap((row) => [...row]));

/** Made when the first picture is read: words about findings need none of it. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const hidden = once((): Record<Polarity, Float32Array> => {
  const rows = unpacked(data.hidden, inputs);
  return { light: flat(rows), dark: flat(rows.map(turned)) };
});
const hiddenCount = data.hidden.bias.length;
const hiddenBias = Float32Array.from(data.hidden.bias);
const output = once(() => flat(unpacked(data.output, hiddenCount)));
const outputBias = Float32Array.from(data.output.bias);

export const anchorNames: readonly string[] = data.anchorNames;
const coarseInputs = coarseSide * coarseSide * directions;
const coarseRow = coarseSide * directions;
const seekers = data.anchors.hidden.bias.length;
/** Hidden units for dark text follow those for light; there are whole fours of them. */
const seekerBias = Float32Array.from([...data.anchors.hidden.bias, ...data.anchors.hidden.bias]);
const fours = once(() => {
  const light = unpacked(data.anchors.hidden, coarseInputs);
  const rows = [...light, ...light.map(turned)];
  return Array.from({ length: rows.length / 4 }, (_, four) => Float32Array.from({ length: 4 * coarseInputs }, (_unused, i) => rows[4 * four + (i % 4)]![i >> 2]!));
});
const seen = once(() => flat(unpacked(data.anchors.output, seekers)));
const seenBias = Float32Array.from(data.anchors.output.bias);
const sought = new Float32Array(2 * seekers);

/**
 * Log-odds of the tiles looked for at one coarse cell: first all for light text, then all for dark.
 * @param scores receives them.
 */
export function anchorsAt({ values, stride }: Cells, row: number, column: number, scores: Float32Array): void {
  const from = row * stride + column * directions;
  const filters = fours();
  for (let four = 0; four < filters.length; four += 1) {
    const weights = filters[four]!;
    let a = seekerBias[4 * four]!;
    let b = seekerBias[4 * four + 1]!;
    let c = seekerBias[4 * four + 2]!;
    let d = seekerBias[4 * four + 3]!;
    for (let r = 0, w = 0; r < coarseSide; r += 1) {
      const end = from + r * stride + coarseRow;
      for (let at = end - coarseRow; at < end; at += 1, w += 4) {
        const value = values[at]!;
        a += weights[w]! * value;
        b += weights[w + 1]! * value;
        c += weights[w + 2]! * value;
        d += weights[w + 3]! * value;
      }
    }
    sought[4 * four] = Math.max(0, a);
    sought[4 * four + 1] = Math.max(0, b);
    sought[4 * four + 2] = Math.max(0, c);
    sought[4 * four + 3] = Math.max(0, d);
  }
  const weights = seen();
  const count = seenBias.length;
  for (let k = 0; k < 2 * count; k += 1) {
    const name = k % count;
    const first = k < count ? 0 : seekers;
    let sum = seenBias[name]!;
    for (let h = 0; h < seekers; h += 1) sum += weights[name * seekers + h]! * sought[first + h]!;
    scores[k] = sum;
  }
}

const window = new Float32Array(inputs);
const middle = new Float32Array(hiddenCount);

/** Logits of all tiles for the window centred on a cell. */
export function logitsAt(cells: Cells, row: number, column: number, polarity: Polarity): Float32Array {
  const from = row * cells.stride + column * directions;
  for (let r = 0; r < windowSide; r += 1) window.set(cells.values.subarray(from + r * cells.stride, from + r * cells.stride + rowLength), r * rowLength);
  const weights = hidden()[polarity];
  for (let unit = 0; unit < hiddenCount; unit += 4) {
    let a = hiddenBias[unit]!;
    let b = hiddenBias[unit + 1]!;
    let c = hiddenBias[unit + 2]!;
    let d = hiddenBias[unit + 3]!;
    const first = unit * inputs;
    for (let i = 0; i < inputs; i += 1) {
      const value = window[i]!;
      a += weights[first + i]! * value;
      b += weights[first + inputs + i]! * value;
      c += weights[first + 2 * inputs + i]! * value;
      d += weights[first + 3 * inputs + i]! * value;
    }
    middle[unit] = Math.max(0, a);
    middle[unit + 1] = Math.max(0, b);
    middle[unit + 2] = Math.max(0, c);
    middle[unit + 3] = Math.max(0, d);
  }
  const logits = new Float32Array(outputBias.length);
  const last = output();
  for (let tile = 0; tile < logits.length; tile += 1) {
    let sum = outputBias[tile]!;
    for (let h = 0; h < hiddenCount; h += 1) sum += last[tile * hiddenCount + h]! * middle[h]!;
    logits[tile] = sum;
  }
  return logits;
}

/** Logs of the probabilities of all tiles. */
export function readTile(cells: Cells, row: number, column: number, polarity: Polarity): Float32Array {
  const logits = logitsAt(cells, row, column, polarity);
  let top = -Infinity;
  for (let tile = 0; tile < logits.length; tile += 1) top = Math.max(top, logits[tile]!);
  let sum = 0;
  for (let tile = 0; tile < logits.length; tile += 1) sum += Math.exp(logits[tile]! - top);
  const shift = top + Math.log(sum);
  for (let tile = 0; tile < logits.length; tile += 1) logits[tile] = logits[tile]! - shift;
  return logits;
}
