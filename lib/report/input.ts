import type { Analyser } from '../analysers/analyser';
import type { CaseFile } from '../case/case';
import type { Weight } from '../scoring/weights';

/** One provision the letter cites; `quote` is verbatim. Dates and source are looked up in lib/law by id. */
export interface ReportCitation {
  id: string;
  title: string;
  article: string;
  quote: string;
}

/** The appeal as it will be sent, edits included. */
export interface ReportDraft {
  text: string;
  citations: readonly ReportCitation[];
}

/** A tag read from the file, for the metadata table. */
export interface MetadataRow {
  label: string;
  value: string;
  private?: boolean;
}

/** A file of the merchant's own that goes with the case, such as a packing video. */
export interface Attachment {
  /** As the merchant names it; the bundle uses a safe ASCII name. */
  title: string;
  kind: 'packing-video' | 'photo' | 'other';
  /** ASCII, without dot. */
  extension: string;
  recordedAt: string | null;
  byteLength: number;
  open(): AsyncIterable<Uint8Array>;
}

/** Everything the report is made from. Same input, same report: no clock and no randomness inside. */
export interface ReportInput {
  file: CaseFile;
  draft: ReportDraft | null;
  shop: { name: string; contact: string } | null;
  /** ISO 8601 with offset; the only thing that differs between two exports of one unchanged case. */
  generatedAt: string;
  tool: { version: string; model: string | null };
  /** Dates the page may know beside the claim's own. ISO 8601. */
  times?: { orderedAt?: string | null; shippedAt?: string | null; deliveredAt?: string | null };
  metadata?: Readonly<Record<string, readonly MetadataRow[]>>;
  attachments?: readonly Attachment[];
  /** Hex SHA-256 of the device key's SPKI; null when the bundle is not signed. */
  keyFingerprint?: string | null;
  /** Print account identifiers in full. */
  unmask?: boolean;
  /** Only tests pass others than the registered ones. */
  analysers?: readonly Pick<Analyser, 'id' | 'text'>[];
  weights?: Readonly<Record<string, Weight>>;
}
