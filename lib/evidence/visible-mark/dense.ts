/**
 * y = W·x + b, where asked with everything below zero cut off: the only costly sum of the recogniser, as a WebAssembly kernel of four
 * numbers at a time (128-bit SIMD, https://webassembly.github.io/spec/core/binary). TF.js is made for many rows at once; here
 * each row depends on what the last one said.
 */
export interface Dense {
  /** Room for one row of inputs. */
  input: Float32Array;
  /** What `run` leaves; longer than `outputs` where those are no whole group. */
  output: Float32Array;
  run(): void;
}

/** Outputs summed side by side: four vectors of four. */
const group = 16;
const page = 65536;

const leb = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)]);
const sized = (bytes: readonly number[]): number[] => [...leb(bytes.length), ...bytes];
/** A section of one entry. */
const section = (id: number, entry: readonly number[]): number[] => [id, ...sized([1, ...entry])];
const text = (word: string): number[] => sized([...word].map((letter) => letter.charCodeAt(0)));

const [i32, f32, v128] = [0x7f, 0x7d, 0x7b];
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
/** Signed: 64 needs a second byte. */
const constant = (value: number) => [0x41, ...(value < 64 ? [value] : [value | 0x80, 0])];
const add = [0x6a];
const simd = (code: number, ...rest: number[]) => [0xfd, ...leb(code), ...rest];
const load = (offset: number) => simd(0x00, 4, offset);
const store = (offset: number) => simd(0x0b, 4, offset);
const loadSplat = simd(0x09, 2, 0);
const [splat, vectorAdd, vectorMultiply, vectorMost] = [simd(0x13), simd(0xe4), simd(0xe6), simd(0xe9)];
const lanes = [0, 1, 2, 3];
const advance = (local: number, by: number) => [...get(local), ...constant(by), ...add, ...set(local)];

/** run(x, end of x, weights, bias, y, end of y, least): local 7 is the input's place, 8..11 the sums, 12 the input, 13 the least output. */
function kernel(): WebAssembly.Module {
  const [x, end, weights, bias, y, last, least, at, value, floor] = [0, 1, 2, 3, 4, 5, 6, 7, 12, 13];
  const sum = (lane: number) => 8 + lane;
  const [loop, over, again, unsignedLess] = [[0x03, 0x40], 0x0b, [0x0d, 0], 0x49];
  const inputs = [
    ...get(at), ...loadSplat, ...set(value),
    ...lanes.flatMap((lane) => [...get(sum(lane)), ...get(value), ...get(weights), ...load(16 * lane), ...vectorMultiply, ...vectorAdd, ...set(sum(lane))]),
    ...advance(weights, 64), ...advance(at, 4),
    ...get(at), ...get(end), unsignedLess, ...again,
  ];
  const groups = [
    ...lanes.flatMap((lane) => [...get(bias), ...load(16 * lane), ...set(sum(lane))]),
    ...get(x), ...set(at),
    ...loop, ...inputs, over,
    ...lanes.flatMap((lane) => [...get(y), ...get(sum(lane)), ...get(floor), ...vectorMost, ...store(16 * lane)]),
    ...advance(bias, 64), ...advance(y, 64),
    ...get(y), ...get(last), unsignedLess, ...again,
  ];
  const body = [2, 1, i32, 6, v128, ...get(least), ...splat, ...set(floor), ...loop, ...groups, over, over];
  return new WebAssembly.Module(Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [0x60, ...sized([i32, i32, i32, i32, i32, i32, f32]), 0]),
    ...section(2, [...text('host'), ...text('memory'), 2, 0, 1]),
    ...section(3, [0]),
    ...section(7, [...text('run'), 0, 0]),
    ...section(10, sized(body)),
  ]));
}

let compiled: WebAssembly.Module | undefined;

/** @param rows weights of each output. @param cut whether outputs below zero become zero. */
export function dense(rows: readonly Float32Array[], bias: ArrayLike<number>, cut: boolean): Dense {
  const inputs = rows[0]!.length;
  const outputs = Math.ceil(rows.length / group) * group;
  const from = { x: 0, y: 4 * Math.ceil(inputs / 4) * 4, bias: 0, weights: 0 };
  from.bias = from.y + 4 * outputs;
  from.weights = from.bias + 4 * outputs;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((from.weights + 4 * outputs * inputs) / page) });
  const floats = (at: number, count: number) => new Float32Array(memory.buffer, at, count);
  floats(from.bias, outputs).set(Array.from(bias));
  const weights = floats(from.weights, outputs * inputs);
  rows.forEach((row, k) => row.forEach((value, i) => { weights[((k - (k % group)) * inputs) + i * group + (k % group)] = value; }));
  const run = new WebAssembly.Instance((compiled ??= kernel()), { host: { memory } }).exports['run'] as (...places: number[]) => void;
  return {
    input: floats(from.x, inputs),
    output: floats(from.y, outputs),
    run: () => run(from.x, from.x + 4 * inputs, from.weights, from.bias, from.y, from.bias, cut ? 0 : -Infinity),
  };
}
