import type { Luma } from '../luma';
import { bandOf } from './band';
import type { Corner } from './place';

/** A shape that a service lays over its pictures without words; sizes and places in shares of the shorter side. */
interface Shape {
  kind: 'sparkle' | 'star';
  brand: string;
  /** Whether (u, v) lies within; both run over −1..1. */
  covers: (u: number, v: number) => boolean;
  sizes: { from: number; to: number; ratio: number };
  /** The shape's middle, in its own sizes from the right and the lower edge. */
  places: { right: number; below: number }[];
  /** Correlation from which it is reported (cli/measure-marks.ts). */
  least: number;
}

export interface FoundShape {
  kind: Shape['kind'];
  brand: string;
  corner: Corner;
  score: number;
  /** Middle and side in picture samples. */
  x: number;
  y: number;
  size: number;
}

const range = (from: number, to: number, step: number) => Array.from({ length: Math.floor((to - from) / step + 1.0001) }, (_, i) => from + i * step);

/** Bulge of the sides: |x|^p + |y|^p = 1 with p measured on a mark (1 is a square on its point, 2/3 an astroid). */
const bulge = 0.72;

/** Outline of Jimeng's star, measured on a mark: the body and the tail below it. */
const starBody = [
  [-0.66, -0.92], [-0.6, -0.99], [-0.4, -0.69], [-0.19, -0.49], [0.03, -0.36], [0.28, -0.27], [0.58, -0.26], [0.9, -0.28], [0.97, -0.21], [0.84, -0.05], [0.58, 0.15], [0.24, 0.34],
  [-0.19, 0.54], [-0.53, 0.67], [-0.89, 0.76], [-0.97, 0.67], [-0.79, 0.44], [-0.62, 0.15], [-0.52, -0.15], [-0.53, -0.45], [-0.58, -0.71],
] as const;
const starTail = [[-0.29, 0.72], [-0.02, 0.64], [0.28, 0.49], [0.54, 0.32], [0.43, 0.62], [0.37, 0.96], [0.32, 1], [0.24, 0.96], [0.11, 0.85], [-0.1, 0.75]] as const;

/** Even-odd rule. */
function inside(polygon: readonly (readonly [number, number])[], u: number, v: number): boolean {
  let within = false;
  polygon.forEach(([x, y], i) => {
    const [x2, y2] = polygon[(i + 1) % polygon.length]!;
    if (y > v !== y2 > v && u < ((x2 - x) * (v - y)) / (y2 - y) + x) within = !within;
  });
  return within;
}

const shapes: readonly Shape[] = [
  {
    // Seen: 96 samples wide and 64 from the edges of 2048; 17 wide and 35 from the edges of 559.
    kind: 'sparkle',
    brand: 'Gemini',
    covers: (u, v) => Math.abs(u) ** bulge + Math.abs(v) ** bulge < 1,
    sizes: { from: 0.022, to: 0.1, ratio: 1.07 },
    places: range(1, 2.7, 0.07).map((inset) => ({ right: inset, below: inset })),
    least: 0.7,
  },
  {
    // Seen: 47 samples high, its middle 190 from the right and 54 from the lower edge of 936.
    kind: 'star',
    brand: '即梦',
    covers: (u, v) => inside(starBody, u, v) || inside(starTail, u, v),
    sizes: { from: 0.042, to: 0.062, ratio: 1.05 },
    places: range(3.75, 4.35, 0.05).flatMap((right) => range(0.98, 1.34, 0.04).map((below) => ({ right, below }))),
    least: 0.75,
  },
];

/** Sides of the squares in which a shape is compared, first roughly; it fills this share of them. */
const rough = 14;
const exact = 40;
const filled = 0.7;
/** Standard deviation of brightness below which a square holds nothing to see. */
const flattest = 1.5;

/** Brings to zero mean and unit length, in place; null where the deviation is below `flat`. */
function centred(values: Float64Array, flat: number): Float64Array | null {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) {
    sum += values[i]!;
    squares += values[i]! * values[i]!;
  }
  const mean = sum / values.length;
  const size = Math.sqrt(Math.max(0, squares - sum * mean));
  if (size < Math.sqrt(values.length) * flat || size === 0) return null;
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i]! - mean) / size;
  return values;
}

/** Share of each sample that the shape covers. */
function template({ covers }: Shape, side: number): Float64Array {
  const fine = 4;
  const values = Float64Array.from({ length: side * side }, (_, at) => {
    let held = 0;
    for (let k = 0; k < fine * fine; k += 1) {
      const [u, v] = [(at % side) + ((k % fine) + 0.5) / fine, Math.floor(at / side) + (Math.floor(k / fine) + 0.5) / fine].map((value) => (2 * value / side - 1) / filled) as [number, number];
      if (covers(u, v)) held += 1;
    }
    return held / (fine * fine);
  });
  return centred(values, 0)!;
}

const templates = new Map<Shape, { rough: Float64Array; exact: Float64Array }>();
function templatesOf(shape: Shape) {
  let made = templates.get(shape);
  if (!made) templates.set(shape, (made = { rough: template(shape, rough), exact: template(shape, exact) }));
  return made;
}

/** Means over squares of any place and size, by a summed-area table read between its samples. */
function means({ width, height, grey }: { width: number; height: number; grey: Float32Array }) {
  const total = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += grey[y * width + x]!;
      total[(y + 1) * (width + 1) + x + 1] = total[y * (width + 1) + x + 1]! + row;
    }
  }
  const at = (x: number, y: number): number => {
    const i = Math.min(Math.floor(x), width - 1);
    const j = Math.min(Math.floor(y), height - 1);
    const fx = x - i;
    const fy = y - j;
    const from = j * (width + 1) + i;
    return (1 - fy) * ((1 - fx) * total[from]! + fx * total[from + 1]!) + fy * ((1 - fx) * total[from + width + 1]! + fx * total[from + width + 2]!);
  };
  const corners = new Float64Array((exact + 1) * (exact + 1));
  /** `side`² samples of the square of `whole` whose upper left corner is (x, y). */
  return (x: number, y: number, whole: number, side: number): Float64Array => {
    const step = whole / side;
    const row = side + 1;
    for (let j = 0; j <= side; j += 1) for (let i = 0; i <= side; i += 1) corners[j * row + i] = at(x + i * step, y + j * step);
    const out = new Float64Array(side * side);
    for (let j = 0; j < side; j += 1) {
      for (let i = 0; i < side; i += 1) {
        const k = j * row + i;
        out[j * side + i] = (corners[k + row + 1]! - corners[k + row]! - corners[k + 1]! + corners[k]!) / (step * step);
      }
    }
    return out;
  };
}

/** The picture is brought to this shorter side; of it only the corner is looked at. */
const shortSide = 640;
const cornerShare = 0.32;
/** A shape of fewer samples cannot be told. */
const fewest = 12;
/** Places looked at closely. */
const closely = 12;

function correlation(values: Float64Array | null, wanted: Float64Array): number {
  if (!values) return -1;
  let sum = 0;
  for (let i = 0; i < wanted.length; i += 1) sum += values[i]! * wanted[i]!;
  return sum;
}

/** The likeliest known shape in the lower right corner, or null. Only light shapes: that is how services draw them. */
export function shapeIn(luma: Luma): FoundShape | null {
  const short = Math.min(luma.width, luma.height);
  const part = Math.floor(short * cornerShare);
  if (part < 3 * fewest) return null;
  const cut = bandOf(luma, { x: luma.width - part, y: luma.height - part, width: part, height: part }, Math.min(1, shortSide / short));
  const sample = means(cut);
  let best: FoundShape | null = null;
  for (const shape of shapes) {
    const wanted = templatesOf(shape);
    const seen: { x: number; y: number; whole: number; size: number; score: number }[] = [];
    for (let share = shape.sizes.from; share <= shape.sizes.to; share *= shape.sizes.ratio) {
      const size = (share * short) / cut.across;
      if (size < fewest) continue;
      const whole = size / filled;
      for (const { right, below } of shape.places) {
        const [x, y] = [cut.width - size * right - whole / 2, cut.height - size * below - whole / 2];
        if (x < 0 || y < 0 || x + whole > cut.width || y + whole > cut.height) continue;
        seen.push({ x, y, whole, size, score: correlation(centred(sample(x, y, whole, rough), flattest), wanted.rough) });
      }
    }
    seen.sort((a, b) => b.score - a.score);
    for (const { x, y, whole, size, score: roughly } of seen.slice(0, closely)) {
      if (roughly < shape.least - 0.12) break;
      const score = correlation(centred(sample(x, y, whole, exact), flattest), wanted.exact);
      if (score < shape.least || score <= (best?.score ?? 0)) continue;
      const middle = (from: number) => luma.width - part + (from + whole / 2) * cut.across;
      best = { kind: shape.kind, brand: shape.brand, corner: 'bottom-right', score, x: middle(x), y: luma.height - part + (y + whole / 2) * cut.down, size: size * cut.across };
    }
  }
  return best;
}
