import type { Assessment } from '../case/assessment';
import type { Finding } from '../case/finding';
import type { ImageFormat, ImageProblem } from '../case/image';
import type { ExamineContext } from '../analysers/analyser';
import { examine } from '../analysers/examine';
import { UnreadableImage } from '../evidence/unreadable-image';
import { traceSource, type TraceHost } from '../evidence/traces';
import { fuse } from './fuse';

/** The whole answer about one picture; the same on the command line and in the browser. */
export interface PictureExamination {
  sha256: string;
  format: ImageFormat | null;
  width: number | null;
  height: number | null;
  findings: Finding[];
  assessment: Assessment;
  /** Set when the file cannot be read (findings empty) or only in part (findings of what was there). */
  problem: ImageProblem | null;
}

/** Bytes → findings → assessment of one picture. Never throws for what is in the file; only aborting throws. */
export async function examinePicture(bytes: Uint8Array, host: TraceHost, context: ExamineContext): Promise<PictureExamination> {
  const source = traceSource(bytes, host);
  const sha256 = await source.get('sha256');
  try {
    const { format, width, height, problems } = await source.get('container');
    const findings = await examine(source, context);
    const problem = (['too-many-pixels', 'truncated'] as const).find((one) => problems.includes(one)) ?? null;
    return { sha256, format, width, height, findings, assessment: fuse(findings), problem };
  } catch (error) {
    if (!(error instanceof UnreadableImage)) throw error;
    return { sha256, format: null, width: null, height: null, findings: [], assessment: fuse([]), problem: error.problem };
  }
}
