import type { CaseFile } from '../case/case';
import type { DraftImage, DraftInput } from './input';

/** The buyer's examined pictures of a case, as letters take them. */
export function draftImages({ images, examinations }: Pick<CaseFile, 'images' | 'examinations'>): DraftImage[] {
  return examinations.flatMap(({ imageId, findings, assessment }) => {
    const image = images.find((one) => one.id === imageId);
    return image?.role === 'evidence' ? [{ ordinal: image.ordinal, sha256: image.sha256, band: assessment.band, findings }] : [];
  }).toSorted((one, other) => (one.ordinal ?? 0) - (other.ordinal ?? 0));
}

/** A draft's input from a stored case; everything the merchant chooses is given beside it. */
export const caseInput = (file: CaseFile, chosen: Omit<DraftInput, 'claim' | 'images'>): DraftInput => ({ claim: file.case.claim, images: draftImages(file), ...chosen });
