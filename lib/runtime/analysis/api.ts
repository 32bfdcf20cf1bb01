import type { Finding } from '../../case/finding';
import type { ImageFormat } from '../../case/image';

/** What the worker is asked about one picture. Bytes stay in IndexedDB; only their digest travels. */
export interface ExamineRequest {
  id: number;
  sha256: string;
  /** The picture's own id and case: an earlier claim is another case. */
  imageId: string;
  caseId: string;
  orderId: string | null;
  appliedAt: string | null;
  /** Digests of the merchant's own pictures to compare with. */
  references: { id: string; sha256: string }[];
}

export type ExamineReply =
  | { id: number; ok: true; findings: Finding[]; format: ImageFormat | null; width: number | null; height: number | null; problem: string | null; model: string | null }
  | { id: number; ok: false; error: string };
