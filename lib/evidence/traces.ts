import type { ImageFormat } from '../case/image';
import { digestTrace } from './digest';
import { containerTrace, type Container } from './container';
import { signedLabelsTrace, type SignedLabel } from './ai-label/signed-labels';
import { c2paTrace, type C2pa } from './c2pa/trace';
import { losslessTrace } from './lossless';
import type { Samples } from './png-samples';
import { metadataTrace, type Metadata } from './metadata';
import { coefficientsTrace } from './jpeg/coefficients-trace';
import type { JpegCoefficients } from './jpeg/coefficients';
import { lumaTrace, type Luma } from './luma';
import { featuresTrace } from './match/features-trace';
import type { Features } from './match/features';
import { hashesTrace, type ImageHashes } from './hashes/image-hashes';
import { windowsTrace, type WindowHashes } from './hashes/window-hashes';
import { quantisationTrace, type Quantisation } from './quantisation';
import { thumbnailTrace } from './thumbnail';
import { TraceUnavailable } from './trace-unavailable';

export { TraceUnavailable };

/** RGB samples as decoded without colour conversion; `rgb` is interleaved, length width*height*3. Orientation not applied. */
export interface Pixels {
  width: number;
  height: number;
  rgb: Uint8Array;
}

/** Everything derived once from the bytes of one picture. Keys are what analysers name in `needs`. */
export interface Traces {
  bytes: Uint8Array;
  /** Lower-case hex. */
  sha256: string;
  format: ImageFormat;
  container: Container;
  metadata: Metadata;
  c2pa: C2pa;
  signedLabels: SignedLabel[];
  pixels: Pixels;
  /** The small JPEG a camera keeps in EXIF IFD1. */
  thumbnail: Pixels;
  lossless: Samples;
  luma: Luma;
  quantisation: Quantisation;
  jpegCoefficients: JpegCoefficients;
  features: Features;
  hashes: ImageHashes;
  windows: WindowHashes;
}
export type TraceKey = keyof Traces;

/** Decoding pixels differs by host: canvas in the browser, sharp on the command line. */
export interface TraceHost {
  decode(bytes: Uint8Array, format: ImageFormat): Promise<Pixels>;
  /** The same with alpha, interleaved RGBA; only asked for lossless WebP. Optional: without it hidden text in WebP is not looked for. */
  decodeRgba?(bytes: Uint8Array, format: ImageFormat): Promise<Samples>;
}

type Derive<K extends TraceKey> = (get: TraceSource['get'], host: TraceHost) => Promise<Traces[K]> | Traces[K];

/** One line per trace: how it follows from the bytes or from earlier traces. */
const derivations: { [K in Exclude<TraceKey, 'bytes'>]: Derive<K> } = {
  sha256: digestTrace,
  format: async (get) => (await get('container')).format,
  container: containerTrace,
  metadata: metadataTrace,
  c2pa: c2paTrace,
  signedLabels: signedLabelsTrace,
  pixels: async (get, host) => {
    const { format, problems } = await get('container');
    if (problems.includes('too-many-pixels')) throw new TraceUnavailable('too-many-pixels');
    return host.decode(await get('bytes'), format);
  },
  thumbnail: thumbnailTrace,
  lossless: losslessTrace,
  luma: lumaTrace,
  quantisation: quantisationTrace,
  jpegCoefficients: coefficientsTrace,
  features: featuresTrace,
  hashes: hashesTrace,
  windows: windowsTrace,
};

export interface TraceSource {
  get<K extends TraceKey>(key: K): Promise<Traces[K]>;
}

/** Lazily derives traces, each at most once. */
export function traceSource(bytes: Uint8Array, host: TraceHost): TraceSource {
  const memo = new Map<TraceKey, Promise<unknown>>([['bytes', Promise.resolve(bytes)]]);
  const get = <K extends TraceKey>(key: K): Promise<Traces[K]> => {
    let value = memo.get(key);
    if (!value) {
      const derive = derivations[key as Exclude<TraceKey, 'bytes'>] as Derive<K>;
      value = Promise.resolve().then(() => derive(get, host));
      memo.set(key, value);
    }
    return value as Promise<Traces[K]>;
  };
  return { get };
}
