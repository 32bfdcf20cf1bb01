import type { BitReader } from './bit-reader';
import type { HuffmanTable } from './huffman-table';
import { naturalOrder } from './zigzag';

/** What a scan carries from block to block; reset at restarts. */
export interface ScanState {
  /** Last DC value, by component of the scan. */
  dc: Int32Array;
  /** Blocks of the band still to be left as they are (progressive AC). */
  endOfBandRun: number;
}

/** Where and how one component of a scan is decoded. */
export interface BlockTask {
  /** Place in the scan, index of its DC prediction. */
  slot: number;
  coefficients: Int16Array;
  /** By block: no AC coefficient past this zig-zag index is set yet. Lets refinement skip empty blocks. */
  reach: Uint8Array;
  dc: HuffmanTable;
  ac: HuffmanTable;
}

/** Successive approximation and band of a progressive scan. */
export interface Band {
  start: number;
  end: number;
  low: number;
}

/** Decodes one block at `at` (index of its DC) into coefficients in natural order. */
export type BlockDecoder = (reader: BitReader, task: BlockTask, at: number, state: ScanState, band: Band) => void;

/** Baseline and extended sequential, T.81 F.2.2. */
export const sequentialBlock: BlockDecoder = (reader, task, at, state) => {
  const out = task.coefficients;
  const dc = state.dc[task.slot]! + reader.signed(reader.symbol(task.dc) & 15);
  state.dc[task.slot] = dc;
  out[at] = dc;
  const table = task.ac;
  for (let k = 1; k < 64; k += 1) {
    const step = reader.wholeStep(table);
    if (step !== 0) {
      k += (step >> 8) & 15;
      out[at + naturalOrder[k]!] = step >> 16;
      continue;
    }
    const symbol = reader.symbol(table);
    const size = symbol & 15;
    if (size === 0) {
      if (symbol !== 0xf0) return;
      k += 15;
      continue;
    }
    k += symbol >> 4;
    out[at + naturalOrder[k]!] = reader.signed(size);
  }
};

/** First pass of DC, T.81 G.1.2.1. */
export const dcFirst: BlockDecoder = (reader, task, at, state, band) => {
  const dc = state.dc[task.slot]! + reader.signed(reader.symbol(task.dc) & 15);
  state.dc[task.slot] = dc;
  task.coefficients[at] = dc << band.low;
};

export const dcRefine: BlockDecoder = (reader, task, at, _state, band) => {
  if (reader.bit()) task.coefficients[at]! |= 1 << band.low;
};

/** First pass of an AC band, T.81 G.1.2.2. */
export const acFirst: BlockDecoder = (reader, task, at, state, band) => {
  if (state.endOfBandRun > 0) {
    state.endOfBandRun -= 1;
    return;
  }
  const { coefficients: out, ac: table, reach } = task;
  for (let k = band.start; k <= band.end; k += 1) {
    const step = reader.wholeStep(table);
    if (step !== 0) {
      k += (step >> 8) & 15;
      out[at + naturalOrder[k]!] = (step >> 16) << band.low;
      if (k > reach[at >> 6]!) reach[at >> 6] = k;
      continue;
    }
    const symbol = reader.symbol(table);
    const [run, size] = [symbol >> 4, symbol & 15];
    if (size === 0) {
      if (run === 15) {
        k += 15;
        continue;
      }
      state.endOfBandRun = (1 << run) - 1 + reader.bits(run);
      return;
    }
    k += run;
    out[at + naturalOrder[k]!] = reader.signed(size) << band.low;
    if (k > reach[at >> 6]!) reach[at >> 6] = k;
  }
};

function refine(reader: BitReader, out: Int16Array, at: number, bit: number): void {
  const value = out[at]!;
  if (reader.bit() && (value & bit) === 0) out[at] = value + (value >= 0 ? bit : -bit);
}

/** Later passes of an AC band, T.81 G.1.2.3 and figure G.7. */
export const acRefine: BlockDecoder = (reader, task, at, state, band) => {
  const { coefficients: out, ac: table } = task;
  const bit = 1 << band.low;
  let k = band.start;
  if (state.endOfBandRun === 0) {
    for (; k <= band.end; k += 1) {
      const symbol = reader.symbol(table);
      let run = symbol >> 4;
      let fresh = 0;
      if ((symbol & 15) !== 0) fresh = reader.bit() ? bit : -bit;
      else if (run !== 15) {
        state.endOfBandRun = (1 << run) + reader.bits(run);
        break;
      }
      for (; k <= band.end; k += 1) {
        const place = at + naturalOrder[k]!;
        if (out[place] !== 0) refine(reader, out, place, bit);
        else if (run === 0) break;
        else run -= 1;
      }
      if (fresh === 0 || k > band.end) continue;
      out[at + naturalOrder[k]!] = fresh;
      if (k > task.reach[at >> 6]!) task.reach[at >> 6] = k;
    }
  }
  if (state.endOfBandRun > 0) {
    for (const last = Math.min(band.end, task.reach[at >> 6]!); k <= last; k += 1) {
      const place = at + naturalOrder[k]!;
      if (out[place] !== 0) refine(reader, out, place, bit);
    }
    state.endOfBandRun -= 1;
  }
};
