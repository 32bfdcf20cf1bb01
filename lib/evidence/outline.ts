import type { Rectangle } from './luma';

type Point = [number, number];

/**
 * Outer boundary of the first component of a mask met in reading order, as a clockwise polygon of pixel corners.
 * @param mask 1 inside, row by row, `frame.width` × `frame.height`.
 * @param frame where the mask lies in the picture.
 * @param picture whose size makes the fractions.
 * @returns points in fractions 0..1, simplified to `tolerance` pixels.
 */
export function outline(mask: Uint8Array, frame: Rectangle, picture: { width: number; height: number }, tolerance = 1.5): Point[] {
  const { width, height } = frame;
  const start = mask.indexOf(1);
  if (start < 0) return [];
  const inside = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] === 1;
  const origin: Point = [start % width, Math.floor(start / width)];
  // Follows the cracks between pixels with the inside on the right: east, south, west, north.
  const steps: Point[] = [[1, 0], [0, 1], [-1, 0], [0, -1]];
  const cornerPixels: [Point, Point][] = [
    [[0, -1], [0, 0]],
    [[0, 0], [-1, 0]],
    [[-1, 0], [-1, -1]],
    [[-1, -1], [0, -1]],
  ];
  const points: Point[] = [];
  let [x, y] = origin;
  let heading = 0;
  do {
    points.push([x, y]);
    x += steps[heading]![0];
    y += steps[heading]![1];
    const [left, right] = cornerPixels[heading]!;
    if (inside(x + left[0], y + left[1])) heading = (heading + 3) % 4;
    else if (!inside(x + right[0], y + right[1])) heading = (heading + 1) % 4;
  } while ((x !== origin[0] || y !== origin[1] || heading !== 0) && points.length < 4 * mask.length);
  return simplify(points, tolerance).map(([u, v]) => [round((u + frame.x) / picture.width), round((v + frame.y) / picture.height)]);
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;

/** Douglas–Peucker on a closed ring, split at its first point and the one farthest from it. */
function simplify(ring: Point[], tolerance: number): Point[] {
  const [ax, ay] = ring[0]!;
  let far = 0;
  ring.forEach(([x, y], i) => {
    const [bx, by] = ring[far]!;
    if ((x - ax) ** 2 + (y - ay) ** 2 > (bx - ax) ** 2 + (by - ay) ** 2) far = i;
  });
  const keep = new Set([0, far]);
  const stack: [number, number][] = [[0, far], [far, ring.length]];
  while (stack.length) {
    const [from, to] = stack.pop()!;
    const [a, b] = [ring[from]!, ring[to % ring.length]!];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    let worst = tolerance;
    let at = -1;
    for (let i = from + 1; i < to; i += 1) {
      const distance = Math.abs((b[0] - a[0]) * (ring[i]![1] - a[1]) - (b[1] - a[1]) * (ring[i]![0] - a[0])) / length;
      if (distance > worst) [worst, at] = [distance, i];
    }
    if (at < 0) continue;
    keep.add(at);
    stack.push([from, at], [at, to]);
  }
  return [...keep].sort((a, b) => a - b).map((i) => ring[i]!);
}
