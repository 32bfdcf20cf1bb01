import { dense, type Dense } from './dense';
import data from './line-reader.json';
import { once, unpacked } from './stored-weights';

/** Samples across a line, two em, and samples a column of the answer. */
export const lineHeight = 32;
export const columnStep = 2;

/** Around each sample, as far as its brightness is evened, and what is added to the deviation there. */
const reach = 12;
const floor = 6;

/** A part of a line that holds picture, in samples; the rest is unknown. */
export interface Span {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Rows of columns of channels, with zeros around. */
interface Sheet {
  rows: number;
  columns: number;
  channels: number;
  border: Border;
  values: Float32Array;
}
interface Border {
  rows: number;
  columns: number;
}

/** One layer: a window moves over the sheet, and what it holds goes through the weights. */
interface Layer {
  weights: Dense;
  outputs: number;
  rows: number;
  columns: number;
  step: readonly [number, number];
  apart: number;
  border: Border;
  /** What goes in is added to what comes out. */
  adds: boolean;
}

/** Windows, steps and borders as training/marks/train_lines.py lays them. */
const shapes: readonly Pick<Layer, 'rows' | 'columns' | 'step' | 'apart' | 'border' | 'adds'>[] = [
  { rows: 5, columns: 5, step: [2, 2], apart: 1, border: { rows: 2, columns: 2 }, adds: false },
  { rows: 3, columns: 3, step: [2, 1], apart: 1, border: { rows: 1, columns: 1 }, adds: false },
  { rows: 3, columns: 3, step: [1, 1], apart: 1, border: { rows: 1, columns: 1 }, adds: false },
  { rows: 3, columns: 3, step: [2, 1], apart: 1, border: { rows: 1, columns: 1 }, adds: false },
  { rows: 3, columns: 3, step: [1, 1], apart: 1, border: { rows: 1, columns: 1 }, adds: false },
  { rows: 4, columns: 3, step: [1, 1], apart: 1, border: { rows: 0, columns: 1 }, adds: false },
  ...[1, 2, 4].map((apart) => ({ rows: 1, columns: 3, step: [1, 1] as const, apart, border: { rows: 0, columns: apart }, adds: true })),
  { rows: 1, columns: 1, step: [1, 1], apart: 1, border: { rows: 0, columns: 0 }, adds: false },
];

const layers = once((): Layer[] => {
  let channels = 1;
  return data.layers.map((stored, k) => {
    const shape = shapes[k]!;
    const outputs = stored.bias.length;
    const weights = dense(unpacked(stored, shape.rows * shape.columns * channels), stored.bias, k < shapes.length - 1);
    channels = outputs;
    return { ...shape, weights, outputs };
  });
});

function sheet(rows: number, columns: number, channels: number, border: Border): Sheet {
  return { rows, columns, channels, border, values: new Float32Array((rows + 2 * border.rows) * (columns + 2 * border.columns) * channels) };
}

/** Where the first channel of a place lies. */
const at = ({ columns, channels, border }: Sheet, row: number, column: number) => ((row + border.rows) * (columns + 2 * border.columns) + column + border.columns) * channels;

function through(layer: Layer, from: Sheet, border: Border): Sheet {
  const { weights, outputs, rows, columns, step, apart } = layer;
  const to = sheet(Math.floor((from.rows + 2 * from.border.rows - rows) / step[0]) + 1, Math.floor((from.columns - 1) / step[1]) + 1, outputs, border);
  const { input, output } = weights;
  const { channels, values } = from;
  const wide = apart === 1 ? columns * channels : channels;
  const pieces = apart === 1 ? 1 : columns;
  for (let row = 0; row < to.rows; row += 1) {
    for (let column = 0; column < to.columns; column += 1) {
      let filled = 0;
      for (let r = 0; r < rows; r += 1) {
        for (let piece = 0; piece < pieces; piece += 1) {
          const start = at(from, row * step[0] + r - from.border.rows, column * step[1] + piece * apart - from.border.columns);
          for (let i = start; i < start + wide; i += 1, filled += 1) input[filled] = values[i]!;
        }
      }
      weights.run();
      const out = at(to, row, column);
      const held = layer.adds ? at(from, row, column) : 0;
      for (let k = 0; k < outputs; k += 1) to.values[out + k] = output[k]! + (layer.adds ? values[held + k]! : 0);
    }
  }
  return to;
}

/** Brightness less its mean in a square around each sample, over its deviation there; outside the span 0. */
function evened(grey: Float32Array, width: number, { left, right, top, bottom }: Span, sign: number): Sheet {
  const out = sheet(lineHeight, width, 1, shapes[0]!.border);
  const row = width + 1;
  const sums = new Float64Array(row * (lineHeight + 1));
  const squares = new Float64Array(row * (lineHeight + 1));
  for (let y = 0; y < lineHeight; y += 1) {
    let [sum, square] = [0, 0];
    for (let x = 0; x < width; x += 1) {
      const value = y >= top && y < bottom && x >= left && x < right ? grey[y * width + x]! : 0;
      sum += value;
      square += value * value;
      sums[(y + 1) * row + x + 1] = sums[y * row + x + 1]! + sum;
      squares[(y + 1) * row + x + 1] = squares[y * row + x + 1]! + square;
    }
  }
  for (let y = top; y < bottom; y += 1) {
    const [y0, y1] = [Math.max(top, y - reach), Math.min(bottom, y + reach + 1)];
    for (let x = left; x < right; x += 1) {
      const [x0, x1] = [Math.max(left, x - reach), Math.min(right, x + reach + 1)];
      const over = (of: Float64Array) => of[y1 * row + x1]! - of[y0 * row + x1]! - of[y1 * row + x0]! + of[y0 * row + x0]!;
      const count = (y1 - y0) * (x1 - x0);
      const mean = over(sums) / count;
      out.values[at(out, y, x)] = (sign * (grey[y * width + x]! - mean)) / (Math.sqrt(Math.max(0, over(squares) / count - mean * mean)) + floor);
    }
  }
  return out;
}

/**
 * Logits of all tiles, and last of text that is no tile, at every second column of a line; twin of training/marks/train_lines.py.
 * @param grey `lineHeight` rows of `width` samples, an em being 16. @param dark whether the letters are darker than their ground.
 */
export function lineLogits(grey: Float32Array, width: number, span: Span, dark = false): Float32Array[] {
  let held = evened(grey, width, span, dark ? -1 : 1);
  layers().forEach((layer, k) => {
    held = through(layer, held, shapes[k + 1]?.border ?? { rows: 0, columns: 0 });
  });
  return Array.from({ length: held.columns }, (_, column) => held.values.slice(column * held.channels, (column + 1) * held.channels));
}
