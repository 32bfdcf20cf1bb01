import type { Rectangle } from './luma';
import { outline } from './outline';

/** Squares of two by two cells on a lattice of half squares. */
export interface SquareLattice {
  /** Pixel of the lattice's corner. */
  x: number;
  y: number;
  /** Half the side of a square. */
  step: number;
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;

/** One outline round each group of squares that touch, in fractions of the picture. */
export function squareOutlines(squares: readonly Rectangle[], lattice: SquareLattice, picture: { width: number; height: number }): [number, number][][] {
  const { x: left, y: top, step } = lattice;
  const [width, height] = [Math.ceil((picture.width - left) / step), Math.ceil((picture.height - top) / step)];
  const mask = new Uint8Array(width * height);
  for (const { x, y } of squares) {
    const [column, row] = [Math.round((x - left) / step), Math.round((y - top) / step)];
    for (let v = 0; v < 2; v += 1) for (let u = 0; u < 2; u += 1) mask[Math.min(height - 1, row + v) * width + Math.min(width - 1, column + u)] = 1;
  }
  return components(mask, width, height).map((part) => {
    const points = outline(part, { x: 0, y: 0, width, height }, { width: 1, height: 1 }, 0.1);
    return points.map(([x, y]): [number, number] => [round(Math.min(1, (x * step + left) / picture.width)), round(Math.min(1, (y * step + top) / picture.height))]);
  });
}

/** 4-connected parts of a mask, which is emptied. */
function components(mask: Uint8Array, width: number, height: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let seed = mask.indexOf(1); seed >= 0; seed = mask.indexOf(1)) {
    const part = new Uint8Array(mask.length);
    const stack = [seed];
    mask[seed] = 0;
    while (stack.length) {
      const at = stack.pop()!;
      part[at] = 1;
      const x = at % width;
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= width * height || !mask[next]) continue;
        mask[next] = 0;
        stack.push(next);
      }
    }
    parts.push(part);
  }
  return parts;
}
