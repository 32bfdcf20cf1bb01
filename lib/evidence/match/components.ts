/** A connected set of marked pixels. */
export interface Component {
  area: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  label: number;
}

/** Eight-connected components of `mark` (non-zero); `labels` holds 1-based component numbers. */
export function componentsOf(mark: Uint8Array, width: number, height: number): { labels: Int32Array; components: Component[] } {
  const labels = new Int32Array(width * height);
  const components: Component[] = [];
  const stack: number[] = [];
  for (let start = 0; start < mark.length; start++) {
    if (!mark[start] || labels[start]) continue;
    const label = components.length + 1;
    const one: Component = { area: 0, left: width, top: height, right: 0, bottom: 0, label };
    labels[start] = label;
    stack.push(start);
    while (stack.length) {
      const at = stack.pop()!;
      const x = at % width, y = (at - x) / width;
      one.area++;
      one.left = Math.min(one.left, x);
      one.right = Math.max(one.right, x);
      one.top = Math.min(one.top, y);
      one.bottom = Math.max(one.bottom, y);
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const nx = x + dx, ny = y + dy;
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
          const next = ny * width + nx;
          if (!mark[next] || labels[next]) continue;
          labels[next] = label;
          stack.push(next);
        }
    }
    components.push(one);
  }
  return { labels, components };
}

/** Grows (or with `value` 0 shrinks) the marked set by a square of the given radius. */
export function spreadMark(mark: Uint8Array, width: number, height: number, radius: number, value: 0 | 1 = 1): Uint8Array {
  const across = mark.slice();
  for (let y = 0; y < height; y++) {
    const row = y * width;
    // `done`: up to where the row is already written.
    for (let x = 0, done = 0; x < width; x++) {
      if (!mark[row + x] !== !value) continue;
      const end = Math.min(width, x + radius + 1);
      for (let k = Math.max(done, x - radius); k < end; k++) across[row + k] = value;
      done = end;
    }
  }
  const out = across.slice();
  const done = new Int32Array(width);
  for (let y = 0; y < height; y++) {
    const end = Math.min(height, y + radius + 1);
    for (let x = 0; x < width; x++) {
      if (!across[y * width + x] !== !value) continue;
      for (let k = Math.max(done[x]!, y - radius); k < end; k++) out[k * width + x] = value;
      done[x] = end;
    }
  }
  return out;
}

/** Outer boundary of one component along pixel corners, clockwise (crack following), thinned by Douglas-Peucker. @returns points in pixels. */
export function outlineOf(labels: Int32Array, width: number, height: number, one: Component, tolerance = 1.2): [number, number][] {
  const is = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height && labels[y * width + x] === one.label;
  let sx = one.left;
  while (!is(sx, one.top)) sx++;
  let x = sx, y = one.top, direction = 0;
  const points: [number, number][] = [];
  // Directions: 0 right, 1 down, 2 left, 3 up; the component lies to the right of the walk.
  const ahead: readonly (readonly [number, number, number, number])[] = [[0, -1, 0, 0], [0, 0, -1, 0], [-1, 0, -1, -1], [-1, -1, 0, -1]];
  const move = [[1, 0], [0, 1], [-1, 0], [0, -1]] as const;
  do {
    points.push([x, y]);
    x += move[direction]![0];
    y += move[direction]![1];
    const [lx, ly, rx, ry] = ahead[direction]!;
    if (is(x + lx, y + ly)) direction = (direction + 3) % 4;
    else if (!is(x + rx, y + ry)) direction = (direction + 1) % 4;
  } while (!(x === sx && y === one.top && direction === 0) && points.length < 4 * width * height);
  return thin(points, tolerance);
}

function thin(points: [number, number][], tolerance: number): [number, number][] {
  if (points.length < 5) return points;
  const far = points.reduce((best, p, i) => (Math.hypot(p[0] - points[0]![0], p[1] - points[0]![1]) > Math.hypot(points[best]![0] - points[0]![0], points[best]![1] - points[0]![1]) ? i : best), 0);
  const keep = new Uint8Array(points.length);
  keep[0] = keep[far] = 1;
  const stack: [number, number][] = [[0, far], [far, points.length]];
  while (stack.length) {
    const [from, to] = stack.pop()!;
    const a = points[from]!, b = points[to % points.length]!;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    let worst = tolerance, at = -1;
    for (let i = from + 1; i < to; i++) {
      const p = points[i]!;
      const d = Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length;
      if (d > worst) {
        worst = d;
        at = i;
      }
    }
    if (at > 0) {
      keep[at] = 1;
      stack.push([from, at], [at, to]);
    }
  }
  return points.filter((_, i) => keep[i]);
}
