import type { CaseAssessment } from '../case/assessment';
import type { Examination } from '../case/case';
import type { ClaimImage } from '../case/image';
import { fuse } from './fuse';

/** A case is as strong as its strongest picture: pictures of one claim are not independent, so they are not summed. */
export function assessCase(images: ClaimImage[], examinations: Examination[]): CaseAssessment {
  const evidence = images.filter((image) => image.role === 'evidence');
  const ids = new Set(evidence.map((image) => image.id));
  const own = examinations.filter((one) => ids.has(one.imageId));
  const strongest = own.reduce<Examination | null>((best, one) => (!best || one.assessment.log10LR > best.assessment.log10LR ? one : best), null);
  return {
    ...(strongest?.assessment ?? fuse([])),
    imageId: strongest?.imageId ?? null,
    examined: own.length,
    refused: evidence.filter((image) => image.problem !== null && image.sha256 === null).length,
  };
}
