/** Zero bytes kept after the last segment, so that a decoder may overrun by one MCU without leaving the array. */
const padding = 4096;

/** The entropy-coded data of one scan with byte stuffing removed, cut at its restart markers. */
export interface EntropySegments {
  data: Uint8Array;
  /** Segment i is data[bounds[i]] .. data[bounds[i + 1]]. */
  bounds: number[];
  /** Offset in the file of the marker that ended the scan. */
  resume: number;
  /** The file ended before a marker did. */
  cutOff: boolean;
}

/** @param from offset of the first byte after the SOS header. */
export function entropySegments(bytes: Uint8Array, from: number): EntropySegments {
  const end = endOfScan(bytes, from);
  const data = new Uint8Array(end - from + padding);
  const bounds = [0];
  let at = from;
  let out = 0;
  while (at < end) {
    let mark = bytes.indexOf(0xff, at);
    if (mark < 0 || mark > end) mark = end;
    data.set(bytes.subarray(at, mark), out);
    out += mark - at;
    if (mark >= end) break;
    const next = bytes[mark + 1];
    if (next === 0) data[out++] = 0xff;
    else if (next !== undefined && next >= 0xd0 && next <= 0xd7) bounds.push(out);
    // A fill byte FF before a marker stands alone; everything else takes two bytes.
    at = next === 0xff ? mark + 1 : mark + 2;
  }
  bounds.push(out);
  return { data, bounds, resume: end, cutOff: end >= bytes.length };
}

function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return bytes.length;
}
