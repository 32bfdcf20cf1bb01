import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { manifestName, manifestText, signatureName, timestampName, type ManifestLine } from './manifest';

/** Where the bytes of one member come from; opened only when its turn comes, so that one chunk is in memory at a time. */
export interface BundleSource {
  /** Path inside the bundle; ASCII, relative, `/` between folders. */
  name: string;
  open(): AsyncIterable<Uint8Array>;
  /** Known length, for progress. */
  byteLength: number;
  /** What the bytes must hash to, where it was taken earlier. */
  sha256?: string | null;
  /** Text is worth compressing; pictures and video are not. */
  compress: boolean;
}

/** Receives the ZIP in order. Returning a promise slows the writer down to the sink's pace. */
export interface ByteSink {
  write(chunk: Uint8Array): void | Promise<void>;
}

export interface ManifestSigner {
  /** @returns ECDSA P-256 signature over SHA-256 of the bytes, DER as OpenSSL expects it. */
  sign(manifest: Uint8Array): Promise<Uint8Array>;
}

export interface BundleOptions {
  signal?: AbortSignal;
  /** Bytes read so far of all sources. */
  onProgress?: (done: number, total: number) => void;
  signer?: ManifestSigner | null;
  /** @returns DER of an RFC 3161 TimeStampResp over SHA-256 of the manifest. A failure becomes a warning, not a lost bundle. */
  timestamp?: ((manifest: Uint8Array) => Promise<Uint8Array>) | null;
}

export interface BundleResult {
  members: (ManifestLine & { byteLength: number })[];
  /** Of the whole ZIP. */
  byteLength: number;
  signed: boolean;
  timestamped: boolean;
  /** Sentences for the merchant. */
  warnings: string[];
}

/** Without ZIP64 neither a member nor the file may reach 4 GiB. */
export class BundleTooLarge extends Error {
  override name = 'BundleTooLarge';
}
/** Stored bytes are no longer those that were received. */
export class BytesChanged extends Error {
  override name = 'BytesChanged';
}

const limit = 0xffff_ffff - 0x100_0000;
/** ZIP keeps local time without zone; a fixed one makes equal cases equal files. */
const fixedTime = () => new Date(2020, 0, 1, 0, 0, 0);
const safeName = /^(?!.*(?:^|\/)(?:\.{1,2}|con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:\/|$))[A-Za-z0-9_][A-Za-z0-9._/-]*[A-Za-z0-9_]$/i;

/** Ordered writer over fflate: one member at a time, each chunk handed to the sink before the next is read. */
class ZipWriter {
  private readonly zip: Zip;
  private queue: Uint8Array[] = [];
  private failed: Error | null = null;
  byteLength = 0;

  constructor(
    private readonly sink: ByteSink,
    private readonly signal?: AbortSignal,
  ) {
    this.zip = new Zip((error, chunk) => {
      if (error) this.failed = error;
      else this.queue.push(chunk);
    });
  }

  private async drain(): Promise<void> {
    if (this.failed) throw this.failed;
    const chunks = this.queue;
    this.queue = [];
    for (const chunk of chunks) {
      this.signal?.throwIfAborted();
      this.byteLength += chunk.length;
      if (this.byteLength > limit) throw new BundleTooLarge('证据包超过 4 GB，无法写成 ZIP。请移除或缩短附带的视频后重试。');
      await this.sink.write(chunk);
    }
  }

  /** @param seen called with every chunk before it is written. */
  async add(name: string, chunks: AsyncIterable<Uint8Array>, compress: boolean, seen: (chunk: Uint8Array) => void = () => {}): Promise<void> {
    const member = compress ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    member.mtime = fixedTime();
    this.zip.add(member);
    for await (const chunk of chunks) {
      this.signal?.throwIfAborted();
      seen(chunk);
      // fflate may keep what it is given until it is drained.
      member.push(chunk, false);
      await this.drain();
    }
    member.push(new Uint8Array(0), true);
    await this.drain();
  }

  async end(): Promise<void> {
    this.zip.end();
    await this.drain();
  }
}

/** Bytes already in memory, in pieces small enough that cancelling is felt. */
export async function* pieces(bytes: Uint8Array, size = 1 << 20): AsyncIterable<Uint8Array> {
  for (let offset = 0; offset < bytes.length; offset += size) yield bytes.subarray(offset, offset + size);
}

async function attempt(what: string, make: () => Promise<Uint8Array>, warnings: string[], signal?: AbortSignal): Promise<Uint8Array | null> {
  try {
    return await make();
  } catch (error) {
    if (signal?.aborted) throw error;
    warnings.push(`${what}未完成（${error instanceof Error ? error.message : String(error)}）；证据包其余内容完整，清单仍可核验。`);
    return null;
  }
}

/**
 * Streams members, then the manifest, its signature and its timestamp, as one ZIP. Memory does not grow with the members' sizes.
 * @throws BundleTooLarge, BytesChanged, or the signal's reason; the sink then holds an unfinished file to throw away.
 */
export async function writeBundle(sources: readonly BundleSource[], sink: ByteSink, options: BundleOptions = {}): Promise<BundleResult> {
  const { signal, onProgress } = options;
  const total = sources.reduce((sum, source) => sum + source.byteLength, 0);
  if (total > limit) throw new BundleTooLarge('证据包超过 4 GB，无法写成 ZIP。请移除或缩短附带的视频后重试。');
  const taken = new Set<string>();
  for (const { name } of sources) {
    if (!safeName.test(name) || taken.has(name.toLowerCase())) throw new Error(`unsafe or repeated member name: ${name}`);
    taken.add(name.toLowerCase());
  }
  const writer = new ZipWriter(sink, signal);
  const members: BundleResult['members'] = [];
  const warnings: string[] = [];
  let done = 0;
  for (const source of sources) {
    signal?.throwIfAborted();
    const hash = sha256.create();
    let byteLength = 0;
    await writer.add(source.name, source.open(), source.compress, (chunk) => {
      hash.update(chunk);
      byteLength += chunk.length;
      done += chunk.length;
      onProgress?.(Math.min(done, total), total);
    });
    const digest = bytesToHex(hash.digest());
    if (source.sha256 && source.sha256 !== digest) throw new BytesChanged(`${source.name} 的字节与取得时不一致，未写入证据包。请删除该图片并重新采集。`);
    members.push({ name: source.name, sha256: digest, byteLength });
  }
  const manifest = new TextEncoder().encode(manifestText(members));
  await writer.add(manifestName, pieces(manifest), true);
  const signature = options.signer ? await attempt('设备签名', () => options.signer!.sign(manifest), warnings, signal) : null;
  if (signature) await writer.add(signatureName, pieces(signature), false);
  const token = options.timestamp ? await attempt('可信时间戳', () => options.timestamp!(manifest), warnings, signal) : null;
  if (token) await writer.add(timestampName, pieces(token), false);
  await writer.end();
  return { members, byteLength: writer.byteLength, signed: signature !== null, timestamped: token !== null, warnings };
}
