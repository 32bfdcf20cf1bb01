import type { CaseFile } from '../case/case';
import type { ClaimImage } from '../case/image';
import { buildDocument } from './build-document';
import { pieces, writeBundle, type BundleOptions, type BundleResult, type BundleSource, type ByteSink } from './bundle';
import { canonicalJson } from './canonical-json';
import { bundlePaths, inOrder } from './file-names';
import type { ReportDraft, ReportInput } from './input';
import { captureLogJson, claimJson, findingsJson, letterText } from './members';
import type { Preview } from './pdf/pictures';
import { renderPdf, type PdfHost } from './pdf/render-pdf';
import { readmeText } from './readme';
import type { DeviceSigner } from './trust/device-key';

/** What differs between browser and command line. */
export interface ReportHost extends PdfHost {
  /** A picture as it can be printed (see Preview); null where this host cannot decode it. */
  preview(bytes: Uint8Array, maxSide: number, image: ClaimImage): Promise<Preview | null>;
  /** Device key; without it the bundle is not signed. */
  signer?: DeviceSigner | null;
  /** Asks the authority the merchant configured; see `requestTimestamp`. */
  timestamp?: ((manifest: Uint8Array) => Promise<Uint8Array>) | null;
}

export type ReportOptions = Omit<ReportInput, 'file' | 'draft' | 'keyFingerprint'>;

/** `pdf` runs over sections, `zip` over bytes. */
export interface ExportProgress {
  stage: 'pdf' | 'zip';
  done: number;
  total: number;
}

export interface ExportControl {
  /** Receives the ZIP. Without it only the PDF is made. */
  sink?: ByteSink;
  signal?: AbortSignal;
  onProgress?: (progress: ExportProgress) => void;
}

export interface ExportResult {
  pdf: Uint8Array;
  /** null where no sink was given. */
  bundle: BundleResult | null;
  /** Suggested name without extension, ASCII. */
  fileName: string;
}

/** Stored bytes of one picture. Called for one picture at a time, twice in all. */
export type BytesOf = (image: ClaimImage) => Promise<Uint8Array>;

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Order numbers of some platforms hold letters and dashes; anything else is dropped from the file name. */
const fileNameOf = ({ claim }: CaseFile['case'], generatedAt: string) => `yantu-${claim.platform}-${claim.orderId.replace(/[^A-Za-z0-9-]/g, '').slice(0, 40) || 'case'}-${generatedAt.slice(0, 10).replaceAll('-', '')}`;

function inMemory(name: string, bytes: Uint8Array, compress: boolean): BundleSource {
  return { name, byteLength: bytes.length, open: () => pieces(bytes), compress };
}

function originals(file: CaseFile, bytesOf: BytesOf): BundleSource[] {
  const paths = bundlePaths(file.images);
  return inOrder(file.images)
    .filter((image) => paths.has(image.id))
    .map((image) => ({
      name: paths.get(image.id)!,
      byteLength: image.byteLength ?? 0,
      sha256: image.sha256,
      compress: false,
      async *open() {
        yield* pieces(await bytesOf(image));
      },
    }));
}

function attachments(input: ReportInput): BundleSource[] {
  return (input.attachments ?? []).map((one, index) => ({
    name: `attachments/${String(index + 1).padStart(2, '0')}-${one.kind}.${one.extension.replace(/[^A-Za-z0-9]/g, '').toLowerCase() || 'bin'}`,
    byteLength: one.byteLength,
    open: () => one.open(),
    compress: false,
  }));
}

/**
 * One click: case → PDF and, into `sink`, the ZIP that holds it with the originals, findings, claim, letter, manifest and signature.
 * @throws BundleTooLarge, BytesChanged, the signal's reason, or whatever `bytesOf` and the sink throw.
 */
export async function exportBundle(caseFile: CaseFile, bytesOf: BytesOf, draft: ReportDraft | null, options: ReportOptions, host: ReportHost, control: ExportControl = {}): Promise<ExportResult> {
  const { signal, onProgress, sink } = control;
  const signer = host.signer ?? null;
  const input: ReportInput = { ...options, file: caseFile, draft, keyFingerprint: signer?.fingerprint ?? null };
  const images = new Map(caseFile.images.map((image) => [image.id, image]));
  const assets = {
    async preview(imageId: string, maxSide: number): Promise<Preview | null> {
      const image = images.get(imageId);
      if (!image?.sha256) return null;
      const bytes = await bytesOf(image);
      // PDF takes plain JPEG and PNG as they are where the host cannot decode.
      return (await host.preview(bytes, maxSide, image)) ?? { bytes, width: image.width ?? 0, height: image.height ?? 0 };
    },
  };
  const pdf = await renderPdf(buildDocument(input), assets, host, { signal, onProgress: (done, total) => onProgress?.({ stage: 'pdf', done, total }) });
  const fileName = fileNameOf(caseFile.case, options.generatedAt);
  if (!sink) return { pdf, bundle: null, fileName };
  const letter = letterText(input);
  const sources: BundleSource[] = [
    inMemory('README.txt', utf8(readmeText(input, signer !== null)), true),
    inMemory('report.pdf', pdf, false),
    inMemory('findings.json', utf8(findingsJson(input)), true),
    inMemory('claim.json', utf8(claimJson(input)), true),
    inMemory('capture-log.json', utf8(captureLogJson(input)), true),
    ...(letter === null ? [] : [inMemory('letter.txt', utf8(letter), true)]),
    ...originals(caseFile, bytesOf),
    ...attachments(input),
    ...(signer ? [inMemory('device-key.pub.json', utf8(canonicalJson(signer.jwk)), true), inMemory('device-key.pub.pem', utf8(signer.pem), true)] : []),
  ];
  const bundleOptions: BundleOptions = { signal, onProgress: (done, total) => onProgress?.({ stage: 'zip', done, total }), signer, timestamp: host.timestamp };
  return { pdf, bundle: await writeBundle(sources, sink, bundleOptions), fileName };
}
