import { JpegError } from './jpeg-error';
import { huffmanTable, type HuffmanTable } from './huffman-table';
import { naturalOrder } from './zigzag';

export interface FrameComponent {
  id: number;
  /** Sampling factors 1..4. */
  h: number;
  v: number;
  /** Destination 0..3 of its quantisation table. */
  table: number;
}

/** SOF0, SOF1 or SOF2 header. */
export interface Frame {
  width: number;
  height: number;
  progressive: boolean;
  /** False for SOF1 (extended sequential). */
  baseline: boolean;
  components: FrameComponent[];
}

/** SOS header; `dataOffset` is where its entropy-coded data starts. */
export interface ScanHeader {
  components: { index: number; dc: number; ac: number }[];
  spectralStart: number;
  spectralEnd: number;
  high: number;
  low: number;
  dataOffset: number;
}

/** Quantisation table in natural (row-major) order, 64 steps. */
export interface QuantisationTable {
  destination: number;
  /** 8 or 16. */
  bits: number;
  steps: Uint16Array;
}

/** What the walk over the markers tells, in file order. Handlers may stop it by returning false. */
export interface MarkerHandlers {
  frame?(frame: Frame): boolean | void;
  quantisation?(table: QuantisationTable): boolean | void;
  huffman?(kind: 'dc' | 'ac', destination: number, table: HuffmanTable): boolean | void;
  restartInterval?(mcus: number): boolean | void;
  /** APPn and COM. */
  application?(marker: number, payload: Uint8Array): boolean | void;
  /** @returns where the walk goes on: offset of the marker after the entropy-coded data. */
  scan(scan: ScanHeader, frame: Frame): number | false;
}

const word = (bytes: Uint8Array, at: number) => (bytes[at]! << 8) | bytes[at + 1]!;
const sequentialOrProgressive = new Set([0xc0, 0xc1, 0xc2]);
const otherFrames = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/**
 * Walks the marker segments of one JPEG image (ITU-T T.81 annex B) from SOI to EOI.
 * @returns true when EOI was reached, false when the bytes ended first or a handler stopped.
 * @throws JpegError for what is not a JPEG or not a coding we read.
 */
export function walkMarkers(bytes: Uint8Array, on: MarkerHandlers): boolean {
  if (bytes.length < 4 || word(bytes, 0) !== 0xffd8) throw new JpegError('not-jpeg', 'no SOI marker at the start');
  let at = 2;
  let frame: Frame | undefined;
  while (at + 4 <= bytes.length || bytes[at + 1] === 0xd9) {
    if (bytes[at] !== 0xff) {
      // Bytes between segments that belong to no marker: decoders skip to the next marker.
      at += 1;
      continue;
    }
    const marker = bytes[at + 1]!;
    if (marker === 0xd9) return true;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const length = word(bytes, at + 2);
    if (length < 2) throw new JpegError('bad-header', `segment length ${length} at ${at}`);
    const end = at + 2 + length;
    if (end > bytes.length) return false;
    const payload = bytes.subarray(at + 4, end);
    at = end;
    let next: boolean | number | void = true;
    if (sequentialOrProgressive.has(marker)) {
      if (frame) throw new JpegError('bad-header', 'second frame header');
      frame = readFrame(marker, payload);
      next = on.frame?.(frame);
    } else if (otherFrames.has(marker)) throw new JpegError('unsupported-coding', `SOF${marker - 0xc0} (lossless, hierarchical or arithmetic)`);
    else if (marker === 0xdb) next = readQuantisation(payload, on);
    else if (marker === 0xc4) next = readHuffman(payload, on);
    else if (marker === 0xdd && payload.length >= 2) next = on.restartInterval?.(word(payload, 0));
    else if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) next = on.application?.(marker, payload);
    else if (marker === 0xda) {
      if (!frame) throw new JpegError('bad-header', 'scan before frame header');
      const resume = on.scan(readScan(payload, frame, end), frame);
      if (resume === false) return false;
      at = resume;
    }
    if (next === false) return false;
  }
  return false;
}

function readFrame(marker: number, data: Uint8Array): Frame {
  const count = data[5] ?? 0;
  if (data.length < 6 + 3 * count) throw new JpegError('bad-header', 'frame header too short');
  if (data[0] !== 8) throw new JpegError('unsupported-precision', `${data[0]} bits a sample`);
  const [height, width] = [word(data, 1), word(data, 3)];
  if (width === 0 || height === 0) throw new JpegError('bad-header', `size ${width}x${height}`);
  if (count < 1 || count > 4) throw new JpegError('bad-header', `${count} components`);
  const components: FrameComponent[] = [];
  for (let i = 0; i < count; i += 1) {
    const sampling = data[7 + 3 * i]!;
    const component = { id: data[6 + 3 * i]!, h: sampling >> 4, v: sampling & 15, table: data[8 + 3 * i]! };
    if (component.h < 1 || component.h > 4 || component.v < 1 || component.v > 4 || component.table > 3) throw new JpegError('bad-header', 'component sampling or table out of range');
    components.push(component);
  }
  return { width, height, progressive: marker === 0xc2, baseline: marker === 0xc0, components };
}

function readScan(data: Uint8Array, frame: Frame, dataOffset: number): ScanHeader {
  const count = data[0] ?? 0;
  if (count < 1 || count > 4 || data.length < 4 + 2 * count) throw new JpegError('bad-scan', 'scan header too short');
  const components = Array.from({ length: count }, (_, i) => {
    const index = frame.components.findIndex((component) => component.id === data[1 + 2 * i]);
    const tables = data[2 + 2 * i]!;
    if (index < 0 || tables >> 4 > 3 || (tables & 15) > 3) throw new JpegError('bad-scan', 'unknown component or table');
    return { index, dc: tables >> 4, ac: tables & 15 };
  });
  if (new Set(components.map((one) => one.index)).size !== count) throw new JpegError('bad-scan', 'component named twice');
  const [spectralStart, spectralEnd, approximation] = [data[1 + 2 * count]!, data[2 + 2 * count]!, data[3 + 2 * count]!];
  const [high, low] = [approximation >> 4, approximation & 15];
  if (frame.progressive) {
    const wrongBand = spectralStart === 0 ? spectralEnd !== 0 : spectralEnd < spectralStart || spectralEnd > 63 || count !== 1;
    if (wrongBand || low > 13 || (high !== 0 && high !== low + 1)) throw new JpegError('bad-scan', 'progressive parameters out of range');
    return { components, spectralStart, spectralEnd, high, low, dataOffset };
  }
  return { components, spectralStart: 0, spectralEnd: 63, high: 0, low: 0, dataOffset };
}

function readQuantisation(data: Uint8Array, on: MarkerHandlers): boolean | void {
  for (let at = 0; at < data.length; ) {
    const [wide, destination] = [data[at]! >> 4, data[at]! & 15];
    const size = wide ? 128 : 64;
    if (wide > 1 || destination > 3 || at + 1 + size > data.length) throw new JpegError('bad-table', 'quantisation table');
    const steps = new Uint16Array(64);
    for (let k = 0; k < 64; k += 1) steps[naturalOrder[k]!] = wide ? word(data, at + 1 + 2 * k) : data[at + 1 + k]!;
    at += 1 + size;
    if (on.quantisation?.({ destination, bits: wide ? 16 : 8, steps }) === false) return false;
  }
}

function readHuffman(data: Uint8Array, on: MarkerHandlers): boolean | void {
  for (let at = 0; at < data.length; ) {
    const [kind, destination] = [data[at]! >> 4, data[at]! & 15];
    const counts = data.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (kind > 1 || destination > 3 || counts.length < 16 || total > 256 || at + 17 + total > data.length) throw new JpegError('bad-table', 'Huffman table');
    if (on.huffman?.(kind ? 'ac' : 'dc', destination, huffmanTable(counts, data.subarray(at + 17, at + 17 + total))) === false) return false;
    at += 17 + total;
  }
}
