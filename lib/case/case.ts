import type { Assessment, CaseAssessment } from './assessment';
import type { Claim } from './claim';
import type { Finding } from './finding';
import type { ClaimImage } from './image';

export type CaseStatus = 'reading' | 'collecting' | 'examining' | 'done' | 'interrupted';

/** Times of a dispute that only the merchant can tell, ISO 8601 with offset; deadlines run from them. */
export interface CaseEvents {
  /** The dispute reached the merchant (京东纠纷单流转至商家). */
  disputeOpenedAt?: string | null;
  /** The platform asked for further evidence. */
  evidenceAskedAt?: string | null;
  /** The dispute was closed against the merchant. */
  disputeClosedAt?: string | null;
  /** The merchant told the platform that police or court will be called. */
  pauseNotifiedAt?: string | null;
  /** The merchant has answered the request: deadlines for answering no longer remind. */
  answeredAt?: string | null;
}

/** The buyer's account, so that a repeated one is noticed: personal data, kept on the device, in no report. */
export interface Buyer {
  /** Salted SHA-256 of platform and account as the page shows it; equal keys are equal accounts unless `masked`. */
  key: string;
  /** For the eye: the page's own masked form, or ours. */
  shown: string;
  /** The page itself masks it: different accounts may look the same. */
  masked: boolean;
}

/** Our file on one refund claim; id is `<platform>:<afterSaleId or orderId>`. */
export interface Case {
  id: string;
  claim: Claim;
  status: CaseStatus;
  createdAt: string;
  updatedAt: string;
  progress: { done: number; total: number };
  assessment: CaseAssessment | null;
  /** Absent where the page shows none. */
  buyer?: Buyer;
  events?: CaseEvents;
  /** Why it was interrupted, as the machine put it. */
  error?: string | null;
  /** Version of the tool and model that examined it. */
  tool: { version: string; model: string | null } | null;
}

/** What was found on one picture. */
export interface Examination {
  imageId: string;
  caseId: string;
  findings: Finding[];
  assessment: Assessment;
  examinedAt: string;
  milliseconds: number;
}

/** Everything about one case, as panel, report and command line read it. */
export interface CaseFile {
  case: Case;
  images: ClaimImage[];
  examinations: Examination[];
}
