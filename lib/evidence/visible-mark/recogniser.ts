import { coarseSide, directions, windowSide, type Cells } from './features';
import { dense, type Dense } from './dense';
import { once, unpacked } from './stored-weights';
import data from './recogniser.json';

const inputs = windowSide * windowSide * directions;

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

const hidden = once((): Record<Polarity, Dense> => {
  const rows = unpacked(data.hidden, inputs);
  return { light: dense(rows, data.hidden.bias, true), dark: dense(rows.map(turned), data.hidden.bias, true) };
});
const output = once(() => dense(unpacked(data.output, data.hidden.bias.length), data.output.bias, false));

export const anchorNames: readonly string[] = data.anchorNames;
const coarseInputs = coarseSide * coarseSide * directions;
/** Hidden units for dark text follow those for light. */
const seeking = once(() => {
  const light = unpacked(data.anchors.hidden, coarseInputs);
  return dense([...light, ...light.map(turned)], [...data.anchors.hidden.bias, ...data.anchors.hidden.bias], true);
});
/** Both polarities side by side: each reads its own half of the hidden units. */
const seen = once(() => {
  const rows = unpacked(data.anchors.output, data.anchors.hidden.bias.length);
  const none = new Float32Array(data.anchors.hidden.bias.length);
  const joined = (a: Float32Array, b: Float32Array) => Float32Array.from([...a, ...b]);
  return dense([...rows.map((row) => joined(row, none)), ...rows.map((row) => joined(none, row))], [...data.anchors.output.bias, ...data.anchors.output.bias], false);
});

/** Copies the square of `side` cells from a cell on. */
function fill(input: Float32Array, { values, stride }: Cells, row: number, column: number, side: number): void {
  const from = row * stride + column * directions;
  const wide = side * directions;
  for (let r = 0, to = 0; r < side; r += 1) for (let at = from + r * stride, end = at + wide; at < end; at += 1, to += 1) input[to] = values[at]!;
}

/** What `first` leaves goes into `second`. */
function through(first: Dense, second: Dense): Float32Array {
  first.run();
  for (let i = 0; i < second.input.length; i += 1) second.input[i] = first.output[i]!;
  second.run();
  return second.output;
}

/**
 * Log-odds of the tiles looked for at one coarse cell: first all for light text, then all for dark.
 * @returns valid until the next call.
 */
export function anchorsAt(coarse: Cells, row: number, column: number): Float32Array {
  fill(seeking().input, coarse, row, column, coarseSide);
  return through(seeking(), seen());
}

/** Logits of all tiles for the window centred on a cell. */
export function logitsAt(cells: Cells, row: number, column: number, polarity: Polarity): Float32Array {
  fill(hidden()[polarity].input, cells, row, column, windowSide);
  return through(hidden()[polarity], output()).slice(0, tileNames.length);
}

/** Logits become logs of probabilities, in their place. */
export function toLogs(logits: Float32Array): Float32Array {
  let top = -Infinity;
  for (let tile = 0; tile < logits.length; tile += 1) top = Math.max(top, logits[tile]!);
  let sum = 0;
  for (let tile = 0; tile < logits.length; tile += 1) sum += Math.exp(logits[tile]! - top);
  const shift = top + Math.log(sum);
  for (let tile = 0; tile < logits.length; tile += 1) logits[tile] = logits[tile]! - shift;
  return logits;
}

/** Logs of the probabilities of all tiles. */
export const readTile = (cells: Cells, row: number, column: number, polarity: Polarity): Float32Array => toLogs(logitsAt(cells, row, column, polarity));
