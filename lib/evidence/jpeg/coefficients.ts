import { acFirst, acRefine, dcFirst, dcRefine, sequentialBlock, type BlockDecoder, type BlockTask, type ScanState } from './block-decoders';
import { BitReader } from './bit-reader';
import { entropySegments } from './entropy-segments';
import type { HuffmanTable } from './huffman-table';
import { JpegError } from './jpeg-error';
import { walkMarkers, type Frame, type ScanHeader } from './jpeg-headers';

export interface ComponentCoefficients {
  id: number;
  /** Sampling factors. */
  h: number;
  v: number;
  /** Blocks that hold picture: ceil(component size / 8). */
  blocksWide: number;
  blocksHigh: number;
  /** Blocks in a stored row: blocksWide rounded up to whole MCUs. */
  stride: number;
  /** Quantised DCT coefficients, int16, block after block in rows of `stride` blocks, 64 a block in natural (row-major) order. */
  coefficients: Int16Array;
  /** Quantisation steps in natural order, as they were at the component's first scan. */
  steps: Uint16Array;
}

export interface JpegCoefficients {
  width: number;
  height: number;
  progressive: boolean;
  components: ComponentCoefficients[];
  /** The file ended, or its data broke off, before all scans were complete: what is missing is zero. */
  truncated: boolean;
}

export interface CoefficientLimits {
  /** Most pixels taken on, a guard against hostile headers. Default 64 million. */
  maxPixels?: number;
  maxScans?: number;
}

/**
 * Entropy-decodes a JPEG (ITU-T T.81: baseline, extended sequential and progressive Huffman, 8 bits, 1..4 components)
 * to its quantised DCT coefficients, equal to libjpeg's `jpeg_read_coefficients`.
 * @throws JpegError when nothing can be read; a file that breaks off later gives what was read and `truncated`.
 */
export function decodeCoefficients(bytes: Uint8Array, { maxPixels = 64e6, maxScans = 200 }: CoefficientLimits = {}): JpegCoefficients {
  let picture: JpegCoefficients | undefined;
  let brokenOff = false;
  let scans = 0;
  let restartInterval = 0;
  let reach: Uint8Array[] = [];
  const steps = new Map<number, Uint16Array>();
  const huffman = { dc: new Map<number, HuffmanTable>(), ac: new Map<number, HuffmanTable>() };
  const complete = walkMarkers(bytes, {
    frame(frame) {
      picture = allocate(frame, maxPixels, bytes.length);
      reach = picture.components.map((one) => new Uint8Array(frame.progressive ? one.coefficients.length / 64 : 0));
    },
    quantisation: (table) => void steps.set(table.destination, table.steps),
    huffman: (kind, destination, table) => void huffman[kind].set(destination, table),
    restartInterval: (mcus) => void (restartInterval = mcus),
    scan(scan, frame) {
      if ((scans += 1) > maxScans) throw new JpegError('too-many-scans', `more than ${maxScans}`);
      for (const { index } of scan.components) {
        const component = picture!.components[index]!;
        const table = steps.get(frame.components[index]!.table);
        if (!table) throw new JpegError('bad-table', 'scan without its quantisation table');
        if (component.steps.length === 0) component.steps = table.slice();
      }
      const segments = entropySegments(bytes, scan.dataOffset);
      const whole = decodeScan(scan, frame, picture!, reach, huffman, restartInterval, segments);
      brokenOff ||= !whole;
      return segments.resume;
    },
  });
  if (!picture) throw new JpegError('no-frame', 'the file ends before the frame header');
  if (scans === 0) throw new JpegError('no-scan', 'the file ends before the first scan');
  return { ...picture, truncated: brokenOff || !complete };
}

function allocate(frame: Frame, maxPixels: number, byteLength: number): JpegCoefficients {
  const { width, height } = frame;
  // A coded block costs a bit or more (64 pixels a bit at the very best): bytes this few cannot hold that many pixels.
  if (width * height > maxPixels || width * height > byteLength * 2048) throw new JpegError('too-many-pixels', `${width}x${height} in ${byteLength} bytes`);
  const maxH = Math.max(...frame.components.map((one) => one.h));
  const maxV = Math.max(...frame.components.map((one) => one.v));
  const [across, down] = [Math.ceil(width / (8 * maxH)), Math.ceil(height / (8 * maxV))];
  const components = frame.components.map(({ id, h, v }) => ({
    id,
    h,
    v,
    blocksWide: Math.ceil((width * h) / (8 * maxH)),
    blocksHigh: Math.ceil((height * v) / (8 * maxV)),
    stride: across * h,
    coefficients: new Int16Array(across * h * down * v * 64),
    steps: new Uint16Array(0),
  }));
  return { width, height, progressive: frame.progressive, components, truncated: false };
}

function decoderFor(scan: ScanHeader, frame: Frame): BlockDecoder {
  if (!frame.progressive) return sequentialBlock;
  if (scan.spectralStart === 0) return scan.high === 0 ? dcFirst : dcRefine;
  return scan.high === 0 ? acFirst : acRefine;
}

const noTable: HuffmanTable = { short: new Uint16Array(0), whole: new Int32Array(0), limit: new Int32Array(0), base: new Int32Array(0), symbols: new Uint8Array(0) };

/** @returns whether the data held every MCU of the scan. */
function decodeScan(
  scan: ScanHeader,
  frame: Frame,
  picture: JpegCoefficients,
  reach: Uint8Array[],
  huffman: Record<'dc' | 'ac', Map<number, HuffmanTable>>,
  restartInterval: number,
  { data, bounds }: { data: Uint8Array; bounds: number[] },
): boolean {
  const decode = decoderFor(scan, frame);
  const parts = scan.components.map(({ index, dc, ac }, slot) => {
    const component = picture.components[index]!;
    const needs = { dc: decode === sequentialBlock || decode === dcFirst, ac: decode === sequentialBlock || decode === acFirst || decode === acRefine };
    const tables = { dc: huffman.dc.get(dc), ac: huffman.ac.get(ac) };
    if ((needs.dc && !tables.dc) || (needs.ac && !tables.ac)) throw new JpegError('bad-table', 'scan without its Huffman table');
    const task: BlockTask = { slot, coefficients: component.coefficients, reach: reach[index]!, dc: tables.dc ?? noTable, ac: tables.ac ?? noTable };
    return { component, task };
  });
  // A scan of one component is not interleaved: its MCU is one block and only blocks with picture are coded (T.81 A.2.2).
  const single = parts.length === 1 ? parts[0]!.component : null;
  const first = picture.components[0]!;
  const across = single ? single.blocksWide : first.stride / first.h;
  const down = single ? single.blocksHigh : first.coefficients.length / 64 / first.stride / first.v;
  if (!single && parts.reduce((sum, { component }) => sum + component.h * component.v, 0) > 10) throw new JpegError('bad-scan', 'more than 10 blocks in an MCU');
  const total = across * down;
  const interval = restartInterval || total;
  const reader = new BitReader(data);
  const state: ScanState = { dc: new Int32Array(parts.length), endOfBandRun: 0 };
  const band = { start: scan.spectralStart, end: scan.spectralEnd, low: scan.low };
  let whole = true;
  for (let segment = 0; segment * interval < total; segment += 1) {
    const start = bounds[segment];
    const end = bounds[segment + 1];
    if (start === undefined || end === undefined) return false;
    reader.open(start, end);
    state.dc.fill(0);
    state.endOfBandRun = 0;
    const last = Math.min(total, (segment + 1) * interval);
    for (let mcu = segment * interval; mcu < last; mcu += 1) {
      const row = Math.floor(mcu / across);
      const column = mcu - row * across;
      if (single) decode(reader, parts[0]!.task, (row * single.stride + column) * 64, state, band);
      else
        for (const { component, task } of parts) {
          const { h, v, stride } = component;
          for (let y = 0; y < v; y += 1) {
            for (let x = 0; x < h; x += 1) decode(reader, task, ((row * v + y) * stride + column * h + x) * 64, state, band);
          }
        }
      if (reader.overrun) {
        whole = false;
        break;
      }
    }
  }
  return whole;
}
