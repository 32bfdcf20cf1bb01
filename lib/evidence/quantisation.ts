import { JpegError } from './jpeg/jpeg-error';
import { walkMarkers, type FrameComponent } from './jpeg/jpeg-headers';
import { TraceUnavailable } from './trace-unavailable';
import type { TraceSource } from './traces';

/** How a JPEG was quantised, read from its headers alone. */
export interface Quantisation {
  /** In the order of the file; steps in natural (row-major) order. A table sent twice keeps the last. */
  tables: { destination: number; bits: number; steps: Uint16Array }[];
  components: FrameComponent[];
  progressive: boolean;
  /** Sampling factors as they are usually written: `4:2:0`, `4:4:4`, …, or `2x1,1x1,1x1`; `grey` for one component. */
  sampling: string;
}

const knownSamplings: Record<string, string> = {
  '1x1,1x1,1x1': '4:4:4',
  '2x1,1x1,1x1': '4:2:2',
  '2x2,1x1,1x1': '4:2:0',
  '1x2,1x1,1x1': '4:4:0',
  '4x1,1x1,1x1': '4:1:1',
};

/** @throws JpegError when the headers cannot be read. */
export function readQuantisation(bytes: Uint8Array): Quantisation {
  const tables = new Map<number, Quantisation['tables'][number]>();
  let components: FrameComponent[] | undefined;
  let progressive = false;
  walkMarkers(bytes, {
    frame: (frame) => void ({ components, progressive } = frame),
    quantisation: (table) => void tables.set(table.destination, table),
    scan: () => false,
  });
  if (!components) throw new JpegError('no-frame', 'the file ends before the frame header');
  const factors = components.map(({ h, v }) => `${h}x${v}`).join(',');
  return { tables: [...tables.values()], components, progressive, sampling: components.length === 1 ? 'grey' : (knownSamplings[factors] ?? factors) };
}

/** @throws TraceUnavailable when the file is no JPEG or its headers are broken. */
export async function quantisationTrace(get: TraceSource['get']): Promise<Quantisation> {
  const format = await get('format');
  if (format !== 'jpeg') throw new TraceUnavailable('not-jpeg');
  try {
    return readQuantisation(await get('bytes'));
  } catch (error) {
    if (error instanceof JpegError) throw new TraceUnavailable(`unreadable-jpeg: ${error.code}`);
    throw error;
  }
}
