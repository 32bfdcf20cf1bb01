import type { Unscored } from '../../analysers/learned/conformal';
import type { Finding } from '../../case/finding';
import type { ImageFormat } from '../../case/image';

/** What the worker is asked about one picture. Bytes stay in IndexedDB; only their digest travels. */
export interface ExamineRequest {
  kind: 'examine';
  id: number;
  sha256: string;
  /** The picture's own id and case: an earlier claim is another case. */
  imageId: string;
  caseId: string;
  orderId: string | null;
  appliedAt: string | null;
  /** Cut from the screen: see ExamineContext. */
  screenshot: boolean;
  /** Digests of the merchant's own pictures to compare with. */
  references: { id: string; sha256: string }[];
}

/** One picture of the merchant's, only to be scored by the classifier; nothing of it is kept. */
export interface ScoreRequest {
  kind: 'score';
  id: number;
  bytes: Uint8Array;
}

/** Which model and backend answer here. */
export interface AboutRequest {
  kind: 'about';
  id: number;
}

/** The last wish: the worker ends its threads, then itself. There is no answer. */
export interface EndRequest {
  kind: 'end';
}

export type WorkerRequest = ExamineRequest | ScoreRequest | AboutRequest;

export interface Examined {
  kind: 'examine';
  findings: Finding[];
  format: ImageFormat | null;
  width: number | null;
  height: number | null;
  problem: string | null;
  model: string | null;
}

export interface Scored {
  kind: 'score';
  score: { model: string; logit: number } | { unscored: Unscored };
}

export interface About {
  kind: 'about';
  /** Null where no model could be started. */
  classifier: { model: string; backend: string } | null;
}

export type WorkerAnswer = Examined | Scored | About;
export type WorkerReply = ({ id: number; ok: true } & WorkerAnswer) | { id: number; ok: false; error: string };
